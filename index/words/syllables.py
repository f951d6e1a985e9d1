"""How many syllables a word has, near enough for formulas of readability: by its groups of vowels.

Mutes and hiatuses that spelling shows are minded, exceptions are not: over a text they even out. pyphen was not taken:
its dictionaries (of LibreOffice, under GPL, LGPL or MPL) say where a printer may part a word, which is neither after
its first letter nor before its last, and so count fewer syllables than there are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.folding import lower

# By language: what is one vowel, and what of a word is not heard (first) or heard twice (second).
_VOWELS = {
    "en": r"[aeiouyàâäéèêëïîôöùûü]+",
    # ie, ei, eu, äu, au, ai and doubled vowels are one; others that meet are two.
    "de": r"ie|ei|eu|äu|au|ai|ey|ay|aa|ee|oo|(?<=q)u[aeiouäöüy]|[aeiouyäöüéèà]",
    "nl": r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|ij|ei|eu|oe|ou|au|ui|[aeiouyëïöüéèê]",
    "fr": r"eaux?|[aeiouyàâäéèêëïîôöùûüœæ]+",
    # A weak vowel (i, u) without an accent is one with its neighbour; two strong ones are two.
    "es": r"[iuü]?[aeoáéó](?:[iuü](?![aeoáéó])|y(?![aeiouáéíóú]))?|[iuü]{2}|[iuíúü]|y(?![aeiouáéíóú])",
}
_MUTE = {
    # A last e, but not in "table" and "centre"; -ed but after t and d; -es but after a hiss.
    "en": re.compile(r"(?<=[^aeiouy])(?:(?<![^aeiouylr]l)(?<!tr)(?<!^th)e|(?<![td])ed|(?<![sxzcg])(?<!sh)(?<!ch)es)$"),
    "fr": re.compile(r"(?<=[^aeiouyéè])es?$|(?<=[éèiu])es?$|(?<=q)u(?=[eéèiao])|(?<=g)u(?=[eéèi])"),
    "es": re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])"),
}
# Vowels that meet in one group and are two syllables: "create", "being", "society", "area".
_HIATUS = {
    "en": re.compile(
        r"i(?:a(?!l|n|r?$|g)|o(?!n|us)|e(?=t|n(?:ce|t)))|ea(?=te|tion|l?i)|pea(?=n)|(?<=[aeiouy][^aeiouy])ea(?=s?$)"
        r"|eo(?!ple)|ying|[aeou]ing|iu|(?<!q)ual|ue(?=l|nt)|ui(?=n|t[yi])"
    ),
    "fr": re.compile(r"[aeou]ï|ié(?=t)|éa|éo|éu|ao|oy(?=[aeé])|ay(?=s)|(?<=[bcdfgpt][rl])[iu](?=[aeéo])"),
}
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_GENITIVE = re.compile(r"'s?(?!\w)")


@lru_cache(maxsize=100_000)
def syllables(word: str, language: str) -> int:
    """The syllables of a word as it is printed; at least 1, so that figures and initials count. Raises KeyError."""
    vowels, plain = _vowels(language), _GENITIVE.sub("", lower(word))
    return max(1, sum(_of(letters, language, vowels) for letters in _LETTERS.findall(plain)))


@lru_cache
def _vowels(language: str) -> re.Pattern[str]:
    return re.compile(_VOWELS[language])


def _of(letters: str, language: str, vowels: re.Pattern[str]) -> int:
    mute, hiatus = _MUTE.get(language), _HIATUS.get(language)
    heard = mute.sub("", letters) if mute else letters
    count = len(vowels.findall(heard)) + (len(hiatus.findall(letters)) if hiatus else 0)
    return max(1, count)
