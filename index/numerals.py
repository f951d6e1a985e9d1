"""Numbers as words: one term for one number, whatever stands between its thousands and whatever names its unit.

"£1,000", "£1 000" and "1'000" are 1000; "£151m" and "151,000,000" are 151 and million; "5%" is 5 and percent.
"""

from __future__ import annotations

import re

CURRENCIES = "£$€¥₹₴₺₽₪₩"
# Spaces that stand inside numbers: no-break, figure, thin, narrow no-break; the plain one also stands elsewhere.
FIRM_SPACES = "\u00a0\u2007\u2009\u202f"
_THOUSANDS = rf"\d{{0,2}}(?:[ {FIRM_SPACES}'\u2019]\d{{3}})+(?!\w)(?:[.,]\d+(?!\w))?"
# A number in groups of three with a gap between them.
GAPPED = rf"[{CURRENCIES}] ?[1-9]{_THOUSANDS}|[1-9](?<![\d.,].){_THOUSANDS}"
# "£151 m": the letter alone is a unit only after a currency or where it can be nothing else.
SPACED_AMOUNT = rf"[{CURRENCIES}] ?\d+(?:[.,]\d+)*[ {FIRM_SPACES}](?:m|mn|bn|tn|k)(?!\w)"

_GAP = re.compile(rf"(?<=\d)[ {FIRM_SPACES}'\u2019](?=\d)")
_BY_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)")
_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)[ \u00a0\u2007\u2009\u202f]?(m|mn|bn|tn|k)$")
_UNITS = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}

# A comma before the decimals, and a point between thousands; or a space there (CLDR 45, numbers/symbols).
_POINTS = frozenset({"de", "nl", "es", "it", "pt", "da", "no", "ro", "tr", "el", "hr", "sl", "sr", "bs", "ca", "gl"})
_POINTS |= {"id", "eu", "is", "vi", "fo", "mk", "lb"}
_SPACES = frozenset({"fr", "sv", "fi", "nb", "nn", "pl", "cs", "sk", "hu", "uk", "ru", "be", "bg", "et", "lv", "lt"})
_COMMAS = _POINTS | _SPACES

# What people write for 1,000,000 and 1,000,000,000; languages without an entry keep the figures.
_LARGE = {
    "en": ("million", "billion"),
    "cy": ("miliwn", "biliwn"),
    "de": ("millionen", "milliarden"),
    "nl": ("miljoen", "miljard"),
    "fr": ("millions", "milliards"),
    "es": ("millones", ""),
    "it": ("milioni", "miliardi"),
    "pt": ("milhões", ""),
}
# The word for "%", and how else it is written.
_PERCENT = {
    "en": ("percent", r"per[ -]cent"),
    "cy": ("ycant", r"y cant"),
    "de": ("prozent", ""),
    "nl": ("procent", ""),
    "fr": ("pourcent", r"pour[ -]cent"),
    "es": ("porciento", r"por ciento"),
    "it": ("percento", r"per cento"),
    "pt": ("porcento", r"por cento"),
    "sv": ("procent", ""),
    "da": ("procent", ""),
    "no": ("prosent", ""),
    "pl": ("procent", ""),
    "cs": ("procent", ""),
    "ro": ("procent", r"la sut\u0103"),
}


def percent(language: str) -> str:
    """The word that "%" is read as."""
    return _PERCENT.get(language, _PERCENT["en"])[0]


def percent_in_words(language: str) -> str:
    """A regular expression for what a language writes for "%" in more than one word; "" for none."""
    return _PERCENT.get(language, ("", ""))[1]


def is_number(chunk: str) -> bool:
    """Whether a chunk of a text begins as a number or a sum does."""
    return chunk[0] in CURRENCIES or chunk[0].isdigit()


def is_certain(chunk: str, language: str) -> bool:
    """Whether a number with gaps is surely one: "in 24 500 officers" may be two, "£24 500" and "10 000" are not."""
    if " " not in chunk.strip(CURRENCIES + " ") or chunk[0] in CURRENCIES or language in _SPACES:
        return True
    return all(group == "000" for group in re.split(r"\D", chunk)[1:])


def number(text: str, language: str) -> list[str]:
    """The words of a number: without its groups and currency; an amount is a number and a word."""
    figures = _GAP.sub("", text.lstrip(CURRENCIES + " ").lower())
    if _BY_COMMAS.match(figures):
        figures = figures.replace(",", "")
    elif language in _COMMAS and _BY_POINTS.match(figures):
        figures = figures.replace(".", "").replace(",", ".")
    elif "," in figures:
        figures = figures.replace(",", "." if language in _COMMAS and figures.count(",") == 1 else " ")
    amount = _AMOUNT.match(figures)
    if amount:
        return [amount[1], _UNITS[amount[2]]]
    words: list[str] = []
    for word in figures.replace("&", " ").split():
        amount = _AMOUNT.match(word)
        words += [amount[1], _UNITS[amount[2]]] if amount else [word.removesuffix("'s").removesuffix("\u2019s")]
    if len(words) == 1 and words[0].isascii() and words[0].isdecimal():
        return _in_large_units(words[0], language)
    return words


def _in_large_units(figures: str, language: str) -> list[str]:
    """ "151000000" as 151 and million, where that is shorter and loses nothing."""
    million, billion = _LARGE.get(language, ("", ""))
    if million and 7 <= len(figures) <= 12 and figures[0] != "0":
        value = int(figures)
        for size, name in ((10**9, billion), (10**6, million)):
            if name and value >= size and value * 1000 % size == 0:
                whole, rest = divmod(value, size)
                decimals = f"{rest * 1000 // size:03d}".rstrip("0")
                return [f"{whole}.{decimals}" if decimals else str(whole), name]
    return [figures]
