"""`hustings lesson`: a plan as a lesson, and the sheet of what it shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from indexed import Indexed, Written

from reader.library.collected import collections
from reader.library.lesson_edits import add_items, skip_items
from reader.library.library import Library
from reader.library.plans import LessonItem, PartKind
from ui.cli.program import run

NUMBERS = "policing/numbers"
TEXT = "# Safety\nWe will recruit 10,000 more police officers.\nWe will mend the quay.\n"


@pytest.fixture(scope="module")
def arguments(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The arguments that name a library with a lesson of two rows, of which one is skipped, and a chart."""
    fields = {"election": "UK general election 2017", "year": "2017"}
    made = Indexed(
        tmp_path_factory.mktemp("home"),
        Written(TEXT, "Labour", fields=fields),
        Written("We will mend the quay.", "Green", fields=fields),
    )
    ids = tuple(document.id for document in made.documents)
    items = [
        (PartKind.SLIDE, LessonItem(title="Who pays?")),
        (PartKind.ROW, LessonItem(NUMBERS, ids)),
        (PartKind.ROW, LessonItem(NUMBERS, ids)),
        (PartKind.CHART, LessonItem("policing/strips", ids)),
    ]
    with Library.open(made.home) as library:
        edit, names = add_items(library, "", items)
        library.apply(edit)
        library.apply(skip_items(library, names[1:2], skipped=True))
        assert library.read(collections)
    return ["--library", str(made.home.library)]


def test_the_lesson_leaves_as_json(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lesson", *arguments]) == 0
    shown = capsys.readouterr()
    lesson = json.loads(shown.out)
    assert (lesson["format"], lesson["title"], lesson["hides"]) == ("hustings-lesson", "My plan", False)
    slide, row = lesson["slides"]
    assert (slide["kind"], slide["title"]) == ("text", "Who pays?")
    assert (row["kind"], row["topic"], [who["name"] for who in row["columns"]]) == (
        "row", "Policing", ["Labour", "Green"],
    )  # fmt: skip
    assert row["cells"][0]["extracts"][0]["words"] == "We will recruit 10,000 more police officers."
    assert row["cells"][1]["silence"]
    assert "Position in the text: Policing: cannot be shown" in shown.err


def test_the_sheet_names_what_is_shown_skipped_and_absent(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["lesson", "--plan", "my plan", "--sheet", *arguments]) == 0
    written = capsys.readouterr().out
    assert written.startswith("# What the lesson “My plan” shows\n")
    assert "(Labour 1, Green 0)" in written
    assert "SNP (Scotland)" in written
    assert "Green (" not in written
    assert run(["lesson", "--sheet", "--out", str(tmp_path / "sheet.docx"), *arguments]) == 0
    assert (tmp_path / "sheet.docx").read_bytes().startswith(b"PK")
    assert run(["lesson", "--sheet", "--format", "json", *arguments]) == 0
    sheet = json.loads(capsys.readouterr().out)
    assert [one["passages"] for one in sheet["manifestos"]] == [1, 0]
    assert len(sheet["skipped"]) == 1


def test_what_cannot_be_written_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["lesson", "--out", str(tmp_path / "lesson.csv"), *arguments]) == 1
    assert "A lesson cannot be written as CSV. Choose one of: " in capsys.readouterr().err
    assert run(["lesson", "--sheet", "--advice", "Ask me", *arguments]) == 1
    assert "It belongs to the lesson" in capsys.readouterr().err
    assert run(["lesson", "--plan", "Other", *arguments]) == 1
    assert "There are: “My plan”." in capsys.readouterr().err
