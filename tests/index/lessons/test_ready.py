"""Ready lessons: the three that ship fit the samples and topics that ship; a fault in a file is told by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.lessons.ready import LessonInvalid, ReadyKind, ReadyLesson, read_lesson, ready_lessons
from index.topics.files import read_topics
from ui import assets

WHOLE = """
id = "one"
title = "One"
minutes = 30
ages = "14 to 18"
aims = ["To see"]
manifestos = ["a.txt"]

[[part]]
kind = "slide"
title = "A question"
text = '''
First   line.

Second.'''
note = "Five minutes."

[[part]]
kind = "row"
target = "policing/trust"
"""
LESSONS = ready_lessons(assets.lessons())


@pytest.fixture(scope="module")
def rows() -> set[str]:
    topics, wrong = read_topics([assets.topics()])
    assert not wrong
    return {f"{topic.id}/{row.id}" for topic in topics for row in topic.subtopics}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_that_ships_shows_rows_that_there_are_of_the_fictional_samples(
    lesson: ReadyLesson, rows: set[str]
) -> None:
    fictional = {one.path.name for one in assets.samples() if "(fictional)" in one.fields["party"]}
    assert set(lesson.manifestos) == fictional
    shown = [part.target for part in lesson.parts if part.kind is ReadyKind.ROW]
    assert len(shown) >= 2
    assert set(shown) <= rows
    # Violence has a notice and a choice of its own; these lessons need neither.
    assert not [target for target in shown if target.startswith("vawg/")]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_that_ships_has_aims_questions_and_notes_and_does_not_judge_itself(lesson: ReadyLesson) -> None:
    assert 30 <= lesson.minutes <= 40
    assert len(lesson.aims) == 3
    slides = [part for part in lesson.parts if part.kind is ReadyKind.SLIDE]
    assert any("?" in slide.text or "?" in slide.title for slide in slides)
    assert all(part.note for part in lesson.parts if part.kind is not ReadyKind.HEADING)
    said = " ".join(
        [lesson.title, *lesson.aims, *(word for part in lesson.parts for word in (part.title, part.text, part.note))]
    )
    assert "balanced" not in said.casefold()
    assert "!" not in said


def test_three_lessons_ship() -> None:
    assert {lesson.id for lesson in LESSONS} == {"first-comparison", "promise-or-record", "what-is-not-said"}


def test_a_file_is_read_part_by_part(tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    path.write_text(WHOLE, encoding="utf-8")
    lesson = read_lesson(path)
    assert (lesson.title, lesson.minutes, lesson.manifestos) == ("One", 30, ("a.txt",))
    slide, row = lesson.parts
    assert (slide.kind, slide.title, slide.text) == (ReadyKind.SLIDE, "A question", "First line.\nSecond.")
    assert slide.note == "Five minutes."
    assert (row.kind, row.target, row.note) == (ReadyKind.ROW, "policing/trust", "")


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ('kind = "row"', 'kind = "film"', "line 19: “kind” must be one of heading, slide, row"),
        ('target = "policing/trust"', 'target = "policing"', "line 20: “target” must be a topic and a row"),
        ('target = "policing/trust"', 'text = "policing"', "line 20: a row has no “text”"),
        ("minutes = 30", "minutes = 0", "line 4: “minutes” must be"),
        ('aims = ["To see"]', "aims = []", "“aims” is missing"),
        ('title = "A question"', "", "“title” is missing"),
    ],
)
def test_a_fault_is_told_by_its_line(tmp_path: Path, right: str, wrong: str, reason: str) -> None:
    path = tmp_path / "one.toml"
    path.write_text(WHOLE.replace(right, wrong), encoding="utf-8")
    with pytest.raises(LessonInvalid, match=reason):
        read_lesson(path)
