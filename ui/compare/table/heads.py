"""The heads of the columns: who speaks, at which election, and how much of the document the topic takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from index.comparison import Column, Share
from index.topics.languages import no_words
from reader.library.records import Document, Extent
from ui import theme
from ui.compare.cards.card_layout import INSET
from ui.compare.cards.entries import counted
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, THREE, TWO
from ui.theme.words import give_tip, one_line

_EXTENTS = {Extent.CHAPTER: "one chapter", Extent.EXTRACT: "an extract"}
_BAR = HALF
_LONGEST_NAME = 120  # characters
_PARTY_BAR = THREE


def subtitle(document: Document, *, name_taken: bool = False) -> str:
    """The line under a column's name: party of a candidate, election and year, extent; the title where names clash."""
    said = [document.called] if name_taken and document.called != document.name else []
    if document.candidate and document.party:
        said.append(document.party)
    election = document.election
    if document.year and document.year not in election:
        election = f"{election} {document.year}".strip()
    if election:
        said.append(election)
    if document.extent in _EXTENTS:
        said.append(_EXTENTS[Extent(document.extent)])
    return " · ".join(said)


def share_sentence(share: Share) -> str:
    """ "2.8% of words · 47 passages (0.6 per 1,000)", without the shares where they mean nothing."""
    passages = counted(share.passages)
    if share.without_words_in:
        return f"{passages} · {no_words(share.without_words_in, topic='this topic')}"
    if share.per_thousand is None or share.passages_per_thousand is None:
        return passages
    often, much = rounded(share.passages_per_thousand), rounded(share.per_thousand / 10)
    return f"{much}% of words · {passages} ({often} per 1,000)"


def rounded(figure: float) -> str:
    """A figure as people write it: whole from ten on, one decimal place below, "under 0.1" for less than that."""
    if 0 < figure < 0.1:
        return "under 0.1"
    return f"{figure:,.0f}" if figure >= 9.95 else f"{figure:.1f}".removesuffix(".0")


class ShareBar(QWidget):
    """A topic's share of a document beside the largest share of the comparison. The figure stands under it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: float | None = None
        self.setFixedHeight(_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float | None) -> None:
        """`part` is 0 to 1 of the largest share; None draws nothing."""
        self._part = part
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._part is None:
            return
        colours = theme.tokens().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, part in ((colours.line, 1.0), (colours.accent, self._part)):
            if part > 0:
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(0, 0, max(_BAR, self.width() * part), _BAR), _BAR / 2, _BAR / 2)
        painter.end()


class PartyBar(QWidget):
    """The party's colour as a short bar. The party's name stands under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setFixedSize(_PARTY_BAR, _BAR)

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
    """The head of one column."""

    menu_wished = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._party = PartyBar()
        self._said = ""
        self._name = Text("", Role.TITLE).wrapped()
        self._subtitle = Text("", Role.SMALL).wrapped()
        self._bar = ShareBar()
        self._share = Text("", Role.SMALL).wrapped()
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(INSET, STEP, INSET, TWO)
        self._parts.setSpacing(HALF)
        self._parts.addWidget(self._party)
        self._parts.addWidget(self._name)
        self._parts.addWidget(self._subtitle)
        self._parts.addStretch()
        self._parts.addSpacing(HALF)
        self._parts.addWidget(self._bar)
        self._parts.addWidget(self._share)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda point: self.menu_wished.emit(self.mapToGlobal(point)))

    def show_column(self, column: Column, largest: float, *, name_taken: bool) -> None:
        """Show the column; `largest` is the largest share of the comparison, in words per 1,000."""
        share = column.share.per_thousand
        self._show_document(column.document, name_taken)
        self._bar.show_part(None if share is None else share / largest if largest else 0.0)
        self._share.setText(column.silence.sentence if column.silence else share_sentence(column.share))
        self._say()

    def height_at(self, width: int, *, low: bool) -> int:
        """How high the head is when it is `width` pixels wide; a `low` one has its second line cut short."""
        room = width - 2 * INSET
        metrics = QFontMetrics(self._subtitle.font())
        self._subtitle.setText(metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, room) if low else self._said)
        return self._parts.heightForWidth(width)

    def show_working(self, document: Document, sentence: str, *, name_taken: bool) -> None:
        """Show a manifesto whose passages are not known yet."""
        self._show_document(document, name_taken)
        self._bar.show_part(None)
        self._share.setText(sentence)
        self._say()

    def _show_document(self, document: Document, name_taken: bool) -> None:
        self._party.show_colour(document.colour)
        self._name.setText(one_line(document.name, _LONGEST_NAME))
        self._said = one_line(subtitle(document, name_taken=name_taken))
        self._subtitle.setText(self._said)
        self._subtitle.setVisible(bool(self._said))
        give_tip(self, "\n".join(filter(None, [document.called, self._said])))

    def _say(self) -> None:
        self.setAccessibleName(". ".join(filter(None, [self._name.text(), self._said, self._share.text()])))


class HeadRow(QWidget):
    """The heads of the columns shown, each as wide as its column."""

    menu_wished = Signal(int, QPoint)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = [ColumnHead(self) for _ in range(most)]
        self._count = 0
        self._width = 1
        for at, head in enumerate(self._heads):
            head.menu_wished.connect(lambda point, at=at: self.menu_wished.emit(at, point))
            head.hide()

    def heads(self) -> Sequence[ColumnHead]:
        """The heads, of which the first few are shown."""
        return self._heads

    def place(self, count: int, width: int, *, low: bool) -> None:
        """Show the first `count` heads, each `width` pixels wide, all as high as the highest."""
        height = 0
        for at, head in enumerate(self._heads):
            head.setVisible(at < count)
            if at < count:
                height = max(height, head.height_at(width, low=low))
        for at, head in enumerate(self._heads):
            head.setGeometry(at * width, 0, width, height)
        self.setFixedHeight(height)
