"""The plot of a dispersion: a line for each manifesto from its first word to its last, a stroke for each place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from index.naming import told_apart
from index.words.dispersion import Part, Spread, note_on_cut
from reader.wording import tr, tr_count
from ui.charts.figure import Box, Face, Figure, Shape, Spot, Stroke, Words, width_of, with_caption
from ui.theme.tokens import COLUMN_WIDTH, FOUR, HALF, STEP, TWO, Tokens

_STROKE, _SHORTEST_LINE = 2.0, 240.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def plot_figure(spreads: Sequence[Spread], width: float, tokens: Tokens) -> Figure:
    """The plot, as wide as is asked for but never too narrow to tell one place from the next."""
    scale = max(1.0, tokens.scale)
    names = told_apart(part.document for one in spreads for part in one.parts)
    named = min(width_of(list(names.values()), Face.BODY, tokens) + TWO, COLUMN_WIDTH * scale)
    counted = width_of([_figures(part) for one in spreads for part in one.parts], Face.FIGURES, tokens) + TWO
    length = max(_SHORTEST_LINE, width - named - counted)
    row = FOUR * scale
    shapes: list[Shape] = []
    spots: list[Spot] = []
    top, number = 0.0, 0
    for one in spreads:
        head = QRectF(0, top, named + length + counted, row)
        shapes.append(Words(head, _told(one), Face.STRONG, tokens.colours.ink))
        top += row
        for part in one.parts:
            rect = QRectF(named, top, length, row)
            left = QRectF(0, top, named - STEP, row)
            shapes.append(Words(left, names[part.document.id], Face.BODY, tokens.colours.ink))
            figures = QRectF(named + length, top, counted, row)
            shapes.append(Words(figures, _figures(part), Face.FIGURES, tokens.colours.secondary, _RIGHT))
            middle = rect.center().y()
            shapes.append(Stroke((QPointF(named, middle), QPointF(named + length, middle)), tokens.colours.line))
            spots += _strokes(one, part, names[part.document.id], rect, number, shapes, tokens)
            top += row
            number += 1
        top += STEP
    caption = [
        tr("From the first word of each manifesto to its last. At the right: how often, and how often in 1,000 words."),
        tr("DP: 0 is spread as evenly over the manifestos as can be, 1 all in the shortest (Gries 2008, normalised)."),
    ]
    caption += filter(None, [note_on_cut(spreads)])
    drawn = Figure(QSizeF(named + length + counted, top), tuple(shapes), tuple(spots))
    return with_caption(drawn, caption, drawn.size.width(), tokens)


def _strokes(
    one: Spread, part: Part, name: str, rect: QRectF, number: int, shapes: list[Shape], tokens: Tokens
) -> list[Spot]:
    """The strokes of a manifesto, put among the shapes, and a spot for each; one for a manifesto without any."""
    spots = []
    for at, place in enumerate(part.places):
        left = rect.left() + place.at * (rect.width() - _STROKE)
        stroke = QRectF(left, rect.top() + HALF, _STROKE, rect.height() - 2 * HALF)
        shapes.append(Box(stroke, tokens.colours.accent))
        told = tr(
            "{name}, {number} of {count}, at {at}: {words}",
            name=name,
            number=at + 1,
            count=part.count,
            at=f"{place.at:.0%}",
            words=place.words,
        )
        spot = stroke.adjusted(-_STROKE, 0, _STROKE, 0)
        spots.append(Spot(spot, number, told, document=part.document.id, block=place.block))
    if not part.places:
        told = tr_count(
            "{name}: “{word}” stands there once",
            "{name}: “{word}” stands there {count:,} times",
            part.count,
            name=name,
            word=one.asked.typed,
        )
        if not part.count:
            told = tr("{name}: “{word}” stands nowhere", name=name, word=one.asked.typed)
        spots.append(Spot(rect, number, told, document=part.document.id))
    return spots


def _figures(part: Part) -> str:
    return f"{part.count:,} · {part.per_thousand or 0.0:.2f}"


def _told(one: Spread) -> str:
    counted = tr_count("once", "{count:,} times", one.count)
    spread = "" if one.deviation_normalised is None else f", DP {one.deviation_normalised:.2f}"
    return f"{one.asked.typed} · {counted}{spread}"
