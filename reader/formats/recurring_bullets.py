"""Finds the signs that stand for bullets in a plain text: a symbol font drew them, and a converter lost the font."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

# A letter, or twice the same, a figure, or a sign that is neither, and what follows it on its line.
_SIGN = r"(?P<bullet>(?P<letter>[a-zŸ§\\])(?P=letter)?|\d|[^\w\s])"
_AT_START = re.compile(rf"^(?P<indent>\s*){_SIGN}(?:(?P<space>\s+)(?P<text>\S.*)|\s*)$")
_ANYWHERE = re.compile(rf"(?<!\S){_SIGN}(?!\S)")
# Words of one letter: they are bullets only before the beginning of a sentence or a name.
_WORDS = frozenset("aeiouy")
# These begin lines of text or of tables, or are known for bullets.
_NEVER = frozenset("-–—*&+=/|#@%<>~^_.,:;!?…'\"`´“”„‘’«»‹›()[]{}")
_ENOUGH = 5
# So often, of all its places in the text, a bullet stands at the beginning of a line; a word does not.
_SHARE = 0.8
# A figure that begins a line begins a list too, but then the figures beside it do too.
_ENOUGH_FIGURES, _OFTENER = 8, 4


def with_bullets(lines: Sequence[str]) -> list[str]:
    """The lines, in which a sign that begins many of them and stands nowhere else is a bullet."""
    matches = [_beginning(line) for line in lines]
    starts = Counter(match["bullet"] for match in matches if match)
    everywhere = Counter(match["bullet"] for line in lines for match in _ANYWHERE.finditer(line))
    bullets = {one for one in starts if _is_bullet(one, starts, everywhere)}
    return [
        f"{match['indent']}•{match['space'] or ''}{match['text'] or ''}"
        if match and match["bullet"] in bullets
        else line
        for line, match in zip(lines, matches, strict=True)
    ]


def _beginning(line: str) -> re.Match[str] | None:
    """The sign that the line begins with, if it may be a bullet there."""
    match = _AT_START.match(line)
    if match is None or match["bullet"] in _NEVER or unicodedata.category(match["bullet"][0]) == "Sc":
        return None
    text = match["text"] or ""
    if match["bullet"] in _WORDS and (not text or text[0].islower()):
        return None
    # A figure alone is a page's number, or stands in a table.
    return None if match["bullet"].isdigit() and not text else match


def _is_bullet(one: str, starts: Counter[str], everywhere: Counter[str]) -> bool:
    if starts[one] < _SHARE * everywhere[one]:
        return False
    if one.isdigit():
        beside = max(starts[str(int(one) - 1)], starts[str(int(one) + 1)])
        return starts[one] >= max(_ENOUGH_FIGURES, _OFTENER * beside)
    return starts[one] >= _ENOUGH
