"""`hustings compare`: files or the library, on one topic, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from reader.home import home
from reader.library import edits
from reader.library.library import Library
from ui.cli.program import run

QUAY = "HARBOUR FIRST\n\nWe will fit sprinklers in every tall block, and recruit 30 firefighters.\n"
MEADOW = "MEADOWS FOR ALL\n\nWe will plant hedges along the new roads, and pay for them from the parking charge.\n"


@pytest.fixture
def programmes(tmp_path: Path) -> list[str]:
    """A programme that speaks of fire safety, one that is silent on it, and a file that cannot be read."""
    (tmp_path / "quay.txt").write_text(QUAY, encoding="utf-8")
    (tmp_path / "meadow.txt").write_text(MEADOW, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    return [str(tmp_path / name) for name in ("quay.txt", "meadow.txt", "empty.txt")]


def test_files_are_compared_in_the_order_given_with_honest_silence(
    programmes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "home"
    status = run(["compare", "--topic", "fire-safety", *programmes, "--format", "json", "--library", str(library)])
    shown = capsys.readouterr()
    assert status == 1
    said = json.loads(shown.out)
    assert said["topic"]["id"] == "fire-safety"
    assert [column["title"] for column in said["columns"]] == ["HARBOUR FIRST", "MEADOWS FOR ALL"]
    assert said["columns"][0]["silence"] is None
    assert said["columns"][1]["silence"] == "Nothing found in the whole text."
    assert all(len(row["cells"]) == 2 for row in said["rows"])
    assert any("sprinklers" in one["text"] for row in said["rows"] for one in row["cells"][0]["passages"])
    assert [error["code"] for error in said["errors"]] == ["EmptyFile"]
    assert programmes[2] in shown.err
    assert not (library / "library.sqlite3").exists()


def test_without_files_the_library_is_compared_and_the_suffix_says_the_format(
    programmes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ["--library", str(tmp_path / "home")]
    assert run(["add", *programmes[:2], *chosen]) == 0
    page, text = tmp_path / "out" / "fire.html", tmp_path / "out" / "fire.md"
    for target in (page, text):
        assert run(["compare", "--topic", "fire-safety", "--out", str(target), *chosen]) == 0
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "sprinklers" in page.read_text("utf-8")
    assert text.read_text("utf-8").startswith("# Fire safety\n")
    assert sorted(path.name for path in page.parent.iterdir()) == ["fire.html", "fire.md"]
    capsys.readouterr()
    assert run(["compare", "--topic", "fire-safety", *chosen]) == 0
    assert capsys.readouterr().out == text.read_text("utf-8")


def test_a_topic_that_does_not_exist_is_answered_with_those_that_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", "--topic", "weather", "--library", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "There is no topic “weather”. There are: policing, vawg, fire-safety.\n"


def test_an_empty_library_is_said_to_be_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "--topic", "vawg", "--library", str(tmp_path)]) == 1
    assert "There is nothing to compare." in capsys.readouterr().err


def test_a_manifesto_in_a_language_that_the_topic_lacks_is_said_not_to_have_been_looked_at(
    programmes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german = tmp_path / "hafen.txt"
    german.write_text(
        "HAFEN ZUERST\n\nWir bauen in jedem Haus Rauchmelder ein, und die Feuerwehr bekommt neue Wagen.\n",
        encoding="utf-8",
    )
    chosen = ["--library", str(tmp_path / "home")]
    files = [programmes[0], str(german)]
    assert run(["compare", "--topic", "fire-safety", *files, "--format", "json", *chosen]) == 0
    column = json.loads(capsys.readouterr().out)["columns"][1]
    assert (column["silence"], column["silence_reason"]) == ("This topic has no German words.", "language")
    assert run(["topics", *files, "--json", *chosen]) == 0
    documents = json.loads(capsys.readouterr().out)["documents"]
    assert [one["topics"]["vawg"]["silence_reason"] for one in documents] == ["nothing", "language"]
    assert run(["topics", *files, *chosen]) == 0
    said = capsys.readouterr().out
    assert "Fire safety: the topic has no German words" in said
    assert "Policing: nothing found" in said


def test_a_set_is_compared_in_its_order_and_named_in_the_file(
    programmes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ["--library", str(tmp_path / "home")]
    assert run(["add", *programmes[:2], *chosen]) == 0
    with Library.open(home(tmp_path / "home")) as library:
        later, first = sorted(library.documents(), key=lambda one: one.title)
        library.apply(edits.make_set(library, "By the water", [first.id, later.id]))
    target = tmp_path / "fire.xlsx"
    assert run(["compare", "--topic", "fire-safety", "--set", "by the water", "--out", str(target), *chosen]) == 0
    page = openpyxl.load_workbook(target)["Manifestos"]
    assert [cell.value for cell in page["B"]] == ["title", first.title, later.title]
    assert run(["compare", "--topic", "fire-safety", "--set", "Elsewhere", *chosen]) == 1
    assert "There is no set “Elsewhere”. There are: By the water." in capsys.readouterr().err


def test_a_format_that_no_terminal_shows_asks_for_a_file(
    programmes: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", "--topic", "fire-safety", programmes[0], "--format", "docx", "--library", str(tmp_path)]
    assert run(words) == 1
    assert "--out FILE" in capsys.readouterr().err
