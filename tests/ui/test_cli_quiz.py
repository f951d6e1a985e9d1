"""`hustings quiz`: a quiz of the library in any of its formats, off for sensitive topics until it is switched on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gift_reader import read_gift
from indexed import Indexed, Written

from reader.library.lesson_edits import add_items
from reader.library.library import Library
from reader.library.plans import LessonItem, PartKind
from ui.cli.program import run

WAYS = (
    "We will recruit {n}00 more police officers and pay them out of the purse of the council.",
    "The council is to hire {n}00 police officers, and whoever trains them will be paid for it.",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    texts = ["# Safety\n" + "\n".join(way.format(n=n + 2) for n in range(4)) for way in WAYS]
    made = Indexed(
        tmp_path_factory.mktemp("home"),
        *(
            Written(text, party, fields={"year": "2031"})
            for text, party in zip(texts, ("Heron", "Tallow"), strict=True)
        ),
    )
    items = [(PartKind.QUIZ, LessonItem("policing", tuple(one.id for one in made.documents), count=2, seed=3))]
    with Library.open(made.home) as library:
        library.apply(add_items(library, "", items)[0])
    return made


def test_the_same_seed_writes_the_same_quiz_for_moodle_and_for_programs(
    home: Indexed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(home.home.library)]
    asked = ["quiz", "--topic", "policing", "--count", "4", "--seed", "3", *library]
    assert run([*asked, "--out", str(tmp_path / "quiz.txt")]) == 0
    assert run(asked) == 0
    shown = json.loads(capsys.readouterr().out)
    read = read_gift((tmp_path / "quiz.txt").read_bytes())
    assert [f"Who said it?\n\n“{one['words']}”" for one in shown["questions"]] == [one.text for one in read]
    assert sorted(one["answers"][one["right"]]["name"] for one in shown["questions"]) == ["Heron"] * 2 + ["Tallow"] * 2
    assert "p. i" in read[0].feedback


def test_what_cannot_be_asked_is_said(home: Indexed, capsys: pytest.CaptureFixture[str]) -> None:
    library = ["--library", str(home.home.library)]
    assert run(["quiz", "--topic", "policing", "--count", "20", *library]) == 0
    assert "8 questions could be drawn of the 20 that were asked for" in capsys.readouterr().err
    assert run(["quiz", "--topic", "vawg", *library]) == 1
    assert "speaks of violence and abuse" in capsys.readouterr().err
    assert run(["quiz", "--topic", "vawg", "--sensitive", *library]) == 1
    assert "two manifestos at least must have passages" in capsys.readouterr().err
    assert run(["quiz", "--topic", "policing", "--without-answers", *library]) == 1
    assert "It is for docx, pdf, html and md alone." in capsys.readouterr().err


def test_printed_without_answers_it_tells_no_source(home: Indexed, capsys: pytest.CaptureFixture[str]) -> None:
    library = ["--library", str(home.home.library)]
    assert run(["quiz", "--topic", "policing", "--format", "md", "--without-answers", *library]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Who said it? Policing\n")
    assert "p. i" not in printed


def test_a_lesson_holds_the_quizzes_of_its_plan(home: Indexed, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lesson", "--library", str(home.home.library)]) == 0
    slides = json.loads(capsys.readouterr().out)["slides"]
    assert [(one["kind"], one["number"], one["of"]) for one in slides] == [("question", 1, 2), ("question", 2, 2)]
