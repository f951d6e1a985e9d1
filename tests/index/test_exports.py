"""Exports: everything that is shown, with its place, and nothing that a manifesto says taken for a mark."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from indexed import Indexed, Written
from markdown_it import MarkdownIt

from index.comparison import Comparison, compare
from index.exports.comparing import exportable, marked, table_of
from index.exports.markdown_text import plain as escaped
from index.exports.publication import Quotation, plain
from index.exports.registry import FORMATS, Layout, Resources, format_called, formats_of
from index.exports.shown import Shown
from index.exports.topic_views import document_views
from index.shortening import whole
from index.topics.model import Match, Reason, Statement, StatementKind, Subtopic, Topic, TopicQuery
from reader.library.records import Document

LAYOUT = Layout(Resources(Path(__file__).resolve().parents[2] / "assets" / "templates", ()))
NASTY = "We will buy a <b>lifeboat</b> & *two* [oars](x) | _now_."
TOPIC = Topic(
    "boats",
    4,
    "Boats <big>",
    "#336699",
    "All that floats.",
    (TopicQuery("lifeboat", subtopics=("sea",)),),
    (),
    (Subtopic("sea", "At sea & ashore"), Subtopic("lake", "On lakes")),
    sensitive=True,
)


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    speaks = Written(f"# Harbours\n{NASTY}\nThe lifeboat was sold.", fields={"year": "2017", "colour": "#cc0000"})
    silent = Written("Roads.", party="Greens", fields={"colour": "red;}</style>", "election": "Lake 2017"})
    return Indexed(tmp_path, speaks, silent)


@pytest.fixture
def table(made: Indexed) -> Comparison:
    return compare(TOPIC, made.documents, made.views(TOPIC))


def shown(table: Comparison) -> Shown:
    return Shown(table, "2026-11-28T12:00:00.000000Z", "Hustings 0", set_name="Quays", of=3)


def written(table: Comparison, form: str) -> str:
    return format_called(form).write(exportable(shown(table)), LAYOUT).decode()


class Page(HTMLParser):
    """The tags of a page, and its text by tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "img"):
            self._open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            self.texts[tag][-1] += data


def test_json_holds_the_whole_table(table: Comparison, made: Indexed) -> None:
    values = json.loads(written(table, "json"))
    assert values["format"] == "hustings-comparison"
    assert values["topic"] == {
        "id": "boats",
        "version": 4,
        "name": "Boats <big>",
        "definition": "All that floats.",
        "languages": ["en"],
    }
    assert [column["name"] for column in values["columns"]] == ["Labour", "Greens"]
    assert [column["document"] for column in values["columns"]] == [document.id for document in made.documents]
    assert values["columns"][0]["share"] == {
        "passages": 2,
        "words": 12,
        "per_thousand": None,
        "passages_per_thousand": None,
        "uncertain": 0,
        "without_words_in": "",
    }
    assert values["columns"][0]["silence"] is None
    assert values["columns"][1]["silence"] == "Nothing found in 1 page."
    (speaks, silent), (none, _) = [row["cells"] for row in values["rows"]]
    assert [passage["text"] for passage in speaks["passages"]] == [NASTY, "The lifeboat was sold."]
    assert speaks["passages"][0]["statements"][0]["kind"] == "pledge"
    assert (silent["passages"], silent["silence"]) == ([], "Nothing found in 1 page.")
    assert none["silence"] == "Nothing found in 1 page."


def test_topic_views_of_a_document_have_the_shape_that_scripts_rely_on(made: Indexed) -> None:
    document = made.documents[0]
    other = replace(TOPIC, id="other")
    views = document_views("m.pdf", document, [TOPIC, other], {"boats": made.matches(TOPIC)})
    assert list(views) == ["path", "title", "words", "language", "topics"]
    assert views["topics"]["other"] == {
        "version": 4,
        "words": 0,
        "passages": [],
        "uncertain": [],
        "silence": "Nothing found in 1 page.",
        "silence_reason": "nothing",
        "without_words_in": "",
    }
    assert views["topics"]["boats"]["words"] == 12
    passage = views["topics"]["boats"]["passages"][0]
    assert passage["page"] == 1
    assert passage["label"] == "i"
    assert passage["section"] == ["Harbours"]
    assert passage["subtopics"] == ["sea"]
    (why,) = passage["why"]
    assert passage["text"][why["start"] : why["end"]] == why["text"] == "lifeboat"
    assert [set(one) for one in passage["statements"]] == [
        {"text", "kind", "carries", "start", "end", "subtopics", "measurable"}
    ]
    json.dumps(views)


def test_markdown_quotes_with_place_and_kind_and_says_what_is_silent(table: Comparison) -> None:
    text = written(table, "md")
    assert "version 4" in text
    assert "> — p. i, Harbours · pledge" in text
    assert text.count("*Nothing found in 1 page.*") == 3
    assert "## At sea & ashore" in text
    assert "# Boats \\<big\\>" in text


def test_two_manifestos_of_one_party_are_told_apart_in_every_row(table: Comparison) -> None:
    column = table.columns[0]
    known = [replace(column.document, id=year, party="Quay", year=year) for year in ("2015", "2017")]
    columns = tuple(replace(column, document=document) for document in known)
    rows = tuple(replace(row, cells=(row.cells[0], row.cells[0])) for row in table.rows)
    twice = replace(table, columns=columns, rows=rows)
    lines = written(twice, "md").splitlines()
    assert {line for line in lines if line.startswith("### ")} == {"### Quay · 2015", "### Quay · 2017"}
    page = written(twice, "html")
    assert "Quay · 2015" in page
    assert "Quay · 2017" in page


def test_markdown_shows_what_was_printed_and_not_marks_of_its_own(table: Comparison) -> None:
    (line,) = [line for line in written(table, "md").splitlines() if line.startswith("> We will")]
    assert re.sub(r"\\(.)", r"\1", line) == f"> {NASTY}"
    assert not re.search(r"(?<!\\)[*_\[\]<|]", line)


@pytest.mark.parametrize("printed", ["Crime &amp; justice", "Fire & rescue", "AT&T; R&D", "&#60;b&#x3e; &copy 2017"])
def test_markdown_takes_no_ampersand_for_the_name_of_a_character(printed: str) -> None:
    assert unescape(MarkdownIt().render(escaped(printed))) == f"<p>{printed}</p>\n"


def test_html_is_a_table_whose_cells_a_screen_reader_can_place(table: Comparison) -> None:
    page = Page(written(table, "html"))
    heads = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert heads[:5] == ["col", "col", "col", "row", "row"]
    assert page.texts["caption"][0]
    assert dict(page.tags)["html"] == {"lang": "en-GB"}
    assert len(page.texts["td"]) == 4 + 2 * 5  # the manifestos are a table too


def test_html_escapes_what_manifestos_say_and_marks_the_words_that_matched(table: Comparison) -> None:
    page = Page(written(table, "html"))
    assert page.texts["blockquote"] == [NASTY, "The lifeboat was sold."]
    assert page.texts["mark"] == ["lifeboat", "lifeboat"]
    assert page.texts["figcaption"][0] == "p. i, Harbours · pledge"
    assert page.texts["h1"] == ["Boats <big>"]
    assert "big" not in [tag for tag, _ in page.tags]


def test_html_names_topic_version_and_silence_and_takes_no_style_from_a_manifesto(table: Comparison) -> None:
    text = written(table, "html")
    page = Page(text)
    assert "Topic: Boats <big> (“boats”, version 4)" in page.texts["p"]
    assert "Compared: 2 of 3 manifestos of the set “Quays”" in page.texts["p"]
    assert [silent.strip() for silent in page.texts["td"] if "Nothing found in 1 page." in silent] != []
    assert "#cc0000" in text
    assert "red;}" not in text
    assert any("violence" in paragraph for paragraph in page.texts["p"])


def test_nothing_outside_is_asked_for_by_the_page(table: Comparison) -> None:
    assert not re.search(r"https?://|src=|url\(|@import|<script", written(table, "html"))


def test_pieces_of_a_passage_make_up_its_text(made: Indexed) -> None:
    for match in made.matches(TOPIC):
        assert plain(marked(match, whole(match.text))) == match.text


def test_every_format_can_be_made_of_an_empty_comparison() -> None:
    empty = compare(TOPIC, [], {})
    assert json.loads(written(empty, "json"))["columns"] == []
    assert written(empty, "md").startswith("# Boats")
    assert "<table" in written(empty, "html")


NOT_THESE = "# Sea\nWe will not:\n- Sell a lifeboat.\n# Land\nWe will:\n- Buy a lifeboat.\n"


SCRAPPED = "# Sea\nAnchor would abolish:\n- The lifeboat levy.\n# What went wrong\n- Sell a lifeboat.\n"


def test_what_a_lead_in_opposes_or_reports_is_given_away_with_it_and_is_of_its_kind(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(SCRAPPED))
    table = compare(TOPIC, made.documents, made.views(TOPIC))
    lines = set(written(table, "md").replace("\\", "").split("\n"))
    assert {"> Anchor would abolish: […] The lifeboat levy.", "> What went wrong […] Sell a lifeboat."} <= lines
    kinds = {match.text: [one.kind for one in match.statements] for match in made.matches(TOPIC)}
    assert kinds["Sell a lifeboat."] == [StatementKind.CRITICISM]


def test_an_item_of_a_list_is_never_given_away_without_the_lead_in_that_negates_it(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(NOT_THESE))
    table = compare(TOPIC, made.documents, made.views(TOPIC))
    column = replace(table.columns[0], left_out=made.matches(TOPIC))
    for one in (table, replace(table, rows=(), columns=(column,))):
        quoted = [" ".join(text.split()) for text in Page(written(one, "html")).texts["blockquote"]]
        assert quoted == ["We will not: […] Sell a lifeboat.", "Buy a lifeboat."]
        lines = written(one, "md").replace("\\", "").split("\n")
        assert {"> We will not: […] Sell a lifeboat.", "> Buy a lifeboat."} <= set(lines)


def test_a_folded_row_shows_how_many_passages_there_are_and_says_that_it_is_folded(table: Comparison) -> None:
    folded = replace(shown(table), folded=frozenset({"sea"}))
    text = format_called("md").write(exportable(folded), LAYOUT).decode()
    assert "2 passages\n" in text
    assert NASTY[:20] not in text
    assert "**Folded to counts:** At sea & ashore" in text


def test_tables_have_a_line_for_each_passage_and_silence_and_no_formula(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("# Sea\n=1+1 buys a lifeboat.\n"), Written("Roads."))
    thing = exportable(shown(compare(TOPIC, made.documents, made.views(TOPIC))))
    lines = list(csv.DictReader(io.StringIO(format_called("csv").write(thing, LAYOUT).decode())))
    assert [line["words"] for line in lines] == ["'=1+1 buys a lifeboat.", "", "", ""]
    assert [line["sha-256"] for line in lines] == [document.id for document in made.documents] * 2
    book = openpyxl.load_workbook(io.BytesIO(format_called("xlsx").write(thing, LAYOUT)))
    assert book.sheetnames == ["Passages", "Manifestos"]
    cell = book["Passages"].cell(2, 12)
    assert (cell.value, cell.data_type) == ("=1+1 buys a lifeboat.", "s")


def test_what_has_no_rows_is_offered_in_no_table_format(table: Comparison) -> None:
    thing = exportable(shown(table))
    assert formats_of(thing) == tuple(each for each in FORMATS if each.needs not in ("picture", "qdc", "gift"))
    assert [each.id for each in formats_of(replace(thing, sheets=None, values=None))] == [
        "docx",
        "pdf",
        "pptx",
        "html",
        "md",
    ]


def test_in_its_further_rows_a_passage_is_quoted_as_far_as_it_speaks_for_them() -> None:
    first, second = "We will paint every lifeboat in the harbour red, white and blue.", "The crews will be paid."
    aside = "Nobody has yet counted the gulls on the roof of the old customs house."
    text = f"{first} {aside} {second}"
    spans = [(0, len(first)), (len(first) + 1, len(first) + 1 + len(aside)), (len(text) - len(second), len(text))]
    named = [("boats",), (), ("crews",)]
    statements = tuple(
        Statement(start, end, text[start:end], StatementKind.PLEDGE, bool(rows), rows)
        for (start, end), rows in zip(spans, named, strict=True)
    )
    why = (Reason("crews", "text", text.index("crews"), text.index("crews") + 5),)
    match = Match("d", "b", 0, text, "paragraph", 3, None, (), 0.9, ("boats", "crews"), why, statements)
    topic = replace(TOPIC, subtopics=(Subtopic("boats", "Boats"), Subtopic("crews", "Crews")))
    document = Document(id="d", title="A plan", party="Tide", words=9_000, page_count=9, readable_pages=9)
    table = table_of(compare(topic, [document], {"d": [match]}), frozenset())
    boats, crews = (row.cells[0][0] for row in table.rows)
    assert isinstance(boats, Quotation)
    assert isinstance(crews, Quotation)
    assert (plain(boats.words), plain(crews.words)) == (text, f"[…] {second}")
    assert [run.text for run in crews.words if run.marked] == ["crews"]
    assert boats.place.endswith("Also under Crews")
    assert crews.place.endswith("Also under Boats")
