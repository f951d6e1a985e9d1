"""Decides whether a hyphen at a line's end belongs to the word or to the line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

HYPHENS = "-\u2010\u00ad\u2011"
SOFT_HYPHEN = "\u00ad"
_DASHES = "\u2013\u2014"

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*)[-\u2010\u00ad\u2011]$")
_FIRST = re.compile(r"([^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*)")
# After a hanging hyphen these begin a new word: "Wirtschafts- und Sozialpolitik", "pre- and post-war".
_CONJUNCTIONS = {
    "en": ("and", "or", "to"),
    "de": ("und", "oder", "bzw", "sowie", "bis", "statt"),
    "nl": ("en", "of"),
    "fr": ("et", "ou"),
    "es": ("y", "e", "o", "u"),
    "it": ("e", "ed", "o"),
    "pt": ("e", "ou"),
    "da": ("og", "eller"),
    "no": ("og", "eller"),
    "sv": ("och", "eller"),
    "fi": ("ja", "tai"),
    "hu": ("és", "vagy"),
    "cy": ("a", "ac", "neu", "i"),
    "ga": ("agus", "nó"),
    "gd": ("agus", "no"),
}
# Before these parts a hyphen belongs to the word: it is printed within lines too.
_PREFIXES = frozenset("non self anti ex cross mid multi pro quasi all half well co semi".split())  # noqa: SIM905 - the same
# English numbers of two words, and what the hyphen parts in print though few documents print it within a line.
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())  # noqa: SIM905 - a list of words reads better so
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())  # noqa: SIM905 - a list of words reads better so
_COMPOUNDS = re.compile(
    r"(?:long|short|medium|longer)-(?:term|standing|lasting)|(?:full|part|real|first)-time|(?:high|low)-(?:income|carbon|"
    r"cost|paid|speed|quality|risk|street|tech)|(?:net|zero)-(?:zero|carbon|hours)|(?:tax|duty|car)-free|(?:large|small)-scale|"
    r"(?:family|user)-friendly|world-class|decision-making|cost-effective|hard-working|(?:state|publicly)-owned|year-round|"
    r"one-off|one-third|two-thirds"
)
# Languages whose compounds are written solid: a hyphen before a small letter is the line's.
_SOLID = frozenset(("de", "nl", "da", "sv", "no", "fi", "hu", "es", "it", "pt", "ro", "ru", "tr", "fr"))
# In German, adjectives side by side: "israelisch-palästinensisch". No line breaks after this ending within a word.
_ADJECTIVE = re.compile(r"[a-zäöü]{3,}isch$")


class Joint(NamedTuple):
    """How two lines join: whether the first line's last character is dropped, and what stands between them."""

    drop: bool
    glue: str


class Hyphens:
    """Judges line-end hyphens by the words that the document itself prints inside its lines."""

    def __init__(self, lines: Iterable[str], language: str = "en") -> None:
        self._solid = language in _SOLID
        self._german = language == "de"
        self._english = language == "en"
        self._conjunctions = _CONJUNCTIONS.get(language, ())
        self._words: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line.casefold())
            if words and line.rstrip().endswith(tuple(HYPHENS)):
                words.pop()
            self._words.update(words)

    def joint(self, line: str, following: str) -> Joint:
        """How `line` joins the line after it; both without white space at their ends."""
        if not line or not following:
            return Joint(False, "")
        if line[-1] == SOFT_HYPHEN:
            return Joint(True, "")
        if line[-1] in _DASHES and line[-2:-1].isalnum() and following[0].isalnum():
            return Joint(False, "")
        if line[-1] not in HYPHENS:
            return Joint(False, "" if line[-1] in "/" and line[-2:-1].isalnum() and following[0].islower() else " ")
        last, first = _LAST.search(line), _FIRST.match(following)
        if not last or not first:
            # "2017-" + "18" and "twenty-" + "£5" stay as printed; a dash that stands alone keeps its space.
            return Joint(False, "" if line[-2:-1].isalnum() and following[0].isalnum() else " ")
        return self._between_words(last.group(1), first.group(1))

    def _between_words(self, last: str, first: str) -> Joint:
        left, right = last.casefold(), first.casefold()
        if right in self._conjunctions:
            return Joint(False, " ")
        if first[0].isupper() and not (last.isupper() and first.isupper()):
            return Joint(False, "")
        if last.isupper() and len(last) == 1:  # T-shirts, X-rays
            return Joint(False, "")
        whole = self._words[left + right]
        parted = self._words[f"{left}-{right}"]
        if whole != parted:
            return Joint(whole > parted, "")
        if self._solid:
            return Joint(not (self._german and _ADJECTIVE.match(last)), "")
        if self._english and self._is_compound(left, right):
            return Joint(False, "")
        if left in _PREFIXES and not self._words[left + right]:
            return Joint(False, "")
        both_are_words = self._words[left.rsplit("-", 1)[-1]] > 0 and self._words[right.split("-", 1)[0]] > 0
        return Joint(not both_are_words, "")

    def _is_compound(self, left: str, right: str) -> bool:
        """Whether English parts two words by a hyphen: twenty-first, one-off, long-term."""
        return (
            bool(_COMPOUNDS.fullmatch(f"{left}-{right}"))
            or (left in _TENS and len(right) > 2)
            or (left in _NUMBERS and self._words[right] > 0)
        )
