"""The same as in the gate, for many and longer sequences of edits.

python3 start.py soak tests/soak/test_undo_of_everything.py --undo-cases 500
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from every_edit import MAKING, OTHERWISE, STEPS
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from undoing import small_library, undone_and_redone

pytestmark = [pytest.mark.soak, pytest.mark.timeout(0)]


def test_many_long_sequences_of_edits_are_undone_and_done_again(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    kept = small_library(tmp_path)
    sizes: list[int] = []
    done: Counter[str] = Counter()

    @given(st.lists(STEPS, min_size=30, max_size=80))
    @settings(
        max_examples=request.config.getoption("--undo-cases"),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    )
    def case(steps: list[tuple[str, int]]) -> None:
        done.update(undone_and_redone(kept, tmp_path / "copy", steps))
        sizes.append(len(steps))

    case()
    print(f"\n{len(sizes)} sequences, {sum(sizes)} steps, {done.total()} that did something")  # noqa: T201  # told
    print(*(f"{count:7} {name}" for name, count in done.most_common()), sep="\n")  # noqa: T201  # told
    assert len(sizes) < 200 or not {*MAKING, *OTHERWISE} - set(+done), "kinds of edits that were never made"
