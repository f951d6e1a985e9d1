"""Words whose stem is another word's as well: a topic that asks for one means that word alone."""

from __future__ import annotations

from dataclasses import replace

from index.query import Phrase, Word

# By language; the stem of "housing" is that of "house", that of "stalking" is a flower's.
_APART = {"en": frozenset({"housing", "training", "planning", "banking", "stalking", "spiking", "nursing", "arms"})}


def in_its_own_sense(leaf: Word | Phrase, language: str) -> Word | Phrase:
    """The word or phrase as it is to be looked for: exactly, where the stem of a word would bring in another sense."""
    if isinstance(leaf, Phrase):
        return replace(leaf, words=tuple(_own(word, language) for word in leaf.words))
    return _own(leaf, language)


def _own(word: Word, language: str) -> Word:
    if word.prefix or word.shape or word.text.casefold() not in _APART.get(language, ()):
        return word
    return replace(word, exact=True)
