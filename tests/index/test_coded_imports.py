"""Annotations come in on the right words or are listed, in one step; manifestos as the Manifesto Project coded them."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from awkward import store, stored

from index.annotations.importing import from_csv
from index.annotations.importing_any import taken as imported
from index.annotations.importing_marpor import fits
from index.annotations.quasi_sentences import parted
from index.annotations.taken_in import TakenIn
from index.annotations.unit_rows import unit_rows
from index.citations.styles import opened
from index.exports import coded
from index.exports.coded import Chosen
from index.exports.registry import Exportable, Layout, format_called
from reader.errors import EmptyFile, NotFound, NotSupported
from reader.formats import registry
from reader.home import home
from reader.library.codebook_edits import create_code
from reader.library.coding import New, add_annotations, code_document
from reader.library.library import Library
from reader.library.records import Document
from reader.library.unit_edits import join_units
from reader.library.units import UnitState
from reader.library.verdicts import Selection
from reader.model import Kind
from ui import assets

HOME = "Every family gets a home"
LAST = "the lamps burn all night, year after year."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(home(tmp_path / "home"), durable=False) as library:
        yield library


@pytest.fixture
def documents(library: Library, tmp_path: Path) -> list[Document]:
    return stored(library, tmp_path)


def table(folder: Path, *rows: tuple[str, ...], head: str = "document,quote,start,end,code,memo,coder") -> Path:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([head.split(","), *rows])
    path = folder / "codings.csv"
    path.write_text(written.getvalue(), "utf-8", newline="")
    return path


def csv_of(thing: Exportable) -> bytes:
    return format_called("csv").made(thing, Layout(assets.for_exports()))


def everything(library: Library) -> Exportable:
    style = opened("harvard", assets.citation_styles())
    return coded.exportable(library, Chosen(style, "2026-11-29T00:00:00.000000Z", "Hustings 0"))


def told(library: Library) -> list[tuple[str, str, str, str, str]]:
    return sorted(
        (row.document.title, row.passage.words, row.path, row.memo, row.coder.name) for row in coded.rows_of(library)
    )


def test_what_left_comes_back_the_same_into_another_library_and_not_twice(
    library: Library, documents: list[Document], tmp_path: Path
) -> None:
    draw = random.Random(3)  # noqa: S311  # a test that is the same each time
    for name in ("Homes", "Fire > doors", "-Lamps"):
        library.apply(create_code(library, name))
    codes = [code.id for code in library.codebook().codes]
    new = []
    for document in documents:
        blocks = [block for block in library.blocks(document.id) if block.kind is not Kind.FURNITURE]
        for number in range(20):
            at = draw.randrange(len(blocks))
            last = min(len(blocks) - 1, at + draw.choice((0, 0, 1)))
            start = draw.randrange(len(blocks[at].text))
            end = draw.randrange(start if last == at else 0, len(blocks[last].text)) + 1
            place = Selection(blocks[at].id, start, blocks[last].id, end)
            new.append(New(document.id, place, draw.choice(["", *codes]), f"=Memo {number}\n\nof two lines"))
    library.apply(add_annotations(library, "", new))
    library.apply(code_document(library, documents[0].id, codes[0]))
    path = tmp_path / "all.csv"
    path.write_bytes(csv_of(everything(library)))
    again = from_csv(library, path)
    assert (again.edit.changes, again.left_out, again.there) == ((), (), len(coded.rows_of(library)))
    with Library.open(home(tmp_path / "other"), durable=False) as other:
        for number, document in enumerate(documents):
            store(other, tmp_path / document.file_name, number)
        taken = from_csv(other, path)
        assert taken.left_out == ()
        other.apply(taken.edit)
        assert told(other) == told(library)
        assert [row.made for row in coded.rows_of(other)] == [row.made for row in coded.rows_of(library)]
        other.undo()
        assert coded.rows_of(other) == []
        assert len(other.codebook()) == 0


def taken(library: Library, path: Path) -> TakenIn:
    found = from_csv(library, path)
    library.apply(found.edit)
    return found


def test_quotations_are_found_by_their_letters_and_manifestos_by_any_of_their_names(
    library: Library, documents: list[Document], tmp_path: Path
) -> None:
    path = table(
        tmp_path,
        (documents[0].id.upper(), "every FAMILY gets\n a home, and every home a fire door; the lamps", "", "", "Homes"),
        ("folder/wide.txt", "Cafés and naïve cafe\u0301s", "", "", "Food > Coffee", "", "Ann"),
        ("printed", "harbour wall before the winter storms", "", "", "Sea", "", "ann"),
        ("Party 2", "", "0", "8", "Sea"),
    )
    found = taken(library, path)
    assert found.left_out == ()
    assert (found.annotations, found.codes, found.coders) == (4, 4, 1)
    assert [one[1:3] for one in told(library)] == [
        (f"{HOME}, and every home a fire door; the lamps", "Homes"),
        ("Our plan", "Sea"),
        ("harbour wall before the winter storms", "Sea"),
        ("Cafe\u0301s and naïve cafés", "Food > Coffee"),
    ]
    assert "4 codes and notes, 4 new codes of the codebook, 1 new coder" in found.summary
    assert library.history()[0][-1] == "Import 4 annotations from “codings.csv”"


def test_what_is_not_found_or_not_unique_is_listed_and_never_guessed(
    library: Library, documents: list[Document], tmp_path: Path
) -> None:
    library.apply(create_code(library, "Sea", codable=False))
    for parent in ("A", "B"):
        library.apply(create_code(library, parent))
        library.apply(create_code(library, "Twice", library.codebook().codes[-1].id))
    path = table(
        tmp_path,
        ("crlf.txt", "no such words", "", "", "Homes"),
        ("crlf.txt", "a home", "", "", "Homes"),
        ("nowhere.pdf", HOME, "", "", "Homes"),
        ("crlf.txt", "", "5", "99999", "Homes"),
        ("crlf.txt", HOME, "", "", "Sea"),
        ("crlf.txt", HOME, "", "", "Twice"),
        ("crlf.txt", "", "", "", "", "a memo on nothing"),
    )
    found = taken(library, path)
    assert [(one.number, one.why) for one in found.left_out] == [
        (2, "The words were not found in the manifesto."),
        (3, "The words stand in several places of the manifesto."),
        (4, "No manifesto is called “nowhere.pdf”."),
        (5, "The manifesto has no characters 5 to 99999."),
        (6, "“Sea” only groups other codes."),
        (7, "Several codes are called “Twice”."),
        (8, "It has neither words nor a code."),
    ]
    assert (found.annotations, found.codes) == (0, 0)
    assert library.codebook().find("Homes") is None
    assert found.summary == "Taken in: nothing new (7 rows were left out)."


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("fire", None),
        ("gets", None),
        ("👩", None),
        ("👦", "👦"),
        ("Every family 👩‍👩‍👧‍👦", "Every family 👩‍👩‍👧‍👦"),
        ("osm", None),
    ],
)
def test_a_quotation_is_whole_words_before_it_is_parts_of_them(
    library: Library, documents: list[Document], tmp_path: Path, quote: str, words: str | None
) -> None:
    found = taken(library, table(tmp_path, ("crlf.txt", quote, "", "", "Homes")))
    assert [one[1] for one in told(library)] == ([] if words is None else [words])
    assert len(found.left_out) == (words is None)


def test_offsets_that_do_not_fit_the_quotation_give_way_to_it(
    library: Library, documents: list[Document], tmp_path: Path
) -> None:
    taken(library, table(tmp_path, ("crlf.txt", "the lamps burn all night", "3", "12", "Lamps")))
    assert [one[1] for one in told(library)] == ["the lamps burn all night"]


def test_semicolons_tabs_and_other_encodings_are_read(
    library: Library, documents: list[Document], tmp_path: Path
) -> None:
    path = tmp_path / "excel.csv"
    for number, (between, encoding) in enumerate(((";", "utf-8-sig"), ("\t", "utf-16"), (",", "cp1252"))):
        lines = (("Document", "Quote", "Code"), ("crlf.txt", "“quoted, twice”", f"Zitat ä{number}"))
        text = "\r\n".join(between.join(f'"{cell}"' for cell in line) for line in lines)
        path.write_bytes(text.encode(encoding))
        taken(library, path)
    assert [one[1:3] for one in told(library)] == [("“quoted, twice”", f"Zitat ä{number}") for number in range(3)]


def test_a_file_without_the_columns_is_refused_with_those_that_it_needs(library: Library, tmp_path: Path) -> None:
    for content, error in ((b"a,b\n1,2\n", NotSupported), (b"", EmptyFile), (b'document,quote\n"x', NotFound)):
        path = tmp_path / ("nothing.csv" if error is NotFound else "wrong.csv")
        if error is not NotFound:
            path.write_bytes(content)
        with pytest.raises(error):
            from_csv(library, path)
    (tmp_path / "wrong.csv").write_bytes(b"a,b\n1,2\n")
    with pytest.raises(NotSupported, match="document,quote,start,end,code,memo,coder"):
        from_csv(library, tmp_path / "wrong.csv")


MARPOR = (
    ("Our plan", "H", "NA"),
    ("Every family", "504", ""),
    ("gets a home, and every home a fire-door", "504", "108"),
    ("No such sentence stands in it anywhere", "605.1", ""),
    ("and every home a fire door", "000", ""),
    ("THE LAMPS burn all night", "605.1", ""),
    ("year after year", "", ""),
)


def test_the_manifesto_projects_texts_are_laid_on_the_words_in_their_order(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "# Our plan\n\nEvery family gets a home, and every home a fire door; the lamps burn all night,\n"
        "year after year.\n\nNobody walks in the dark, and every home a fire door.\n",
        "utf-8",
    )
    document = library.store(path, registry.read(path), {"party": "Lamps", "date": "2019-12-12"})
    library.apply(create_code(library, "605.1 Law and Order: Positive", key="605.1"))
    found = taken(library, table(tmp_path, *MARPOR, head="text,cmp_code,eu_code"))
    assert [(one.number, one.words) for one in found.left_out] == [
        (5, "No such sentence stands in it anywhere"),
        (6, "and every home a fire door"),
    ]
    rows = [(row.passage.words, row.path) for row in coded.rows_of(library)]
    assert rows == [
        ("Our plan", "H"),
        ("Every family", "504"),
        ("gets a home, and every home a fire door", "504"),
        ("gets a home, and every home a fire door", "eu_code > 108"),
        ("the lamps burn all night", "605.1 Law and Order: Positive"),
    ]
    made = library.read(lambda at: parted(at, document.id, library.coder))
    assert [(one.text, one.cmp_code, one.eu_code) for one in made.sentences][:5] == [
        ("Our plan", "H", ""),
        ("Every family", "504", ""),
        ("gets a home, and every home a fire door", "504", "108"),
        (";", "", ""),
        ("the lamps burn all night", "605.1", ""),
    ]
    assert coded.quasi_sentences(made).name == "Lamps_201912"


def test_quasi_sentences_that_left_come_back_on_the_same_words(
    library: Library, documents: list[Document], tmp_path: Path
) -> None:
    document = documents[0]
    new = []
    for number, block in enumerate(library.blocks(document.id)):
        library.apply(create_code(library, f"{101 + number}", key=f"{101 + number}"))
        half = len(block.text) // 2
        code = library.codebook().codes[-1].id
        new += [
            New(document.id, Selection(block.id, *ends), code)
            for ends in ((0, block.id, half), (half, block.id, len(block.text)))
        ]
    library.apply(add_annotations(library, "", new))
    before = [(row.passage.words.strip(), row.path) for row in coded.rows_of(library)]
    path = tmp_path / "out.csv"
    path.write_bytes(csv_of(coded.quasi_sentences(library.read(lambda at: parted(at, document.id, library.coder)))))
    library.undo()
    assert coded.rows_of(library) == []
    found = from_csv(library, path, document="crlf")
    library.apply(found.edit)
    assert found.left_out == ()
    assert [(row.passage.words.strip(), row.path) for row in coded.rows_of(library)] == before


def test_of_which_manifesto_it_is_must_be_certain(library: Library, documents: list[Document], tmp_path: Path) -> None:
    path = table(
        tmp_path, ("Every family gets a home, and every home a fire door", "504", ""), head="text,cmp_code,eu_code"
    )
    with pytest.raises(NotFound, match="fits several manifestos"):
        from_csv(library, path)
    assert from_csv(library, path, document="crlf.txt").annotations == 1
    with pytest.raises(NotFound, match="No manifesto is called"):
        from_csv(library, path, document="nowhere")
    other = table(tmp_path, ("Nothing of this stands anywhere at all", "504", ""), head="text,cmp_code,eu_code")
    with pytest.raises(NotFound, match="fits no manifesto"):
        from_csv(library, other)


def test_quasi_sentences_become_units_that_can_be_edited_in_the_same_step_and_not_twice(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# Our plan\n\nEvery family gets a home, and the lamps burn; nobody walks in the dark.\n", "utf-8")
    document = library.store(path, registry.read(path), {"party": "Lamps", "date": "2019-12-12"})
    coded_elsewhere = table(
        tmp_path,
        ("Our plan", "H", ""),
        ("Every family gets a home,", "504", ""),
        ("Words of another plan altogether", "104", ""),
        ("and the lamps burn;", "", ""),
        ("nobody walks in the dark.", "605.1", "108"),
        head="text,cmp_code,eu_code",
    )
    found = taken(library, coded_elsewhere)
    assert [one.number for one in found.left_out] == [4]
    assert (
        found.summary
        == "Taken in: 4 codes and notes, 4 units to be coded, 5 new codes of the codebook (1 row was left out)."
    )
    (scheme,) = library.schemes()
    units = library.units(scheme.id)
    words = [one.unit.anchor.quote for one in units]
    assert words == ["Our plan", "Every family gets a home,", "and the lamps burn;", "nobody walks in the dark."]
    assert (scheme.name, scheme.headings, scheme.locked) == (f"Quasi-sentences, {document.name}", True, False)
    states = library.read(lambda at: unit_rows(at, scheme))
    assert [row.state for row in states] == [UnitState.CODED, UnitState.CODED, UnitState.UNSEEN, UnitState.CODED]
    again = library.read(lambda at: parted(at, document.id, library.coder, scheme.id))
    assert [(one.text, one.cmp_code, one.eu_code) for one in again.sentences] == [
        ("Our plan", "H", ""),
        ("Every family gets a home,", "504", ""),
        ("and the lamps burn;", "", ""),
        ("nobody walks in the dark.", "605.1", "108"),
    ]
    assert from_csv(library, coded_elsewhere).edit.changes == ()
    library.apply(join_units(library, [one.unit.id for one in units[1:3]]))
    assert [one.unit.anchor.quote for one in library.units(scheme.id)][1] == f"{words[1]} {words[2]}"
    # Units that were changed stay as they are, and those of the file come beside them.
    beside = from_csv(library, coded_elsewhere)
    assert [change.after["name"] for change in beside.edit.changes[:1] if change.after] == [f"{scheme.name} (2)"]
    said = f"“{scheme.name}” differ from these by now and stay: the new ones are “{scheme.name} (2)”."
    assert beside.summary.endswith(f"(4 were there already; 1 row was left out). {said}")
    library.undo()
    library.undo()
    assert (library.schemes(), coded.rows_of(library), library.codebook().codes) == ([], [], ())


def test_how_well_quasi_sentences_fit_each_manifesto_is_told_before_one_is_chosen(
    library: Library, documents: list[Document], tmp_path: Path
) -> None:
    other = tmp_path / "other.md"
    other.write_text("Nobody here promises anything of the kind, and the harbour wall is mended.\n", "utf-8")
    poor = store(library, other, 9)
    path = table(tmp_path, (LAST, "504", ""), ("No such words", "", ""), head="text,cmp_code,eu_code")
    found = fits(library, path)
    assert len(found) == len(library.documents())
    assert {(one.document.id, one.found, one.of) for one in found if one.document.id in (documents[2].id, poor.id)} == {
        (documents[2].id, 1, 2),
        (poor.id, 0, 2),
    }
    assert [one.found for one in found] == sorted((one.found for one in found), reverse=True)
    made = imported(library, path, documents[2].id)
    assert {
        str(change.after["document"]) for change in made.edit.changes if change.after and "document" in change.after
    } == {documents[2].id}
    assert fits(library, table(tmp_path, ("crlf.txt", HOME, "", "", "A", "", ""))) == []
