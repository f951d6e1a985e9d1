"""The sample manifestos: listed, readable, opposed, and plainly said to be fictional where they are."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pymupdf
import pytest

from reader.formats.registry import read
from reader.library.records import Extent
from reader.model import Kind, Manifesto
from ui import assets
from ui.cli.program import run

FICTIONAL = {"lantern-2024-leave-a-light-on.pdf", "anchor-2024-hold-fast.txt"}


@pytest.fixture(scope="module")
def readings() -> dict[str, Manifesto]:
    return {sample.path.name: read(sample.path) for sample in assets.samples()}


def text(manifesto: Manifesto) -> str:
    return "\n".join(block.text for block in manifesto.blocks if block.kind is not Kind.FURNITURE)


def test_the_khan_chapter_comes_first_and_is_a_chapter() -> None:
    khan, *others = assets.samples()
    assert khan.path.name == "khan-2024-making-london-safer.txt"
    assert khan.fields["extent"] == Extent.CHAPTER
    assert {sample.path.name for sample in others} == FICTIONAL
    assert all(sample.fields["extent"] == Extent.WHOLE for sample in others)


def test_the_khan_chapter_is_as_it_was_published() -> None:
    given = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "london-2024"
    shipped = assets.samples()[0].path
    if not given.is_dir():
        pytest.skip("the corpus in ../shared is not there")
    assert shipped.read_bytes() == (given / shipped.name).read_bytes()


def test_invented_manifestos_say_so_at_their_head_and_foot_and_in_their_fields(readings: dict[str, Manifesto]) -> None:
    for sample in assets.samples():
        if sample.path.name in FICTIONAL:
            said = text(readings[sample.path.name]).casefold()
            assert "this manifesto is fictional" in said[:400]
            assert "this manifesto is fictional" in said[-200:]
            assert "fictional" in sample.fields["title"]
            assert "fictional" in sample.fields["party"]
            assert 1400 <= len(said.split()) <= 1900


def test_both_speak_of_police_and_women_and_only_one_of_fire(readings: dict[str, Manifesto]) -> None:
    lantern, anchor = (text(readings[name]).casefold() for name in sorted(FICTIONAL, reverse=True))
    for said in (lantern, anchor):
        assert said.count("police") > 8
        assert said.count("women") > 3
    assert lantern.count("fire") > 5
    assert "fire" not in anchor


def test_what_the_ready_lesson_on_silence_says_of_them_is_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(sample.path) for sample in assets.samples() if sample.path.name in FICTIONAL]
    assert run(["compare", "--topic", "fire-safety", *files, "--format", "json", "--library", str(tmp_path)]) == 0
    made = json.loads(capsys.readouterr().out)
    rows = {row["subtopic"]["id"]: row["cells"] for row in made["rows"]}
    # Both are silent in rows that are shown, and one speaks of the same in another place.
    assert [cell["silence"] is None for cell in rows["grenfell"]] == [False, False]
    assert [cell["silence"] is None for cell in rows["stations"]] == [True, False]
    more = rows["more"][0]["passages"]
    assert any("The inquiry made 41 recommendations" in passage["text"] for passage in more)


def test_the_pdf_has_an_outline_printed_numbers_and_matches_its_source(tmp_path: Path) -> None:
    shipped = assets.root() / "samples" / "lantern-2024-leave-a-light-on.pdf"
    with pymupdf.open(shipped) as document:
        assert [page.get_label() for page in document] == ["Cover", "1", "2", "3", "4"]
        assert [title for _, title, _ in document.get_toc()][:3] == [
            "Leave a light on",
            "Policing that is ours",
            "Officers you know by name",
        ]
        # The number at the foot is what the label says.
        assert [page.get_text().split("\n")[2] for page in document.pages(1)] == ["1", "2", "3", "4"]
    typeset = runpy.run_path(str(shipped.parent / "source" / "typeset.py"))
    again = tmp_path / "again.pdf"
    typeset["make"](typeset["SOURCE"].read_text(encoding="utf-8"), again)
    with pymupdf.open(shipped) as old, pymupdf.open(again) as new:
        assert [page.get_text("words") for page in new] == [page.get_text("words") for page in old]
