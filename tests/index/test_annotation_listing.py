"""The table of codes and notes: what stands in each row, what is found by typing, matrix, units and retrieval."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from annotating import BOATS, NETS, WALL, do, manifesto, read_again, select

from index.annotations.filtering import COLUMNS, By, Facets, Kind, Shelf
from index.annotations.listing import Annotations, read_annotations
from index.annotations.matrix import matrix, united
from index.annotations.retrieval import retrieved
from index.annotations.unit_matrix import unit_matrix
from reader.home import home
from reader.library import coder_edits
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code, code_document, make_note
from reader.library.library import Library
from reader.library.records import Document
from reader.library.unit_edits import make_scheme, mark_unit
from reader.library.units import Base, UnitMark, UnitState
from reader.library.verdicts import Span
from reader.model import Piece


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(home(tmp_path / "library")) as opened:
        yield opened


def store(library: Library, tmp_path: Path, party: str, *texts: str) -> Document:
    """A manifesto of this party, each of its paragraphs on a page of its own."""
    file = tmp_path / f"{party}.txt"
    file.write_text(party)
    made = manifesto(*texts)
    pages = iter(range(1, 99))
    blocks = tuple(
        replace(one, pieces=(Piece(0, len(one.text), page := next(pages), f"{page + 40}"),), section=("Our coast",))
        for one in made.blocks
    )
    return library.store(file, replace(made, blocks=blocks), {"party": party})


@pytest.fixture
def coast(library: Library, tmp_path: Path) -> tuple[Document, Document]:
    """Two manifestos, coded by two people with Sea > Fishing and Town; a note, and an attribute of a manifesto."""
    lamp = store(library, tmp_path, "Lamp Society", WALL, NETS, BOATS)
    quay = store(library, tmp_path, "Quay Party", WALL, BOATS)
    sea = do(library, create_code(library, "Sea"))
    fishing = do(library, create_code(library, "Fishing", sea))
    town = do(library, create_code(library, "Town"))
    do(
        library,
        apply_code(library, lamp.id, select(library, lamp, "Nets for the whole fishing fleet"), fishing, "Café"),
    )
    do(library, apply_code(library, lamp.id, select(library, lamp, "the whole fishing fleet are"), sea))
    do(library, apply_code(library, lamp.id, select(library, lamp, "The harbour wall", NETS), town))
    do(library, make_note(library, quay.id, select(library, quay, "The lamps"), "the council’s?"))
    other = do(library, coder_edits.add_coder(library, "Ines"))
    library.work_as(other)
    do(library, apply_code(library, quay.id, select(library, quay, BOATS), sea))
    do(library, code_document(library, quay.id, town))
    return lamp, quay


def found(shelf: Shelf, typed: str, facets: Facets | None = None) -> list[str]:
    return [shelf.annotations.rows[number].words for number in shelf.find(typed, facets or Facets())]


def test_a_row_tells_code_memo_manifesto_page_section_and_coder(
    library: Library, coast: tuple[Document, Document]
) -> None:
    rows = read_annotations(library).rows
    nets = next(row for row in rows if row.words == "Nets for the whole fishing fleet")
    assert (nets.path, nets.memo, nets.manifesto, nets.pages) == ("Sea > Fishing", "Café", "Lamp Society", "43")
    assert nets.section == ("Our coast",)
    assert {row.coder_name for row in rows} == {library.coders()[0].name, "Ines"}
    over_pages = next(row for row in rows if row.path == "Town" and row.document == coast[0].id)
    assert over_pages.pages == "42–43"
    attribute = next(row for row in rows if not row.has_words)
    assert (attribute.path, attribute.words, attribute.pages, attribute.found) == ("Town", "", "", True)


def test_words_typed_are_found_wherever_they_stand_without_case_accents_or_curly_marks(
    library: Library, coast: tuple[Document, Document]
) -> None:
    shelf = Shelf(read_annotations(library))
    assert found(shelf, "FISHING sea nets") == ["Nets for the whole fishing fleet"]
    assert found(shelf, "cafe") == ["Nets for the whole fishing fleet"]
    assert found(shelf, "council's") == ["The lamps"]
    assert found(shelf, "Ines town") == [""]
    assert found(shelf, "nowhere") == []
    assert len(found(shelf, "")) == 6


def test_facets_take_codes_with_those_below_them_and_count_so(
    library: Library, coast: tuple[Document, Document]
) -> None:
    made = read_annotations(library)
    shelf = Shelf(made)
    sea = made.codebook.find("Sea")
    assert sea is not None
    assert found(shelf, "", Facets(code=sea.id)) == [
        "Nets for the whole fishing fleet",
        "the whole fishing fleet are",
        BOATS,
    ]
    assert found(shelf, "", Facets(code=sea.id, document=coast[1].id)) == [BOATS]
    assert found(shelf, "", Facets(kind=Kind.NOTE)) == ["The lamps"]
    assert found(shelf, "", Facets(kind=Kind.DOCUMENT)) == [""]
    counts = shelf.counts()
    assert counts["code"][sea.id] == 3
    assert counts["kind"] == {"passage": 4, "note": 1, "document": 1}


def test_words_that_are_lost_when_a_manifesto_is_read_again_are_a_kind_of_their_own(
    library: Library, coast: tuple[Document, Document]
) -> None:
    read_again(library, coast[0], WALL, BOATS)
    shelf = Shelf(read_annotations(library))
    assert set(found(shelf, "", Facets(kind=Kind.LOST))) >= {"Nets for the whole fishing fleet"}


def test_rows_are_sorted_by_each_column_and_grouped_in_the_order_of_the_codebook(
    library: Library, coast: tuple[Document, Document]
) -> None:
    made = read_annotations(library)
    shelf = Shelf(made)
    everything = shelf.find("")
    for column, one in enumerate(COLUMNS):
        keys = [one.key(made.rows[number]) for number in shelf.sort(everything, column)]
        assert keys == sorted(keys)
    assert shelf.sort(everything, 6, descending=True)[0] == shelf.sort(everything, 6)[-1]
    groups = shelf.group(everything, By.CODE)
    assert [made.codebook.written_path(name) for name, _ in groups] == ["Sea", "Sea > Fishing", "Town", ""]
    assert [name for name, _ in shelf.group(everything, By.MANIFESTO)] == [one.id for one in coast]


def test_the_matrix_counts_a_code_with_those_below_it_and_shared_words_once(
    library: Library, coast: tuple[Document, Document]
) -> None:
    found = matrix(library, read_annotations(library))
    assert [code.name for code in found.codes] == ["Sea", "Fishing", "Town"]
    assert found.paths == ("Sea", "Sea > Fishing", "Town")
    assert found.documents == tuple(one for one in library.documents())
    (sea_lamp, sea_quay), (fishing_lamp, fishing_quay), (_, town_quay) = found.cells
    assert (sea_lamp.passages, sea_lamp.words) == (2, 7)  # "Nets for the whole fishing fleet are"
    assert (fishing_lamp.passages, fishing_lamp.words, fishing_quay.passages) == (1, 6, 0)
    assert (sea_quay.passages, sea_quay.words) == (1, len(BOATS.split()))
    assert (town_quay.passages, town_quay.words) == (1, 0)  # an attribute has no words
    words = found.documents[0].words
    assert sea_lamp.per_thousand == pytest.approx(7000 / words)


def test_spans_that_touch_or_overlap_are_one() -> None:
    assert united([Span("b", 5, 9), Span("a", 0, 4), Span("b", 0, 5), Span("b", 20, 22), Span("b", 8, 12)]) == [
        Span("a", 0, 4),
        Span("b", 0, 12),
        Span("b", 20, 22),
    ]


def test_a_retrieved_code_has_those_below_it_by_party_and_manifesto(
    library: Library, coast: tuple[Document, Document]
) -> None:
    made = read_annotations(library)
    sea = made.codebook.find("Sea")
    assert sea is not None
    parties = retrieved(made, sea.id)
    assert [(one.party, one.passages) for one in parties] == [("Lamp Society", 2), ("Quay Party", 1)]
    assert [row.words for row in parties[0].manifestos[0].rows] == [
        "Nets for the whole fishing fleet",
        "the whole fishing fleet are",
    ]
    assert retrieved(Annotations(), "") == ()


def test_units_keep_not_looked_at_apart_from_no_code(library: Library, tmp_path: Path) -> None:
    document = store(library, tmp_path, "Lamp Society", WALL, NETS, BOATS)
    sea = do(library, create_code(library, "Sea"))
    do(library, create_code(library, "Town"))
    scheme = do(library, make_scheme(library, "Paragraphs", Base.PARAGRAPH, [document.id]))
    wall, nets, boats = library.units(scheme)
    do(library, apply_code(library, document.id, select(library, document, "lamps on it"), sea))
    do(library, mark_unit(library, nets.unit.id, UnitMark.NO_CODE))
    found = unit_matrix(library, library.schemes()[0], library.coder)
    assert [row.state for row in found.rows] == [UnitState.CODED, UnitState.NO_CODE, UnitState.UNSEEN]
    assert [row.cells for row in found.rows] == [(1, 0), (0, 0), (None, None)]
    do(library, mark_unit(library, wall.unit.id, UnitMark.UNSURE))
    do(library, mark_unit(library, boats.unit.id, UnitMark.UNSURE))
    found = unit_matrix(library, library.schemes()[0], library.coder)
    assert [row.cells for row in found.rows] == [(1, None), (0, 0), (None, None)]
