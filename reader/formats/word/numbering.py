"""Counts the lists of a Word document and gives each item the number that Word prints before it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from lxml import etree

from reader.formats.list_numbers import written
from reader.formats.word.package import W, element, number, value
from reader.formats.word.styles import Styles

_DEEPEST = 8
_PLACE = re.compile(r"%([1-9])")
# The forms of number that Word knows, as `reader.formats.list_numbers` names them.
FORMATS = {
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "decimalZero": "01",
    "ordinal": "1st",
}


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is counted and printed."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list: its depth from 1 and its printed number, None for a bullet."""

    depth: int
    marker: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list: the pattern it counts along with, how its depths are printed, whether it starts the count anew."""

    pattern: int
    levels: dict[int, Level]
    restarts: bool


class Numbering:
    """The lists of one document; paragraphs have to be counted in reading order, each once."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._patterns: dict[int, dict[int, Level]] = {}
        self._lists: dict[int, _List] = {}
        self._counts: dict[int, list[int | None]] = defaultdict(lambda: [None] * (_DEEPEST + 1))
        linked: dict[int, str] = {}
        for found in () if root is None else root.iter(f"{W}abstractNum"):
            name = _whole(found.get(f"{W}abstractNumId"))
            self._patterns[name] = dict(map(_level, found.iter(f"{W}lvl")))
            if link := value(found, "numStyleLink"):
                linked[name] = link
        for found in () if root is None else root.iter(f"{W}num"):
            self._lists[_whole(found.get(f"{W}numId"))] = self._list(found)
        for pattern, style in linked.items():
            shown = self._lists.get(styles.list_number(style) or 0)
            for one in self._lists.values():
                if shown and one.pattern == pattern:
                    one.levels.update(shown.levels)

    def item(self, list_number: int, level: int | None, style: str | None) -> Item | None:
        """Count a paragraph of this list; None where the list prints nothing before it or there is no such list.

        `level` is its depth from 0; None lets the paragraph's style decide.
        """
        found = self._lists.get(list_number)
        if found is None:
            return None
        levels = found.levels
        if level is None:
            level = next((depth for depth, one in levels.items() if style and one.style == style), 0)
        level = min(max(level, 0), _DEEPEST)
        one = levels.get(level, Level())
        if found.restarts:
            self._counts.pop(found.pattern, None)
            self._lists[list_number] = replace(found, restarts=False)
        counts = self._counts[found.pattern]
        before = counts[level]
        counts[level] = one.start if before is None else before + 1
        counts[level + 1 :] = [None] * (_DEEPEST - level)
        if one.form == "bullet":
            return Item(level + 1, None)
        marker = _PLACE.sub(lambda place: self._written(counts, levels, int(place[1]) - 1), one.text)
        return Item(level + 1, marker.strip()) if marker.strip() else None

    def _list(self, found: etree._Element) -> _List:
        pattern = number(found, "abstractNumId") or 0
        levels = dict(self._patterns.get(pattern, {}))
        restarts = False
        for override in found.iter(f"{W}lvlOverride"):
            depth = _whole(override.get(f"{W}ilvl"))
            own, start = element(override, "lvl"), number(override, "startOverride")
            level = levels.get(depth, Level()) if own is None else _level(own)[1]
            levels[depth] = level if start is None else replace(level, start=start)
            restarts = restarts or start is not None
        return _List(pattern, levels, restarts)

    @staticmethod
    def _written(counts: list[int | None], levels: dict[int, Level], depth: int) -> str:
        level = levels.get(depth, Level())
        count = counts[depth]
        return written(level.start if count is None else count, FORMATS.get(level.form, ""))


def _level(found: etree._Element) -> tuple[int, Level]:
    start = number(found, "start")
    form = value(found, "numFmt") or "decimal"
    level = Level(form, value(found, "lvlText") or "", 1 if start is None else start, value(found, "pStyle"))
    return _whole(found.get(f"{W}ilvl")), level


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
