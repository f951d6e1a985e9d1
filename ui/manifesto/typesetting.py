"""How each kind of block is set in flowing text: faces, gaps and indents, from the theme's tokens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextOption

from reader.model import Block, Kind
from ui import theme
from ui.theme import paper
from ui.theme.tokens import FOUR, HALF, SIX, STEP, THREE, Tokens

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
# A manifesto nests a list three deep at most; deeper ones are set like the third.
_DEEPEST = 3


class Typesetting:
    """Formats for one theme and size. Ask for a new one when either has changed."""

    def __init__(self, now: Tokens) -> None:
        self._now = now
        self._kept: dict[tuple[Kind, int], tuple[QTextBlockFormat, QTextCharFormat]] = {}

    def formats(self, block: Block) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """How this block and its characters are set."""
        key = (block.kind, block.level or 1)
        if key not in self._kept:
            self._kept[key] = self._made(*key)
        return self._kept[key]

    def raised(self, characters: QTextCharFormat) -> QTextCharFormat:
        """How references to notes are set among characters of this format: screen readers hear that they are raised."""
        made = QTextCharFormat(characters)
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        made.setForeground(QColor(self._now.colours.secondary))
        return made

    def _made(self, kind: Kind, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        match kind:
            case Kind.HEADING:
                return self._heading(level)
            case Kind.LIST_ITEM:
                return self._list_item(min(level, _DEEPEST))
            case Kind.QUOTE:
                return self._quote()
            case Kind.CAPTION:
                return self._caption()
        return self._set(theme.fonts.reading(self._now.reading), self._now.reading, above=0, below=self._gap)

    @property
    def _gap(self) -> int:
        """Between two paragraphs."""
        return round(self._now.reading * 0.75)

    def _heading(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        size = paper.heading_size(level, self._now)
        face = theme.fonts.reading(size, bold=True, italic=level > 3)
        above = SIX if level == 1 else FOUR if level == 2 else THREE
        block, characters = self._set(face, size, above=above, below=STEP)
        block.setLineHeight(round(size * 1.25), _FIXED)
        block.setHeadingLevel(level)
        return block, characters

    def _list_item(self, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, characters = self._set(
            theme.fonts.reading(self._now.reading), self._now.reading, above=0, below=HALF + 2
        )
        block.setLeftMargin(paper.INDENT * level)
        block.setTextIndent(-paper.INDENT)
        block.setTabPositions([QTextOption.Tab(paper.INDENT, QTextOption.TabType.LeftTab)])
        return block, characters

    def _quote(self) -> tuple[QTextBlockFormat, QTextCharFormat]:
        face = theme.fonts.reading(self._now.reading, italic=True)
        block, characters = self._set(face, self._now.reading, above=self._gap, below=self._gap)
        block.setLeftMargin(paper.INDENT)
        block.setRightMargin(paper.INDENT)
        return block, characters

    def _caption(self) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, characters = self._set(
            theme.fonts.interface(self._now.small), self._now.small, above=STEP, below=self._gap
        )
        characters.setForeground(QColor(self._now.colours.secondary))
        return block, characters

    @staticmethod
    def _set(face: QFont, size: int, *, above: int, below: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, characters = QTextBlockFormat(), QTextCharFormat()
        block.setAlignment(Qt.AlignmentFlag.AlignLeading)
        block.setLineHeight(paper.line_height(size), _FIXED)
        block.setTopMargin(above)
        block.setBottomMargin(below)
        characters.setFont(face)
        return block, characters
