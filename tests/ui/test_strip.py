"""The strip over the foot of the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from index.events import AlreadyThere, DocumentAdded, DocumentFailed, Progress
from ui.frame.import_news import summary
from ui.frame.strip import WORK_SHOWS_AFTER_MS, Strip, describe
from ui.shared.overlay import Raised
from ui.shared.placeholder import Step
from ui.theme.text import Text


@pytest.fixture
def strip(themed: QApplication, qtbot: QtBot) -> Iterator[Strip]:
    page = QWidget()
    page.resize(900, 400)
    shown = Strip(page)
    with qtbot.waitExposed(page):
        page.show()
    yield shown
    shown.stop()
    page.close()


def button(strip: Strip, text: str) -> QPushButton:
    return next(each for each in strip.findChildren(QPushButton) if each.text() == text)


def test_short_work_is_not_shown_at_all(strip: Strip, qtbot: QtBot) -> None:
    strip.begin("Getting ready")
    qtbot.wait(WORK_SHOWS_AFTER_MS // 3)
    strip.end()
    qtbot.wait(WORK_SHOWS_AFTER_MS)
    assert not strip.shows_work


def test_long_work_is_shown_with_a_way_to_cancel_it(strip: Strip, qtbot: QtBot) -> None:
    strip.begin("Getting ready")
    qtbot.waitUntil(lambda: strip.shows_work)
    with qtbot.waitSignal(strip.cancelled):
        QTest.mouseClick(button(strip, "Cancel"), Qt.MouseButton.LeftButton)
    strip.end()
    assert not strip.shows_work


def test_work_that_is_told_of_step_by_step_is_shown_in_time_with_how_far_it_is(strip: Strip, qtbot: QtBot) -> None:
    strip.begin("Writing “lamps.pdf”")
    shown = QSignalSpy(strip._soon.timeout)
    strip.begin("Printing page 2 of 9", 1, 9)
    qtbot.waitUntil(lambda: strip.shows_work)
    assert shown.count() == 1
    bar = strip.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert (bar.value(), bar.maximum()) == (1, 9)


def test_a_sentence_offers_one_step_where_there_is_one_and_goes_when_it_is_taken(strip: Strip) -> None:
    taken: list[bool] = []
    strip.say("Removed a manifesto", Step("Undo", lambda: taken.append(True)))
    assert strip.sentence == "Removed a manifesto"
    strip.say("Added a manifesto.")
    assert not any(each.isVisible() for each in strip.findChildren(QPushButton))
    strip.say("Removed a manifesto", Step("Undo", lambda: taken.append(True)))
    QTest.mouseClick(button(strip, "Undo"), Qt.MouseButton.LeftButton)
    assert taken == [True]
    assert strip.sentence == ""


def test_a_sentence_can_be_put_away(strip: Strip, qtbot: QtBot) -> None:
    strip.say("Added a manifesto.")
    QTest.mouseClick(strip.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert strip.sentence == ""


def test_a_sentence_goes_with_the_place_it_was_said_in(strip: Strip) -> None:
    strip.arrive("compare")
    strip.say("Left out of “Policing”.")
    strip.arrive("compare")
    assert strip.sentence == "Left out of “Policing”."
    strip.arrive("search")
    assert strip.sentence == ""


def test_a_long_sentence_and_work_stay_on_the_page(strip: Strip, qtbot: QtBot) -> None:
    strip.say("A sentence that is long. " * 12)
    strip.begin("Getting ready to read")
    qtbot.waitUntil(lambda: strip.shows_work)
    strip.progress(Progress(1, 12, f"/home/me/{'long-name-' * 12}.pdf", 31, 128))
    page = strip.parentWidget()
    assert page is not None
    assert page.rect().contains(strip.geometry())
    for text in strip.findChildren(Text):
        assert text.height() >= text.heightForWidth(text.width())


@pytest.mark.parametrize(
    ("progress", "sentence"),
    [
        (Progress(0, 1), "Reading 1 of 1"),
        (Progress(1, 12, "/home/me/labour.pdf", 31, 128), "Reading 2 of 12: labour.pdf, page 31 of 128"),
        (Progress(1, 12, r"C:\Manifestos\labour.pdf"), "Reading 2 of 12: labour.pdf"),
        (Progress(12, 12), "Looking for topics"),
        (Progress(12, 12, "plan.pdf", 3, 8, by_ocr=True), "Reading page 3 of 8 of plan.pdf by OCR"),
    ],
)
def test_progress_is_told_as_people_would_tell_it(progress: Progress, sentence: str) -> None:
    assert describe(progress) == sentence


def test_messages_and_the_bar_beside_selected_words_do_not_cover_each_other(strip: Strip, qtbot: QtBot) -> None:
    page = strip.parentWidget()
    assert page is not None
    strip.say("Copied.")
    usual = strip.geometry()
    bar = Raised(page, "Selected words")
    strip.clear()
    bar.setGeometry(20, 300, 800, 90)
    bar.show()
    strip.say("Copied.")
    assert not strip.geometry().intersects(bar.geometry()), "said while the bar is there"
    assert page.rect().contains(strip.geometry())
    bar.move(20, 10)
    assert strip.geometry() == usual
    bar.setGeometry(500, 120, 300, 250)
    assert not strip.geometry().intersects(bar.geometry()), "the bar came while the message was there"
    bar.hide()
    assert strip.geometry() == usual


def test_a_question_stays_until_it_is_answered_or_put_away(strip: Strip) -> None:
    taken: list[str] = []
    question = "“Boats” is here already: take its 14 highlights?"
    strip.arrive("library")
    strip.ask(question, Step("Take", lambda: taken.append("taken")))
    assert not strip._later.isActive()
    strip.arrive("read")
    assert strip.sentence == question
    strip.say("Copied.")
    assert strip.sentence == "Copied."
    strip.clear()
    assert strip.sentence == question, "what comes between is no answer"
    QTest.mouseClick(button(strip, "Take"), Qt.MouseButton.LeftButton)
    assert (taken, strip.sentence) == (["taken"], "")
    strip.ask(question, Step("Take", lambda: taken.append("again")))
    QTest.mouseClick(strip.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    strip.say("Copied.")
    strip.clear()
    assert (taken, strip.sentence) == (["taken"], "")
    strip.ask(question, Step("Take", lambda: None))
    strip.answered()
    assert strip.sentence == ""


def test_what_came_of_the_files_is_told_in_a_sentence_or_two() -> None:
    added = [DocumentAdded("a.pdf", "1", "One"), DocumentAdded("b.pdf", "2", "Two")]
    known = [AlreadyThere("c.pdf", "3", "Three")]
    failed = [DocumentFailed("d.pdf", "Damaged", "“d.pdf” is broken.", "Mend it.")]
    assert summary([], [], []) == ""
    assert summary(added[:1], [], []) == "Added “One”."
    assert summary(added, known, []) == "Added 2 manifestos. “Three” is in the library already."
    assert summary([], known * 2, failed) == (
        "2 files are in the library already. “d.pdf” is broken. The Library lists it with what to do."
    )
    unlisted = DocumentFailed("parties.toml", "PartiesInvalid", "Line 3 is wrong.", "Correct it.", listed=False)
    assert summary([], [], [unlisted]) == "Line 3 is wrong. Correct it."
    assert summary([], [], failed * 3).startswith("3 files could not be read")
