"""The question for the coder's name in the bar: asked once, answered by nobody who types something else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from words_to_code import Words, codes, codings, press, type_

from reader.library.records import Document
from ui.annotating.annotating import Annotating
from ui.session.session import Session


def test_the_name_is_asked_for_beside_the_words_before_the_first_code(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    session.undo()  # nobody has confirmed a name
    (sea,) = codes(session, "Sea")
    question, name = words.bar.question, shared.coder.name
    words.mark("fishing fleet")
    type_("1")
    assert question.field.text() == name
    assert question.keep.text() == f"Keep “{name}”"
    press(Qt.Key.Key_Escape)
    assert codings(shared, document) == []
    type_("1")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backspace)
    assert not question.keep.isEnabled()
    press(Qt.Key.Key_Return)
    assert question.isVisible()  # nobody is called nothing
    type_("Carla")
    assert question.keep.text() == "Keep “Carla”"
    press(Qt.Key.Key_Return)
    assert [(one.name, one.coder.name) for one in shared.codings(document.id)] == [("Sea", "Carla")]
    words.mark("harbour wall")
    type_("1")
    assert len(codings(shared, document)) == 2
    assert shared.recent.last == sea


def test_typing_that_began_elsewhere_is_no_answer_to_the_question_for_the_name(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    session.undo()
    codes(session, "Sea")
    name = shared.coder.name
    words.mark("fishing fleet")
    type_("1m Whose, then? 2")
    press(Qt.Key.Key_Return)
    assert words.bar.question.isVisible()
    assert words.bar.question.field.text() == name
    assert not shared.coder.confirmed
    press(Qt.Key.Key_Escape)
    type_("m")
    type_("Whose?")  # what is written is kept for who answers
    press(Qt.Key.Key_Return)
    type_("b")
    assert (words.bar.question.field.text(), codings(shared, document)) == (name, [])
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)  # the name is right as it stands
    assert (shared.coder.name, shared.coder.confirmed) == (name, True)
    assert [[memo.text for memo in one.memos] for one in shared.codings(document.id)] == [["Whose?"]]


def test_a_note_is_not_lost_with_the_question_for_the_name(
    session: Session, shared: Annotating, document: Document, words: Words
) -> None:
    session.undo()
    words.mark("fishing fleet")
    type_("mWhose?")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    type_("m")
    assert words.bar.memo.toPlainText() == "Whose?"
    press(Qt.Key.Key_Return)
    words.mark("harbour wall")  # people go on without an answer
    assert [[memo.text for memo in one.memos] for one in shared.codings(document.id)] == [["Whose?"]]
    assert not shared.coder.confirmed
