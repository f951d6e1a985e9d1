"""What all of the window knows of annotations: as it is after each edit, of the coders that are shown."""

from __future__ import annotations

import pytest
from annotating import select

from reader.library.codebook_edits import change_code, delete_code
from reader.library.coder_edits import rename_coder
from reader.library.library import Library
from reader.library.memos import MemoOf
from reader.library.records import Document
from reader.library.verdicts import Selection
from ui.annotating.annotating import MINE, Annotating, annotating
from ui.session.edited import is_apart
from ui.session.session import Session


def _codes(shared: Annotating, document: Document) -> list[tuple[str, str]]:
    return [(one.name, one.quote) for one in shared.codings(document.id)]


@pytest.fixture
def told(shared: Annotating) -> list[str]:
    """The documents whose marks were said to be different."""
    documents: list[str] = []
    shared.changed.connect(documents.append)
    return documents


def test_there_is_one_for_a_session(session: Session, shared: Annotating) -> None:
    assert annotating(session) is shared


def test_a_code_is_on_the_disk_before_its_mark_is_drawn(
    session: Session, shared: Annotating, document: Document, sea: str
) -> None:
    kept: list[tuple[str, int, int]] = []

    def look(changed: str) -> None:
        with Library.open(session.home) as other:
            kept.append((changed, len(other.coded(document.id)), len(shared.codings(document.id))))

    shared.changed.connect(look)
    assert shared.apply(document.id, select(session.library, document, "fishing fleet"), sea)
    assert kept == [(document.id, 1, 1)]


def test_each_edit_and_its_undoing_shows_in_the_codings(
    session: Session, shared: Annotating, document: Document, sea: str, told: list[str]
) -> None:
    place = select(session.library, document, "fishing fleet")
    shared.apply(document.id, place, sea)
    name = shared.codings(document.id)[0].id
    assert _codes(shared, document) == [("Sea", "fishing fleet")]
    shared.move_ends(name, select(session.library, document, "whole fishing fleet"))
    assert _codes(shared, document) == [("Sea", "whole fishing fleet")]
    shared.write_memo(MemoOf.ANNOTATION, name, "Whose fleet?")
    assert [memo.text for memo in shared.codings(document.id)[0].memos] == ["Whose fleet?"]
    session.apply(change_code(session.library, sea, name="Ocean", colour="#336699"))
    assert [(one.name, one.colour) for one in shared.codings(document.id)] == [("Ocean", "#336699")]
    for _ in range(3):
        session.undo()
    assert _codes(shared, document) == [("Sea", "fishing fleet")]
    assert not shared.codings(document.id)[0].memos
    session.undo()
    assert _codes(shared, document) == []
    session.redo()
    shared.remove([shared.codings(document.id)[0].id])
    assert _codes(shared, document) == []
    assert set(told) == {document.id, ""}


def test_annotating_refreshes_no_comparison(session: Session, shared: Annotating, document: Document, sea: str) -> None:
    refreshed: list[object] = []
    session.library_changed.connect(refreshed.append)
    place = select(session.library, document, "fishing fleet")
    shared.apply(document.id, place, sea)
    shared.apply_new(document.id, place, "Fleet")
    shared.note(document.id, place, "Look this up")
    shared.move_ends(shared.codings(document.id)[0].id, select(session.library, document, "whole fishing fleet"))
    shared.write_memo(MemoOf.CODE, sea, "What it is")
    shared.add_coder("Anna", "#336699")
    shared.colour_coder(shared.coder.id, "#993366")
    session.undo()
    assert refreshed == []
    renamed = shared.rename_coder(shared.coder.id, "Ann")
    assert renamed is not None
    assert not is_apart(renamed)  # verdicts say whose they are


def test_a_new_code_and_its_first_passage_are_one_step(
    session: Session, shared: Annotating, document: Document, sea: str
) -> None:
    place = select(session.library, document, "fishing fleet")
    edit = shared.apply_new(document.id, place, "  Fishing ")
    assert edit is not None
    assert edit.label == "Code a passage as new “Fishing”"
    assert [code.name for code in shared.codebook.codes] == ["Sea", "Fishing"]
    assert _codes(shared, document) == [("Fishing", "fishing fleet")]
    shared.apply_new(document.id, place, "sea")
    assert [code.name for code in shared.codebook.codes] == ["Sea", "Fishing"]
    session.undo()
    session.undo()
    assert [code.name for code in shared.codebook.codes] == ["Sea"]
    assert _codes(shared, document) == []


def test_what_was_used_last_is_known_after_a_restart_and_gone_with_its_code(
    session: Session, shared: Annotating, document: Document, sea: str
) -> None:
    assert shared.recent.last == ""
    shared.apply(document.id, select(session.library, document, "fishing fleet"), sea)
    shared.apply_new(document.id, select(session.library, document, "harbour wall"), "Town")
    town = shared.recent.last
    assert shared.recent.slots() == (sea, town)
    reopened = Session(session.home)
    again = annotating(reopened)
    assert again.recent.last == town
    assert again.recent.slots() == (sea, town), "keys that were learned are kept"
    reopened.close()
    session.apply(delete_code(session.library, town))
    assert (shared.recent.last, shared.recent.slots()) == (sea, (sea,))


def test_another_coder_works_after_a_restart_too_and_mine_is_theirs(
    session: Session, shared: Annotating, document: Document, sea: str
) -> None:
    first = shared.coder.id
    shared.apply(document.id, select(session.library, document, "fishing fleet"), sea)
    anna = shared.add_coder("Anna")
    assert shared.coder.name == "Anna"
    assert shared.recent.last == ""
    shared.apply(document.id, select(session.library, document, "harbour wall"), sea)
    reopened = Session(session.home)
    again = annotating(reopened)
    assert again.coder.id == anna
    assert len(again.codings(document.id)) == 2
    again.show_coders(MINE)
    assert [one.quote for one in again.codings(document.id)] == ["harbour wall"]
    again.show_coders(first)
    assert [one.quote for one in again.codings(document.id)] == ["fishing fleet"]
    again.work_as(first)
    again.show_coders(MINE)
    assert [one.quote for one in again.codings(document.id)] == ["fishing fleet"]
    reopened.close()


def test_what_stands_at_a_place_is_found_in_order(
    session: Session, shared: Annotating, document: Document, sea: str
) -> None:
    library = session.library
    over = select(library, document, "each night", "whole fishing fleet")
    for place in (select(library, document, "fishing fleet"), over, select(library, document, "painted")):
        shared.apply(document.id, place, sea)
    at = [one.quote.split()[0] for one in shared.at(document.id, select(library, document, "fleet"))]
    assert at == ["each", "fishing"]
    caret = over.first_block, over.start
    assert [one.quote.split()[0] for one in shared.at(document.id, Selection(*caret, *caret))] == ["each"]
    block = next(one.id for one in library.blocks(document.id) if "winter" in one.text)
    assert shared.at(document.id, Selection(block, 0, block, 3)) == ()


def test_a_further_code_leaves_the_others_as_they_are_and_a_memo_shows_on_its_own(
    session: Session, shared: Annotating, document: Document, sea: str
) -> None:
    shared.apply(document.id, select(session.library, document, "fishing fleet"), sea)
    shared.write_memo(MemoOf.ANNOTATION, shared.codings(document.id)[0].id, "Said twice.")
    (first,) = shared.codings(document.id)
    shared.apply(document.id, select(session.library, document, "whole"), sea)
    one, other = shared.codings(document.id)
    assert one is first  # the very same, so that its mark need not be made again
    session.undo()
    assert shared.codings(document.id) == (first,)
    shared.move_ends(first.id, select(session.library, document, "whole"))
    (moved,) = shared.codings(document.id)
    assert (moved.id, moved.quote, moved.memos) == (first.id, "whole", first.memos)
    assert other.id != moved.id


def test_the_coder_at_work_has_the_name_that_another_window_gave(session: Session, shared: Annotating) -> None:
    session.watch()
    assert shared.coder.name != "Berta"
    with Library.open(session.home, session="another window") as library:
        library.apply(rename_coder(library, library.coder, "Berta"))
    session.watcher.look()
    assert shared.coder.name == "Berta"
    assert [coder.name for coder in shared.coders] == ["Berta"]
