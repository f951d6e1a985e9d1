"""Judges raised figures, letters and signs by what stands around them: a reference to a note, or part of the words.

Not references: units and exponents ("m²", "10⁶"), formulas ("CO²", "x²"), ordinals ("1ᵉʳ", "nº"), fractions, raised
pence and minutes ("£4⁹⁹", "18³⁰"). In doubt what is raised is a word, as it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Units of length and time, of which squares and cubes are printed; in other alphabets too.
_UNITS = frozenset(
    "m km cm mm dm hm dam nm µm μm ft yd s м км см мм дм μ μ. χλμ κμ م كم سم מ קמ 米 公尺 公里 千米".split()  # noqa: SIM905 - a list of words reads better so
)
_POWERS = frozenset(("2", "3", "4"))
# A short word after a number is a unit, unless it counts.
_COUNTING = frozenset("bn mn mio mrd tn k m".split())  # noqa: SIM905 - as above
_LONGEST_UNIT = 2
# Formulas whose figures stand lowered, and are raised by mistake.
_FORMULAS = frozenset("CO NO SO CH NH HO SF".split())  # noqa: SIM905 - as above
_MONEY = re.compile(r"[£$€¥₹₽₴]\s?[\d.,]+\s?$")
_MONEY_AFTER = re.compile(r"\s?(?:[£$€¥₹₽₴]|EUR\b|kr\b|zł)")
_WORD_AT_END = re.compile(r"[^\W\d_]+$")
_NUMBER_AT_END = re.compile(r"\d[\d.,]*$")
_TOKEN_AT_END = re.compile(r"\S+$")
_ROMAN = re.compile(r"[IVXLCDM]+")
_YEAR = re.compile(r"(?:^|[^\d.,])(?:1[89]|20)\d\d(?:[/–-]\d\d)?$")
_THOUSANDS = re.compile(r"(?:^|\D)\d{1,3}(?:[.,]\d{3})+$")
# "COVID-19", "CO2", "G20": a number that belongs to a name has no powers.
_NAMED = re.compile(r"[^\W\d_]-?\d{1,3}$")
# A number up to this may have a power ("2³", "10⁶"), or be an hour with raised minutes.
_LARGEST_BASE, _LAST_HOUR = 10, 24
_STOPS = ".,;:!?…\"'”’“»›)]%‰®™*"
_SIGN = re.compile(r"[*∗⁎†‡§¶#]+")
# Languages write numbers with these raised: "1º", "n.º", "D.ª".
_ENDINGS = frozenset("oa")
_SHORTEST_WORD = 3


def refers(before: str, labels: Sequence[str], after: str) -> bool:
    """Whether the raised `labels` between these texts refer to notes; at the beginning of a text they are a note's."""
    words = before.rstrip()
    if after.startswith(("/", "⁄")):
        return False
    if not words:
        return True
    is_apart = len(words) < len(before)
    if is_apart and (after[:1].isalnum() or not labels[0][0].isdigit()):
        return False
    last = words[-1]
    if all(_SIGN.fullmatch(label) for label in labels):
        return not after[:1].isalpha() and (last.isalnum() or last in _STOPS)
    if not labels[0][0].isdigit():
        return not after[:1].isalnum() and _is_lettered(words, labels)
    if last.isdigit():
        return _follows_number(words, labels, after)
    if last.isalpha():
        return _follows_word(words, labels)
    # "£3.⁵⁰" has its point on the line.
    return last in _STOPS and not (last in ".," and _MONEY.search(words))


def _is_lettered(words: str, labels: Sequence[str]) -> bool:
    """Whether letters after these words are references: after whole words only, for "Mᵉ" and "XIXᵉ" are others."""
    last = words[-1]
    if last in _STOPS:
        return not (last in ".'’" and labels[0] in _ENDINGS)
    word = _WORD_AT_END.search(words)
    if word is None:
        return False
    if word[0] in _COUNTING:
        return _MONEY.search(words[: word.start()]) is not None
    return len(word[0]) >= _SHORTEST_WORD and not _ROMAN.fullmatch(word[0])


def _follows_number(words: str, labels: Sequence[str], after: str) -> bool:
    token = _TOKEN_AT_END.search(words)
    number = _NUMBER_AT_END.search(words)
    if token is None or number is None:
        return False
    has_two_figures = all(len(label) == 2 for label in labels)
    if has_two_figures and (_MONEY.search(words) or _MONEY_AFTER.match(after)):
        return False
    if _YEAR.search(token[0]) or _THOUSANDS.search(token[0]) or _NAMED.search(token[0]):
        return True
    whole = number[0].replace(",", ".").partition(".")[0]
    return int(whole) > (_LAST_HOUR if has_two_figures else _LARGEST_BASE)


def _follows_word(words: str, labels: Sequence[str]) -> bool:
    found = _WORD_AT_END.search(words)
    word = found[0] if found else ""
    ahead = words[: len(words) - len(word)]
    if _MONEY.search(ahead):
        return True
    if len(labels) > 1 or labels[0] not in _POWERS:
        return not (len(word) == 1 and word.isascii() and not ahead[-1:].isdigit())
    if len(word) == 1 or ahead.rstrip().endswith("=") or word in _FORMULAS or word in _UNITS:
        return False
    is_measured = len(word) <= _LONGEST_UNIT and ahead.rstrip()[-1:].isdigit()
    return not is_measured or word in _COUNTING
