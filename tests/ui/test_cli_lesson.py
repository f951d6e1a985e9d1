"""`hustings lesson`: a plan as a lesson, and the sheet of what it shows."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from indexed import Indexed, Written
from pypdf import PdfReader

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


def test_a_hidden_lesson_holds_no_name_and_its_answers_hold_all(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lesson", "--hidden", "--seed", "3", *arguments]) == 0
    written = capsys.readouterr().out
    lesson = json.loads(written)
    columns = [who["name"] for who in lesson["slides"][1]["columns"]]
    assert (lesson["hides"], columns) == (True, ["[Party A]", "[Party B]"])
    assert all(name not in written for name in ("Labour", "Green", "Manifesto 0"))
    assert run(["lesson", "--answers", "--seed", "3", *arguments]) == 0
    told = capsys.readouterr().out
    assert "Labour, Manifesto 0, 2017" in told
    assert "Green says nothing here" in told
    for wrong in (["--sheet", "--hidden"], ["--seed", "3"], ["--answers", "--advice", "Ask me"]):
        assert run(["lesson", *wrong, *arguments]) == 1


def test_what_cannot_be_written_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["lesson", "--out", str(tmp_path / "lesson.csv"), *arguments]) == 1
    assert "A lesson cannot be written as CSV. Choose one of: " in capsys.readouterr().err
    assert run(["lesson", "--sheet", "--advice", "Ask me", *arguments]) == 1
    assert "It belongs to the lesson" in capsys.readouterr().err
    assert run(["lesson", "--plan", "Other", *arguments]) == 1
    assert "There are: “My plan”." in capsys.readouterr().err


@pytest.mark.parametrize("form", ["html", "pptx", "pdf", "json"])
def test_a_hidden_lesson_names_nobody_and_its_answers_stand_beside_it(
    arguments: list[str], tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"harbour.{form}"
    assert run(["lesson", "--hidden", "--seed", "3", "--out", str(file), *arguments]) == 0
    beside = next(path for path in tmp_path.iterdir() if path != file)
    assert beside.stem == "harbour-answers"
    assert beside.stat().st_size > 0
    whole = "\n".join(parts_of(file))
    assert "[Party A]" in whole
    assert "Labour" not in whole
    if form == "html":
        told = beside.read_text("utf-8")
        assert "Labour" in told
        assert "We will recruit 10,000 more police officers." in told


def parts_of(file: Path) -> list[str]:
    """What a file says, in all of its parts."""
    if file.suffix == ".pdf":
        read = PdfReader(file)
        return [str(read.metadata), *(page.extract_text() for page in read.pages)]
    if file.suffix == ".pptx":
        with zipfile.ZipFile(file) as parts:
            return [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
    return [file.read_text("utf-8")]


def test_a_web_page_holds_the_names_and_hides_them_with_the_letters_of_the_seed(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    def hidden_as(seed: str) -> str:
        assert run(["lesson", "--format", "html", "--seed", seed, *arguments]) == 0
        return capsys.readouterr().out

    made = [hidden_as(str(seed)) for seed in range(4)]
    assert hidden_as("0") == made[0]
    assert all("Labour" in one and "[Party A]" in one and "data-who" in one for one in made)


def test_what_hides_nothing_takes_no_seed(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["lesson", "--seed", "1", *arguments]) == 1
    assert "It belongs to --hidden, --answers and html." in capsys.readouterr().err
    assert run(["lesson", "--sheet", "--hidden", *arguments]) == 1
    assert "It belongs to the lesson" in capsys.readouterr().err
