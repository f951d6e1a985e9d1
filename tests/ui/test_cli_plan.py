"""`hustings plan`: a plan with its citations, as Markdown, Word, web page and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from reader.home import home
from reader.library.collected import collections, items
from reader.library.collecting import collect, make_collection, write_sentence
from reader.library.library import Library
from reader.library.planning import add_part
from reader.library.plans import PartKind, parts
from reader.library.verdicts import Span
from reader.model import Block, Kind, Manifesto, Page, Piece
from ui.cli.program import run

WORDS = "*Every* lamp on the quay burns all night."


@pytest.fixture
def library(tmp_path: Path) -> list[str]:
    """The arguments that name a library with a plan of a heading and one quotation, and another plan that is empty."""
    chosen = home(tmp_path / "home")
    (tmp_path / "lamps.txt").write_text("lamps", encoding="utf-8")
    block = Block(Kind.PARAGRAPH, WORDS, section=("Light",), pieces=(Piece(0, len(WORDS), 3, "iii"),))
    manifesto = Manifesto("Light", "en", (block,), (Page(1, None, 595, 842),))
    with Library.open(chosen) as opened:
        document = opened.store(tmp_path / "lamps.txt", manifesto, {"party": "Lamp Society", "year": "2024"})
        named = opened.blocks(document.id)[0]
        opened.apply(collect(opened, "", document.id, [Span(named.id, 0, 30)]))
        first = opened.read(collections)[0].id
        (item,) = opened.read(lambda connection: items(connection, first))
        opened.apply(write_sentence(opened, item.id, "1. Who pays?"))
        now = opened.read(lambda connection: parts(connection, first))
        opened.apply(add_part(opened, first, now, 0, PartKind.HEADING, "Light"))
        opened.apply(make_collection(opened, "Essay plan"))
    return ["--library", str(tmp_path / "home")]


def test_markdown_has_headings_own_words_and_the_quotation_with_its_citation(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", "my plan", *library]) == 0
    written = capsys.readouterr().out
    assert written.startswith("# My plan\n")
    assert "## Light\n" in written
    assert "1\\. Who pays?\n" in written
    assert "> \\*Every\\* lamp on the quay burns (Lamp Society, 2024, p. iii)" in written


def test_the_citation_style_is_chosen(library: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "My plan", "--style", "mla", *library]) == 0
    assert "(Lamp Society, *Light* iii)" in capsys.readouterr().out
    assert run(["plan", "My plan", "--style", "nowhere.csl", *library]) == 1
    assert "There is no citation style at “nowhere.csl”." in capsys.readouterr().err


def test_json_has_every_part_with_where_its_words_stand(library: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "My plan", "--format", "json", *library]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["name"], plan["words"]) == ("My plan", {"own": 3, "quoted": 6})
    heading, one = plan["parts"]
    assert heading == {"kind": "heading", "text": "Light"}
    assert (one["kind"], one["text"], one["quote"]) == ("quotation", "1. Who pays?", WORDS[:30])
    assert (one["start"], one["end"], one["page"], one["label"], one["section"]) == (0, 30, 3, "iii", ["Light"])
    assert (one["found"], one["citation"]) == (True, "(Lamp Society, 2024, p. iii)")
    assert one["collected"].endswith("Z")


def test_a_plan_is_written_to_the_file_that_is_named(library: list[str], tmp_path: Path) -> None:
    assert run(["plan", "My plan", "--out", str(tmp_path / "plan.docx"), *library]) == 0
    assert "Light" in [one.text for one in docx.Document(str(tmp_path / "plan.docx")).paragraphs]
    assert run(["plan", "My plan", "--format", "html", "--out", str(tmp_path / "plan.html"), *library]) == 0
    assert "<blockquote" in (tmp_path / "plan.html").read_text(encoding="utf-8")


def test_a_plan_that_is_not_there_or_not_named_is_refused_with_those_that_are(
    library: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["plan", "lesson", *library]) == 1
    assert run(["plan", *library]) == 1
    said = capsys.readouterr().err
    assert said.count("“My plan”, “Essay plan”") == 2
    assert run(["plan", "--library", str(tmp_path / "new")]) == 1
    assert "There is no plan yet." in capsys.readouterr().err
