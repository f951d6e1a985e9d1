"""`hustings collected`: what was collected, as Markdown for people and as JSON for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.home import home
from reader.library.collected import collections, items
from reader.library.collecting import collect, make_collection, write_sentence
from reader.library.library import Library
from reader.library.verdicts import Span
from reader.model import Block, Kind, Manifesto, Page, Piece
from ui.cli.program import run

WORDS = "*Every* lamp on the quay burns all night."


@pytest.fixture
def library(tmp_path: Path) -> list[str]:
    """The arguments that name a library with one list of one passage, and another list that is empty."""
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
        opened.apply(make_collection(opened, "Essay plan"))
    return ["--library", str(tmp_path / "home")]


def test_markdown_has_a_heading_the_sentence_the_quotation_and_its_citation(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["collected", "--list", "collected", *library]) == 0
    assert capsys.readouterr().out == (
        "# Collected\n"
        "\n"
        "## 1. Lamp Society\n"
        "\n"
        "1\\. Who pays?\n"
        "\n"
        "> \\*Every\\* lamp on the quay burns\n"
        ">\n"
        "> — Lamp Society, Light, 2024, p. iii\n"
    )


def test_json_has_every_list_with_the_place_of_each_passage(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["collected", "--json", *library]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in said["lists"]] == ["Collected", "Essay plan"]
    (one,) = said["lists"][0]["passages"]
    assert (one["start"], one["end"], one["quote"]) == (0, 30, WORDS[:30])
    assert (one["page"], one["label"], one["section"], one["found"]) == (3, "iii", ["Light"], True)
    assert one["sentence"] == "1. Who pays?"
    assert one["collected"].endswith("Z") or "+00:00" in one["collected"]
    assert said["lists"][1]["passages"] == []


def test_a_list_is_written_to_a_file(library: list[str], tmp_path: Path) -> None:
    target = tmp_path / "out" / "list.md"
    assert run(["collected", "--md", "--out", str(target), *library]) == 0
    assert target.read_text(encoding="utf-8").startswith("# Collected\n")
    assert "# Essay plan\n" in target.read_text(encoding="utf-8")


def test_a_list_that_is_not_there_is_refused_with_those_that_are(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["collected", "--list", "lesson", *library]) == 1
    assert "“Collected”, “Essay plan”" in capsys.readouterr().err
