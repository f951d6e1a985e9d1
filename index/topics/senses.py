"""Words whose stem is another word's as well: a topic that asks for one means that word alone."""

from __future__ import annotations

from dataclasses import replace

from index.query import Phrase, Word

# By language; the stem of "housing" is that of "house", that of "stalking" is a flower's.
_APART = {"en": frozenset({"housing", "training", "planning", "banking", "stalking", "spiking", "nursing", "arms"})}


def in_its_own_sense(leaf: Word | Phrase, language: str) -> Word | Phrase:
    """The word or phrase as it is to be looked for: exactly, where the stem of a word would bring in another sense."""
    apart = _APART.get(language, frozenset())
    if isinstance(leaf, Word):
        return replace(leaf, exact=True) if _is_apart(leaf, apart) else leaf
    if not any(_is_apart(word, apart) for word in leaf.words):
        return leaf
    return replace(leaf, words=tuple(replace(one, exact=True) if _is_apart(one, apart) else one for one in leaf.words))


def _is_apart(word: Word, apart: frozenset[str]) -> bool:
    return word.text.casefold() in apart and not word.prefix and not word.shape
