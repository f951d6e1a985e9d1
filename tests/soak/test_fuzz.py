"""Damaged copies of files of every format go through the real pool: each ends with a sentence or a text.

python3 start.py soak tests/soak/test_fuzz.py --fuzz-seconds 60 --fuzz-seed 7
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
from mutating import mutated, undate
from one_text import WRITERS
from typeset import leaflet
from watched_reading import READING

from reader.errors import ReaderCrashed, UserError
from reader.limits import Limits
from reader.pool import Pool

LIMITS = Limits()


@pytest.fixture
def originals(tmp_path: Path) -> list[Path]:
    """One file of each format, the PDF also with its streams legible, so that what is in them is damaged too.

    They are the same to the byte each time, so that the same seed gives the same damage.
    """
    folder = tmp_path / "originals"
    folder.mkdir()
    paths = [write(folder / f"plan.{suffix}") for suffix, write in WRITERS.items()]
    for path in paths:
        undate(path)
    with pymupdf.open(leaflet(tmp_path)) as document:
        document.xref_set_key(-1, "ID", "null")
        document.set_toc([[1, "A harbour", 1], [2, "A quay", 2]])
        document.set_page_labels([{"startpage": 0, "prefix": "A-", "style": "r", "firstpagenum": 3}])
        document.save(folder / "open.pdf", expand=255, no_new_id=True)
        document.save(folder / "packed.pdf", deflate=True, no_new_id=True)
        document.save(folder / "tight.pdf", garbage=4, deflate=True, use_objstms=1, no_new_id=True)
    return [*paths, *(folder / f"{name}.pdf" for name in ("open", "packed", "tight"))]


class Damage:
    """Files that are made as they are asked for, and go when they have been read."""

    def __init__(self, originals: list[Path], folder: Path, seed: int) -> None:
        self._sources = [(path.name, path.read_bytes()) for path in originals]
        self._folder = folder
        self._chance = random.Random(seed)  # noqa: S311  # the same damage for the same seed
        folder.mkdir()

    def files(self, until: float, most: int | None = None) -> Iterator[Path]:
        number = 0
        while time.monotonic() < until and number != most:
            number += 1
            name, content = self._chance.choice(self._sources)
            path = self._folder / f"{number}-{name}"
            path.write_bytes(mutated(content, self._chance))
            yield path


def outcomes(damage: Damage, seconds: float, most: int | None = None) -> Counter[str]:
    """How often each outcome came of the damaged files. Fails at the first crash, and at a file past the limit."""
    counted: Counter[str] = Counter()
    with Pool(1, limits=LIMITS, reading=READING) as pool:
        last = time.monotonic()
        for path, outcome in pool.read_all(damage.files(last + seconds, most)):
            assert not isinstance(outcome, ReaderCrashed), f"{path} (kept)"
            now = time.monotonic()
            assert now - last < LIMITS.seconds + 10, f"{path} (kept)"
            last = now
            counted[f"{path.suffix} {type(outcome).__name__ if isinstance(outcome, UserError) else 'read'}"] += 1
            path.unlink()
    return counted


def test_a_few_damaged_files_end_with_a_sentence_or_a_text(originals: list[Path], tmp_path: Path) -> None:
    counted = outcomes(Damage(originals, tmp_path / "damaged", 1832), 60, most=90)
    assert counted.total() == 90
    assert sum(count for outcome, count in counted.items() if outcome.endswith("read")) > 10
    assert sum(count for outcome, count in counted.items() if outcome.endswith("Damaged")) > 5


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_damaged_files_end_with_a_sentence_or_a_text_for_as_long_as_is_asked(
    originals: list[Path], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    seconds, seed = request.config.getoption("--fuzz-seconds"), request.config.getoption("--fuzz-seed")
    counted = outcomes(Damage(originals, tmp_path / "damaged", seed), seconds)
    print(*(f"{count:7} {outcome}" for outcome, count in sorted(counted.items())), sep="\n")  # noqa: T201  # what came of them
    assert counted.total() > seconds
