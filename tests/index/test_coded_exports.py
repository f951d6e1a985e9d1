"""Codes and notes leave with exactly the words that were selected; other libraries than ours read them back."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path

import docx
import openpyxl
import pytest
from awkward import selected, stored

from index.annotations.listing import read_annotations
from index.annotations.matrix import matrix
from index.annotations.quasi_sentences import parted
from index.annotations.unit_matrix import unit_matrix
from index.citations.styles import opened
from index.exports import coded, noted, reading_back
from index.exports.annotation_report import By
from index.exports.coded import Chosen
from index.exports.registry import Exportable, Layout, format_called
from reader.errors import NotAsWritten
from reader.home import home
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import add_coder
from reader.library.coding import New, add_annotations, code_document, make_note
from reader.library.library import Library
from reader.library.records import Document
from reader.library.unit_edits import make_scheme, mark_unit
from reader.library.units import Base, UnitMark
from reader.library.verdicts import Selection
from reader.model import Block, Kind, Manifesto
from ui import assets

MEMO = 'A memo with "quotes",\nline breaks\n\nand =1+1'
EACH = 30


@dataclass(frozen=True)
class Coded:
    """A library with what was selected in it, in order of manifesto and place: words, code, coder."""

    library: Library
    documents: list[Document]
    said: list[tuple[str, str, str, str]]  # document, words, code, coder


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(home(tmp_path / "home"), durable=False) as opened_one:
        yield opened_one


@pytest.fixture
def made(library: Library, tmp_path: Path) -> Coded:
    documents = stored(library, tmp_path)
    codes: list[str] = []
    for name in ("Homes", "=Lamps"):
        edit = create_code(library, name, codes[0] if codes else "", definition="What\nit is")
        library.apply(edit)
        codes.append(edit.changes[0].id)
    library.apply(add_coder(library, "Ben, B."))
    coders = library.coders()
    draw = random.Random(7)  # noqa: S311  # a test that is the same each time
    new: list[New] = []
    said: dict[tuple[object, ...], tuple[str, str, str, str]] = {}
    for document in documents:
        blocks = [block for block in library.blocks(document.id) if block.kind is not Kind.FURNITURE]
        for _ in range(EACH):
            at = draw.randrange(len(blocks))
            last = min(len(blocks) - 1, at + draw.choice((0, 0, 0, 1, 2)))
            start = draw.randrange(len(blocks[at].text))
            end = draw.randrange(start if last == at else 0, len(blocks[last].text)) + 1
            place = Selection(blocks[at].id, start, blocks[last].id, end)
            code, coder = draw.choice([*codes, ""]), draw.choice(coders)
            words = selected(library, place, document.id)
            path = {codes[0]: "Homes", codes[1]: "Homes > =Lamps", "": ""}[code]
            said.setdefault((document.id, place, path, coder.name), (document.id, words, path, coder.name))
            new.append(New(document.id, place, code, MEMO, coder.id))
    library.apply(add_annotations(library, "Code", new))
    return Coded(library, documents, list(said.values()))


def chosen(by: By = By.CODE) -> Chosen:
    style = opened("harvard", assets.citation_styles())
    return Chosen(style, "2026-11-29T00:00:00.000000Z", "Hustings 0", by)


def written(made: Coded, form: str, by: By = By.CODE, *, for_excel: bool = False) -> bytes:
    layout = Layout(assets.for_exports(), for_excel=for_excel)
    return format_called(form).made(coded.exportable(made.library, chosen(by)), layout)


def test_another_thread_can_make_the_file_while_the_library_is_open(made: Coded) -> None:
    thing = coded.from_home(made.library.home, chosen)
    with ThreadPoolExecutor(1) as pool:
        content = pool.submit(lambda: format_called("csv").made(thing, Layout(assets.for_exports()))).result()
    assert content == written(made, "csv")


def test_letters_that_no_file_of_words_can_hold_stop_no_report(library: Library, tmp_path: Path) -> None:
    nasty = "a\x0cb\x07 \ufffe]]> \u202eturned\u202c _x000D_ &amp; <br>\ttab  \u2028 \xa0 "
    path = tmp_path / "plan.txt"
    path.write_text("plan")
    document = library.store(path, Manifesto("A plan", "en", (Block(Kind.PARAGRAPH, nasty),)), {"party": "P"})
    block = library.blocks(document.id)[0].id
    library.apply(make_note(library, document.id, Selection(block, 0, block, len(nasty))))
    thing = coded.exportable(library, chosen())
    for form in ("csv", "xlsx", "docx", "html", "md"):
        assert format_called(form).made(thing, Layout(assets.for_exports()))


def expected(made: Coded) -> list[tuple[str, str, str, str]]:
    notes = [one for one in made.said if not one[2]]
    assert len(made.said) >= EACH * len(made.documents) * 0.9
    assert notes
    return sorted(made.said)


def off(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


@pytest.mark.parametrize("for_excel", [False, True])
def test_csv_has_every_passage_with_its_offsets_in_the_running_text(made: Coded, for_excel: bool) -> None:
    content = written(made, "csv", for_excel=for_excel)
    assert content.startswith(b"\xef\xbb\xbf") is for_excel
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    told = [(row["document"], off(row["quote"]), off(row["code"]), row["coder"]) for row in rows]
    notes = [one for one in told if not one[2]]
    assert sorted({*told}) == sorted({*expected(made)})
    assert len(told) >= len(made.said)
    assert notes
    for name, group in groupby(rows, key=lambda row: row["document"]):
        blocks = [block for block in made.library.blocks(name) if block.kind is not Kind.FURNITURE]
        text = "\n".join(block.text for block in blocks)
        assert all(text[int(row["start"]) : int(row["end"])] == off(row["quote"]) for row in group)
    assert {off(row["memo"]) for row in rows} == {MEMO}
    assert {row["party"] for row in rows} == {f"Party {number}" for number in range(len(made.documents))}
    assert {row["page"] for row in rows if row["title"] == "printed"} == {"1", "2", "1–2"}


def test_a_workbook_has_the_same_in_cells_that_are_texts(made: Coded) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(made, "xlsx")))
    head, *rows = book["Annotations"].iter_rows(values_only=True)
    at = {str(name): place for place, name in enumerate(head)}
    told = {tuple(str(row[at[name]] or "") for name in ("document", "quote", "code", "coder")) for row in rows}
    assert told == {*expected(made)}
    assert all(cell.data_type in "sn" for row in book["Annotations"].iter_rows() for cell in row)
    assert [row[0].value for row in book["Codebook"].iter_rows(min_row=2)] == ["Homes", "Homes > =Lamps"]


class _Quotes(HTMLParser):
    """The words of block quotations, by the parser of the standard library."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # the library asks for it
        if tag == "blockquote":
            self._within = True
            self.found.append("")
        if tag == "br" and self._within:
            self.found[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self._within = self._within and tag != "blockquote"

    def handle_data(self, data: str) -> None:
        if self._within:
            self.found[-1] += data


@pytest.mark.parametrize("by", list(By))
def test_reports_quote_the_very_words_and_cite_them(made: Coded, by: By) -> None:
    parser = _Quotes()
    parser.feed(written(made, "html", by).decode())
    word = docx.Document(io.BytesIO(written(made, "docx", by)))
    paragraphs = [one.text for one in word.paragraphs if one.style is not None and one.style.name == "Quotation"]
    assert paragraphs == parser.found
    parties = {document.id: document.party for document in made.documents}
    wanted = {(words, parties[document]) for document, words, _, _ in made.said}
    told = set()
    for quoted in parser.found:
        words, _, cited = quoted.rpartition(" (Party ")
        told.add((words.rpartition(" […] ")[2] if "[…]" in words else words, f"Party {cited[0]}"))
    assert told == wanted
    heads = [one.text for one in word.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    sections = ["Homes", "Homes > =Lamps", "Notes without a code"]
    assert heads[: len(sections)] == (sections if by is By.CODE else [f"Party {number}" for number in range(3)])


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "html"])
def test_a_file_that_says_something_else_is_not_handed_over(made: Coded, form: str) -> None:
    thing = coded.exportable(made.library, chosen())
    assert thing.publication is not None
    assert thing.sheets is not None
    whole, tables = thing.publication(), thing.sheets()
    other = Exportable(
        "Other",
        publication=lambda: replace(whole, blocks=whole.blocks[:10]),
        sheets=lambda: (replace(tables[0], rows=tables[0].rows[::-1]),),
    )
    content = format_called(form).write(other, Layout(assets.for_exports()))
    reading_back.check(form, content, other)
    with pytest.raises(NotAsWritten):
        reading_back.check(form, content, thing)


def test_units_keep_unseen_unsure_no_code_and_coded_apart(library: Library, tmp_path: Path) -> None:
    document = stored(library, tmp_path)[0]
    scheme = make_scheme(library, "All", Base.PARAGRAPH, [document.id])
    library.apply(scheme)
    code = create_code(library, "Homes")
    library.apply(code)
    units = library.units(scheme.changes[0].id)
    spans = [unit.spans[0] for unit in units]
    places = [Selection(span.block, span.start, span.block, span.end) for span in spans]
    library.apply(add_annotations(library, "", [New(document.id, places[at], code.changes[0].id) for at in (0, 2)]))
    library.apply(mark_unit(library, units[1].unit.id, UnitMark.NO_CODE))
    library.apply(mark_unit(library, units[2].unit.id, UnitMark.UNSURE))
    library.apply(mark_unit(library, units[3].unit.id, UnitMark.UNSURE))
    thing = coded.units(library, library.schemes()[0])
    rows = list(csv.DictReader(io.StringIO(format_called("csv").made(thing, Layout(assets.for_exports())).decode())))
    assert [(row["state"], row["Homes"]) for row in rows] == [
        ("coded", "1"),
        ("none", "0"),
        ("unsure", "1"),
        ("unsure", ""),
        ("unseen", ""),
    ]
    assert [off(row["text"]) for row in rows] == [selected(library, place, document.id) for place in places]


def test_quasi_sentences_have_codes_as_text_and_tell_not_coded_from_no_category(
    library: Library, tmp_path: Path
) -> None:
    document = stored(library, tmp_path)[2]
    scheme = make_scheme(library, "All", Base.PARAGRAPH, [document.id])
    library.apply(scheme)
    codes = [create_code(library, name, **fields) for name, fields in (("605.1 Law", {}), ("Homes", {"key": "504"}))]
    for code in codes:
        library.apply(code)
    units = library.units(scheme.changes[0].id)
    blocks = [unit.spans[0].block for unit in units]
    new = [
        New(document.id, Selection(blocks[0], 0, blocks[0], 12), codes[0].changes[0].id),
        New(document.id, Selection(blocks[2], 0, blocks[3], 4), codes[1].changes[0].id),
    ]
    library.apply(add_annotations(library, "", new))
    library.apply(mark_unit(library, units[1].unit.id, UnitMark.NO_CODE))
    made = library.read(lambda at: parted(at, document.id, library.coder, scheme.changes[0].id))
    told = [(one.text, one.cmp_code) for one in made.sentences]
    texts = [block.text for block in library.blocks(document.id)]
    assert told == [
        ("Our plan", "H"),
        ("Every family", "605.1"),
        (texts[1][13:], ""),
        (texts[2], "000"),
        (texts[3], "504"),
        (texts[4][:4], "504"),
        (texts[4][4:].strip(), ""),
        (texts[5], ""),
    ]
    whole = library.read(lambda at: parted(at, document.id, library.coder))
    assert (f"{texts[3]}\n{texts[4][:4]}", "504") in [(one.text, one.cmp_code) for one in whole.sentences]
    assert coded.quasi_sentences(made).name == "Party-2_2019"
    content = format_called("csv").made(coded.quasi_sentences(made), Layout(assets.for_exports())).decode()
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [(off(row["text"]), row["cmp_code"], row["eu_code"]) for row in rows] == [(*one, "") for one in told]


def test_codes_of_whole_manifestos_have_no_words(library: Library, tmp_path: Path) -> None:
    document = stored(library, tmp_path)[0]
    code = create_code(library, "Incumbent")
    library.apply(code)
    library.apply(code_document(library, document.id, code.changes[0].id))
    (row,) = coded.rows_of(library)
    assert (row.of_document, row.passage.words, row.passage.start, row.path) == (True, "", None, "Incumbent")
    content = format_called("html").made(coded.exportable(library, chosen()), Layout(assets.for_exports())).decode()
    assert "The whole manifesto: " in content


def test_a_table_has_its_rows_in_the_order_that_was_asked_for_and_a_report_by_code(made: Coded) -> None:
    names = [row.id for row in coded.rows_of(made.library)]
    order = tuple(sorted(names)[: len(names) // 2])
    assert list(order) != [name for name in names if name in order]
    thing = coded.exportable(made.library, replace(chosen(), only=order))
    layout = Layout(assets.for_exports())
    rows = csv.DictReader(io.StringIO(format_called("csv").made(thing, layout).decode(), newline=""))
    assert [row["id"] for row in rows] == list(order)
    book = openpyxl.load_workbook(io.BytesIO(format_called("xlsx").made(thing, layout)))
    assert [str(row[-1].value) for row in book["Annotations"].iter_rows(min_row=2)] == list(order)
    page = format_called("html").made(thing, layout).decode()
    assert page.index("<h2>Homes</h2>") < page.index("<h2>Homes &gt; =Lamps</h2>")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_codes_by_manifestos_are_read_back_with_every_figure(library: Library, tmp_path: Path, form: str) -> None:
    document = stored(library, tmp_path)[0]
    code = create_code(library, "=Lamps")
    library.apply(code)
    passages = [block for block in library.blocks(document.id) if block.is_passage]
    new = [
        New(document.id, Selection(block.id, 0, block.id, len(block.text)), code.changes[0].id) for block in passages
    ]
    library.apply(add_annotations(library, "", new[:1]))
    annotations = read_annotations(library)
    counted = matrix(library, annotations)
    assert len(repr(counted.cells[0][0].per_thousand)) > len("33.3333")  # a figure with many digits
    thing = noted.by_manifestos(counted, ["code"])
    assert thing.sheets is not None
    tables = thing.sheets()
    assert tables[0].columns == ("code", "code (2)")  # no column is called as another
    content = format_called(form).made(thing, Layout(assets.for_exports()))
    other = replace(thing, sheets=lambda: (replace(tables[0], rows=(("=Lamps", 2),)), *tables[1:]))
    with pytest.raises(NotAsWritten):
        reading_back.check(form, content, other)


def test_units_by_codes_have_a_head_of_its_own_for_each_code(library: Library, tmp_path: Path) -> None:
    document = stored(library, tmp_path)[0]
    library.apply(make_scheme(library, "All", Base.PARAGRAPH, [document.id]))
    for name in ("state", "Homes", "Lamps"):
        library.apply(create_code(library, name))
    homes, lamps = (library.codebook().find(name) for name in ("Homes", "Lamps"))
    assert homes is not None
    assert lamps is not None
    for parent in (homes, lamps):
        library.apply(create_code(library, "Costs", parent.id))
    made = noted.by_units(unit_matrix(library, library.schemes()[0], library.coder), {document.id: "P"})
    head = next(csv.reader(io.StringIO(format_called("csv").made(made, Layout(assets.for_exports())).decode())))
    assert head[4:] == ["state (2)", "Homes", "Homes > Costs", "Lamps", "Lamps > Costs"]


def test_the_codebook_counts_what_stands_on_words_and_manifestos_without_reading_them(made: Coded) -> None:
    rows = coded.rows_of(made.library)
    thing = coded.codebook(made.library, "Hustings 0")
    assert thing.sheets is not None
    counts = {row[0]: row[-1] for row in thing.sheets()[0].rows}
    assert counts == {path: sum(row.path == path for row in rows) for path in ("Homes", "Homes > =Lamps")}
