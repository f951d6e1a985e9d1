"""The heads of the columns: who speaks, at which election, and how much of the document the topic takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from index.comparison import Column
from index.marks import with_marks
from index.naming import extent_words, is_whole
from index.shares import definition_for, share_sentence
from reader.library.records import Document
from reader.wording import tr
from ui import theme
from ui.compare.cards.card_layout import INSET
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP
from ui.theme.words import give_tip, one_line

_BAR = HALF
_LONGEST_NAME = 120  # characters


def subtitle(document: Document, *, name_taken: bool = False) -> str:
    """The line under a column's name: extent, the title where names clash, a candidate's party, election and year.

    The extent stands first: where there is no room, a line is cut at its end.
    """
    said = [] if is_whole(document) else [extent_words(document)]
    if name_taken and document.called != document.name:
        said.append(document.called)
    if document.candidate and document.party:
        said.append(document.party)
    election = document.election
    if document.year and document.year not in election:
        election = f"{election} {document.year}".strip()
    if election:
        said.append(election)
    return " · ".join(said)


class Room(IntEnum):
    """How much of a head there is room for: each gives up more than the one before."""

    ALL = 0
    ONE_LINE_BELOW = 1  # the line under the name is cut
    ONE_LINE_EACH = 2  # the name too
    FOLDED = 3  # name and extent alone, on one line


@dataclass(frozen=True, slots=True)
class Lines:
    """How high each part is in the head that needs most for it, in pixels: what stands below begins level in all."""

    name: int
    about: int
    figures: int

    @property
    def about_top(self) -> int:
        return HALF + self.name

    @property
    def bar_top(self) -> int:
        return self.about_top + self.about + HALF

    @property
    def figures_top(self) -> int:
        return self.bar_top + _BAR + HALF // 2

    @property
    def height(self) -> int:
        """All of it."""
        return (self.figures_top + self.figures if self.figures else self.about_top) + STEP


class ShareBar(QWidget):
    """A topic's share of a document beside the largest share of the comparison. The figure stands under it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: float | None = None

    def show_part(self, part: float | None) -> None:
        """`part` is 0 to 1 of the largest share; None draws nothing."""
        self._part = part
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._part:
            return
        # No trough behind it: the longest bar is the largest share, and would look like the whole of something.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().colours.accent))
        painter.drawRoundedRect(QRectF(0, 0, max(_BAR, self.width() * self._part), _BAR), _BAR / 2, _BAR / 2)
        painter.end()


class PartyBar(QWidget):
    """The party's colour as a short bar beside the name. The party's name stands under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""

    def show_colour(self, colour: str) -> None:
        """`colour` is #rrggbb, or "" where none is known."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.tokens().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = theme.legible(self._colour, colours.surface, colours.ink) if self._colour else colours.control
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(self.rect()), _BAR / 2, _BAR / 2)
        painter.end()


class ColumnHead(QWidget):
    """The head of one column. It is told how much room there is, and where its parts stand."""

    menu_wished = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._said = ""
        self._folded = ""  # extent, and what tells columns of one name apart: what a folded head keeps
        self._party = PartyBar(self)
        self._name = Text("", Role.TITLE, self).wrapped()
        self._about = Text("", Role.SMALL, self).wrapped()
        self._extent = Text("", Role.SMALL, self)
        self._bar = ShareBar(self)
        self._figures = Text("", Role.SMALL, self).wrapped()
        for part in (self._name, self._about, self._figures):
            # Where another head needs more lines, this one begins on the first of them too.
            part.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda point: self.menu_wished.emit(self.mapToGlobal(point)))

    def show_column(self, column: Column, largest: float, *, apart: str = "") -> None:
        """Show the column; `largest` is the largest share of a whole manifesto here, in words per 1,000.

        A chapter or an extract has no bar, since bars are there to be compared.
        `apart` is what tells it from other columns of its name, "" where nothing is needed.
        """
        share = column.share.per_thousand if is_whole(column.document) else None
        self._bar.show_part(None if share is None else share / largest if largest else 0.0)
        if column.silence is not None:
            self._show(column.document, apart, with_marks(column.silence.sentence, column), "")
        else:
            defined = definition_for([column.share])
            if column.share.per_thousand is not None and share is None:
                defined = f"{defined} {tr('No bar: the share of a part says nothing of the whole manifesto.')}"
            said = with_marks(share_sentence(column.share, column.shown), column)
            self._show(column.document, apart, said, defined)

    def show_working(self, document: Document, sentence: str, *, apart: str = "") -> None:
        """Show a manifesto whose passages are not known yet."""
        self._bar.show_part(None)
        self._show(document, apart, sentence, "")

    def lines_in(self, width: int, room: Room) -> Lines:
        """What this head needs when it is `width` pixels wide; it shows as much from now on."""
        across = width - 2 * INSET
        folded = room is Room.FOLDED
        name = one_line(self._document.name, _LONGEST_NAME) if self._document else ""
        self._extent.setText(_cut(self._extent, self._folded, across // 2))
        extent = self._extent.sizeHint().width() + STEP if folded and self._folded else 0
        self._name.setText(_cut(self._name, name, across - extent) if room >= Room.ONE_LINE_EACH else name)
        self._about.setText(_cut(self._about, self._said, across) if room >= Room.ONE_LINE_BELOW else self._said)
        self._extent.setVisible(bool(extent))
        for part in (self._about, self._bar, self._figures):
            part.setVisible(not folded)
        if folded:
            return Lines(_height(self._name, across), 0, 0)
        return Lines(*(_height(part, across) for part in (self._name, self._about, self._figures)))

    def place(self, lines: Lines) -> None:
        """Let the parts stand on these lines, which all heads have in common."""
        across = self.width() - 2 * INSET
        one = self._name.fontMetrics().height()
        self._party.setGeometry(INSET - STEP - _BAR // 2, HALF + 2, _BAR, max(_BAR, one - HALF))
        self._name.setGeometry(INSET, HALF, across, lines.name)
        wide = self._name.fontMetrics().horizontalAdvance(self._name.text()) + STEP
        self._extent.setGeometry(INSET + wide, HALF, max(0, across - wide), lines.name)
        self._about.setGeometry(INSET, lines.about_top, across, lines.about)
        self._bar.setGeometry(INSET, lines.bar_top, across, _BAR)
        self._figures.setGeometry(INSET, lines.figures_top, across, lines.figures)

    def _show(self, document: Document, apart: str, sentence: str, definition: str) -> None:
        self._document = document
        self._party.show_colour(document.colour)
        self._said = one_line(subtitle(document, name_taken=bool(apart)))
        self._folded = one_line(" · ".join(filter(None, [extent_words(document), apart])))
        self._figures.setText(sentence)
        give_tip(self, "\n".join(filter(None, [document.name, document.called, self._said, definition])))
        name = one_line(document.name, _LONGEST_NAME)
        self.setAccessibleName(". ".join(filter(None, [name, self._said, self._figures.text()])))
        self.setAccessibleDescription(definition)


class HeadRow(QWidget):
    """The heads of the columns shown, each as wide as its column, their parts on common lines."""

    menu_wished = Signal(int, QPoint)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = [ColumnHead(self) for _ in range(most)]
        self.gain = 0
        for at, head in enumerate(self._heads):
            head.menu_wished.connect(lambda point, at=at: self.menu_wished.emit(at, point))
            head.hide()

    def heads(self) -> Sequence[ColumnHead]:
        """The heads, of which the first few are shown."""
        return self._heads

    def place(self, count: int, width: int, most: int, *, folded: bool) -> None:
        """Show the first `count` heads, each `width` pixels wide and, if it can be, no more than `most` high.

        `gain` is then how many pixels of height folding gives, or has given, to the columns.
        """
        for at, head in enumerate(self._heads):
            head.setVisible(at < count)
        shown = self._heads[:count]
        least = _common([head.lines_in(width, Room.FOLDED) for head in shown])
        full = self._fitting(shown, width, most)
        if folded:
            for head in shown:
                head.lines_in(width, Room.FOLDED)
        lines = least if folded else full
        self.gain = full.height - least.height
        height = lines.height if count else 0
        for at, head in enumerate(self._heads[:count]):
            head.setGeometry(at * width, 0, width, height)
            head.place(lines)
        self.setFixedHeight(height)

    @staticmethod
    def _fitting(heads: Sequence[ColumnHead], width: int, most: int) -> Lines:
        """The lines with as little cut as the height allows."""
        lines = Lines(0, 0, 0)
        for room in (Room.ALL, Room.ONE_LINE_BELOW, Room.ONE_LINE_EACH):
            lines = _common([head.lines_in(width, room) for head in heads])
            if lines.height <= most:
                break
        return lines


def _common(lines: Sequence[Lines]) -> Lines:
    parts = [(each.name, each.about, each.figures) for each in lines] or [(0, 0, 0)]
    return Lines(*map(max, zip(*parts, strict=True)))


def _cut(label: Text, words: str, room: int) -> str:
    return label.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)


def _height(label: Text, width: int) -> int:
    return label.heightForWidth(width) if label.text() else 0
