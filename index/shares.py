"""How much of a document a topic takes, in words: one measure, one unit, written alike wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable

from index.comparison import Share
from index.topics.languages import no_words

MEASURE = "Words per 1,000"
PASSAGES = (
    "Passages: paragraphs, list items and headings with at least one sentence on the topic; words of headings count "
    "nowhere. All are counted, whatever is hidden, and none that is less certain."
)
DEFINITION = f"{MEASURE}: how many of every 1,000 words of the manifesto stand in sentences on the topic. {PASSAGES}"

# What is said of passages that only come near to a topic, wherever they stand. Measured: issue 14, with its notes.
CAUTION = "Fewer than half of these were on the topic in our tests. Check before you quote."

# From here on a decimal would be false precision, and take room.
_WHOLE_FROM = 100


def written(share: Share) -> str:
    """The measure as a figure: "28.4", "412", "< 0.1"; "" where it means nothing."""
    figure = share.per_thousand
    if figure is None or share.without_words_in:
        return ""
    if share.words and figure < 0.1:
        return "< 0.1"
    return f"{figure:.0f}" if round(figure, 1) >= _WHOLE_FROM else f"{figure:.1f}"


def counted(passages: int) -> str:
    """ "12 passages"."""
    return f"{passages:,} {'passage' if passages == 1 else 'passages'}"


def definition_for(shares: Iterable[Share]) -> str:
    """What the figures of these shares mean, as far as any stand there; "" where nothing is counted."""
    stand = [one for one in shares if one.passages]
    return DEFINITION if any(map(written, stand)) else PASSAGES if stand else ""


def share_sentence(share: Share, shown: int | None = None) -> str:
    """ "28.4 words per 1,000 · 12 passages"; the passages alone, and why, where the measure means nothing.

    Where a filter lets through but some, `shown` of them: "28.4 words per 1,000 · 5 of 12 passages shown".
    """
    passages = counted(share.passages)
    if shown is not None and shown < share.passages:
        passages = f"{shown:,} of {passages} shown"
    if share.without_words_in:
        return f"{passages} · {no_words(share.without_words_in, topic='this topic')}"
    figure = written(share)
    return f"{figure} words per 1,000 · {passages}" if figure else passages
