"""Worksheets: extracts as printed with cuts alone, space for answers, and the sources on a page of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.comparison import compare
from index.exports.publication import Answer, Block, Heading, PageBreak, Paragraph, Quotation, Table, plain
from index.exports.registry import FORMATS, Layout, format_called, formats_of
from index.exports.shown import Shown
from index.exports.worksheets import Worksheet, exportable, publication
from index.topics.files import read_topic, write_topic
from index.topics.model import Subtopic, Term, Topic, TopicQuery, Translation
from reader.library.clock import now
from ui import assets

TOPIC = Topic(
    "boats",
    1,
    "Boats",
    "#336699",
    "All that floats.",
    (TopicQuery("lifeboat", subtopics=("sea",)),),
    (),
    (Subtopic("sea", "At sea"), Subtopic("lake", "On lakes")),
    sensitive=True,
    translations=(Translation("cy", "Cychod"), Translation("cy", "Ar y môr", "sea")),
    glossary=(Term("quay", "Where boats lie."), Term("cei", "Lle mae cychod yn gorwedd.", "cy")),
)
FILLING = "The harbour has stood for three hundred years and its walls have been mended by many hands since then. " * 4
LONG = f"{FILLING}We will buy a lifeboat. {FILLING}".strip()
TEXT = f"# Harbours\n{LONG}\nThe lifeboat was sold.\nA lifeboat needs a crew of six.\nWe will paint the lifeboat red.\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    made = Indexed(tmp_path, Written(TEXT, fields={"year": "2017"}), Written("Roads.", party="Greens"))
    return Worksheet(Shown(compare(TOPIC, made.documents, made.views(TOPIC)), now(), "Hustings 0"))


def blocks(sheet: Worksheet) -> tuple[Block, ...]:
    return publication(sheet).blocks


def quotations(sheet: Worksheet) -> list[Quotation]:
    tables = [block for block in blocks(sheet) if isinstance(block, Table)]
    return [
        part
        for table in tables
        for row in table.rows
        for cell in row.cells
        for part in cell
        if isinstance(part, Quotation)
    ]


def test_two_extracts_a_cell_are_as_printed_but_for_cuts(sheet: Worksheet) -> None:
    said = [plain(one.words) for one in quotations(sheet)]
    assert len(said) == 2
    assert any("[…]" in words for words in said)
    source = " ".join(TEXT.split())
    assert all(piece.strip() in source for words in said for piece in words.split("[…]"))
    assert len(quotations(replace(sheet, extracts=6))) == 4


def test_a_row_in_which_nobody_speaks_is_left_out_and_silence_is_said(sheet: Worksheet) -> None:
    heads = [block.text for block in blocks(sheet) if isinstance(block, Heading)]
    assert heads == ["At sea", "Where the extracts come from"]
    (table,) = [block for block in blocks(sheet) if isinstance(block, Table)]
    (silent,) = table.rows[0].cells[1]
    assert isinstance(silent, Paragraph)
    assert plain(silent.runs) == "Nothing on this was found in the manifesto."


def test_answers_stand_on_a_page_of_their_own_with_page_and_source(sheet: Worksheet) -> None:
    made = blocks(sheet)
    at = next(number for number, block in enumerate(made) if isinstance(block, PageBreak))
    answers = [plain(block.runs) for block in made[at:] if isinstance(block, Paragraph)]
    assert len(answers) == 2
    assert all(re.fullmatch(r"Extract \[\d\]: Labour, .*2017, p\. i, Harbours", one) for one in answers)
    assert [one.place[:3] for one in quotations(sheet)] == ["[1]", "[2]"]


def test_support_adds_a_glossary_and_beginnings_of_sentences(sheet: Worksheet) -> None:
    plainly = [block for block in blocks(sheet) if isinstance(block, Answer)]
    supported = blocks(replace(sheet, supported=True))
    assert not any(one.start for one in plainly)
    assert all(block.start for block in supported if isinstance(block, Answer))
    assert "quay: Where boats lie." in [plain(block.runs) for block in supported if isinstance(block, Paragraph)]


def test_a_welsh_sheet_translates_everything_but_what_is_quoted(sheet: Worksheet) -> None:
    welsh = replace(sheet, language="cy", supported=True)
    made = publication(welsh)
    assert (made.language, made.title) == ("cy-GB", "Cychod")
    assert [block.text for block in made.blocks if isinstance(block, Heading)][:2] == ["Geiriau i'w gwybod", "Ar y môr"]
    assert [plain(one.words) for one in quotations(welsh)] == [plain(one.words) for one in quotations(sheet)]
    text = format_called("html").write(exportable(welsh), Layout(assets.for_exports())).decode()
    assert '<html lang="cy-GB">' in text
    assert "pledge" not in text


def test_a_sheet_is_offered_in_the_formats_that_have_pages(sheet: Worksheet) -> None:
    assert [one.id for one in formats_of(exportable(sheet))] == [
        one.id for one in FORMATS if one.needs == "publication"
    ]


def test_names_and_words_of_a_topic_file_come_back_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "boats.toml"
    write_topic(path, TOPIC)
    assert read_topic(path) == replace(TOPIC, languages=())
    fewer = replace(TOPIC, translations=TOPIC.translations[:1], glossary=())
    write_topic(path, fewer)
    assert read_topic(path) == replace(fewer, languages=())


@pytest.mark.parametrize("name", ["policing", "vawg", "fire-safety"])
def test_built_in_topics_have_welsh_names_for_every_row(name: str) -> None:
    topic = read_topic(assets.topics() / f"{name}.toml")
    assert {one.of for one in topic.translations if one.language == "cy"} >= {"", *(row.id for row in topic.subtopics)}
    assert {one.language for one in topic.glossary} == {"en", "cy"}
