"""Counts the lists of an OpenDocument text and gives each item the number that is printed before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from reader.formats.list_numbers import written
from reader.formats.opendocument.names import STYLE, TEXT, whole

_DEEPEST = 10
_LIBREOFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_NUMBERED = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
_OUTLINE = f"{TEXT}outline-style"
# The name here of the list style by which headings outside of lists are numbered.
OUTLINE = ""
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is printed: as a bullet, or as a number between prefix and suffix.

    `pattern` says it more exactly where a file has it: text with "%1%" for the number at depth 1.
    """

    bullet: bool = True
    form: str = ""
    pattern: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1

    @property
    def prints(self) -> bool:
        return self.bullet or bool(self.form or self.prefix.strip() or self.suffix.strip())


class Lists:
    """The list styles of one document and how far each list has been counted; to be asked in reading order."""

    def __init__(self, *groups: etree._Element | None) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        for group in groups:
            for node in () if group is None else group.iter(f"{TEXT}list-style", _OUTLINE):
                self._styles[OUTLINE if node.tag == _OUTLINE else node.get(f"{STYLE}name", "")] = {
                    whole(level, f"{TEXT}level") or 1: _level(level) for level in node.iterchildren(etree.Element)
                }

    def begin(self, style: str) -> None:
        """A list of this style begins anew."""
        self._counts.pop(style, None)

    def marker(self, style: str, depth: int, start: int | None) -> tuple[bool, str | None]:
        """Count an item at `depth` from 1: (whether anything is printed before it, its number or None for a bullet).

        `start` is the number that the item itself asks for.
        """
        levels = self._styles.get(style, {})
        depth = min(max(depth, 1), _DEEPEST)
        level = levels.get(depth, Level())
        counts = self._counts.setdefault(style, [None] * (_DEEPEST + 1))
        before = counts[depth]
        counts[depth] = start if start is not None else level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_DEEPEST - depth)
        if level.bullet or not level.prints:
            return level.prints, None
        if level.pattern:
            printed = _PLACE.sub(lambda place: _number(levels, counts, min(int(place[1]), _DEEPEST)), level.pattern)
            return True, printed.strip()
        numbers = [_number(levels, counts, at) for at in range(max(1, depth - level.shown + 1), depth + 1)]
        return True, f"{level.prefix}{'.'.join(part for part in numbers if part)}{level.suffix}".strip()


def _number(levels: dict[int, Level], counts: list[int | None], depth: int) -> str:
    """The number at a depth as it is printed, "" where none is."""
    level = levels.get(depth)
    if level is None or not level.form:
        return ""
    count = counts[depth]
    return written(level.start if count is None else count, level.form)


def _level(node: etree._Element) -> Level:
    start = whole(node, f"{TEXT}start-value")
    return Level(
        bullet=node.tag not in _NUMBERED,
        form=node.get(f"{STYLE}num-format", ""),
        pattern=node.get(f"{_LIBREOFFICE}num-list-format", "") or node.get(f"{STYLE}num-list-format", ""),
        prefix=node.get(f"{STYLE}num-prefix", ""),
        suffix=node.get(f"{STYLE}num-suffix", ""),
        start=1 if start is None else start,
        shown=whole(node, f"{TEXT}display-levels") or 1,
    )
