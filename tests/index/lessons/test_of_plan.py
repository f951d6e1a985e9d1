"""A plan becomes a lesson: what is in it is made by what is in the library now, in the order of the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.citations.styles import opened
from index.exports.publication import Picture
from index.lessons.of_plan import Materials, NotIndexed, Planned, lacking, lesson_of, part_of
from index.lessons.slides import (
    ChartSlide,
    Extract,
    NoticeSlide,
    QuestionSlide,
    QuotationSlide,
    RowSlide,
    TextSlide,
    Who,
)
from index.topics.model import Subtopic, Topic, TopicQuery
from index.topics.views import Views
from reader.library import judging
from reader.library.collected import collections
from reader.library.collecting import collect, write_sentence
from reader.library.edits import remove
from reader.library.lesson_edits import add_items, skip_items, write_note, write_row_note
from reader.library.library import Library
from reader.library.planning import add_part
from reader.library.plans import LessonItem, Part, PartKind, parts
from reader.library.records import Document
from reader.library.verdicts import Span, Verdict

STYLE = opened("harvard", Path(__file__).resolve().parents[3] / "assets" / "citation-styles")
TOPIC = Topic(
    "lamps", 1, "Lamps", "#000000", "d",
    (TopicQuery("lamps"), TopicQuery("oil", 0.0, subtopics=("oil",)), TopicQuery("gas", 0.0, subtopics=("gas",))),
    (), (Subtopic("oil", "Oil"), Subtopic("gas", "Gas")), languages=("en",),
)  # fmt: skip
HARM = Topic("harm", 1, "Harm", "#000000", "d", (TopicQuery("beaten"),), (), (), sensitive=True, languages=("en",))
HARBOUR = "# Light\nWe will fill all lamps with oil.\nEvery lamp on the quay burns all night.\n"
QUAY = "# Light\nWe will fill no lamps with gas.\nWhoever is beaten at home will find a bed.\n"


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    fields = {"year": "2031"}
    return Indexed(
        tmp_path, Written(HARBOUR, "Harbour Party", fields=fields), Written(QUAY, "Quay League", fields=fields)
    )


class Teacher:
    """Makes a lesson in a library."""

    def __init__(self, library: Library, documents: Sequence[Document]) -> None:
        self.library = library
        self.ids = tuple(document.id for document in documents)
        edit, _ = add_items(library, "", [(PartKind.SLIDE, LessonItem(title="Who pays?", text="Ask."))])
        library.apply(edit)
        (self.plan,) = library.read(collections)

    def add(self, kind: PartKind, target: str, *documents: str) -> str:
        edit, (name,) = add_items(self.library, self.plan.id, [(kind, LessonItem(target, documents or self.ids))])
        self.library.apply(edit)
        return name

    def quote(self, document: int, beginning: str) -> None:
        block = next(one for one in self.library.blocks(self.ids[document]) if one.text.startswith(beginning))
        span = Span(block.id, 0, len(block.text))
        self.library.apply(collect(self.library, self.plan.id, self.ids[document], [span]))

    @property
    def parts(self) -> list[Part]:
        return self.library.read(lambda connection: parts(connection, self.plan.id))

    def lesson(self, **more: object) -> Planned:
        materials = Materials({"lamps": TOPIC, "harm": HARM}, STYLE, "Hustings 0", **more)  # type: ignore[arg-type]  # its fields
        with Views(self.library.home) as views:
            return lesson_of(self.library, views, self.plan, materials)


@pytest.fixture
def teacher(made: Indexed) -> Callable[[], Teacher]:
    library = Library.open(made.home)
    return lambda: Teacher(library, made.documents)


def test_a_lesson_has_its_parts_in_the_order_of_the_plan(teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    row = one.add(PartKind.ROW, "lamps/oil")
    one.quote(0, "Every lamp")
    library = one.library
    library.apply(add_part(library, one.plan.id, one.parts, 0, PartKind.HEADING, "Light"))
    library.apply(add_part(library, one.plan.id, one.parts, 3, PartKind.OWN, "Look\nclosely."))
    quoted = one.parts[-1].quoted
    assert quoted is not None
    library.apply(write_sentence(library, quoted.item.id, "It never goes out."))
    for part, note in ((one.parts[0], "Begin"), (one.parts[2], "Hands up"), (one.parts[-1], "End")):
        library.apply(write_note(library, one.plan.id, part, note))
    planned = one.lesson()
    lesson = planned.lesson
    assert (lesson.title, lesson.program, lesson.hides, planned.missing) == ("My plan", "Hustings 0", False, ())
    heading, slide, shown, own, quotation = lesson.slides
    assert heading == TextSlide(one.parts[0].id, "Light", notes="Begin")
    assert isinstance(slide, TextSlide)
    assert (slide.title, slide.text) == ("Who pays?", "Ask.")
    assert isinstance(own, TextSlide)
    assert (own.title, own.text) == ("", "Look\nclosely.")
    assert isinstance(shown, RowSlide)
    assert (shown.id, shown.topic, shown.title, shown.notes) == (row, "Lamps", "Oil", "Hands up")
    assert [who.name for who in shown.columns] == ["Harbour Party", "Quay League"]
    assert [extract.words for extract in shown.cells[0].extracts] == ["We will fill all lamps with oil."]
    assert shown.cells[1].silence
    assert isinstance(quotation, QuotationSlide)
    assert quotation.who == shown.columns[0]
    assert [part_of(one.parts, slide.id) for slide in lesson.slides] == one.parts
    assert part_of(one.parts, f"{row}/2") == one.parts[2]
    assert part_of(one.parts, "notice") is None
    assert (quotation.extract.words, quotation.extract.place) == (
        "Every lamp on the quay burns all night.",
        "p. i, Light",
    )
    assert (quotation.cited, quotation.sentence, quotation.notes) == (
        "(Harbour Party, 2031, p. i)", "It never goes out.", "End",
    )  # fmt: skip


def test_manifestos_are_told_apart_over_the_whole_lesson(teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    one.add(PartKind.ROW, "lamps/oil", *one.ids[::-1])
    one.add(PartKind.ROW, "lamps/gas", one.ids[0])
    _, first, second = one.lesson().lesson.slides
    assert isinstance(first, RowSlide)
    assert isinstance(second, RowSlide)
    assert [(who.key, who.name) for who in first.columns] == [("a", "Quay League"), ("b", "Harbour Party")]
    assert second.columns == first.columns[1:]


def test_verdicts_count_as_they_do_in_the_comparison(teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    one.add(PartKind.ROW, "lamps/oil")
    block = next(block for block in one.library.blocks(one.ids[0]) if block.text.startswith("We will fill"))
    one.library.apply(judging.set_verdict(one.library, one.ids[0], block.id, TOPIC, Verdict.DOES_NOT_BELONG))
    shown = one.lesson().lesson.slides[-1]
    assert isinstance(shown, RowSlide)
    assert shown.cells[0].extracts == ()
    assert shown.cells[0].silence


def test_what_is_skipped_is_not_shown_and_known(teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    names = [one.add(PartKind.ROW, "lamps/oil"), one.add(PartKind.CHART, "lamps/strips")]
    one.library.apply(skip_items(one.library, names, skipped=True))
    planned = one.lesson()
    assert [type(slide) for slide in planned.lesson.slides] == [TextSlide]
    (row,) = planned.skipped
    assert (row.title, [who.name for who in row.columns]) == ("Oil", ["Harbour Party", "Quay League"])
    assert planned.missing == ()


def test_a_row_without_a_note_of_its_own_has_that_of_its_row(teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    one.add(PartKind.ROW, "lamps/oil")
    one.library.apply(write_row_note(one.library, "lamps/oil", "Ask who pays."))
    assert one.lesson().lesson.slides[-1].notes == "Ask who pays."


def test_what_is_gone_is_named_and_the_rest_is_shown(teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    for target in ("lamps/oil", "lamps/gone", "gone/oil"):
        one.add(PartKind.ROW, target)
    one.add(PartKind.CHART, "lamps/strips")
    one.library.apply(remove(one.library, one.ids[1]))
    planned = one.lesson()
    assert [type(slide) for slide in planned.lesson.slides] == [TextSlide, RowSlide]
    assert list(planned.documents) == [one.ids[0]]
    assert planned.missing == (
        "Lamps: Oil: a manifesto is not in the library any more",
        "lamps/gone: cannot be shown",
        "gone/oil: cannot be shown",
        "Position in the text: Lamps: cannot be shown",
    )


def test_charts_and_questions_come_from_whoever_can_make_them(teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    chart, quiz = one.add(PartKind.CHART, "lamps/strips"), one.add(PartKind.QUIZ, "lamps")
    picture = Picture(b"png", b"<svg/>", "Two strips", "In order", 400)

    def asked(name: str, item: LessonItem, documents: Sequence[Document]) -> tuple[QuestionSlide, ...]:
        who = tuple(Who("x", document.name, document=document.id) for document in documents)
        return (QuestionSlide(f"{name}/1", 1, 1, Extract("Lit.", "Lit."), who, 1, "Quay League, p. i"),)

    slides = one.lesson(drawn=lambda *_: picture, asked=asked).lesson.slides
    assert slides[1] == ChartSlide(chart, "Position in the text: Lamps", b"png", "<svg/>", "Two strips", "In order")
    question = slides[2]
    assert isinstance(question, QuestionSlide)
    assert question.id == f"{quiz}/1"
    assert [who.key for who in question.answers] == ["a", "b"]


def test_the_notice_stands_before_the_first_passage_that_speaks_of_violence(teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    one.quote(1, "Whoever is beaten")
    one.add(PartKind.ROW, "lamps/oil")
    planned = one.lesson(advice="  Mrs Lamb is in room 3. ")
    _, notice, quotation, _ = planned.lesson.slides
    assert isinstance(notice, NoticeSlide)
    assert (notice.text, notice.advice, notice.before) == (
        "Some of what follows speaks of violence and abuse.", "Mrs Lamb is in room 3.", quotation.id,
    )  # fmt: skip


def test_views_that_are_not_made_yet_are_known_and_made(made: Indexed, teacher: Callable[[], Teacher]) -> None:
    one = teacher()
    one.add(PartKind.ROW, "lamps/oil", one.ids[0])
    with Views(made.home) as views:
        topics = {"lamps": TOPIC, "harm": HARM}
        assert lacking(one.library, views, one.plan, topics) == dict.fromkeys(topics, (one.ids[0],))
        one.lesson()
        assert lacking(one.library, views, one.plan, topics) == {}


def test_a_manifesto_that_is_not_indexed_is_never_shown_as_silent(
    made: Indexed, teacher: Callable[[], Teacher], tmp_path: Path
) -> None:
    one = teacher()
    late = made._store(one.library, tmp_path, 9, Written("Lamps.", "Late Party"))
    one.add(PartKind.ROW, "lamps/oil", late.id)
    with pytest.raises(NotIndexed, match="Late Party"):
        one.lesson()
