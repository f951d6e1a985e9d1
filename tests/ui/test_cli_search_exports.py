"""`hustings search` writes what it finds in every format that can hold it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ui.cli.program import run

PLAN = "HARBOUR FIRST\n\nWe will mend every lamp.\n\n=1+1 lamps is all we promise.\n"


@pytest.fixture
def searching(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    assert run(["add", str(tmp_path / "plan.txt"), "--library", str(tmp_path)]) == 0
    capsys.readouterr()
    return ["search", "lamp", "--library", str(tmp_path)]


def test_hits_are_written_in_the_format_of_the_suffix(searching: list[str], tmp_path: Path) -> None:
    for name in ("hits.csv", "hits.xlsx", "hits.docx", "hits.html", "hits.json"):
        assert run([*searching, "--out", str(tmp_path / name)]) == 0
    lines = list(csv.DictReader(io.StringIO((tmp_path / "hits.csv").read_text("utf-8"), newline="")))
    assert {line["words"] for line in lines} == {"We will mend every lamp.", "'=1+1 lamps is all we promise."}
    assert {line["match"] for line in lines} == {"lamp", "lamps"}
    assert json.loads((tmp_path / "hits.json").read_text("utf-8"))["total"] == 2
    assert (tmp_path / "hits.docx").read_bytes()[:2] == b"PK"


def test_without_a_file_a_table_is_printed_and_a_document_is_not(
    searching: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*searching, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("number,manifesto,")
    assert run([*searching, "--format", "docx"]) == 1
    assert "Name a file for it with --out FILE." in capsys.readouterr().err


def test_a_format_that_cannot_hold_it_is_refused(
    searching: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*searching, "--out", str(tmp_path / "hits.svg")]) == 1
    assert "cannot be written as SVG picture. Choose one of: docx, pdf" in capsys.readouterr().err


def test_a_concordance_has_a_line_for_each_place_in_every_format(
    searching: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*searching, "--concordance", "--sort", "l1"]) == 0
    printed = capsys.readouterr().out
    assert printed.index("[lamps]") < printed.index("every [lamp].")
    assert "2 lines. Sorted by: 1st word left." in printed
    for name in ("lines.csv", "lines.xlsx", "lines.docx", "lines.json"):
        assert run([*searching, "--concordance", "--sort", "hit,manifesto", "--out", str(tmp_path / name)]) == 0
    lines = list(csv.DictReader(io.StringIO((tmp_path / "lines.csv").read_text("utf-8"), newline="")))
    assert [(line["left"], line["hit"], line["right"]) for line in lines] == [
        ("We will mend every ", "lamp", "."),
        ("'=1+1 ", "lamps", " is all we promise."),
    ]
    assert json.loads((tmp_path / "lines.json").read_text("utf-8"))["sort"] == ["hit", "manifesto"]


def test_a_sample_of_a_concordance_is_the_same_for_the_same_seed(
    searching: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = []
    for seed in ("7", "7", "8", "9", "10", "11"):
        assert run([*searching, "--concordance", "--sample", "1", "--seed", seed, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["total"], told["sample"], len(told["lines"])) == (2, {"size": 1, "seed": int(seed)}, 1)
        drawn.append(told["lines"][0]["hit"])
    assert drawn[0] == drawn[1]
    assert set(drawn) == {"lamp", "lamps"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--sort", "r1"], "It belongs to --concordance."),
        (["--concordance", "--limit", "5"], "thin it with --sample N"),
        (["--concordance", "--seed", "5"], "It belongs to --sample N."),
        (["--concordance", "--sort", "r7"], "Lines cannot be sorted by “r7”."),
    ],
)
def test_what_would_do_nothing_to_a_concordance_is_refused(
    searching: list[str], capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert run([*searching, *asked]) == 1
    assert said in capsys.readouterr().err


def test_what_was_forgiven_in_a_search_is_said(searching: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", '"mend every', *searching[2:]]) == 0
    assert "A quotation mark opens that does not close" in capsys.readouterr().out
    assert run(["search", "/mend|promise/ topic:policing", *searching[2:]]) == 0
    assert "Nothing found." in capsys.readouterr().out
    assert run(["search", "/mend|promise/", *searching[2:]]) == 0
    assert capsys.readouterr().out.count("lamp") == 2
