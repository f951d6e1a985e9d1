"""The strips: one line for each manifesto from its first word to its last, with the passages of a topic on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

from index.charts import Mark, Strip
from index.naming import is_whole, told_apart, with_extent
from index.topics.languages import no_words
from index.topics.model import Topic
from reader.lead_ins import before_words
from reader.wording import tr
from ui.charts.figure import Box, Face, Figure, Shape, Spot, Stroke, Words, width_of, with_caption
from ui.theme.tokens import COLUMN_WIDTH, FOUR, STEP, TWO, Tokens

_NARROWEST_MARK, _SHORTEST_LINE = 3.0, 240.0


def strip_figure(topic: Topic, strips: Sequence[Strip], width: float, tokens: Tokens) -> Figure:
    """The chart, as wide as is asked for but never too narrow to see anything."""
    scale, colours = max(1.0, tokens.scale), tokens.colours
    names, spoken = (naming([one.document for one in strips]) for naming in (told_apart, with_extent))
    named = min(width_of(list(names.values()), Face.BODY, tokens) + TWO, COLUMN_WIDTH * scale)
    length = max(_SHORTEST_LINE, width - named)
    row = (FOUR + STEP) * scale
    shapes: list[Shape] = []
    spots: list[Spot] = []
    for number, one in enumerate(strips):
        name, whole = names[one.document.id], is_whole(one.document)
        called = spoken[one.document.id]
        top = number * row
        shapes.append(Words(QRectF(0, top, named - STEP, row), name, Face.BODY, colours.ink))
        middle = top + row / 2
        why = f"{no_words(one.without_words_in)}." if one.without_words_in else ""
        if why and not one.marks:
            shapes.append(Words(QRectF(named + STEP, top, length - STEP, row), why, Face.SMALL, colours.secondary))
        else:
            shapes.append(Stroke((QPointF(named, middle), QPointF(named + length, middle)), colours.control))
        for at, mark in enumerate(one.marks):
            across = max(_NARROWEST_MARK, (mark.end - mark.start) * length)
            left = min(named + mark.start * length, named + length - across)
            rect = QRectF(left, top + STEP, across, row - 2 * STEP)
            shapes.append(Box(rect, colours.accent, "" if whole else colours.accent, hatched=not whole))
            spots.append(_spot(rect.adjusted(-1, -STEP / 2, 1, STEP / 2), called, number, one, at, mark))
        if not one.marks:
            rect = QRectF(named, top, length, row)
            spots.append(Spot(rect, number, f"{called}: {why or 'nothing found'}", topic.id, one.document.id))
    chance = sorted({one.without_words_in for one in strips if one.marks} - {""})
    parts = not all(is_whole(one.document) for one in strips)
    caption = [
        tr("From the first word of each manifesto to its last."),
        tr("Hatched: in a chapter or an extract, not in the whole.") if parts else "",
        *(f"{no_words(language)}: such a manifesto may say more than is shown." for language in chance),
        f"Topic: {topic.name} (version {topic.version}).",
    ]
    size = QSizeF(named + length, row * len(strips) + STEP)
    return with_caption(Figure(size, tuple(shapes), tuple(spots)), caption, width, tokens)


def _spot(rect: QRectF, name: str, row: int, strip: Strip, at: int, mark: Mark) -> Spot:
    page = f", page {mark.match.label or mark.match.page}" if mark.match.page else ""
    words = before_words(mark.match.lead_in, mark.match.language) + mark.match.text
    told = f"{name}, passage {at + 1} of {len(strip.marks)}, at {mark.start:.0%}{page}: {words}"
    return Spot(rect, row, told, document=strip.document.id, block=mark.match.block)
