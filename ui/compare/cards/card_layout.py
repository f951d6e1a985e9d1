"""Where everything on a card stands at a given width: laid out once, then drawn and hit-tested from memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from index.row_words import is_further, speaking
from index.shortening import ENOUGH
from index.topics.model import Match, StatementKind
from reader.lead_ins import limits
from ui import theme
from ui.compare.cards.card import KIND_NAMES, Card, Density, Paragraph
from ui.offsets import utf16_offset
from ui.theme.tokens import HALF, MEASURE, READING_LINE_HEIGHT, STEP, TWO
from ui.theme.words import one_line

# Between the column's edge and the words, above what stands on a card, and between labels of a line.
INSET = TWO
PAD = STEP
GAP = STEP + HALF
MARK_SIZE = STEP
_ENDLESS = 1e6
# About how far a letter moves on, as a multiple of the type size.
_ADVANCE = 0.45
# The ground of marked words, as a multiple of the type size, and how much of it is above the baseline.
_LETTERS = 1.24
_ASCENT = 0.76


class Spot(StrEnum):
    """What can be clicked on a card."""

    PAGE = "page"
    CUT = "cut"
    COPY = "copy"
    PLAN = "plan"
    SIMILAR = "similar"
    WHY = "why"


@dataclass(frozen=True, slots=True)
class Label:
    """A short run of interface type on a card: `rect` from the card's top left, `tip` for what does not fit in it."""

    text: str
    rect: QRectF
    spot: Spot | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Words laid out, the point at which they begin, where marked words stand; `quiet` for an explanation.

    `tip` is what there is no room for.
    """

    layout: QTextLayout
    at: QPointF
    marks: tuple[QRectF, ...] = ()
    quiet: bool = False
    tip: str = ""

    @property
    def rect(self) -> QRectF:
        """Where the words stand."""
        return self.layout.boundingRect().translated(self.at)


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card laid out: texts, labels, marks of kinds, spots to click, from its top left; the height with padding."""

    texts: tuple[PlacedText, ...]
    labels: tuple[Label, ...]
    marks: tuple[tuple[StatementKind, QPointF], ...]
    spots: tuple[tuple[Spot, QRectF], ...]
    height: int

    def spot(self, point: QPointF) -> Spot | None:
        """What can be clicked at this point of the card."""
        return next((spot for spot, rect in self.spots if rect.contains(point)), None)

    def tip(self, point: QPointF) -> str:
        """What is to be said of this point of the card: whole headings, kinds that marks stand for, all other rows."""
        mark = QSizeF(MARK_SIZE, MARK_SIZE)
        kinds = (KIND_NAMES[kind] for kind, at in self.marks if QRectF(at, mark).contains(point))
        labels = (label.tip for label in self.labels if label.rect.contains(point))
        notes = (text.tip for text in self.texts if text.rect.contains(point))
        return next(filter(None, [*kinds, *labels, *notes]), "")


def text_width(column: int) -> int:
    """How wide words run in a column `column` pixels wide: within its insets, and no wider than reads well."""
    return max(STEP, min(column - 2 * INSET, round(MEASURE * theme.tokens().scale)))


def lay_out(card: Card, column: int) -> CardLayout:
    """The card in a column `column` pixels wide, with the type and colours of the theme in use."""
    width = text_width(column)
    return _statement_lines(card, width) if card.one_line else _passage(card, width)


def estimated_height(match: Match, row: str, density: Density, column: int, *, expanded: bool) -> int:
    """About how high the card of this passage will be in this row and density, from the number of its characters."""
    now = theme.tokens()
    if density is Density.LINES and not expanded:
        return HALF + foot_height() + line_height() * max(1, len(speaking(match, row)))
    shown = len(match.text)
    if not expanded and density is not Density.FULL:
        further = is_further(match, row)
        shown = min(sum(len(one.text) for one in speaking(match, row)) if further else shown, ENOUGH)
    also = _caption_height() if len(match.subtopics) > 1 else 0
    per_line = max(1.0, text_width(column) / (now.reading * _ADVANCE))
    return PAD + HALF + line_height() * (int(shown / per_line) + 1) + _caption_height() + also + foot_height()


def _passage(card: Card, width: int) -> CardLayout:
    """The words over as many lines as they need, the caption under them, other rows and the explanation under that."""
    texts: list[PlacedText] = []
    spots: list[tuple[Spot, QRectF]] = []
    top = float(PAD)
    for paragraph in card.paragraphs:
        text = _reading_text(paragraph, width)
        texts.append(
            PlacedText(text, QPointF(INSET, top), tuple(_rects(text, paragraph.text, paragraph.marks)), paragraph.quiet)
        )
        cuts = _rects(text, paragraph.text, paragraph.cuts)
        spots += [(Spot.CUT, rect.translated(INSET, top)) for rect in cuts]
        top += text.lineCount() * line_height()
    top += HALF
    labels, marks = _caption(card, width, top)
    top += _caption_height()
    top = _add_note(card.also_shown, width, top, texts, tip=card.also if card.also != card.also_shown else "")
    top = _add_note(card.why, width, top, texts)
    spots += [(label.spot, label.rect) for label in labels if label.spot]
    return CardLayout(tuple(texts), tuple(labels), tuple(marks), tuple(spots), round(top) + foot_height())


def _statement_lines(card: Card, width: int) -> CardLayout:
    """Each statement on one line after the mark of its kind, elided; what people said and the page after the first.

    A statement stands on as many lines as it needs where a negation or a condition would be cut off.
    """
    metrics = QFontMetricsF(theme.fonts.interface(theme.tokens().small))
    said = " · ".join(filter(None, [card.verdicts[0][0] if card.verdicts else "", card.page]))
    page = metrics.horizontalAdvance(said)
    texts: list[PlacedText] = []
    marks: list[tuple[StatementKind, QPointF]] = []
    line = line_height()
    top = float(HALF)
    for paragraph in card.paragraphs:
        room = width - TWO - (page + STEP if page else 0)
        elided = _elided(paragraph, room)
        whole = elided is not paragraph and (
            paragraph.quiet or limits(paragraph.text[len(elided.text) - 2 :], card.match.language)
        )
        if whole:
            elided = paragraph
        text = _reading_text(elided, room if whole else None)
        texts.append(
            PlacedText(text, QPointF(INSET + TWO, top), tuple(_rects(text, elided.text, elided.marks)), paragraph.quiet)
        )
        if paragraph.kind:
            marks.append((paragraph.kind, QPointF(INSET, top + (line - MARK_SIZE) / 2)))
        top += text.lineCount() * line
    labels = []
    if page:
        labels.append(Label(said, QRectF(INSET + width - page, HALF, page, line), spot=Spot.PAGE))
    top = _add_note(card.why, width, top, texts)
    spots = [(label.spot, label.rect) for label in labels if label.spot]
    return CardLayout(tuple(texts), tuple(labels), tuple(marks), tuple(spots), round(top) + foot_height())


def _elided(paragraph: Paragraph, room: float) -> Paragraph:
    """The paragraph as far as `room` pixels go, its marks with it."""
    metrics = QFontMetricsF(theme.fonts.reading(theme.tokens().reading))
    text = metrics.elidedText(paragraph.text, Qt.TextElideMode.ElideRight, room)
    if text == paragraph.text:
        return paragraph
    end = len(text) - 1
    marks, measures = (
        tuple((start, min(stop, end)) for start, stop in runs if start < end)
        for runs in (paragraph.marks, paragraph.measures)
    )
    return Paragraph(text, marks, measures=measures, kind=paragraph.kind)


def _reading_text(paragraph: Paragraph, width: float | None) -> QTextLayout:
    """The paragraph in the reading face, on one line for no `width`.

    What stands for omissions is in secondary ink, what can be measured has dots under it.
    """
    now = theme.tokens()
    text = QTextLayout(paragraph.text, theme.fonts.reading(now.reading))
    cut, measured = QTextCharFormat(), QTextCharFormat()
    cut.setForeground(QColor(now.colours.secondary))
    measured.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    measured.setUnderlineColor(QColor(now.colours.secondary))
    looks = ((paragraph.cuts, cut), (paragraph.measures, measured))
    text.setFormats([_run(paragraph.text, start, end, look) for runs, look in looks for start, end in runs])
    _break(text, width, line_height())
    return text


def _run(text: str, start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    run = QTextLayout.FormatRange()
    first = utf16_offset(text, start)
    run.start = first
    run.length = utf16_offset(text, end) - first
    run.format = look
    return run


def _break(text: QTextLayout, width: float | None, line_height: float) -> None:
    """Break the text into lines of `width` pixels, each `line_height` high with its words in the middle."""
    option = QTextOption()
    option.setWrapMode(
        QTextOption.WrapMode.NoWrap if width is None else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    )
    text.setTextOption(option)
    text.setCacheEnabled(True)
    text.beginLayout()
    top = 0.0
    while (line := text.createLine()).isValid():
        line.setLineWidth(_ENDLESS if width is None else width)
        line.setPosition(QPointF(0, top + (line_height - line.height()) / 2))
        top += line_height
    text.endLayout()


def _rects(text: QTextLayout, words: str, runs: Iterable[tuple[int, int]]) -> Iterator[QRectF]:
    """Where runs of code points of `words` stand, line by line, from the text's own top left.

    As high as letters are, not as lines are: marks on two lines do not run into each other.
    """
    for start, end in runs:
        first, last = utf16_offset(words, start), utf16_offset(words, end)
        for at in range(text.lineForTextPosition(first).lineNumber(), text.lineForTextPosition(last).lineNumber() + 1):
            line = text.lineAt(at)
            left = _x(line, max(first, line.textStart()))
            # The space at which a line was broken is not marked.
            right = min(line.naturalTextWidth(), _x(line, min(last, line.textStart() + line.textLength())))
            if right > left:
                height = theme.tokens().reading * _LETTERS
                baseline = line.y() + line.ascent()
                yield QRectF(left, baseline - height * _ASCENT, right - left, height)


def _x(line: QTextLine, position: int) -> float:
    """Where on its line this UTF-16 position of a text stands, in pixels."""
    found: Any = line.cursorToX(position)  # PySide6 gives the position back too, its stubs do not say so
    return float(found[0] if isinstance(found, tuple) else found)


def _caption(card: Card, width: int, top: float) -> tuple[list[Label], list[tuple[StatementKind, QPointF]]]:
    """One quiet line: kinds with their marks, what people said, page, as much of the heading as has room."""
    font = theme.fonts.interface(theme.tokens().small)
    metrics = QFontMetricsF(font)
    height = _caption_height()
    labels: list[Label] = []
    marks: list[tuple[StatementKind, QPointF]] = []
    left = float(INSET)
    end = INSET + width
    for kind in card.kinds:
        advance = metrics.horizontalAdvance(KIND_NAMES[kind])
        marks.append((kind, QPointF(left, top + (height - MARK_SIZE) / 2)))
        left += MARK_SIZE + HALF
        labels.append(Label(KIND_NAMES[kind], QRectF(left, top, advance, height)))
        left += advance + GAP
    if card.verdicts:
        word, tip = card.verdicts[0][0], ". ".join(f"{word} {who}" for word, who in card.verdicts)
        advance = metrics.horizontalAdvance(word)
        labels.append(Label(word, QRectF(left, top, advance, height), tip=f"{tip}."))
        left += advance + GAP
    if card.page:
        advance = metrics.horizontalAdvance(card.page)
        labels.append(Label(card.page, QRectF(left, top, advance, height), spot=Spot.PAGE))
        left += advance + GAP
    room = end - left
    if card.heading and room > 4 * metrics.averageCharWidth():
        words = metrics.elidedText(one_line(card.heading), Qt.TextElideMode.ElideRight, room)
        labels.append(Label(words, QRectF(left, top, room, height), tip=" › ".join(card.match.section)))
    return labels, marks


def _add_note(words: str, width: int, top: float, texts: list[PlacedText], tip: str = "") -> float:
    """Lay quiet words out under `top`, if there are any; gives where they end."""
    if not words:
        return top
    now = theme.tokens()
    text = QTextLayout(words, theme.fonts.interface(now.small))
    _break(text, width, round(now.small * READING_LINE_HEIGHT))
    texts.append(PlacedText(text, QPointF(INSET, top + HALF), quiet=True, tip=tip))
    return top + HALF + text.lineCount() * round(now.small * READING_LINE_HEIGHT) + HALF


def line_height() -> int:
    """How high a line of a passage is."""
    return round(theme.tokens().reading * READING_LINE_HEIGHT)


def _caption_height() -> int:
    return round(theme.tokens().small * READING_LINE_HEIGHT) + HALF


def foot_height() -> int:
    """How high the line below a card is, which is empty until the card is pointed at, chosen or in the plan."""
    return round(theme.tokens().small * READING_LINE_HEIGHT) + STEP


def caption_font() -> QFont:
    """The face of what stands under the words."""
    return theme.fonts.interface(theme.tokens().small)
