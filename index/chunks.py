"""Where the words of a text begin and end: the regular expressions that find chunks, those with spaces too."""

from __future__ import annotations

import re
from functools import cache

from index import gendered, numerals
from index.folding import APOSTROPHES

# What belongs to words besides letters and digits: combining marks, soft hyphen, joiners, vowel signs.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u200c\u200d\u2060\ufeff"
)
HYPHENS = "-\u2010\u2011\u200b"
_SPACE = rf"[ {numerals.FIRM_SPACES}]"
_CHARACTER = rf"[\w{_MARKS}]"
_PLAIN = (
    rf"(?:[{numerals.CURRENCIES}](?=\d))?{_CHARACTER}+"
    rf"(?:(?:[{HYPHENS}{APOSTROPHES}&]|(?<=\d)[.,](?=\d)){_CHARACTER}+)*"
)
_DOTTED = r"[A-Za-z](?:\.[A-Za-z])+\b"  # U.K.
# Each of these begins with a set of letters, and looks back only then: the expression is tried at every word of a text.
_BEGINS = r"(?<!\w.)"
# C. P. S., N H S: of two letters only where each has its full stop.
_SPACED = rf"[A-Z]{_BEGINS}(?:(?:\.{_SPACE}[A-Z](?=\.))+(?!\.\w)|(?:{_SPACE}[A-Z]){{2,}}(?!\w))"
_PAIR = rf"[A-Z]{_BEGINS}{_SPACE}&{_SPACE}[A-Z](?!\w)"  # A & E
_PAIR_IN_WORDS = rf"[A-Z]{_BEGINS}{_SPACE}and{_SPACE}[A-Z](?!\w)"
# What is no word by itself, so that a space after it stands for a hyphen: anti, co, non, semi, multi.
_PREFIXED = rf"[AacNnSsMm]{_BEGINS}(?:(?<=[Aa])nti|(?<=c)o|(?<=[Nn])on|(?<=[Ss])emi|(?<=[Mm])ulti){_SPACE}[a-z]{{3,}}"
_SIGNS = rf"&(?<!\S.)(?!\S)|%(?:(?<=\d%)|(?<=\d{_SPACE}%))"

SPLIT = re.compile(rf"[^{HYPHENS}_\s]+")
_SPACED_ONLY = re.compile(rf"[A-Za-z](?:(?:\.{_SPACE}?|{_SPACE})[A-Za-z])+")

# What people type with spaces in it and mean as one word.
TYPED_AS_ONE = "|".join(
    (numerals.GAPPED, numerals.SPACED_AMOUNT, rf"(?:{_SPACED})\.?", _PAIR, _PAIR_IN_WORDS, r"\bper cent\b", _PREFIXED)
)


@cache
def chunk_pattern(language: str) -> re.Pattern[str]:
    """Finds the chunks of texts of a language; it has no groups, so that `findall` gives them."""
    tail = gendered.tail(language)
    in_words = numerals.percent_in_words(language)
    found = [_DOTTED, _SPACED, _PAIR, numerals.GAPPED, numerals.SPACED_AMOUNT]
    if language == "en":
        found += [_PAIR_IN_WORDS, _PREFIXED]
    if in_words:
        found.append(rf"[{in_words[0]}{in_words[0].upper()}]{_BEGINS}{in_words[1:]}(?!\w)")
    found.append(_PLAIN + (f"(?:{tail})?" if tail else ""))
    found.append(_SIGNS)
    return re.compile("|".join(found))


def is_spaced_abbreviation(chunk: str) -> bool:
    """Whether a chunk is the letters of an abbreviation: U.K., C. P. S., N H S."""
    return len(chunk) > 2 and chunk[1] in f". {numerals.FIRM_SPACES}" and _SPACED_ONLY.fullmatch(chunk) is not None
