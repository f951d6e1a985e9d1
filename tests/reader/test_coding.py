"""Codes and notes on words: on the right ones, once for each coder, over paragraphs, and still there after all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from annotating import BOATS, NETS, WALL, do, manifesto, read_again, select, words

from reader.errors import AlreadyThere, NotCodable, StaleEdit
from reader.library import edits
from reader.library.annotation_rows import is_coding
from reader.library.codebook_edits import change_code, create_code
from reader.library.coder_edits import add_coder, new_coder
from reader.library.coding import (
    New,
    add_annotations,
    apply_code,
    code_document,
    delete_annotations,
    make_note,
    move_ends,
    recode,
)
from reader.library.judging import set_verdict
from reader.library.library import Library
from reader.library.memo_edits import write_memo
from reader.library.memos import MemoOf
from reader.library.records import Document
from reader.library.verdicts import About, Verdict


@pytest.fixture
def document(library: Library, write_file: Callable[..., Path]) -> Document:
    return library.store(write_file(), manifesto(WALL, NETS, BOATS), {"party": "Lamp Society"})


@pytest.fixture
def sea(library: Library) -> str:
    return do(library, create_code(library, "Sea"))


@pytest.fixture
def town(library: Library) -> str:
    return do(library, create_code(library, "Town"))


class _Topic:
    id = "harbour"
    version = 1
    name = "Harbour"


def _coded(library: Library, document: Document) -> list[tuple[str, list[str]]]:
    book = library.codebook()
    return [(" > ".join(book.path(one.annotation.target)), words(library, one)) for one in library.coded(document.id)]


def test_a_code_stands_on_the_selected_words_and_names_who_and_when(
    library: Library, document: Document, sea: str
) -> None:
    edit = apply_code(library, document.id, select(library, document, "🏘️ Homes"), sea, "Whose?")
    assert edit.label == "Code a passage as “Sea”"
    name = do(library, edit)
    (one,) = library.coded(document.id)
    said = one.annotation
    assert (said.id, said.about, said.target, said.anchor.quote) == (name, About.CODE, sea, "🏘️ Homes")
    assert said.coder.id == library.coder
    assert words(library, one) == ["🏘️ Homes"]
    assert [(memo.text, memo.subject) for memo in library.memos(MemoOf.ANNOTATION)] == [("Whose?", name)]
    library.undo()
    assert (library.coded(document.id), library.memos(MemoOf.ANNOTATION)) == ([], [])
    library.redo()
    assert library.coded(document.id) == [one]


def test_a_coder_has_a_code_on_the_same_words_once_and_others_beside_it(
    library: Library, document: Document, sea: str, town: str
) -> None:
    place = select(library, document, "mended before winter")
    do(library, apply_code(library, document.id, place, sea))
    assert not apply_code(library, document.id, place, sea).changes
    do(library, apply_code(library, document.id, place, town))
    do(library, apply_code(library, document.id, select(library, document, "before winter comes"), sea))
    library.work_as(do(library, add_coder(library, "Bron")))
    do(library, apply_code(library, document.id, place, sea))
    assert [one.annotation.coder.name == "Bron" for one in library.coded(document.id)] == [False, False, False, True]


def test_words_over_paragraphs_leave_out_what_is_printed_on_every_page(
    library: Library, document: Document, sea: str
) -> None:
    do(library, apply_code(library, document.id, select(library, document, "lit each night", "Boats are"), sea))
    (one,) = library.coded(document.id)
    assert words(library, one) == [WALL[WALL.index("lit") :], NETS, "Boats are"]
    assert one.annotation.anchor.quote == f"{WALL[WALL.index('lit') :]}\n{NETS}\nBoats are"
    assert one.annotation.anchor.after == " painted in spring."


def test_codes_and_notes_stand_on_their_words_however_the_manifesto_is_read_again(
    library: Library, document: Document, sea: str
) -> None:
    do(library, apply_code(library, document.id, select(library, document, "Homes", "Nets for"), sea))
    do(library, make_note(library, document.id, select(library, document, "painted"), "When?"))
    half = NETS.index("are paid")
    read_again(library, document, f"{WALL} {NETS[:half].strip()}", f"{NETS[half:]} {BOATS}")
    assert [words(library, one) for one in library.coded(document.id)] == [["Homes follow. Nets for"], ["painted"]]
    read_again(library, document, WALL, BOATS)
    assert [one.found for one in library.coded(document.id)] == [False, True]
    library.undo()
    read_again(library, document, NETS, WALL, NETS, BOATS)
    library.redo()
    (code, note) = library.coded(document.id)
    assert [span.block for span in code.spans] == [library.blocks(document.id)[at].id for at in (2, 3)]
    assert note.found


def test_the_ends_of_a_passage_move_and_it_is_found_from_there(library: Library, document: Document, sea: str) -> None:
    name = do(library, apply_code(library, document.id, select(library, document, "lamps"), sea))
    edit = move_ends(library, name, select(library, document, "lamps on it", "Nets"))
    assert all(is_coding(change) for change in edit.changes)
    library.apply(edit)
    long = [WALL[WALL.index("lamps") :], "Nets"]
    assert [words(library, one) for one in library.coded(document.id)] == [long]
    library.undo()
    assert [words(library, one) for one in library.coded(document.id)] == [["lamps"]]
    read_again(library, document, f"{WALL} {NETS}", BOATS)
    library.redo()
    assert [words(library, one) for one in library.coded(document.id)] == [[" ".join(long)]]
    assert not move_ends(library, name, select(library, document, " ".join(long))).changes


def test_the_ends_do_not_move_onto_words_that_have_the_code(library: Library, document: Document, sea: str) -> None:
    name = do(library, apply_code(library, document.id, select(library, document, "lamps"), sea))
    do(library, apply_code(library, document.id, select(library, document, "lamps on"), sea))
    with pytest.raises(AlreadyThere):
        move_ends(library, name, select(library, document, "lamps on"))


def test_a_whole_manifesto_has_codes_as_attributes(library: Library, document: Document, sea: str) -> None:
    do(library, code_document(library, document.id, sea))
    assert not code_document(library, document.id, sea).changes
    (one,) = library.coded(document.id)
    assert one.found
    assert not one.spans
    library.apply(edits.remove(library, document.id))
    with pytest.raises(StaleEdit):
        code_document(library, document.id, sea)


def test_a_code_that_only_groups_others_is_put_on_nothing(library: Library, document: Document, sea: str) -> None:
    library.apply(change_code(library, sea, codable=False))
    with pytest.raises(NotCodable, match="only groups"):
        apply_code(library, document.id, select(library, document, "lamps"), sea)
    with pytest.raises(StaleEdit):
        apply_code(library, document.id, select(library, document, "lamps"), "gone")


def test_recoding_makes_one_of_two_on_the_same_words_with_the_memos_of_both(
    library: Library, document: Document, sea: str, town: str
) -> None:
    place = select(library, document, "harbour wall")
    kept = do(library, apply_code(library, document.id, place, sea, "first"))
    other = do(library, apply_code(library, document.id, place, town, "second"))
    note = do(library, make_note(library, document.id, select(library, document, "painted"), "third"))
    before = library.noted()
    edit = recode(library, [other, note], sea)
    assert edit.label == "Recode 2 passages as “Sea”"
    library.apply(edit)
    assert [(one.id, one.about, one.target, one.memo) for one in library.noted()] == [
        (kept, About.CODE, sea, "first\n\nsecond"),
        (note, About.CODE, sea, "third"),
    ]
    library.undo()
    assert library.noted() == before
    assert not recode(library, [kept], sea).changes
    with pytest.raises(StaleEdit):
        recode(library, ["gone"], sea)


def test_what_is_deleted_goes_with_its_memos_and_comes_back_with_them(
    library: Library, document: Document, sea: str
) -> None:
    one = do(library, apply_code(library, document.id, select(library, document, "lamps"), sea, "a"))
    two = do(library, make_note(library, document.id, select(library, document, "wall"), "b"))
    before = library.noted()
    assert [found.quote for found in before] == ["wall", "lamps"]
    edit = delete_annotations(library, [one, two])
    assert edit.label == "Delete 2 codes and notes"
    library.apply(edit)
    assert (library.noted(), library.memos(MemoOf.ANNOTATION)) == ([], [])
    library.undo()
    assert library.noted() == before


def test_many_are_made_in_one_edit_of_several_coders_and_none_twice(
    library: Library, document: Document, sea: str
) -> None:
    place = select(library, document, "lamps")
    bron = new_coder("Bron")
    new = [
        New(document.id, place, sea, "x", bron.id, "2019-01-02T00:00:00Z"),
        New(document.id, place, sea, "y", bron.id),
        New(document.id, place, sea),
        New(document.id, None, memo="on the whole"),
    ]
    edit = add_annotations(library, "Take 3 highlights", new)
    library.apply(type(edit)(edit.label, (bron, *edit.changes)))
    found = library.noted()
    assert [(one.memo, one.coder == bron.id, one.has_words) for one in found] == [
        ("on the whole", False, False),
        ("x", True, True),
        ("", False, True),
    ]
    assert library.undo_label() == "Take 3 highlights"
    library.undo()
    assert library.noted() == []
    assert [one.name for one in library.coders()] != ["Bron"]


def test_each_coder_has_a_memo_on_a_subject_and_keeps_its_lines(library: Library, document: Document, sea: str) -> None:
    do(library, write_memo(library, MemoOf.CODE, sea, "\nwhat  it is\n\n- a \n- b\n\n"))
    do(library, write_memo(library, MemoOf.DOCUMENT, document.id, "a regional edition"))
    do(library, write_memo(library, MemoOf.LIBRARY, "", "the project"))
    assert [memo.text for memo in library.memos(MemoOf.CODE, sea)] == ["what  it is\n\n- a\n- b"]
    assert not write_memo(library, MemoOf.LIBRARY, "", "the project\n").changes
    do(library, write_memo(library, MemoOf.LIBRARY, "", "another"))
    library.work_as(do(library, add_coder(library, "Bron")))
    do(library, write_memo(library, MemoOf.LIBRARY, "", "mine"))
    assert [memo.text for memo in library.memos(MemoOf.LIBRARY)] == ["another", "mine"]
    do(library, write_memo(library, MemoOf.LIBRARY, "", " "))
    assert [memo.text for memo in library.memos(MemoOf.LIBRARY)] == ["another"]
    with pytest.raises(StaleEdit):
        write_memo(library, MemoOf.CODE, "gone", "x")


def test_verdicts_and_codes_are_read_apart(library: Library, document: Document, sea: str) -> None:
    block = library.blocks(document.id)[1].id
    library.apply(set_verdict(library, document.id, block, _Topic(), Verdict.BELONGS))
    name = do(library, apply_code(library, document.id, select(library, document, WALL), sea))
    library.apply(set_verdict(library, document.id, block, _Topic(), Verdict.DOES_NOT_BELONG))
    assert [one.annotation.value for one in library.annotations(document.id)] == ["out"]
    assert library.all_annotations() == library.annotations_about("harbour") == library.annotations(document.id)
    assert library.annotations_about(sea) == []
    assert [one.annotation.id for one in library.coded(document.id)] == [name]
    read_again(library, document, BOATS)
    assert [one.annotation.about for one in library.lost_annotations()] == [About.TOPIC]
    assert [one.found for one in library.noted()] == [False]


def test_edits_are_the_coders_at_work_and_the_first_ones_where_that_one_is_undone(
    library: Library, document: Document, sea: str
) -> None:
    first = library.coder
    bron = do(library, add_coder(library, "Bron", "#A0B0C0"))
    library.work_as(bron)
    do(library, apply_code(library, document.id, select(library, document, "lamps"), sea))
    library.apply(set_verdict(library, document.id, library.blocks(document.id)[1].id, _Topic(), Verdict.BELONGS))
    assert {one.annotation.coder.colour for one in library.coded(document.id)} == {"#a0b0c0"}
    assert {one.annotation.coder.id for one in library.annotations(document.id)} == {bron}
    assert [step.coder for step in library.journal()][-2:] == [bron, bron]
    for _ in range(3):
        library.undo()
    assert library.coder == first
    library.redo()
    assert library.coder == bron
