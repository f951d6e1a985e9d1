"""How many words there are: the one count that every length, share and figure of the program stands on."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Block


def number_of_words(text: str) -> int:
    """The words of a text: what white space parts and holds a letter or figure, so no dashes and rules of tables."""
    return sum(token.isalpha() or any(map(str.isalnum, token)) for token in text.split())


def words_in(blocks: Iterable[Block]) -> int:
    """The words that count as a manifesto's: those of its passages.

    Headings, running heads, page numbers, contents and indexes are no part of them, so that shares of two manifestos
    compare what these say, and do not depend on how they are printed.
    """
    return sum(number_of_words(block.text) for block in blocks if block.is_passage)
