"""The initial mutations of Welsh words, for which no stemmer knows: tân, dân, thân, nhân are one word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

# How the first letters of a word change (soft, nasal, aspirate mutation; h before a vowel). Longest first: "ll" is one
# letter. What begins with one of the last line does not change. P. W. Thomas, Gramadeg y Gymraeg (1996), chapter X.
_CHANGES = {
    "ll": ("l",),
    "rh": ("r",),
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "m": ("f",),
    **{vowel: (f"h{vowel}",) for vowel in "aeiouwy"},
}
_UNCHANGED = ("ch", "dd", "ff", "ng", "ph", "th", "ts")


@lru_cache(maxsize=4096)
def mutated(word: str) -> frozenset[str]:
    """The forms that a word in lower case, given in its radical form, takes at its beginning; itself among them."""
    forms = {word}
    if len(word) > 2 and not word.startswith(_UNCHANGED):
        start = next((start for start in _CHANGES if word.startswith(start)), None)
        if start is not None:
            forms |= {change + word[len(start) :] for change in _CHANGES[start]}
    return frozenset(forms)


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """The forms of a word in lower case given in any of them: Gaerdydd is one of Caerdydd, with Chaerdydd, Nghaerdydd.

    A form can be one of two words ("dân" of tân and of dân itself): the forms of both are given.
    """
    return frozenset(form for radical in (word, *_radicals(word)) for form in mutated(radical))


def _radicals(word: str) -> Iterator[str]:
    """The words of which the word may be a mutation."""
    for start, changes in _CHANGES.items():
        for change in changes:
            rest = word[len(change) :]
            radical = start + rest
            if len(word) > 2 and rest and word.startswith(change) and radical != word and word in mutated(radical):
                yield radical
