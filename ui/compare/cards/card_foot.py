"""The foot of a card: what can be done with it, in small words, and whether it is in the plan."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetricsF

from ui.compare.cards.card_layout import GAP, INSET, Label, Spot, caption_font, foot_height, text_width
from ui.theme.tokens import STEP

IN_PLAN = "In plan"
_WORDS = {
    Spot.COPY: ("Copy", "Copy with citation (C)"),
    Spot.PLAN: ("Add to plan", "Add the passage to the plan (K)"),
    Spot.SIMILAR: ("Similar", "What the other manifestos say most like this (O)"),
    Spot.WHY: ("Why?", "Which words and headings put it here (W)"),
}


def foot(card: QRect, column: int, *, pointed: bool, in_plan: bool) -> list[Label]:
    """The words at the foot of the card that is drawn in `card`, in a column `column` pixels wide.

    `pointed` is whether the pointer or the keys are on it. What there is no room for is left to keys and menu.
    """
    metrics, high = QFontMetricsF(caption_font()), foot_height() - STEP
    top, left, end = (
        card.bottom() + 1 - foot_height(),
        float(card.left() + INSET),
        card.left() + INSET + text_width(column),
    )
    labels: list[Label] = []
    if in_plan:
        advance = metrics.horizontalAdvance(IN_PLAN)
        labels.append(Label(IN_PLAN, QRectF(left, top, advance, high), tip="This passage is in your plan."))
        left += advance + GAP
    for spot, (word, tip) in _WORDS.items() if pointed else ():
        advance = metrics.horizontalAdvance(word)
        if (in_plan and spot is Spot.PLAN) or left + advance > end:
            continue
        labels.append(Label(word, QRectF(left, top, advance, high), spot, tip))
        left += advance + GAP
    return labels


def label_at(labels: list[Label], point: QPointF) -> Label | None:
    """The word of the foot at this point, in the pixels that the card was drawn in."""
    return next((label for label in labels if label.rect.contains(point)), None)
