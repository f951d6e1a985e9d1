"""How many words of a view are on the topic: those of the sentences that carry its passages."""

from __future__ import annotations

from collections.abc import Iterable

from index.topics.model import Match
from reader.model import Kind
from reader.words import number_of_words


def words_on_topic(matches: Iterable[Match]) -> int:
    """The words of the sentences that carry these passages; a passage that is not in sentences counts whole.

    Headings that carry count for nothing, as headings count for nothing among the words of a document. What else stands
    in a passage is not on the topic: one of a single sentence and one of a whole page would weigh differently for no
    other reason than how their parties set paragraphs.
    """
    return sum(
        sum(number_of_words(one.text) for one in match.statements if one.carries)
        if match.statements
        else number_of_words(match.text)
        for match in matches
        if match.kind != Kind.HEADING
    )
