"""Whatever people do, in whatever order, and however manifestos are read anew meanwhile: undo never fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from every_edit import STEPS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from undoing import small_library, undone_and_redone

from reader.home import Home


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return small_library(tmp_path_factory.mktemp("kept"))


@pytest.mark.timeout(900)  # a fault takes long to be made small; the test itself takes seconds
@given(st.lists(STEPS, min_size=8, max_size=30))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_that_people_do_is_undone_and_done_again_also_after_a_restart(
    kept: Home, tmp_path: Path, steps: list[tuple[str, int]]
) -> None:
    undone_and_redone(kept, tmp_path / "copy", steps)
