"""Finds the signs that stand for bullets in a plain text: a symbol font drew them, and a converter lost the font."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

# A letter, or twice the same, a figure, or a sign that is neither.
_SIGN = r"(?P<bullet>(?P<letter>[a-zŸ§\\])(?P=letter)?|\d|[^\w\s])"
_AT_START = re.compile(rf"^(?P<indent>\s*){_SIGN}(?=\s+\S|\s*$)")
_ANYWHERE = re.compile(rf"(?<!\S){_SIGN}(?!\S)")
# These begin lines of text or of tables, or are known for bullets.
_NEVER = frozenset("-–—*&+=/|#@%<>~^_.,:;!?…'\"`´“”„‘’«»‹›()[]{}$€£")
_ENOUGH = 5
# So often, of all its places in the text, a bullet stands at the beginning of a line; a word does not.
_SHARE = 0.8
# A figure that begins a line begins a list too, but then the figure after it follows.
_ENOUGH_FIGURES = 8


def with_bullets(lines: Sequence[str]) -> list[str]:
    """The lines, in which a sign that begins many of them and stands nowhere else is a bullet."""
    starts = Counter(match["bullet"] for line in lines if (match := _AT_START.match(line)) and line.strip() != match[0])
    lone = Counter(
        match["bullet"] for line in lines if (match := _AT_START.match(line)) and line.strip() == match["bullet"]
    )
    everywhere = Counter(match["bullet"] for line in lines for match in _ANYWHERE.finditer(line))
    bullets = {one for one in starts | lone if _is_bullet(one, starts, lone, everywhere)}
    if not bullets:
        return list(lines)
    return [_AT_START.sub(lambda match: _redrawn(match, bullets), line) for line in lines]


def _is_bullet(one: str, starts: Counter[str], lone: Counter[str], everywhere: Counter[str]) -> bool:
    if one in _NEVER or unicodedata.category(one[0]) == "Sc":
        return False
    if one.isdigit():
        return (
            starts[one] >= _ENOUGH_FIGURES
            and starts[one] >= 4 * starts[str(int(one) + 1)]
            and (starts[one] >= _SHARE * everywhere[one])
        )
    count = starts[one] + lone[one]
    return count >= _ENOUGH and count >= _SHARE * everywhere[one]


def _redrawn(match: re.Match[str], bullets: set[str]) -> str:
    return f"{match['indent']}•" if match["bullet"] in bullets else match[0]
