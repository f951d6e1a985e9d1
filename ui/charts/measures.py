"""What a chart shows of a topic in a manifesto, and how it is written."""

from __future__ import annotations

from enum import StrEnum

from index import shares
from index.comparison import Share
from index.shares import DEFINITION, MEASURE, counted
from index.topics.languages import no_words


class Measured(StrEnum):
    """One of the figures of a share."""

    WORDS = "words"
    PASSAGES = "passages"


NAMES = {Measured.WORDS: MEASURE, Measured.PASSAGES: "Passages"}
DEFINITIONS = {
    Measured.WORDS: DEFINITION,
    Measured.PASSAGES: "Passages on the topic; long texts have more of them.",
}
NO_SHARE, NOT_MADE = "—", "…"


def value(share: Share | None, measured: Measured) -> float | None:
    """The figure; None where nobody can know it."""
    if share is None or share.without_words_in:
        return None
    return share.per_thousand if measured is Measured.WORDS else float(share.passages)


def written(share: Share | None, measured: Measured) -> str:
    """The figure as it stands in a cell."""
    if share is None:
        return NOT_MADE
    if share.without_words_in:
        return NO_SHARE
    if measured is Measured.PASSAGES:
        return f"{share.passages:,}"
    return shares.written(share) or NO_SHARE


def spoken(share: Share | None, measured: Measured) -> str:
    """The figure in words."""
    if share is None:
        return "not worked out yet"
    if share.without_words_in:
        return no_words(share.without_words_in, topic="this topic")
    passages = counted(share.passages)
    if not share.passages:
        return "nothing found"
    if measured is Measured.PASSAGES:
        return passages
    if share.per_thousand is None:
        return f"{passages}; an extract or short text, no share"
    return f"{shares.written(share)} words per 1,000, {passages}"
