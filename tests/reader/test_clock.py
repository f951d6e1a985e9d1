"""A clock that jumps: what is made later still comes later, and undo takes back what was done last."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from annotating import BOATS, NETS, WALL, do, manifesto, select
from jumping_clock import JumpingClock

from reader.home import Home, home
from reader.library import annotation_rows, clock
from reader.library.backups import FOLDER, Reason, copies, keep, keep_daily
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code
from reader.library.library import Library
from reader.library.records import Document


@pytest.fixture
def jumping(monkeypatch: pytest.MonkeyPatch) -> JumpingClock:
    return JumpingClock(monkeypatch)


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return home(tmp_path / "library")


def stored(library: Library, folder: Path) -> Document:
    file = folder / "harbour.txt"
    file.write_text("harbour", encoding="utf-8")
    return library.store(file, manifesto(WALL, NETS, BOATS), {"title": "Our coast"})


def order(library: Library, document: Document) -> list[str]:
    """The names of the codes in a document, the last made last."""
    book = library.codebook()
    return [book.path(one.annotation.target)[-1] for one in library.coded(document.id)]


@pytest.mark.parametrize("hours", [-1.0, 1.0])
@pytest.mark.parametrize("restarted", [False, True])
def test_what_is_made_after_a_jump_comes_later(
    hours: float, restarted: bool, place: Home, tmp_path: Path, jumping: JumpingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"Code {number}" for number in range(9)]
    library = Library.open(place, durable=False)
    document = stored(library, tmp_path)
    codes = [do(library, create_code(library, name)) for name in names]
    for number, code in enumerate(codes):
        if number % 3 == 2:
            jumping.jump(hours=hours if number < 6 else -hours)
            if restarted:
                library.close()
                jumping.start_again(monkeypatch)
                library = Library.open(place, durable=False)
        library.apply(apply_code(library, document.id, select(library, document, NETS), code))
    with library:
        assert order(library, document) == names
        used = library.read(partial(annotation_rows.used_codes, coder=library.coder, limit=9))
        assert used == codes[::-1]
        for left in range(len(names) - 1, -1, -1):
            library.undo()
            assert order(library, document) == names[:left]
        for there in range(1, len(names) + 1):
            library.redo()
            assert order(library, document) == names[:there]


def test_a_clock_that_was_years_ahead_leaves_later_times_as_they_are(place: Home, jumping: JumpingClock) -> None:
    jumping.jump(hours=24 * 3_650)
    with Library.open(place, durable=False) as library:
        do(library, create_code(library, "Lamps"))
    jumping.jump(hours=-24 * 3_650)
    with Library.open(place, durable=False) as library:
        do(library, create_code(library, "Homes"))
    assert clock.now().startswith("2031-03-30T12:00:00")


def test_copies_that_bear_later_days_push_no_new_copy_out(place: Home) -> None:
    with Library.open(place, durable=False) as library:
        do(library, create_code(library, "Lamps"))
        kept = [keep(place.database, Reason.DAILY) for _ in range(10)]
        for number, copy in enumerate(kept):
            assert copy is not None
            copy.path.rename(
                copy.path.with_name(f"{datetime.now(UTC).year + 9}-01-{number + 10} 08-00-00 daily.sqlite3")
            )
        do(library, create_code(library, "Homes"))
        made = keep(place.database, Reason.IMPORT)
        assert made is not None
        assert made.path.is_file()
        assert keep_daily(place.database) is None, "there is one of today"
    assert len(list((place.library / FOLDER).iterdir())) == 11
    assert Counter(one.reason for one in copies(place.database))[Reason.IMPORT] == 1
