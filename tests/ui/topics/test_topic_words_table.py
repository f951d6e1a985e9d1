"""The table of a topic's words: how lines are written one after another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from index.topics.model import Topic
from ui.compare.topics.draft import Draft
from ui.compare.topics.words_model import WordsModel
from ui.compare.topics.words_table import WordsTable

EMPTY = Topic("piers", 1, "Piers", "#3a6ea5", "What is said of piers.", ())


def write(qtbot: QtBot, table: WordsTable, words: str) -> None:
    """Type the words and Return, as somebody does who looks at nothing else."""
    QTest.keyClicks(table, words[0])
    (field,) = table.viewport().findChildren(QLineEdit)
    QTest.keyClicks(field, words[1:])
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not table.viewport().findChildren(QLineEdit))


def test_words_typed_one_after_another_become_lines_of_their_own(themed: QApplication, qtbot: QtBot) -> None:
    draft = Draft(EMPTY, EMPTY)
    table = WordsTable(draft, WordsModel(draft))
    qtbot.addWidget(table)
    table.show()
    table.go_to(0)
    for words in ("pier", "jetty", "landing stage"):
        write(qtbot, table, words)
    assert [query.query for query in draft.topic.queries] == ["pier", "jetty", "landing stage"]


def test_a_line_that_was_written_over_stays_in_use(themed: QApplication, qtbot: QtBot) -> None:
    draft = Draft(EMPTY, EMPTY)
    table = WordsTable(draft, WordsModel(draft))
    qtbot.addWidget(table)
    table.show()
    table.go_to(0)
    write(qtbot, table, "pier")
    table.go_to(0)
    write(qtbot, table, "piers")
    assert ([query.query for query in draft.topic.queries], table.row) == (["piers"], 0)
