"""The other words of a typed word's family, which a search does not mix in: office and official for officers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from os.path import commonprefix

from whoosh.reading import IndexReader

from index.folding import fold
from index.inflection import family_of, stem_of
from index.matching import words_begun
from index.query import All, Any, Node, Word

# No more words are named for a search, and so many of the index are looked at: those that begin as the typed one does.
MOST = 4
_LOOKED_AT = 2000
_SHORTEST = 3


def others(query: str, node: Node, reader: IndexReader, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words of the index that are of one family with a typed one and no inflection of it, the most frequent first.

    Each with the query that asks for it in place of the typed one. Only words that stand by themselves have others: one
    in a phrase, with a star or after "=" is meant as it stands.
    """
    for word in _plain_words(node):
        for other in _family(word.text, reader, languages):
            yield other, f"{query[: word.start]}{other}{query[word.start + len(word.text) :]}"


def _plain_words(node: Node) -> Iterator[Word]:
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from _plain_words(part)
    elif isinstance(node, Word) and node.text.isalpha() and not (node.exact or node.prefix or node.shape):
        yield node


def _family(typed: str, reader: IndexReader, languages: Sequence[str]) -> list[str]:
    """The commonest form of each other word of the family, the commonest word first."""
    forms: dict[str, dict[str, float]] = defaultdict(dict)
    for language in languages:
        family, stem = family_of(language), stem_of(language)
        if family is None or stem is None:
            continue
        shared, own = family(typed), stem(typed)
        begun = commonprefix((shared, fold(typed)))  # noqa: RUF071  # of letters, not of folders
        if len(begun) < _SHORTEST:
            continue
        for word in islice(sorted(words_begun(reader, begun)), _LOOKED_AT):
            if family(word) == shared and stem(word) != own:
                forms[stem(word)][word] = reader.frequency("exact", word)
    ordered = sorted(forms.values(), key=lambda counted: -sum(counted.values()))
    return [max(counted, key=lambda word: counted[word]) for counted in ordered[:MOST]]
