"""Units: parted as asked, each unseen, unsure, without code or coded for each coder, and fixed once they are locked."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import pytest
from annotating import BOATS, HEAD, NETS, WALL, do, manifesto, read_again, select

from reader.between_words import split_place
from reader.edits import Edit
from reader.errors import NameTaken, StaleEdit, UnitsFixed
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import add_coder
from reader.library.coding import apply_code
from reader.library.library import Library
from reader.library.records import Document
from reader.library.unit_edits import (
    Drawn,
    delete_scheme,
    join_units,
    lock,
    make_scheme,
    mark_unit,
    rename_scheme,
    split_unit,
)
from reader.library.units import Base, PlacedUnit, UnitMark, UnitState, states
from reader.library.verdicts import Selection

FIRST, SECOND, THIRD = (
    "The harbour wall will be mended before winter comes.",
    "The lamps on it are lit each night.",
    "🏘️ Homes follow.",
)


@pytest.fixture
def document(library: Library, write_file: Callable[..., Path]) -> Document:
    return library.store(write_file(), manifesto(WALL, NETS, BOATS), {"language": "en"})


@pytest.fixture
def scheme(library: Library, document: Document) -> str:
    return do(library, make_scheme(library, "Sentences", Base.SENTENCE, [document.id]))


def _texts(library: Library, scheme: str) -> list[str]:
    return [_words(library, unit) for unit in library.units(scheme)]


def _words(library: Library, unit: PlacedUnit) -> str:
    texts = library.texts([span.block for span in unit.spans])
    return "|".join(texts[span.block][span.start : span.end] for span in unit.spans)


def _states(library: Library, scheme: str, coder: str = "") -> list[UnitState]:
    return list(library.read(lambda at: states(at, scheme, coder or library.coder)).values())


def _part(library: Library, unit: PlacedUnit, before: str) -> None:
    block = unit.spans[0].block
    library.apply(split_unit(library, unit.unit.id, block, library.texts([block])[block].index(before)))


def test_manifestos_are_parted_into_sentences_or_paragraphs(library: Library, document: Document, scheme: str) -> None:
    assert _texts(library, scheme) == [FIRST, SECOND, THIRD, NETS, BOATS]
    whole = do(library, make_scheme(library, "Paragraphs", Base.PARAGRAPH, [document.id], headings=True))
    assert _texts(library, whole) == [HEAD, WALL, NETS, BOATS]
    (one, two) = library.schemes()
    assert (one.name, one.base, one.locked, one.documents) == ("Sentences", Base.SENTENCE, False, (document.id,))
    assert two.headings
    with pytest.raises(NameTaken):
        make_scheme(library, " sentences", Base.SENTENCE, [document.id])
    with pytest.raises(StaleEdit):
        make_scheme(library, "Others", Base.SENTENCE, ["gone"])
    library.undo()
    library.undo()
    assert library.schemes() == []


def test_a_sample_is_the_same_for_the_same_seed_and_in_the_order_of_the_text(
    library: Library, document: Document
) -> None:
    drawn = [
        _texts(library, do(library, make_scheme(library, name, Base.SENTENCE, [document.id], sample=sample)))
        for name, sample in (("a", Drawn(3, 7)), ("b", Drawn(3, 7)), ("c", Drawn(3, 8)), ("d", Drawn(9, 1)))
    ]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[3] == [FIRST, SECOND, THIRD, NETS, BOATS]
    assert all(one == [text for text in drawn[3] if text in one] for one in drawn)
    assert [len(one) for one in drawn] == [3, 3, 3, 5]


def test_a_unit_is_unseen_unsure_without_code_or_coded_for_each_coder(
    library: Library, document: Document, scheme: str
) -> None:
    units = library.units(scheme)
    sea = do(library, create_code(library, "Sea"))
    first = library.coder
    do(library, apply_code(library, document.id, select(library, document, FIRST), sea))
    do(library, mark_unit(library, units[1].unit.id, UnitMark.UNSURE))
    do(library, mark_unit(library, units[2].unit.id, UnitMark.NO_CODE))
    expected = [UnitState.CODED, UnitState.UNSURE, UnitState.NO_CODE, UnitState.UNSEEN, UnitState.UNSEEN]
    assert _states(library, scheme) == expected
    library.work_as(do(library, add_coder(library, "Bron")))
    assert _states(library, scheme) == [UnitState.UNSEEN] * 5
    do(library, mark_unit(library, units[0].unit.id, UnitMark.NO_CODE))
    assert _states(library, scheme, first) == expected
    assert not mark_unit(library, units[0].unit.id, UnitMark.NO_CODE).changes
    do(library, mark_unit(library, units[0].unit.id, None))
    assert _states(library, scheme) == [UnitState.UNSEEN] * 5
    assert library.all_annotations() == []
    assert len(library.coded(document.id)) == 1


def test_a_code_and_no_code_take_each_others_place(library: Library, document: Document, scheme: str) -> None:
    unit = library.units(scheme)[1].unit.id
    sea = do(library, create_code(library, "Sea"))
    do(library, mark_unit(library, unit, UnitMark.NO_CODE))
    do(library, apply_code(library, document.id, select(library, document, "lamps"), sea))
    assert _states(library, scheme)[1] is UnitState.CODED
    do(library, mark_unit(library, unit, UnitMark.NO_CODE))
    assert _states(library, scheme)[1] is UnitState.NO_CODE
    assert library.coded(document.id) == []
    library.undo()
    assert _states(library, scheme)[1] is UnitState.CODED
    library.undo()
    assert _states(library, scheme)[1] is UnitState.NO_CODE


def test_units_are_split_and_joined_over_paragraphs_and_undone(
    library: Library, document: Document, scheme: str
) -> None:
    _part(library, library.units(scheme)[0], "before winter")
    cut = FIRST.index("before winter")
    assert _texts(library, scheme)[:3] == [FIRST[: cut - 1], FIRST[cut:], SECOND]
    _part(library, library.units(scheme)[1], "comes")
    assert _texts(library, scheme)[1:4] == ["before winter", "comes.", SECOND]
    library.apply(join_units(library, [one.unit.id for one in library.units(scheme)[:3]]))
    assert _texts(library, scheme)[:2] == [FIRST, SECOND]
    library.apply(join_units(library, [one.unit.id for one in library.units(scheme)[2:4]]))
    assert _texts(library, scheme) == [FIRST, SECOND, f"{THIRD}|{NETS}", BOATS]
    read_again(library, document, f"{WALL} {NETS}", BOATS)
    assert _texts(library, scheme) == [FIRST, SECOND, f"{THIRD} {NETS}", BOATS]
    for _ in range(4):
        library.undo()
    assert _texts(library, scheme) == [FIRST, SECOND, THIRD, NETS, BOATS]


def test_a_unit_is_split_between_words_only(library: Library, scheme: str) -> None:
    one = library.units(scheme)[0]
    block = one.spans[0].block
    words = library.texts([block])[block]
    assert words.startswith(FIRST)
    letter = FIRST.index(" ", len(FIRST) // 2) + 2  # within a word, nearer to its beginning
    library.apply(split_unit(library, one.unit.id, block, letter))
    first, second = _texts(library, scheme)[:2]
    assert (first, second) == (FIRST[: letter - 2], FIRST[letter - 1 :])
    library.undo()
    for place in range(1, len(FIRST)):
        library.apply(split_unit(library, one.unit.id, block, place))
        first, second = _texts(library, scheme)[:2]
        assert f"{first} {second}" == FIRST
        library.undo()


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("safe streets", 2, 4),
        ("a stop-and-search", 9, 2),
        ("one—two", 5, 4),
        ("港湾の壁", 2, 2),
        ("unsplittable", 4, 4),
    ],
)
def test_the_nearest_place_between_words_is_found(text: str, place: int, wanted: int) -> None:
    assert split_place(text, place, 0, len(text)) == wanted


def test_what_was_said_of_a_unit_is_said_of_its_halves_and_of_the_whole_where_it_was_of_all(
    library: Library, scheme: str
) -> None:
    one, two, three = library.units(scheme)[:3]
    do(library, mark_unit(library, one.unit.id, UnitMark.NO_CODE))
    do(library, mark_unit(library, two.unit.id, UnitMark.NO_CODE))
    _part(library, one, "before winter")
    assert _states(library, scheme)[:4] == [UnitState.NO_CODE] * 3 + [UnitState.UNSEEN]
    library.apply(join_units(library, [unit.unit.id for unit in library.units(scheme)[:3]]))
    assert _states(library, scheme)[:2] == [UnitState.NO_CODE, UnitState.UNSEEN]
    library.apply(join_units(library, [one.unit.id, three.unit.id]))
    assert _states(library, scheme)[0] is UnitState.UNSEEN
    library.undo()
    do(library, mark_unit(library, three.unit.id, UnitMark.UNSURE))
    library.apply(join_units(library, [one.unit.id, three.unit.id]))
    assert _states(library, scheme)[0] is UnitState.UNSURE


def test_locked_units_are_fixed_and_only_neighbours_are_joined(
    library: Library, document: Document, scheme: str
) -> None:
    units = library.units(scheme)
    with pytest.raises(UnitsFixed, match="follow each other"):
        join_units(library, [units[0].unit.id, units[2].unit.id])
    with pytest.raises(UnitsFixed, match="nothing to split"):
        split_unit(library, units[0].unit.id, units[0].spans[0].block, 0)
    library.apply(lock(library, scheme))
    assert not lock(library, scheme).changes
    with pytest.raises(UnitsFixed, match="locked"):
        split_unit(library, units[0].unit.id, units[0].spans[0].block, 5)
    with pytest.raises(UnitsFixed, match="locked"):
        join_units(library, [units[0].unit.id, units[1].unit.id])
    do(library, mark_unit(library, units[0].unit.id, UnitMark.UNSURE))
    library.undo()
    library.undo()
    _part(library, units[0], "before winter")


def test_a_scheme_goes_with_what_was_said_of_its_units_and_its_codes_stay(
    library: Library, document: Document, scheme: str
) -> None:
    unit = library.units(scheme)[0]
    sea = do(library, create_code(library, "Sea"))
    span = unit.spans[0]
    do(library, apply_code(library, document.id, Selection(span.block, span.start, span.block, span.end), sea))
    do(library, mark_unit(library, library.units(scheme)[1].unit.id, UnitMark.NO_CODE))
    library.apply(rename_scheme(library, scheme, "All sentences"))
    before = (_texts(library, scheme), _states(library, scheme))
    edit = delete_scheme(library, scheme)
    assert edit.label == "Delete units “All sentences”"
    library.apply(edit)
    assert (library.schemes(), library.units(scheme)) == ([], [])
    assert len(library.coded(document.id)) == 1
    library.undo()
    assert (_texts(library, scheme), _states(library, scheme)) == before


def test_an_edit_of_many_rows_is_made_whole_or_not_at_all(library: Library, document: Document) -> None:
    edit = make_scheme(library, "Sentences", Base.SENTENCE, [document.id])
    heard: list[tuple[int, int]] = []

    def heed(done: int, of: int) -> None:
        heard.append((done, of))
        if done == of:
            raise CancelledError

    with pytest.raises(CancelledError):
        library.apply(edit, heed)
    assert heard[0] == (0, len(edit.changes))
    assert (library.schemes(), library.undo_label()) == ([], None)
    library.apply(edit)
    again = Edit("Again", edit.changes[1:])
    with pytest.raises(StaleEdit):  # these units are there
        library.apply(again)
    library.undo()
    assert library.schemes() == []
    with pytest.raises(CancelledError):
        library.redo(heed=heed)
    assert library.schemes() == []
    library.redo()
    assert len(library.units(edit.changes[0].id)) == len(edit.changes) - 1
