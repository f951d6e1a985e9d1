"""Words like "the", which nobody means to look for among others."""

from __future__ import annotations

from functools import cache

from whoosh.lang import NoStopWords, stopwords_for_language

from index.query import All, Any, Filter, Node, Not, Word


def without_small_words(node: Node, language: str) -> Node:
    """The query without small words that stand beside others; alone, in phrases, and after "=" they stay.

    What only narrows a search (a filter, what is to be left out) is no other word: "the party:labour" asks for "the".
    """
    if isinstance(node, Not):
        return Not(without_small_words(node.part, language))
    if isinstance(node, Any):
        return Any(tuple(without_small_words(part, language) for part in node.parts))
    if not isinstance(node, All):
        return node
    parts = tuple(without_small_words(part, language) for part in node.parts if not _is_small(part, language))
    if all(isinstance(part, Filter | Not) for part in parts):
        return node
    return parts[0] if len(parts) == 1 else All(parts)


def _is_small(node: Node, language: str) -> bool:
    plain = isinstance(node, Word) and not node.exact and not node.prefix and not node.shape
    return plain and isinstance(node, Word) and node.text.lower() in small_words(language)


@cache
def small_words(language: str) -> frozenset[str]:
    """The small words of a language by its code, in lower case; none for one that nobody has listed."""
    try:
        return frozenset(stopwords_for_language(language))
    except NoStopWords:
        return frozenset()
