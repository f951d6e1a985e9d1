"""Guesses the year of the election that a text was written for, from years that stand beside words for such a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_IN_NAME = re.compile(_YEAR + r"(?:[01]\d[0-3]\d)?(?!\d)")
_ALONE = re.compile(_YEAR + r"(?!\d)")
_PROGRAMME = (
    r"(?:manifesto|maniffesto|manifest|elections?|etholiad\w*|action plan|platform|\w*programm(?:e|a|et)?|program"
    r"|programa|\w*wahl(?:en)?|elecciones|elezioni|eleicoes|\w*verkiezing\w*|valmanifest|olltoghchan)\b"
)
# What may stand between the two: no end of a sentence, but for the stop after the day of a date.
_BETWEEN = r"(?:[^.!?\d]|\d{1,2}(?:\.|(?!\d)))"
_AFTER = re.compile(rf"{_PROGRAMME}{_BETWEEN}{{0,60}}?{_YEAR}(?!\d)")
_BEFORE = re.compile(rf"{_YEAR}[^.!?\d]{{0,40}}?{_PROGRAMME}")
# "In its 2019 manifesto": somebody else's, or an earlier one.
_OTHERS = re.compile(r"\b(?:its|their|his|her|last|previous|since|after|before|whose)\b[^.!?]{0,30}$")
# Years so long after one that a text speaks of too, before the file was made, show that what names it is quoted.
_LONG_AFTER = 25
_LATER_ENOUGH = 2
# "Open by 2028": not when the election is.
_A_TIME = re.compile(r"\b(?:by|until|till|since|before|after|from|to|in|bis|seit|ab|en|desde|hasta|tegen|sinds) $")

_SPAN = re.compile(r"\b(?:by|until|till|since|before|after|from|to|bis|seit|desde|hasta|sinds) $")


def year_shown(name: str, lines: Sequence[str], prose: str, short: Iterable[str], body: str, made: int) -> str:
    """The year in the file's `name`, else beside "manifesto" or "election" on a shown line or in the prose in front,
    else the only one in `short` lines; "" where there is none. All texts are folded.

    `made` is the year in which the file was made, 0 if that is not known; a year for which the `body` is too young is
    none.
    """
    if named := _IN_NAME.search(name):
        return named[1]
    later = [int(year) for year in _ALONE.findall(body) if int(year) <= made]
    told = dict.fromkeys(_near(prose))
    near = [year for line in lines for year in _near(line)] + (list(told) if len(told) == 1 else [])
    alone = {found[1] for line in short for found in _ALONE.finditer(line) if not _A_TIME.search(line[: found.start()])}
    if len(alone) == 1:
        near.append(alone.pop())
    quoted = (sum(1 for each in later if each > int(year) + _LONG_AFTER) >= _LATER_ENOUGH for year in near)
    return next((year for year, is_quoted in zip(near, quoted, strict=True) if not is_quoted), "")


def _near(text: str) -> list[str]:
    found = [*_AFTER.finditer(text), *_BEFORE.finditer(text)]
    kept = [match for match in found if not _SPAN.search(text[: match.start(1)][-10:])]
    return [match[1] for match in kept if not _OTHERS.search(text[max(0, match.start() - 40) : match.start()])]
