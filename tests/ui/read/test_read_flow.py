"""Flowing text: blocks as text blocks, and points of the manifesto as positions in the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from reader.model import Block, Kind
from ui import theme
from ui.manifesto.flow import FlowMap, append, marker
from ui.manifesto.manifesto import Place
from ui.manifesto.typesetting import Typesetting


def flowing(*blocks: Block) -> tuple[QTextDocument, FlowMap]:
    document = QTextDocument()
    append(QTextCursor(document), blocks, Typesetting(theme.tokens()))
    return document, FlowMap(document, blocks)


def item(text: str, printed: str | None = None, level: int = 1) -> Block:
    return Block(Kind.LIST_ITEM, text, level, marker=printed)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [(None, "•"), ("•", "•"), ("n", "•"), ("\uf0b7", "•"), ("1.", "1."), ("a)", "a)"), ("iv.", "iv."), ("•.", "•")],
)
def test_numbers_are_shown_as_printed_and_every_other_marker_as_a_bullet(printed: str | None, shown: str) -> None:
    assert marker(item("x", printed)) == shown


def test_deeper_lists_have_quieter_bullets() -> None:
    assert [marker(item("x", "•", level)) for level in (1, 2, 3, 4)] == ["•", "–", "·", "·"]


def test_every_block_is_one_text_block_even_with_line_breaks_in_it(themed: QApplication) -> None:
    blocks = (Block(Kind.PARAGRAPH, "one\ntwo\u2029three\r"), Block(Kind.PARAGRAPH, "four"))
    document, _ = flowing(*blocks)
    assert document.blockCount() == 2


def test_bullets_are_words_of_the_text_so_that_copies_and_screen_readers_have_them(themed: QApplication) -> None:
    document, _ = flowing(item("Ferries", "•"), item("Lamps", "2."))
    assert document.toPlainText() == "•\tFerries\n2.\tLamps"


def test_headings_keep_their_level_for_screen_readers(themed: QApplication) -> None:
    document, _ = flowing(Block(Kind.HEADING, "One", 1), Block(Kind.HEADING, "Two", 2), Block(Kind.PARAGRAPH, "x"))
    levels = [document.findBlockByNumber(number).blockFormat().headingLevel() for number in range(3)]
    assert levels == [1, 2, 0]


@given(
    texts=st.lists(st.text("aé 🏮\u200d\u0301\n👩", min_size=1, max_size=12), min_size=1, max_size=4),
    bullets=st.booleans(),
)
def test_every_point_leads_to_its_position_and_back(themed: QApplication, texts: list[str], bullets: bool) -> None:
    blocks = tuple(item(text) if bullets else Block(Kind.PARAGRAPH, text) for text in texts)
    document, flow = flowing(*blocks)
    cursor = QTextCursor(document)
    for number, text in enumerate(texts):
        for offset, character in enumerate(text):
            assert flow.place(flow.position(Place(number, offset))) == Place(number, offset)
            cursor.setPosition(flow.position(Place(number, offset)))
            cursor.setPosition(flow.position(Place(number, offset + 1)), QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == character.replace("\n", "\u2028")


def test_a_position_on_the_bullet_is_the_beginning_of_the_item(themed: QApplication) -> None:
    _, flow = flowing(item("Ferries"))
    assert flow.place(0) == Place(0, 0)
