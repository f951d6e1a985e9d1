"""What the forms of one word have in common: officer and officers, but not office; and the wider family of a word.

A search finds inflections. The stemmers of Snowball go further, and take "officers" for a form of "office",
"renewables" for one of "renewal": what they find is the word's *family*, which a search names and does not mix in.

- English: the part of Porter's second stemmer that takes inflections off (its steps 0 and 1 and the silent e of step 5;
  https://snowballstem.org/algorithms/english/stemmer.html), and forms that no rule gives (women, knives, built).
- Other languages: Snowball's stem; where it took off an ending that makes another word (German -ung, -lich, French
  -ment), which one is kept beside it.
- Languages without a stemmer: the word as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from whoosh.lang import NoStemmer, stemmer_for_language

from index.folding import fold, lower
from index.irregular import IRREGULAR

Stem = Callable[[str], str]

# Endings that make another word. Where one stands before an inflection, and the stemmer has taken it off, the rest is
# the stem of another word.
_MAKING = {
    "de": r"(ung|heit|keit|lich|ig|isch|ik)(e|en|em|er|es|s|n)?",
    "nl": r"(heid|heden|ing|end|lijk|baar|bar|ig)(e|en|s)?",
    "fr": r"(ation|atrice|ateur|ement|ment|ite|able|iste|isme|ique|ance|ence|if|ive|eux|euse|logie|ution|usion)(e?s)?",
    "es": r"(acion|aciones|ador|adora|mente|miento|dad|dades|able|ible|anza|encia|ancia|ico|ica|ismo|ista|oso|osa|ivo"
    r"|iva|logia|amiento|imiento)(e?s)?",
    "it": r"(azione|azioni|atore|atrice|atori|mente|mento|menti|amento|imento|ita|abile|ibile|anza|enza|ico|ica|ici"
    r"|iche|ismo|ista|isti|oso|osa|ivo|iva|ivi|ive|logia)",
    "pt": r"(acao|acoes|ador|adora|mente|mento|amento|imento|idade|avel|ivel|ancia|encia|ico|ica|ismo|ista|oso|osa|ivo"
    r"|iva|logia)(e?s)?",
}
# One ending in its forms: the plural of a noun is no other word.
_SAME_ENDING = {"heden": "heid", "aciones": "acion", "adora": "ador", "dades": "dad", "ica": "ico", "osa": "oso"}
_SAME_ENDING |= {"iva": "ivo", "azioni": "azione", "atori": "atore", "menti": "mento", "ici": "ico", "iche": "ico"}
_SAME_ENDING |= {"isti": "ista", "ivi": "ivo", "ive": "ivo", "acoes": "acao", "euse": "eux", "bar": "baar"}

# Endings that people leave the accent out of, as the stemmers know them; without it they are no words of the language.
_RESTORED = {
    "es": ((re.compile(r"(?<=[cs])ion$"), "ión"), (re.compile(r"logia(?=s?$)"), "logía")),
    "pt": ((re.compile(r"cao$"), "ção"), (re.compile(r"coes$"), "ções"), (re.compile(r"oes$"), "ões")),
    "fr": (
        (re.compile(r"ite(?=s?$)"), "ité"),
        (re.compile(r"ee(?=s?$)"), "ée"),
        (re.compile(r"iere(?=s?$)"), "ière"),
    ),
    "it": ((re.compile(r"ita$"), "ità"),),
}


@cache
def stem_of(language: str) -> Stem | None:
    """What gives the folded stem that the inflections of a word share; None where the language has no stemmer."""
    if language == "en":
        return cache(_english)
    family = family_of(language)
    if family is None or language not in _MAKING:
        return family
    making = re.compile(rf"(?:{_MAKING[language]})$")

    def stem(word: str) -> str:
        root = family(word)
        ending = making.search(fold(word))
        if ending is None or len(root) > ending.start() + 1:
            return root
        return f"{root}~{_SAME_ENDING.get(ending[1], ending[1])}"

    return cache(stem)


@cache
def family_of(language: str) -> Stem | None:
    """What gives the folded stem of Snowball, which words of one family share; None where there is none."""
    try:
        snowball: Stem = stemmer_for_language(language)
    except NoStemmer:
        return None
    restored = _RESTORED.get(language, ())

    def family(word: str) -> str:
        plain = lower(word)
        if language == "en":  # people leave accents out, and no ending of English has one
            return str(snowball(fold(word)))
        if language == "de":  # ue for ü, and ü for it: not in Steuer, neue, Quelle
            plain = re.sub(r"(?<![aeiouäöüq])(?:([ao])e|(u)e)(?!$)", _umlaut, plain)
        for ending, accented in restored:
            plain = ending.sub(accented, plain)
        return fold(snowball(plain)) or fold(word)

    return cache(family)


def _umlaut(found: re.Match[str]) -> str:
    return {"a": "ä", "o": "ö", "u": "ü"}[found[1] or found[2]]


# --- English

_VOWEL = re.compile(r"[aeiouy]")
# The region after the first consonant that follows a vowel.
_AFTER = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]")
_SHORT_END = re.compile(r"(?:[^aeiouy][aeiouy][^aeiouywx]|^[aeiouy][^aeiouy])$")
_DOUBLE = re.compile(r"(bb|dd|ff|gg|mm|nn|pp|rr|tt)$")
# Words that only look like inflections.
_WHOLE = frozenset(
    """
    news series species gas bias bus virus status campus census focus crisis basis analysis always perhaps across
    christmas themselves ourselves politics economics ethics mathematics physics athletics
    during morning evening nothing something anything everything ceiling sibling herring inning earring outing
    hundred sacred naked need seed feed breed speed freed
    """.split()  # noqa: SIM905  # a list of words
)


def _english(word: str) -> str:
    written = lower(word)
    word = fold(word).removesuffix("'")
    if word.endswith("n't"):  # people write dont
        word = f"{word[:-3]}nt"
    word = IRREGULAR.get(word, word)
    if len(word) <= 2 or word in _WHOLE or not word.isalpha():
        return word
    word = word[:-1] if written.endswith("\u00e9s") else _plural(word)
    stem = _silent_e(_last_y(_verb(word)))
    if stem.endswith("ll") and _in_second_region(stem):  # controlled
        stem = stem[:-1]
    return f"{stem[:-1]}s" if len(stem) > 5 and stem.endswith("iz") else stem  # organize is organise


def _plural(word: str) -> str:
    """Step 1a."""
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("ches"):
        return word[:-2]
    if word.endswith(("us", "ss", "is")):
        return word
    return word[:-1] if word.endswith("s") and _VOWEL.search(word[:-2]) else word


def _verb(word: str) -> str:
    """Step 1b."""
    if word.endswith("eed"):
        return word[:-1] if _AFTER.match(word[:-3]) else word
    for ending in ("ed", "ing"):
        if word.endswith(ending) and _VOWEL.search(word[: -len(ending)]):
            rest = word[: -len(ending)]
            if rest.endswith(("at", "bl", "iz")):
                return rest + "e"
            if _DOUBLE.search(rest):
                return rest[:-1]
            return rest + "e" if _is_short(rest) else rest
    return word


def _last_y(word: str) -> str:
    """Step 1c."""
    return f"{word[:-1]}i" if len(word) > 2 and word[-1] == "y" and word[-2] not in "aeiouy" else word


def _silent_e(word: str) -> str:
    """The e of step 5: gone where the verb's other forms have lost it."""
    if not word.endswith("e") or word.endswith("che"):  # attaché and niche are no forms of a verb
        return word
    first = _AFTER.match(word)
    if first is None or first.end() == len(word):
        return word
    return word[:-1] if _in_second_region(word) or not _SHORT_END.search(word[:-1]) else word


def _in_second_region(word: str) -> bool:
    """Whether the last letter stands after two groups of vowels that a consonant follows (Porter's R2)."""
    first = _AFTER.match(word)
    second = _AFTER.match(word, first.end()) if first else None
    return second is not None and second.end() < len(word)


def _is_short(word: str) -> bool:
    """Whether a word ends in a short syllable and has no more than that."""
    first = _AFTER.match(word)
    return (first is None or first.end() == len(word)) and _SHORT_END.search(word) is not None
