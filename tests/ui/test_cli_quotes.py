"""`hustings quotes` checks an essay against the library and writes a report; nothing of the essay is kept."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ui.cli.program import run

PLAN = "HARBOUR FIRST\n\nWe will mend every lamp along the quay.\n\nNets belong to those who mend them.\n"
ESSAY = "They say “We will mend every lamp”, “we may mend every lamp along the quay” and “gulls shall rule the sea”.\n"
PAGE = (
    "<html><body><p>As they say:</p><blockquote><p>Nets belong to those who mend them.</p></blockquote></body></html>"
)


def typed_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    assert run(["add", str(tmp_path / "plan.txt"), "--library", str(tmp_path / "home")]) == 0
    capsys.readouterr()
    return ["--library", str(tmp_path / "home")]


def test_a_file_is_checked_and_the_report_printed(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "essay.txt").write_text(ESSAY, encoding="utf-8")
    assert run(["quotes", str(tmp_path / "essay.txt"), *library]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Quotations in “essay”")
    assert "3 quotations: 1 exact, 1 altered, 1 in none of these manifestos." in printed
    assert "“may” in place of “will”." in printed


def test_reports_are_written_in_the_format_of_the_suffix(library: list[str], tmp_path: Path) -> None:
    (tmp_path / "essay.html").write_text(PAGE, encoding="utf-8")
    for name in ("checked.docx", "checked.html", "checked.md", "checked.csv", "checked.json"):
        assert run(["quotes", str(tmp_path / "essay.html"), *library, "--out", str(tmp_path / name)]) == 0
    (line,) = csv.DictReader(io.StringIO((tmp_path / "checked.csv").read_text("utf-8"), newline=""))
    assert (line["verdict"], line["quoted"]) == ("exact", "Nets belong to those who mend them.")
    made = json.loads((tmp_path / "checked.json").read_text("utf-8"))
    assert made["quotations"][0]["block"] is True
    assert (tmp_path / "checked.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("essay", [ESSAY, PAGE])
def test_text_and_web_pages_come_from_standard_input(
    essay: str, library: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_in(monkeypatch, essay)
    assert run(["quotes", "-", *library, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["exact"] == 1


def test_nothing_typed_and_an_unknown_set_are_told(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_in(monkeypatch, " \n")
    assert run(["quotes", "-", *library]) == 1
    assert "Standard input holds no words." in capsys.readouterr().err
    (tmp_path / "essay.txt").write_text(ESSAY, encoding="utf-8")
    assert run(["quotes", str(tmp_path / "essay.txt"), "--set", "none", *library]) == 1
    assert "There is no set “none”." in capsys.readouterr().err


def test_nothing_of_the_essay_is_kept(library: list[str], tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text(ESSAY, encoding="utf-8")
    assert run(["quotes", str(tmp_path / "essay.txt"), *library, "--out", str(tmp_path / "checked.md")]) == 0
    kept = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert kept
    assert not any(b"gulls shall rule" in path.read_bytes() for path in kept)
