"""Puts bullets and numbers that a converter left on lines of their own back before their items and titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.formats.contents_list import MOST_LINES, Contents, key_of
from reader.markers import marker_at_start

_STOPS = (".", "!", "?", ":", ";", "…", ",")
# Where so many of the lone bullets interrupt a sentence, they come after the first line of their item.
_LATE = 0.3
# "3." and "(3)" number items and titles, "3.1" and "3.1.2" sections.
_NUMBER = re.compile(r"\s*(?:\d{1,2}\.|\(\d{1,2}\)|(?P<section>\d{1,2}(?:\.\d{1,2}){1,3})\.?)$")
_CHAPTER = re.compile(r"\s*(\d{1,2})$")
# So many numbers of sections rise from each to the next; figures in a table do not.
_RISING = 0.8


def with_bullets_in_place(lines: Sequence[str]) -> list[str]:
    """The lines, each lone bullet joined with the line that it belongs to.

    A bullet set a little lower than its line is written after that line; one set higher, or in a column of its own,
    before it. One text has them all alike.
    """
    lone = [at for at, line in enumerate(lines) if _is_bullet(line)]
    if not lone:
        return list(lines)
    late = sum(_interrupts(lines, at) for at in lone)
    return _after_first_lines(lines) if late >= _LATE * len(lone) else _before_items(lines)


def with_numbers_in_place(lines: Sequence[str]) -> list[str]:
    """The lines, each lone number of an item, a title or a section put before the words after it; its own is empty."""
    numbers = [match["section"] for line in lines if (match := _NUMBER.match(line)) and match["section"]]
    pairs = list(pairwise([int(part) for part in number.split(".")] for number in numbers))
    are_sections = sum(one < other for one, other in pairs) >= _RISING * len(pairs)
    kept = list(lines)
    for at, line in enumerate(lines):
        match = _NUMBER.match(line)
        following = _following(lines, at)
        if match and following and (are_sections or not match["section"]) and lines[following].strip()[0].isalpha():
            _join(kept, at, following)
    return kept


def with_chapter_numbers_in_place(lines: Sequence[str], contents: Contents) -> list[str]:
    """The lines, each lone number of a chapter put before the title that the contents give that number."""
    kept = list(lines)
    for at, line in enumerate(lines):
        match = _CHAPTER.match(line)
        following = _following(lines, at) if match and at not in contents.lines else 0
        if not match or not following:
            continue
        titles = (" ".join(lines[following : following + many]) for many in range(1, MOST_LINES + 1))
        entries = (contents.titles.get(key_of(title)) for title in titles)
        if any(entry and entry.style.numbers == (int(match[1]),) for entry in entries):
            _join(kept, at, following)
    return kept


def _following(lines: Sequence[str], at: int) -> int:
    """The index of the next line with words on the same page, 0 for none."""
    places = range(at + 1, min(at + 1 + MOST_LINES, len(lines)))
    found = next((place for place in places if lines[place].strip()), 0)
    return 0 if any("\f" in line for line in lines[at + 1 : found + 1]) else found


def _join(lines: list[str], at: int, following: int) -> None:
    """Put the number in one line before the words of the other."""
    lines[following] = f"{lines[at]} {lines[following].strip()}"
    lines[at] = ""


def _is_bullet(line: str) -> bool:
    marker = marker_at_start(line)
    return marker is not None and not marker.ordered and not line[marker.end :].strip()


def _interrupts(lines: Sequence[str], at: int) -> bool:
    """Whether a sentence begins in the line before the bullet and goes on in the line after it."""
    before = lines[at - 1].strip() if at else ""
    after = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return bool(before) and not before.endswith(_STOPS) and after[:1].islower()


def _after_first_lines(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if _is_bullet(line) and kept and kept[-1].strip() and not marker_at_start(kept[-1]):
            kept[-1] = _led(line, kept[-1])
        else:
            kept.append(line)
    return kept


def _before_items(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    waiting = ""
    for line in lines:
        if _is_bullet(line):
            waiting = line
        elif waiting and line.strip():
            kept.append(line if marker_at_start(line) else _led(waiting, line))
            waiting = ""
        elif not waiting:
            kept.append(line)
    return kept


def _led(bullet: str, line: str) -> str:
    indent = bullet[: len(bullet) - len(bullet.lstrip())]
    if "\f" in line and "\f" not in indent:  # the page begins with the item
        indent = f"\f{indent}"
    return f"{indent}{bullet.strip()} {line.strip()}"
