"""Tells which language a text is written in, by its script, its most common small words and its letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import normalize

from reader.language_words import COMMON, DENSE, LATIN_LETTERS, NAMES, NEAR, SAME, SPARSE
from reader.scripts import LATIN, language_of_script, script_of

_SETS = {language: frozenset(words.split()) for language, words in COMMON.items()}
_SCRIPTS = {language: script_of(words) for language, words in COMMON.items()}
_LONGER_SETS = {language: frozenset(word for word in words if len(word) > 1) for language, words in _SETS.items()}
_LANGUAGES_OF = {word: tuple(one for one in _SETS if word in _SETS[one]) for word in frozenset().union(*_SETS.values())}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# Code points; a longer text is judged by three samples of this length.
_SAMPLE = 20_000
# Where fewer of the words are common ones, nothing speaks for a language: in English, whose texts are often short, and
# in languages with few such words; in most; in those with many.
_LEAST, _LEAST_OF_MOST, _LEAST_OF_DENSE = 0.08, 0.15, 0.2
# A text is in another language where so many of its words have letters that this one does not write.
_FOREIGN = 0.12
# Of languages near to each other the first is so many times as likely as the second, else it may be either.
_NEARLY = 1.06
# In so many words of English some are common ones.
_ENOUGH_WORDS = 20
# Certain is what has so large a share, this many times that of English, made of so many different words.
_CERTAIN, _CLEARLY, _VARIOUS = 0.12, 3.0, 5


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language ("en", "cy", "de" ...), "" for one that is not known or in doubt.

    A text too short to tell is "en", unless its letters are not those of English.
    """
    sample = _sample(text)
    script = script_of(sample) or LATIN
    if script != LATIN and (only := language_of_script(script)):
        return only
    words = Counter(_words(sample))
    letters, most = _letters_beyond_z(words), _FOREIGN * words.total()
    found = _by_words(words, [one for one in _SETS if _SCRIPTS[one] == script and _foreign(letters, one) <= most])
    if found is not None:
        return found
    is_english = script == LATIN and _foreign(letters, "en") <= most and words.total() < _ENOUGH_WORDS
    return "en" if is_english else ""


def _by_words(words: Counter[str], languages: Iterable[str]) -> str | None:
    """The language of these that the words speak for, "" where they speak for two, None where for none."""
    scores = _scores(words, languages)
    ranked = sorted(scores, key=lambda language: (-scores[language], language != "en"))
    # Single letters alone say nothing: "a" is a word of many languages, and every list has its letters.
    if not ranked or scores[ranked[0]] < _least(ranked[0]) or not words.keys() & _LONGER_SETS[ranked[0]]:
        return None
    best, *others = ranked
    near = [one for group in NEAR if best in group for one in others if one in group]
    is_told = all(scores[best] >= _NEARLY * scores[one] for one in near)
    return SAME.get(best, best) if is_told else ""


def _least(language: str) -> float:
    """The share of common words below which a text is not in this language."""
    if language == "en" or language in SPARSE:
        return _LEAST
    return _LEAST_OF_DENSE if language in DENSE else _LEAST_OF_MOST


def _letters_beyond_z(words: Counter[str]) -> Counter[frozenset[str]]:
    """The letters other than a to z of the words that have some, with how many words have these."""
    found: Counter[frozenset[str]] = Counter()
    for word, many in words.items():
        if not word.isascii():
            found[frozenset(char for char in word if char > "z")] += many
    return found


def _foreign(letters: Counter[frozenset[str]], language: str) -> int:
    """How many of a text's words have letters that are none of this language's, by its `_letters_beyond_z`."""
    known = LATIN_LETTERS.get(language)
    return 0 if known is None else sum(many for some, many in letters.items() if not some.issubset(known))


def certain_language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language where its words leave no doubt, though some were misread; else None.

    Words that OCR garbled are short, and any language has some of them.
    """
    sample = _sample(text)
    words = _longer(Counter(_words(sample)))
    script = script_of(sample) or LATIN
    scores = _scores(words, [one for one in _SETS if _SCRIPTS[one] == script])
    best = max(scores, key=lambda language: (scores[language], language == "en"), default="en")
    beyond = best == "en" or scores[best] >= _CLEARLY * scores.get("en", 0)
    various = len(words.keys() & _SETS[best]) >= _VARIOUS
    return SAME.get(best, best) if scores.get(best, 0) >= _CERTAIN and beyond and various else None


def language_name(code: str) -> str:
    """The English name of a language by its ISO 639-1 code ("German"); the code itself where no name is known."""
    return NAMES.get(code, code)


def scores_of(text: str) -> dict[str, float]:
    """For each language the share of the text's words that are among its common small ones."""
    return _scores(Counter(_words(_sample(text))), _SETS)


def _scores(words: Counter[str], languages: Iterable[str]) -> dict[str, float]:
    total = words.total() or 1
    common = _common(words)
    return {language: common[language] / total for language in languages}


def _common(words: Counter[str]) -> Counter[str]:
    """For each language how many of the words are common in it."""
    found: Counter[str] = Counter()
    for word in words.keys() & _LANGUAGES_OF.keys():
        for language in _LANGUAGES_OF[word]:
            found[language] += words[word]
    return found


def _longer(words: Counter[str]) -> Counter[str]:
    """The words of more than one letter."""
    return Counter({word: many for word, many in words.items() if len(word) > 1})


def share_of_common_words(text: str) -> float:
    """The share of the text's words that are common in the language that has most of them: next to none in garbage.

    Single letters do not count: garbage is full of them.
    """
    words = Counter(_words(_sample(text)))
    return max(_common(_longer(words)).values(), default=0) / (words.total() or 1)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _sample(text: str) -> str:
    """Enough of a long text to judge by, from three places, each letter with its accent one character."""
    middle = len(text) // 2
    some = (text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:])
    return normalize("NFC", text if len(text) <= 3 * _SAMPLE else " ".join(some))
