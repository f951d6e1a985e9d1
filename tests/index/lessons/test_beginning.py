"""A ready lesson becomes a plan of one's own, in one step that one undo takes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.lessons.beginning import SamplesMissing, begin
from index.lessons.ready import ReadyLesson, ready_lessons
from reader.home import home
from reader.library.collected import collections
from reader.library.lesson_notes import notes_of
from reader.library.library import Library
from reader.library.plans import PartKind, parts
from reader.model import Block, Kind, Manifesto
from ui import assets

LESSONS = {lesson.id: lesson for lesson in ready_lessons(assets.lessons())}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(home(tmp_path / "home")) as opened:
        yield opened


@pytest.fixture
def lesson() -> ReadyLesson:
    return LESSONS["what-is-not-said"]


@pytest.fixture
def with_samples(library: Library, tmp_path: Path, lesson: ReadyLesson) -> dict[str, str]:
    """The ids of the samples in the library, by their files' names; what stands in them does not matter here."""
    found = {}
    for name in lesson.manifestos:
        path = tmp_path / name
        path.write_text(name, encoding="utf-8")
        block = Block(Kind.PARAGRAPH, f"The quay of {name} will be lit.")
        read = Manifesto(name, "en", (block,), format="Plain text")
        found[name] = library.store(path, read, {}, sample=True).id
    return found


def test_it_becomes_a_plan_in_one_step(library: Library, with_samples: dict[str, str], lesson: ReadyLesson) -> None:
    edit, plan = begin(library, lesson)
    library.apply(edit)
    made = library.read(lambda connection: parts(connection, plan))
    assert [part.kind.value for part in made] == [part.kind.value for part in lesson.parts]
    rows = [part.item for part in made if part.kind is PartKind.ROW]
    assert [row.target for row in rows if row] == ["fire-safety/grenfell", "fire-safety/stations"]
    assert {row.documents for row in rows if row} == {tuple(with_samples[name] for name in lesson.manifestos)}
    slides = [part.item for part in made if part.kind is PartKind.SLIDE]
    assert slides[0] is not None
    assert slides[0].title == "Why might a manifesto say nothing?"
    notes = library.read(lambda connection: notes_of(connection, plan))
    assert notes[made[0].id].startswith("35 minutes, ages 16 to 18. Aims:\nKnow the difference")
    assert {part.id for part, ready in zip(made, lesson.parts, strict=True) if ready.note} == set(notes)

    again, other = begin(library, lesson)
    library.apply(again)
    names = {one.id: one.name for one in library.read(collections)}
    assert (names[plan], names[other]) == (lesson.title, f"{lesson.title} 2")
    library.undo()
    library.undo()
    assert library.read(collections) == []


def test_without_the_samples_it_says_how_to_have_them(library: Library, lesson: ReadyLesson) -> None:
    with pytest.raises(SamplesMissing) as refused:
        begin(library, lesson)
    assert "File > Add the samples" in refused.value.advice
