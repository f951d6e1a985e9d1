"""Recognises the bullets and numbers that begin list items."""

from __future__ import annotations

import re
from typing import NamedTuple

# Marks that begin a list item wherever they stand at a line's start before a space.
BULLETS = "•●○◦▪▫■□◆◇❖♦▶►▸▹‣⁃∙⦁⦿◾◽◼◻➔➜➤➢➣✓✔✗✘✦✱★☆☑☐❑❒✚➕➡→⇒»›·‧"
_DASHES = "-–—*"

_BULLET = re.compile(rf"(?:[{BULLETS}\uf000-\uf8ff]+(?=\s|[^\W\d_]|[‘“\"'(£€$\d]|$)|\ufffd(?=\s))\s*")
_DASH = re.compile(rf"[{_DASHES}](?=\s)\s+")
# "(vii)" may stand right before a capital; of "1.1." the last dot tells it from an amount.
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)(?=\s|[A-ZÀ-ÖØ-Þ])|(?:\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,3}|[a-z])\.(?=\s))\s*",
)


class Marker(NamedTuple):
    """A list marker at the start of a line: what it is, and where the item's text begins (code points)."""

    text: str
    end: int
    ordered: bool


def marker_at_start(line: str) -> Marker | None:
    """The bullet ("•", "–") or number ("1.", "(a)") that begins the line, None where it begins with words."""
    lead = len(line) - len(line.lstrip())
    rest = line[lead:]
    for pattern, ordered in ((_BULLET, False), (_DASH, False), (_NUMBER, True)):
        found = pattern.match(rest)
        if found and (found.end() < len(rest) or not ordered):
            return Marker(found.group().strip(), lead + found.end(), ordered)
    return None
