"""The heatmap: topics by manifestos, the figures written in the cells."""

from __future__ import annotations

from itertools import compress

from PySide6.QtCore import QRectF, QSizeF

from index.charts import Heatmap
from index.comparison import Share
from index.naming import extent_words, is_whole, told_apart, with_extent
from reader.library.records import Document
from reader.wording import tr
from ui.charts.figure import CENTRE, Box, Face, Figure, Shape, Spot, Words, width_of, with_caption
from ui.charts.measures import DEFINITIONS, NO_SHARE, NOT_MADE, Measured, spoken, value, written
from ui.theme.scale import heat
from ui.theme.tokens import COLUMN_WIDTH, FOUR, HALF, SIX, STEP, TWO, Tokens

_NARROWEST, _WIDEST = 88, 176


def heatmap_figure(chart: Heatmap, measured: Measured, width: float, tokens: Tokens) -> Figure:
    """The chart, `width` pixels wide where its columns can be made to fit."""
    scale = max(1.0, tokens.scale)
    widest = max(_NARROWEST, min(COLUMN_WIDTH * scale, width / 2))  # names stay in sight, so they leave room for cells
    named = min(width_of([topic.name for topic in chart.topics], Face.BODY, tokens) + TWO, widest)
    room = (width - named) / max(1, len(chart.documents))
    column = min(max(room, _NARROWEST * scale), _WIDEST * scale)
    head, row = SIX * scale, (FOUR + STEP) * scale
    whole = [is_whole(document) for document in chart.documents]
    known = [value(cell, measured) or 0.0 for cells in chart.cells for cell in compress(cells, whole)]
    most = max(known, default=0.0)
    shapes = _heads(chart, tokens, named, column, head)
    names = with_extent(chart.documents)
    spots = []
    for number, (topic, cells) in enumerate(zip(chart.topics, chart.cells, strict=True)):
        top = head + number * row
        shapes.append(Words(QRectF(0, top, named - STEP, row - HALF), topic.name, Face.BODY, tokens.colours.ink))
        for at, (document, cell) in enumerate(zip(chart.documents, cells, strict=True)):
            rect = QRectF(named + at * column, top, column - HALF, row - HALF)
            shapes += _cell(rect, cell, measured, most if whole[at] else None, tokens)
            told = f"{topic.name}, {names[document.id]}: {spoken(cell, measured)}"
            spots.append(Spot(rect, number, told, topic=topic.id, document=document.id))
    size = QSizeF(named + column * len(chart.documents), head + row * len(chart.topics) + STEP)
    kept = QRectF(0, 0, named - HALF, head + row * len(chart.topics))
    return with_caption(Figure(size, tuple(shapes), tuple(spots), kept), _caption(chart, measured), width, tokens)


def _heads(chart: Heatmap, tokens: Tokens, left: float, column: float, height: float) -> list[Shape]:
    shapes: list[Shape] = []
    names = told_apart(chart.documents)
    for at, document in enumerate(chart.documents):
        rect = QRectF(left + at * column, 0, column - HALF, height / 2 - 2)
        shapes.append(Words(rect, document.name, Face.STRONG, tokens.colours.ink))
        under = rect.translated(0, height / 2 - 6)
        words = [" · ".join(filter(None, said)) for said in _under(document, names[document.id])]
        fitting = next((line for line in words if width_of([line], Face.SMALL, tokens) <= under.width()), words[-1])
        shapes.append(Words(under, fitting, Face.SMALL, tokens.colours.secondary))
    return shapes


def _under(document: Document, called: str) -> tuple[tuple[str, ...], ...]:
    """What may stand under a name, the fullest first: that it is a part, and year or what tells it from its likes."""
    extent = extent_words(document)
    apart = called.removeprefix(f"{document.name} · ") if called != document.name else document.year
    return (extent, apart), (extent or apart,)


def _cell(rect: QRectF, cell: Share | None, measured: Measured, most: float | None, tokens: Tokens) -> list[Shape]:
    """The cell beside the largest figure, `most`; hatched where that is None, or there is no figure."""
    colours, figure = tokens.colours, written(cell, measured)
    if figure == NOT_MADE:
        return [Box(rect, line=colours.line), Words(rect, figure, Face.FIGURES, colours.ink, CENTRE)]
    if figure == NO_SHARE or most is None:
        words = Words(rect, figure, Face.FIGURES, colours.ink, CENTRE)
        side, across = rect.height() / 2, width_of([figure], Face.FIGURES, tokens) + STEP
        clear = QRectF(rect.center().x() - across / 2, rect.center().y() - side / 2, across, side)
        return [Box(rect, colours.line, colours.line, hatched=True), Box(clear, colours.surface), words]
    known = value(cell, measured) or 0.0
    fill, ink = heat(known / most if most else 0.0, colours)
    return [Box(rect, fill, colours.line), Words(rect, figure, Face.FIGURES, ink, CENTRE)]


def _caption(chart: Heatmap, measured: Measured) -> list[str]:
    cells = [cell for cells in chart.cells for cell in cells if cell is not None and not cell.without_words_in]
    apart = NO_SHARE in {written(cell, measured) for cell in cells} or not all(map(is_whole, chart.documents))
    return [
        f"{DEFINITIONS[measured]} The stronger the colour, the more.",
        tr("Hatched: a chapter, an extract or a short text. Whole manifestos alone can be compared.") if apart else "",
        *_without_words(chart),
        "Topics: " + ", ".join(f"{topic.name} (version {topic.version})" for topic in chart.topics) + ".",
    ]


def _without_words(chart: Heatmap) -> list[str]:
    """Which topics have no words in which languages, in a sentence for each language."""
    topics: dict[str, list[str]] = {}
    for topic, cells in zip(chart.topics, chart.cells, strict=True):
        for language in sorted({cell.without_words_in for cell in cells if cell is not None} - {""}):
            topics.setdefault(language, []).append(topic.name)
    return [f"Hatched: no {language} words in {', '.join(names)}." for language, names in sorted(topics.items())]
