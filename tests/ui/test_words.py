"""Words that other people wrote are shown as they are, wherever Qt would guess at markup or keys."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItem, Qt, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui.message import message
from ui.read.elided import Elided
from ui.theme.parts import TabBar
from ui.theme.text import Text
from ui.theme.words import caption, give_tip, one_line, shown, tip, words_on

IMAGE = 'Our plan <img src="//203.0.113.1/x.png" width=900 height=900> for <b>all</b> & <script>'
PILE = "Zalgo" + "\u0301\u0489" * 100_000


def seen(given: str) -> str:
    """The words that a tip or label of Qt shows for what it was given."""
    if not Qt.mightBeRichText(given):
        return given
    document = QTextDocument()
    document.setHtml(given)
    return document.toPlainText()


@pytest.mark.parametrize("words", [IMAGE, "a &lt; b & c", "<b>", "x < y > z", "<!-- -->", "plain", ""])
def test_a_tip_shows_the_words_and_loads_nothing(themed: QApplication, words: str) -> None:
    assert " ".join(seen(tip(words)).split()) == words
    assert "<img" not in tip(words)


def test_a_tip_fits_on_a_screen(themed: QApplication) -> None:
    lines = seen(tip("word " * 5000)).splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) <= 15


def test_a_screen_reader_hears_the_words_of_an_escaped_tip(themed: QApplication) -> None:
    widget, item = QWidget(), QStandardItem()
    give_tip(widget, "<b>Forward</b>")
    give_tip(item, "<b>Forward</b>")
    assert widget.accessibleDescription() == "<b>Forward</b>"
    assert seen(item.toolTip()) == "<b>Forward</b>"


def test_piled_marks_and_signs_that_turn_the_line_are_left_out(themed: QApplication) -> None:
    assert one_line(PILE) == "Zalgo" + "\u0301\u0489" * 2 + "…"
    assert one_line("a\u202eb\u2066c\x00d\u2028e\nf") == "abc d e f"
    assert len(one_line("long " * 1000)) <= 400


@pytest.mark.parametrize("words", ["Tiếng Việt", "שָׁלוֹם", "ก็ที่", "e\u0301\u0323\u0304", "a – “b” … c", "👩‍👩‍👧‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿"])
def test_words_as_languages_write_them_stay(words: str) -> None:
    assert shown(words) == words


def test_a_label_is_no_higher_for_marks_and_no_wider_for_markup(themed: QApplication) -> None:
    assert Text(PILE).sizeHint().height() == Text("Zalgo").sizeHint().height()
    plain = QLabel(IMAGE)
    plain.setTextFormat(Qt.TextFormat.PlainText)
    for label in (Text(IMAGE), Elided(IMAGE)):
        assert label.text() == IMAGE
        assert label.sizeHint().height() < 60
    assert Text("a\nb").text() == "a\nb"


def test_an_and_sign_is_seen_on_tabs_and_buttons(themed: QApplication) -> None:
    tabs = TabBar()
    tabs.add("Crime & justice", IMAGE)
    tabs.say(0, "Crime & justice")
    button = QPushButton(caption("Crime & justice"))
    assert tabs.tabText(0) == button.text() == "Crime && justice"
    assert words_on(button) == "Crime & justice"
    assert button.shortcut().isEmpty()
    assert " ".join(seen(tabs.tabToolTip(0)).split()) == IMAGE
    assert tabs.tabSizeHint(0).width() < 200


def test_a_message_shows_what_it_is_given(themed: QApplication) -> None:
    box = message("“<b>x</b>.pdf” is damaged.", f"Look at {IMAGE}.")
    assert seen(box.text()) == "“<b>x</b>.pdf” is damaged."
    assert seen(box.informativeText()) == f"Look at {IMAGE}."
