"""Finds the letters that stand for bullets in a plain text: a symbol font drew them, and a converter lost the font."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LETTERS = r"(?P<bullet>(?P<letter>[a-zŸ§\\])(?P=letter)?)"
# Before the beginning of a sentence or a name, or alone on its line.
_AT_START = re.compile(rf"^(?P<indent>\s*){_LETTERS}(?=\s+[^\W\d_a-z]|\s+[“‘\"'£€$\d]|\s*$)")
_ANYWHERE = re.compile(rf"(?<!\S){_LETTERS}(?!\S)")
_ENOUGH = 5
# So often, of all its places in the text, a bullet stands at the beginning of a line; a word does not.
_SHARE = 0.9


def with_letters_as_bullets(lines: Sequence[str]) -> list[str]:
    """The lines, in which a letter (or twice the same) that begins many of them and stands nowhere else is a bullet."""
    starts = Counter(match["bullet"] for line in lines if (match := _AT_START.match(line)))
    everywhere = Counter(match["bullet"] for line in lines for match in _ANYWHERE.finditer(line))
    bullets = {one for one, count in starts.items() if count >= _ENOUGH and count >= _SHARE * everywhere[one]}
    if not bullets:
        return list(lines)
    return [_AT_START.sub(lambda match: _redrawn(match, bullets), line) for line in lines]


def _redrawn(match: re.Match[str], bullets: set[str]) -> str:
    return f"{match['indent']}•" if match["bullet"] in bullets else match[0]
