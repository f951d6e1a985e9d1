"""Hiding a lesson by the parties' facts: the letters, the same for the same seed."""

from __future__ import annotations

from index.lessons.hidden import hidden
from index.lessons.hiding import names_of
from index.lessons.slides import Cell, Extract, Lesson, RowSlide, Who
from reader.facts import facts
from reader.library.records import Document

DOCUMENTS = {
    name: Document(name, f"{party}'s plan", party, year="2017") for name, party in (("x", "Labour"), ("y", "Green"))
}
WORDS = "Under the previous Labour government nets were mended."


def lesson() -> Lesson:
    who = tuple(Who(name, one.party, one.title, document=name) for name, one in DOCUMENTS.items())
    cells = (Cell((Extract(WORDS, WORDS, ((38, 42),)),)), Cell((), "Nothing found."))
    return Lesson("Labour on nets", (RowSlide("t/a", "Nets", "Mending", who, cells),))


def test_a_lesson_is_hidden_by_the_facts_and_the_same_seed_draws_the_same_letters() -> None:
    names = names_of(lesson(), DOCUMENTS, facts(), 5)
    made = hidden(lesson(), names)
    assert made == hidden(lesson(), names_of(lesson(), DOCUMENTS, facts(), 5))
    (slide,) = made.slides
    assert isinstance(slide, RowSlide)
    assert [who.name for who in slide.columns] == ["[Party A]", "[Party B]"]
    assert [who.key for who in slide.columns] == ["y", "x"]
    assert "Labour" not in made.title
    (one,) = slide.cells[1].extracts
    assert "[Party B]" in one.words
    assert [one.words[start:end] for start, end in one.marks] == [WORDS[38:42]]
