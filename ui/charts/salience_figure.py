"""Salience over time: for each party with manifestos of several years, how much of each is about the topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

from index.charts import Point, Series
from index.topics.languages import no_words
from index.topics.model import Topic
from ui.charts.figure import CENTRE, Dot, Face, Figure, Shape, Spot, Stroke, Words, width_of, with_caption
from ui.charts.measures import DEFINITIONS, Measured, spoken, value, written
from ui.theme.tokens import COLUMN_WIDTH, SIX, STEP, THREE, TWO, Tokens

_JOINED = (
    "A line joins whole manifestos of one party in one kind of election and one nation. "
    "Chapters and extracts are left out."
)
_RADIUS, _SHORTEST_LINE = 4.0, 240.0


def salience_figure(topic: Topic, series: Sequence[Series], measured: Measured, width: float, tokens: Tokens) -> Figure:
    """One band for each party, all on the same scales of years and of figures."""
    scale = max(1.0, tokens.scale)
    named = min(width_of([one.party for one in series], Face.BODY, tokens) + THREE, COLUMN_WIDTH * scale)
    years = [point.year for one in series for point in one.points]
    most = max((value(point.share, measured) or 0.0 for one in series for point in one.points), default=0.0)
    length = max(_SHORTEST_LINE, width - named - 2 * SIX)
    band = 2 * SIX * scale
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for number, one in enumerate(series):
        top = number * band
        shapes.append(Words(QRectF(0, top, named - STEP, band), one.party, Face.STRONG, tokens.colours.ink))
        area = QRectF(named + TWO, top + THREE * scale, length, band - 2 * THREE * scale)
        placed = [(point, _at(point, years, most, measured, area)) for point in one.points]
        placed = _side_by_side(placed)
        shapes += _line(placed, measured, area, tokens)
        for point, at in placed:
            told = f"{one.party}, {point.year}, {point.document.called}: {spoken(point.share, measured)}"
            rect = QRectF(at.x() - TWO, area.top() - THREE, 2 * TWO, area.height() + 2 * THREE)
            spots.append(Spot(rect, number, told, topic.id, point.document.id))
    caption = [
        DEFINITIONS[measured],
        _JOINED,
        *_rings(series, measured),
        f"Topic: {topic.name} (version {topic.version}).",
    ]
    right = max((spot.rect.right() for spot in spots), default=0.0)
    size = QSizeF(max(named + length, right) + SIX, band * len(series) + STEP)
    return with_caption(Figure(size, tuple(shapes), tuple(spots)), caption, width, tokens)


def _rings(series: Sequence[Series], measured: Measured) -> list[str]:
    """Why some points have no figure."""
    unknown = [point.share for one in series for point in one.points if value(point.share, measured) is None]
    languages = sorted({share.without_words_in for share in unknown} - {""})
    short = not all(share.without_words_in for share in unknown)
    return [
        *(["Rings: extracts and short texts, where a share would mean nothing."] if short else []),
        *(f"Rings: {no_words(language, topic='this topic')}." for language in languages),
    ]


def _at(point: Point, years: Sequence[int], most: float, measured: Measured, area: QRectF) -> QPointF:
    first, last = min(years), max(years)
    across = (point.year - first) / (last - first) if last > first else 0.5
    up = (value(point.share, measured) or 0.0) / most if most else 0.0
    return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())


def _side_by_side(placed: Sequence[tuple[Point, QPointF]]) -> list[tuple[Point, QPointF]]:
    """Manifestos of one year (of several nations, say) stand beside each other."""
    before: Counter[int] = Counter()
    apart = []
    for point, at in placed:
        apart.append((point, at + QPointF(before[point.year] * SIX, 0)))
        before[point.year] += 1
    return apart


def _line(placed: Sequence[tuple[Point, QPointF]], measured: Measured, area: QRectF, tokens: Tokens) -> list[Shape]:
    colours = tokens.colours
    known = tuple(at for point, at in placed if value(point.share, measured) is not None)
    base = (area.bottomLeft(), area.bottomRight())
    shapes: list[Shape] = [Stroke(base, colours.line)]
    if len({point.year for point, _ in placed}) == len(placed):  # else no line from one to the next would mean anything
        shapes.append(Stroke(known, colours.accent, 2))
    high = tokens.body * 1.5
    for point, at in placed:
        hollow = value(point.share, measured) is None
        shapes.append(Dot(at, _RADIUS, colours.secondary if hollow else colours.accent, hollow))
        above = QRectF(at.x() - SIX, at.y() - high - _RADIUS, 2 * SIX, high)
        shapes.append(Words(above, written(point.share, measured), Face.FIGURES, colours.ink, CENTRE))
        below = QRectF(at.x() - SIX, area.bottom() + 2, 2 * SIX, high)
        shapes.append(Words(below, str(point.year), Face.SMALL, colours.secondary, CENTRE))
    return shapes
