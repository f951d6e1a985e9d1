"""`hustings extract`: one JSON file per file, failures beside them, and the library left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pymupdf
import pytest

from reader.model import Block, Kind, Manifesto, Reference
from ui.cli.extract import extraction, targets_of
from ui.cli.program import run


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    path = tmp_path / "programme.txt"
    path.write_text("HARBOUR FIRST\n\nWe will mend the quay.\n\n- Dredge the channel.\n- Light the steps.\n", "utf-8")
    return path


def test_stems_that_clash_keep_their_suffix_and_equal_names_are_numbered(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a/one.pdf", "b/two.pdf", "b/two.TXT", "c/two.pdf", "c/Two.pdf")]
    assert [path.name for path in targets_of(files, tmp_path).values()] == [
        "one.json",
        "two.pdf.json",
        "two.TXT.json",
        "two.pdf-2.json",
        "Two.pdf-3.json",
    ]


def test_what_was_read_is_written_and_what_failed_is_told(
    programme: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "empty.pdf"
    damaged.touch()
    out = tmp_path / "deep" / "out"
    status = run(["extract", str(programme), str(damaged), "--out", str(out), "--json"])
    shown = capsys.readouterr()
    assert status == 1
    said = json.loads(shown.out)
    assert said["written"] == [{"path": str(programme), "written": str(out / "programme.json")}]
    (error,) = said["errors"]
    assert (error["path"], error["code"]) == (str(damaged), "EmptyFile")
    assert shown.err == f"{damaged}: {error['problem']} {error['advice']}\n"
    assert [path.name for path in out.iterdir()] == ["programme.json"]


def test_an_extraction_has_the_documented_parts(
    programme: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "paper.pdf"
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 90), "Harbour first", fontsize=24)
    page.insert_text((72, 140), "We will mend the quay before the winter storms come in.", fontsize=11)
    document.save(paper)
    assert run(["extract", str(programme), str(paper), "--out", str(tmp_path)]) == 0
    for name, pages in (("programme", 0), ("paper", 1)):
        read = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
        assert set(read) >= {"title", "language", "pages", "blocks"}
        assert read["pages"] == pages
        for block in read["blocks"]:
            assert set(block) >= {"id", "kind", "level", "text", "section", "pieces", "references"}
            for piece in block["pieces"]:
                assert set(piece) == {"page", "label", "start", "end", "rect"}
                assert 0 <= piece["start"] <= piece["end"] <= len(block["text"])
    (mended,) = [block for block in read["blocks"] if "quay" in block["text"]]
    x0, y0, x1, y1 = mended["pieces"][0]["rect"]
    assert 70 < x0 < x1 < 525
    assert 120 < y0 < 140 < y1 < 150
    assert capsys.readouterr().out.count("→") == 2


@pytest.mark.parametrize("bare", [1, 2, 3])
def test_a_page_without_a_number_of_its_own_has_no_label_there(tmp_path: Path, bare: int) -> None:
    document = pymupdf.open()
    for number in range(5):
        page = document.new_page()
        page.insert_text((72, 140), f"We will mend the quay number {number} before the winter storms.", fontsize=11)
        if number != bare:
            page.insert_text((290, 820), str(number + 1), fontsize=8)
    document.save(tmp_path / "paper.pdf")
    assert run(["extract", str(tmp_path / "paper.pdf"), "--out", str(tmp_path)]) == 0
    read = json.loads((tmp_path / "paper.json").read_text("utf-8"))
    labels = {piece["page"]: piece["label"] for block in read["blocks"] for piece in block["pieces"]}
    assert labels == {page: None if page == bare + 1 else str(page) for page in range(1, 6)}


def test_a_folder_that_cannot_be_written_ends_in_a_sentence(
    programme: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    assert run(["extract", str(programme), "--out", str(tmp_path / "taken")]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_what_cannot_be_written_is_told_of_each_file_beside_what_was_written(
    programme: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("THE OTHER\n\nWe will mend the lamp.\n", "utf-8")
    out = tmp_path / "out"
    (out / "programme.json").mkdir(parents=True)
    assert run(["extract", str(programme), str(other), "--out", str(out), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in said["written"]] == [str(other)]
    assert [one["path"] for one in said["errors"]] == [str(programme)]


def test_references_to_notes_stand_beside_the_words() -> None:
    block = Block(Kind.PARAGRAPH, "Crime fell.", references=(Reference(5, "12"), Reference(11, "*")))
    (written,) = extraction(Manifesto("Plan", "en", (block,)))["blocks"]
    assert (written["text"], written["references"]) == (
        "Crime fell.",
        [{"offset": 5, "label": "12"}, {"offset": 11, "label": "*"}],
    )
