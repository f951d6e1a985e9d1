"""References to notes are raised in the flowing text, and nothing that people do with its words knows of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from noted_text import block
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from waiting import wait

from reader.library.records import Document
from reader.model import Block, Kind, Piece
from ui import theme
from ui.manifesto.finding import Found, find
from ui.manifesto.flow import FlowMap, append
from ui.manifesto.manifesto import OpenManifesto, Place, opened
from ui.manifesto.references import note_of
from ui.manifesto.text_view import TextView
from ui.manifesto.typesetting import Typesetting
from ui.theme import paper

SHOWN = (
    replace(block("Safer streets<iv>", Kind.HEADING), level=1),
    block("<*>Violent crime<12> and fraud<13>🏮<14> rose by a third.<15><16>"),
    Block(Kind.PARAGRAPH, "Harbour Office, table 4.", marker="12"),
    replace(block("Lamps<17> on every pier", Kind.LIST_ITEM), level=1),
    Block(Kind.PARAGRAPH, "Another twelve.", marker="12"),
)
MANIFESTO = opened(
    Document("lamps", "Lamps", file_name="lamps.txt", language="en"),
    [replace(each, id=f"b{number}") for number, each in enumerate(SHOWN)],
)


@pytest.fixture
def view(themed: QApplication, qtbot: QtBot) -> TextView:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.open(MANIFESTO)
    wait(lambda: view.settled)
    return view


def flowing(*blocks: Block) -> tuple[QTextDocument, FlowMap]:
    document = QTextDocument()
    append(QTextCursor(document), blocks, Typesetting(theme.tokens()))
    return document, FlowMap(document, blocks)


def copied(view: TextView) -> str:
    view.copy()
    return QGuiApplication.clipboard().text()


def raised_words(document: QTextDocument) -> list[str]:
    """What stands higher than the words beside it."""
    found = []
    for number in range(document.blockCount()):
        each = document.findBlockByNumber(number).begin()
        while not each.atEnd():
            fragment = each.fragment()
            if fragment.charFormat().verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignSuperScript:
                found.append(fragment.text().strip("\u202f"))
            each += 1
    return found


def edges_of(view: TextView, block: int, words: str) -> tuple[int, int]:
    """Where on the viewport these words begin and end, which stand on one line."""
    text_block = view.document().findBlockByNumber(block)
    cursor = QTextCursor(text_block)
    begins = text_block.position() + text_block.text().index(words)
    edges = []
    for position in (begins, begins + len(words)):
        cursor.setPosition(position)
        edges.append(view.cursorRect(cursor).left())
    return edges[0], edges[1]


def point_of(view: TextView, block: int, words: str) -> QPoint:
    """The middle of what is shown of these words on the viewport."""
    text_block = view.document().findBlockByNumber(block)
    cursor = QTextCursor(text_block)
    cursor.setPosition(text_block.position() + text_block.text().index(words))
    return QPoint(sum(edges_of(view, block, words)) // 2, view.cursorRect(cursor).center().y())


def test_references_and_the_numbers_of_notes_are_raised(view: TextView) -> None:
    numbers = [word for raised in raised_words(view.document()) for word in raised.split("\u202f")]
    assert numbers == ["iv", "*", "12", "13", "14", "15", "16", "12", "17", "12"]


def test_lines_are_as_high_with_references_as_without(themed: QApplication) -> None:
    words = "Violent crime<12> rose by a third.<13> " * 12
    steps = set()
    for each in (block(words), Block(Kind.PARAGRAPH, block(words).text)):
        document, _ = flowing(each)
        document.setTextWidth(500)
        assert document.documentLayout().blockBoundingRect(document.firstBlock()).height() > 100
        layout = document.firstBlock().layout()
        feet = [layout.lineAt(number).y() + layout.lineAt(number).ascent() for number in range(layout.lineCount())]
        steps |= {round(after - before, 3) for before, after in pairwise(feet)}
    assert steps == {paper.line_height(theme.tokens().reading)}


def test_copies_have_the_words_alone(view: TextView) -> None:
    view.selectAll()
    assert copied(view) == (
        "Safer streets\nViolent crime and fraud🏮 rose by a third.\nHarbour Office, table 4.\n"
        "• Lamps on every pier\nAnother twelve."
    )
    view.select([Found(1, 8, 23)])
    assert copied(view) == "crime and fraud"


def test_what_is_selected_ends_at_its_words_and_not_behind_the_number_of_a_note(view: TextView) -> None:
    view.select([Found(1, 8, 13)])
    assert view.textCursor().selectedText() == "crime"
    assert view.selected == (Found(1, 8, 13),)
    view.select([Found(1, 0, 7)])
    assert view.textCursor().selectedText() == "Violent"
    view.select([Found(1, 13, 17)])
    assert view.textCursor().selectedText() == " and"


def test_a_press_on_a_word_or_its_number_selects_the_word(view: TextView) -> None:
    for words in ("crime", "12"):
        at = point_of(view, 1, words)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert copied(view) == "crime"
        view.put(Place(0))


def test_what_is_found_is_tinted_over_a_reference_in_it(view: TextView) -> None:
    found = find(MANIFESTO.shown, "crime and")
    assert found == [Found(1, 8, 17)]
    view.show_found(found, None)
    assert [each.cursor.selectedText() for each in view.extraSelections()] == ["crime\u202f12 and"]


def test_a_mark_lies_under_its_words_and_not_under_a_reference_at_their_end(view: TextView) -> None:
    (stroke,) = view.where.strokes(Found(1, 8, 13))
    over = view.where.strokes(Found(1, 8, 17))
    number = point_of(view, 1, "12").x()
    assert stroke.left < stroke.right <= number < over[0].right


def test_keys_pass_over_a_reference_in_one_step_and_select_no_part_of_it(view: TextView) -> None:
    view.show_cursor(True)
    view.put(Place(1, 12))
    places = []
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right)
        places.append(view.stretch.cursor.offset)
    assert places == [13, 13, 14, 15]
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.stretch.cursor == Place(1, 12)
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected == (Found(1, 12, 15),)


def test_a_screen_reader_hears_a_word_apart_from_its_number(view: TextView) -> None:
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    said = text.text(0, text.characterCount())
    assert "crime\u202f12 and fraud\u202f13" in said
    assert "crime12" not in said


def tip_at(view: TextView, point: QPoint) -> str:
    QToolTip.hideText()
    wait(lambda: not QToolTip.isVisible())
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), help_event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_the_pointer_on_a_reference_shows_the_note_that_follows(view: TextView) -> None:
    assert tip_at(view, point_of(view, 1, "12")) == "12 Harbour Office, table 4."
    assert tip_at(view, point_of(view, 1, "13")) == ""
    assert tip_at(view, point_of(view, 1, "crime")) == ""


def test_the_tip_of_a_single_digit_comes_on_all_of_it_and_just_beside_it(themed: QApplication, qtbot: QtBot) -> None:
    shown = (
        block("Violent crime<1> and fraud<2><3> rose by a third."),
        *(Block(Kind.PARAGRAPH, f"Table {number}.", marker=f"{number}") for number in (1, 2, 3)),
    )
    view = TextView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.open(opened(MANIFESTO.document, [replace(each, id=f"b{number}") for number, each in enumerate(shown)]))
    wait(lambda: view.settled)
    for digit in "123":
        left, right = edges_of(view, 0, digit)
        for x in range(left + 1, right):
            assert tip_at(view, QPoint(x, point_of(view, 0, digit).y())) == f"{digit} Table {digit}."
    left, right = edges_of(view, 0, "1")
    assert tip_at(view, QPoint(left - 2, point_of(view, 0, "1").y())) == "1 Table 1."
    assert tip_at(view, QPoint(right + 20, point_of(view, 0, "1").y())) == ""


def test_a_note_is_one_by_its_marker_or_by_its_beginning_on_a_page_of_its_reference() -> None:
    def on(page: int | None, text: str, kind: Kind = Kind.PARAGRAPH) -> Block:
        return Block(kind, text, pieces=(Piece(0, len(text), page),))

    shown = (
        on(None, "12 Before."),
        on(3, "Crime fell."),
        on(3, "120 lamps."),
        on(3, "12 lamps", Kind.LIST_ITEM),
        on(3, "[12] Home Office."),
        on(4, "13 Of the next page."),
    )
    assert note_of(shown, 1, "12") == "Home Office."
    assert note_of(shown, 1, "13") == ""
    assert note_of((on(None, "Crime fell."), on(None, "12 Lamps.")), 0, "12") == ""
    assert note_of((*shown, Block(Kind.PARAGRAPH, "By its marker.", marker="12")), 1, "12") == "By its marker."


@given(
    text=st.text("aé 🏮\u0301\n", max_size=10),
    offsets=st.lists(st.integers(0, 10), max_size=4),
    item=st.booleans(),
)
def test_every_point_leads_to_its_position_and_back_past_references(
    themed: QApplication, text: str, offsets: list[int], item: bool
) -> None:
    printed = text
    for offset in sorted({min(each, len(text)) for each in offsets}, reverse=True):
        printed = f"{printed[:offset]}<1>{printed[offset:]}"
    made = block(printed, Kind.LIST_ITEM if item else Kind.PARAGRAPH)
    document, flow = flowing(made, Block(Kind.PARAGRAPH, "next"))
    cursor = QTextCursor(document)
    for offset, character in enumerate(text):
        for behind in (False, True):
            assert flow.place(flow.position(Place(0, offset), behind=behind)) == Place(0, offset)
        for first, last in ((offset, offset + 1), (offset + 1, offset)):
            begun, at = flow.over(Place(0, first), Place(0, last))
            cursor.setPosition(begun)
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == character.replace("\n", "\u2028")
    positions = range(document.findBlockByNumber(0).length())
    places = [flow.place(position) for position in positions]
    assert places == sorted(place for place in places if place is not None)


def test_a_document_without_references_is_as_it_was(themed: QApplication, long: OpenManifesto) -> None:
    document, _ = flowing(*long.shown)
    assert document.toPlainText() == "\n".join(each.text for each in long.shown)
