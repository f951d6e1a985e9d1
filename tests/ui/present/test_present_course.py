"""Where the keys lead in a lesson, and what is seen there while names are hidden."""

from __future__ import annotations

from wall import HERON, NOTICE, TALLOW, hidden, lesson, row, whole_lesson

from index.lessons.slides import QuestionSlide, RowSlide
from ui.present.course import Course
from ui.present.names import letter_of


def names_on(course: Course) -> list[str]:
    shown = course.shown
    assert isinstance(shown, RowSlide)
    return [who.name for who in shown.columns]


def test_one_begins_at_a_slide_and_goes_to_both_ends() -> None:
    course = Course(whole_lesson(), "river/boats")
    assert course.slide.id == "river/boats"
    assert course.back()
    assert course.back()
    assert not course.back()
    assert course.slide.id == "opening"
    assert course.last()
    assert not course.next()
    assert Course(whole_lesson(), "gone").slide.id == "opening"


def test_the_notice_comes_before_the_first_such_passage_however_one_gets_there() -> None:
    jumping = Course(whole_lesson())
    assert jumping.go(4)
    assert jumping.notice == NOTICE
    assert jumping.next()
    assert jumping.slide.id == "river/harm"
    begun_there = Course(whole_lesson(), "river/harm")
    assert begun_there.notice == NOTICE


def test_what_is_behind_the_notice_is_where_one_wanted_to_go() -> None:
    course = Course(lesson(NOTICE, row("harm", violent=True), row("reeds"), row("wounds", violent=True)))
    course.first()
    assert course.go(3)
    assert course.notice is not None
    assert course.following() == 3
    course.next()
    assert course.slide.id == "river/wounds"


def test_going_on_without_it_leaves_out_every_such_passage_and_nothing_else() -> None:
    course = Course(lesson(NOTICE, row("harm", violent=True), row("reeds"), row("wounds", violent=True), row("boats")))
    seen = []
    assert course.skip()
    while True:
        seen.append(course.slide.id)
        if not course.next():
            break
    assert seen == ["river/reeds", "river/boats"]
    assert not course.go(1)
    while course.back():
        pass
    assert course.notice is not None
    assert course.next()  # whoever comes back to the notice can still have it shown
    assert course.slide.id == "river/harm"


def test_names_are_hidden_in_the_same_way_everywhere_and_charts_are_left_out() -> None:
    course = Course(whole_lesson(), "river/banks")
    course.names.hide()
    assert not course.names.hidden  # the lesson without names is still to come
    course.names.take(hidden(course.lesson))
    course.names.hide()
    assert names_on(course) == ["[Party A]", "[Party B]"]
    seen = [course.lesson.slides[at].id for at in course.places()]
    assert "chart" not in seen
    assert not course.go(6)
    course.names.show()
    assert names_on(course) == ["Heron Party", "Tallow League"]
    assert course.go(6)
    course.names.hide()
    course.stay()
    assert course.slide.id == "quotation"


def test_one_is_revealed_where_it_stands_then_all() -> None:
    course = Course(whole_lesson(), "river/banks")
    course.names.take(hidden(course.lesson))
    course.names.hide()
    course.names.reveal(TALLOW.key)
    assert names_on(course) == ["Tallow League", "[Party B]"]
    shown = course.shown
    assert isinstance(shown, RowSlide)
    assert shown.cells[0].extracts[0].document == "d-tallow"
    assert shown.cells[1].extracts[0].document == ""
    course.names.reveal_all()
    assert names_on(course) == ["Tallow League", "Heron Party"]
    assert not course.names.hidden
    course.names.hide()
    assert names_on(course) == ["[Party A]", "[Party B]"]


def test_a_question_keeps_its_answers_while_names_are_hidden() -> None:
    course = Course(whole_lesson(), "quiz/1")
    course.names.take(hidden(course.lesson))
    course.names.hide()
    question = course.shown
    assert isinstance(question, QuestionSlide)
    assert question.answers == (HERON, TALLOW)
    assert not course.names.answered(question)
    course.names.answer(question)
    assert course.names.answered(question)


def test_a_hidden_column_is_called_by_its_letter() -> None:
    course = Course(whole_lesson(), "river/banks")
    course.names.take(hidden(course.lesson))
    course.names.hide()
    shown = course.shown
    assert isinstance(shown, RowSlide)
    assert [letter_of(who) for who in shown.columns] == ["A", "B"]
    assert letter_of(HERON) == ""
