"""The codebook: a tree that people shape, each change undoable and saying how many passages it touches."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from annotating import BOATS, NETS, WALL, do, manifesto, select

from reader.edits import Change, Edit
from reader.errors import CannotNest, NameTaken, NotSupported, StaleEdit
from reader.library.codebook_edits import (
    add_codes,
    change_code,
    create_code,
    delete_code,
    merge_codes,
    nest_code,
    passages_of,
    rename_code,
)
from reader.library.codes import Code, Codebook
from reader.library.coding import apply_code
from reader.library.library import Library
from reader.library.memo_edits import write_memo
from reader.library.memos import MemoOf
from reader.library.records import Document


@pytest.fixture
def document(library: Library, write_file: Callable[..., Path]) -> Document:
    return library.store(write_file(), manifesto(WALL, NETS, BOATS), {})


def _tree(library: Library) -> list[str]:
    book = library.codebook()
    return [book.written_path(code.id) for code in book.codes]


def _code(library: Library, name: str, under: str = "") -> str:
    return do(library, create_code(library, name, under))


def test_codes_stand_in_a_tree_and_are_found_by_path_name_and_key(library: Library) -> None:
    crime = _code(library, "Crime")
    police = do(library, create_code(library, "  Police  force ", crime, key="605.1", colour="#AA0000", codable=True))
    sea = _code(library, "Sea")
    other = _code(library, "police force", sea)
    book = library.codebook()
    assert _tree(library) == ["Crime", "Crime > Police force", "Sea", "Sea > police force"]
    assert [code.id for code in book.children()] == [crime, sea]
    assert book.below(crime) == (police,)
    assert book.above(police) == (crime,)
    assert book.find("crime", "POLICE force") == book.get(police) == book.with_key("605.1")
    assert book.find("sea", "police force") == book.get(other)
    assert book.find("Police force") == book.get(police)
    assert book.find("nothing") is None
    found = book.get(police)
    assert found is not None
    assert (found.colour, found.key, found.codable) == ("#aa0000", "605.1", True)


def test_a_name_is_taken_among_those_beside_it_and_a_key_anywhere(library: Library) -> None:
    crime = _code(library, "Crime")
    do(library, create_code(library, "Police", crime, key="p"))
    police = _code(library, "Police")
    for name, key in ((" CRIME ", ""), (" ", ""), ("Parks", "P")):
        with pytest.raises(NameTaken):
            create_code(library, name, key=key)
    with pytest.raises(NameTaken):
        rename_code(library, police, "crime")
    with pytest.raises(NameTaken):
        nest_code(library, police, crime)
    with pytest.raises(NotSupported):
        change_code(library, crime, colour="reddish")
    with pytest.raises(StaleEdit):
        create_code(library, "Lost", "gone")
    with pytest.raises(StaleEdit):
        rename_code(library, "gone", "x")


def test_a_change_says_how_many_passages_it_touches_and_is_undone(library: Library, document: Document) -> None:
    sea = _code(library, "Sea")
    for text in ("lamps", "wall"):
        do(library, apply_code(library, document.id, select(library, document, text), sea))
    edit = rename_code(library, sea, "Coast")
    assert edit.label == "Rename code “Sea” (2 passages)"
    library.apply(edit)
    do(library, change_code(library, sea, definition="where\nit is wet", include="ports", exclude="rivers", topic="t"))
    found = library.codebook().get(sea)
    assert found is not None
    assert (found.name, found.definition, found.include, found.topic) == ("Coast", "where\nit is wet", "ports", "t")
    assert not change_code(library, sea, include="ports").changes
    library.undo()
    library.undo()
    assert _tree(library) == ["Sea"]
    assert library.codebook().children()[0].definition == ""


def test_codes_are_nested_and_ordered_and_never_under_themselves(library: Library) -> None:
    one, two, three = (_code(library, name) for name in ("One", "Two", "Three"))
    library.apply(nest_code(library, three, "", 0))
    assert _tree(library) == ["Three", "One", "Two"]
    library.apply(nest_code(library, two, one))
    library.apply(nest_code(library, three, one, 0))
    assert _tree(library) == ["One", "One > Three", "One > Two"]
    for under in (one, two):
        with pytest.raises(CannotNest):
            nest_code(library, one, under)
    for _ in range(3):
        library.undo()
    assert _tree(library) == ["One", "Two", "Three"]


def test_merging_takes_passages_memos_and_codes_below_along(library: Library, document: Document) -> None:
    sea, coast, port, wall = (_code(library, name) for name in ("Sea", "Coast", "Port", "Wall"))
    library.apply(nest_code(library, wall, coast))
    both, single = select(library, document, "lamps"), select(library, document, "harbour", "Nets")
    do(library, apply_code(library, document.id, both, sea, "of sea"))
    do(library, apply_code(library, document.id, both, coast, "of coast"))
    do(library, apply_code(library, document.id, both, port))
    do(library, apply_code(library, document.id, single, port))
    do(library, write_memo(library, MemoOf.CODE, port, "a port"))
    before = (_tree(library), library.noted(), library.memos(MemoOf.CODE))
    edit = merge_codes(library, [coast, port], sea)
    assert edit.label == "Merge 3 codes as “Sea” (3 passages)"
    library.apply(edit)
    assert _tree(library) == ["Sea", "Sea > Wall"]
    assert [(one.target, one.memo) for one in library.noted()] == [(sea, ""), (sea, "of sea\n\nof coast")]
    assert [(memo.subject, memo.text) for memo in library.memos(MemoOf.CODE)] == [(sea, "a port")]
    library.undo()
    assert (_tree(library), library.noted(), library.memos(MemoOf.CODE)) == before


def test_a_code_takes_the_place_of_one_above_it_that_is_merged_into_it(library: Library) -> None:
    top = _code(library, "Top")
    middle = _code(library, "Middle", top)
    low = _code(library, "Low", middle)
    _code(library, "Beside", top)
    library.apply(merge_codes(library, [top], low))
    assert sorted(_tree(library)) == ["Middle", "Middle > Low", "Middle > Low > Beside"]


def test_a_merge_that_would_put_two_of_one_name_side_by_side_is_refused(library: Library) -> None:
    sea, coast = _code(library, "Sea"), _code(library, "Coast")
    _code(library, "Wall", sea)
    _code(library, "wall", coast)
    with pytest.raises(NameTaken, match="merge the two"):
        merge_codes(library, [coast], sea)


def test_deleting_a_code_deletes_all_under_it_and_undo_brings_all_back(library: Library, document: Document) -> None:
    sea = _code(library, "Sea")
    port = _code(library, "Port", sea)
    do(library, apply_code(library, document.id, select(library, document, "lamps"), port, "memo"))
    do(library, write_memo(library, MemoOf.CODE, port, "a port"))
    assert passages_of(library, [sea]) == 0
    assert passages_of(library, [sea], below=True) == 1
    before = (_tree(library), library.noted(), library.memos(MemoOf.CODE))
    edit = delete_code(library, sea)
    assert edit.label == "Delete 2 codes (1 passage)"
    library.apply(edit)
    assert (_tree(library), library.noted(), library.memos(MemoOf.CODE)) == ([], [], [])
    assert library.memos(MemoOf.ANNOTATION) == []
    library.undo()
    assert (_tree(library), library.noted(), library.memos(MemoOf.CODE)) == before


def test_a_whole_tree_comes_in_one_edit(library: Library) -> None:
    sea = _code(library, "Sea")
    new, under = str(uuid.uuid4()), str(uuid.uuid4())
    edit = add_codes(library, "", [Code(new, "", "Land"), Code(under, new, "Hill"), Code("p", sea, "Port")])
    assert edit.label == "Create 3 codes"
    library.apply(edit)
    assert _tree(library) == ["Sea", "Sea > Port", "Land", "Land > Hill"]
    with pytest.raises(NameTaken):
        add_codes(library, "", [Code("a", "", "Twice"), Code("b", "", "twice")])


def test_no_code_is_lost_where_two_stand_under_each_other_or_under_none(library: Library) -> None:
    one, two = _code(library, "One"), _code(library, "Two")
    library.apply(nest_code(library, one, two))
    library.apply(Edit("Nest at once", (Change("codes", two, {"parent": None}, {"parent": one}),)))
    book = library.codebook()
    assert sorted(code.name for code in book.codes) == ["One", "Two"]
    assert len(book.children()) == 1
    assert Codebook([Code("a", "gone", "A")]).path("a") == ("A",)
