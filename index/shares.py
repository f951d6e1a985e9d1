"""How much of a document a topic takes, in words: one measure, one unit, written alike wherever it stands."""

from __future__ import annotations

from index.comparison import Share
from index.topics.languages import no_words

MEASURE = "Words per 1,000"
DEFINITION = f"{MEASURE}: how many of every 1,000 words of the manifesto stand in passages on the topic."

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


def share_sentence(share: Share) -> str:
    """ "28.4 words per 1,000 · 12 passages"; the passages alone, and why, where the measure means nothing."""
    passages = counted(share.passages)
    if share.without_words_in:
        return f"{passages} · {no_words(share.without_words_in, topic='this topic')}"
    figure = written(share)
    return f"{figure} words per 1,000 · {passages}" if figure else passages
