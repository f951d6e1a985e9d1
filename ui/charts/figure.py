"""A chart as plain shapes and the spots on it that can be gone to: the same for the screen, PNG and SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.theme import fonts
from ui.theme.tokens import COLUMN_WIDTH, HALF, MEASURE, Tokens
from ui.theme.words import one_line

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAPPED = _TOP_LEFT.value | Qt.TextFlag.TextWordWrap.value


class Face(StrEnum):
    """How words on a chart are set."""

    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `hatched` with lines of that colour instead. `line` is the colour of its outline."""

    rect: QRectF
    colour: str = ""
    line: str = ""
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a rectangle, shortened to it."""

    rect: QRectF
    text: str
    face: Face
    colour: str
    align: Qt.AlignmentFlag = LEFT
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, `width` pixels wide."""

    points: tuple[QPointF, ...]
    colour: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc of this radius; a ring where `hollow`."""

    at: QPointF
    radius: float
    colour: str
    hollow: bool = False


Shape = Box | Words | Stroke | Dot


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the chart: what a screen reader says of it, and what it leads to ("" for nothing)."""

    rect: QRectF
    row: int
    spoken: str
    topic: str = ""
    document: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart of this size. Spots stand row by row, from left to right.

    `kept` is what stays in sight at the left where the chart is wider than its view: the names of its rows.
    """

    size: QSizeF
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...]
    kept: QRectF = field(default_factory=QRectF)

    def spot_at(self, point: QPointF) -> int | None:
        """The number of the spot under a point; where several overlap, the one whose middle is nearest."""
        here = [at for at, spot in enumerate(self.spots) if spot.rect.contains(point)]
        return min(here, key=lambda at: abs(self.spots[at].rect.center().x() - point.x()), default=None)

    def beside(self, at: int, by: int) -> int:
        """The next spot in the same row, or `at` itself at the row's end."""
        to = at + by
        return to if 0 <= to < len(self.spots) and self.spots[to].row == self.spots[at].row else at

    def above_or_below(self, at: int, by: int) -> int:
        """The spot nearest to this one in the next row with spots, or `at` itself where there is none."""
        here = self.spots[at]
        beyond = [spot.row for spot in self.spots if (spot.row - here.row) * by > 0]
        if not beyond:
            return at
        row = min(beyond) if by > 0 else max(beyond)
        middle = here.rect.center().x()
        there = [number for number, spot in enumerate(self.spots) if spot.row == row]
        return min(there, key=lambda number: abs(self.spots[number].rect.center().x() - middle))


def with_caption(figure: Figure, sentences: Sequence[str], width: float, tokens: Tokens) -> Figure:
    """The figure with small secondary sentences under it, each wrapped to `width` pixels and to what reads well."""
    metrics = QFontMetricsF(font_of(Face.SMALL, tokens))
    room = max(COLUMN_WIDTH, min(width, MEASURE * max(1.0, tokens.scale)))
    top = figure.size.height()
    words: list[Words] = []
    for sentence in filter(None, sentences):
        used = metrics.boundingRect(QRectF(0, 0, room, 10_000), int(_WRAPPED), sentence).height()
        words.append(
            Words(
                QRectF(0, top, room, used + 1), sentence, Face.SMALL, tokens.colours.secondary, _TOP_LEFT, wrapped=True
            )
        )
        top += used + HALF
    across = max([figure.size.width(), *(shape.rect.right() for shape in words)])
    return replace(figure, size=QSizeF(across, top), shapes=(*figure.shapes, *words))


def font_of(face: Face, tokens: Tokens) -> QFont:
    """The font of words on a chart."""
    small = face is Face.SMALL
    size = tokens.small if small else tokens.body
    return fonts.interface(size, bold=face is Face.STRONG, figures=face is Face.FIGURES)


def width_of(texts: Sequence[str], face: Face, tokens: Tokens) -> float:
    """How wide the widest of these is, in pixels."""
    metrics = QFontMetricsF(font_of(face, tokens))
    return max((metrics.horizontalAdvance(text) for text in texts), default=0.0)


def paint(figure: Figure, painter: QPainter, tokens: Tokens) -> None:
    """Draw the figure with its top left corner at the origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in figure.shapes:
        match shape:
            case Box():
                _paint_box(painter, shape)
            case Words():
                _paint_words(painter, shape, font_of(shape.face, tokens))
            case Stroke():
                painter.setPen(QPen(QColor(shape.colour), shape.width))
                painter.drawPolyline(list(shape.points))
            case Dot():
                painter.setPen(QPen(QColor(shape.colour), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush if shape.hollow else QBrush(QColor(shape.colour)))
                painter.drawEllipse(shape.at, shape.radius, shape.radius)


def _paint_box(painter: QPainter, box: Box) -> None:
    painter.setPen(QPen(QColor(box.line), 1) if box.line else QPen(Qt.PenStyle.NoPen))
    if box.hatched:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.rect)
        painter.setPen(QPen(QColor(box.colour), 1))
        for start, end in _hatching(box.rect):
            painter.drawLine(start, end)
        return
    painter.setBrush(QBrush(QColor(box.colour)) if box.colour else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRect(box.rect)


def _hatching(rect: QRectF, step: float = 8.0) -> list[tuple[QPointF, QPointF]]:
    """Slanting lines that fill a rectangle: pattern brushes are lost in SVG."""
    lines = []
    offset = step
    while offset < rect.width() + rect.height():
        start = QPointF(rect.left() + max(0.0, offset - rect.height()), rect.top() + min(offset, rect.height()))
        end = QPointF(rect.left() + min(offset, rect.width()), rect.top() + max(0.0, offset - rect.width()))
        lines.append((start, end))
        offset += step
    return lines


def _paint_words(painter: QPainter, words: Words, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor(words.colour))
    if words.wrapped:
        painter.drawText(words.rect, int(words.align | Qt.TextFlag.TextWordWrap), words.text)
        return
    elided = QFontMetricsF(font).elidedText(one_line(words.text), Qt.TextElideMode.ElideRight, words.rect.width())
    painter.drawText(words.rect, int(words.align), elided)
