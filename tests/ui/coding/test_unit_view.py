"""The unit in its manifesto: its words are told from the numbers of notes beside them."""

from __future__ import annotations

from dataclasses import replace

from noted_text import block
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library.records import Document
from ui import theme
from ui.coding.context import Context
from ui.coding.unit_view import UnitView
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import opened

SHOWN = [
    replace(block(text), id=text)
    for text in ("Crime<12> fell.<13> We will end fraud<14> by 2030.<15> Lamps<16> shine.", "Every pier<17> has one.")
]
MANIFESTO = opened(Document("lamps", "Lamps", file_name="lamps.txt", language="en"), SHOWN)
UNIT = Found(0, 12, len("Crime fell. We will end fraud by 2030."))


def shown(qtbot: QtBot) -> UnitView:
    view = UnitView(dict)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_unit(Context(MANIFESTO, (UNIT,)), "The unit")
    return view


def test_the_ground_of_the_unit_lies_under_its_words_and_no_number_at_its_ends(
    themed: QApplication, qtbot: QtBot
) -> None:
    view = shown(qtbot)
    ink = QColor(theme.tokens().colours.ink)
    words, each = "", view.document().begin().begin()
    while not each.atEnd():
        fragment = each.fragment()
        words += fragment.text() if fragment.charFormat().foreground().color() == ink else ""
        each += 1
    assert words == "We will end fraud\u202f14 by 2030."
    assert view.caret == (SHOWN[0].id, UNIT.start)


def test_words_are_copied_without_the_numbers_of_notes(themed: QApplication, qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.selectAll()
    view.copy()
    assert QGuiApplication.clipboard().text() == "\n".join(each.text for each in SHOWN)
    cursor = QTextCursor(view.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.copy()
    assert QGuiApplication.clipboard().text() == "Crime"
