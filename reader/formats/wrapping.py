"""Groups the lines of a plain text into paragraphs, list items, headings, contents entries and furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.formats.letter_bullets import with_letters_as_bullets
from reader.formats.lone_bullets import with_bullets_in_place
from reader.formats.recurring import furniture_of
from reader.markers import Marker, marker_at_start
from reader.model import Kind

_STOPS = ".!?:;…"
_CLOSERS = "\"'”’»)]"
_NUMBER_ALONE = re.compile(r"^\W*(?:page\s+)?\d{1,4}\W*$", re.IGNORECASE)
_CONTENTS = re.compile(r"[.…·_]{4,}\s*\d{1,4}(?:\s?[-–]\s?\d{1,4})?\s*$|(?: \.){4,}\s*\d{1,4}\s*$")
_LEADER = re.compile(r"\s*(?:[.…·_]{4,}|(?: \.){4,})\s*")
# With such a word no paragraph and no heading ends.
_UNFINISHED = re.compile(r"\b(?:the|a|an|of|to|in|and|or|for|with|by|on|at|from|our|der|die|das|und|de|la|el|y)$", re.I)
# A line longer than this was not wrapped by hand or by a converter (code points).
_LONGEST_WRAPPED = 140
_LONGEST_HEADING = 90
# Where so many short lines of their own follow each other, they are a list, a poster or an address.
_MOST_HEADINGS = 3


@dataclass(slots=True)
class Group:
    """Lines that belong together: their texts without indentation, and what they are to a reader."""

    lines: list[str] = field(default_factory=list)
    marker: Marker | None = None
    indent: int = 0
    kind: Kind = Kind.PARAGRAPH

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def groups_of(text: str) -> list[Group]:
    """The groups of a cleaned text (one kind of line end; form feeds part pages, not paragraphs), in order."""
    printed = [line.rstrip() for line in text.replace("\f", "\n").split("\n")]
    lines = with_bullets_in_place(with_letters_as_bullets(printed))
    width = _wrapped_width(lines)
    furniture = furniture_of(lines) if width is not None else set()
    found: list[Group] = []
    for stanza, between in _stanzas(lines, furniture):
        alone = len(stanza) == 1 or width is None
        for group in _split(stanza, width):
            group.kind = _kind_of(group, alone, width)
            if group.kind is Kind.CONTENTS:
                group.lines = [_LEADER.sub(" ", line) for line in group.lines]
            found.append(group)
        found.extend(Group([line.strip()], kind=Kind.FURNITURE) for line in between)
    _unmark_chains(found)
    return found


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence or a lead-in does."""
    bare = line.rstrip().rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _STOPS


def _stanzas(lines: Sequence[str], furniture: set[int]) -> Iterator[tuple[list[str], list[str]]]:
    """Runs of lines between blank ones, each with the furniture that stood in it or after it.

    A page break in the middle of a sentence parts nothing: furniture, and blank lines beside it, are passed over.
    """
    stanza: list[str] = []
    between: list[str] = []
    after_furniture = False
    for at, line in enumerate(lines):
        if at in furniture:
            between.append(line)
            after_furniture = True
        elif line.strip():
            stanza.append(line)
            after_furniture = False
        elif stanza and not (after_furniture or _furniture_follows(lines, at, furniture)):
            yield stanza, between
            stanza, between = [], []
    if stanza or between:
        yield stanza, between


def _furniture_follows(lines: Sequence[str], at: int, furniture: set[int]) -> bool:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at in furniture


def _wrapped_width(lines: Sequence[str]) -> int | None:
    """The width in characters to which the text was wrapped, None where each line is a paragraph of its own."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if len(lengths) < 3:
        return None
    if sum(length for length in lengths if length > _LONGEST_WRAPPED) > sum(lengths) * 0.3:
        return None
    return lengths[int(len(lengths) * 0.95)]


def _split(stanza: Sequence[str], width: int | None) -> Iterator[Group]:
    """The groups of one stanza: at list markers, at short last lines, and after lines that end a paragraph."""
    group = Group()
    for line in stanza:
        marker = marker_at_start(line)
        if group.lines and (marker is not None or not _continues(group, line, width)):
            yield group
            group = Group()
        text = line.strip()
        if not group.lines:
            group.indent = _indent(line)
            group.marker = marker
            text = line[marker.end :].strip() if marker else text
        group.lines.append(text)
    if group.lines:
        yield group


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _continues(group: Group, line: str, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph or item in `group`."""
    last, text = group.lines[-1], line.strip()
    if _CONTENTS.search(last) or _CONTENTS.search(text):
        return False
    if group.marker is not None and _indent(line) > group.indent:
        return True
    if width is None:
        return False
    if _UNFINISHED.search(last) or (text[0].islower() and not ends_sentence(last)):
        return True
    if last.isupper() and text.isupper():
        return not ends_sentence(last) and len(last) > 0.25 * width
    if ends_sentence(last) and group.marker is None and _indent(line) > group.indent + 1:
        return False
    first_word = len(text.split(" ", 1)[0])
    room = width - len(last)
    if room <= max(first_word, width * 0.25):
        return not (ends_sentence(last) and room > width * 0.2)
    return not ends_sentence(last) and not (last.isupper() and not text.isupper()) and room < width * 0.55


def _kind_of(group: Group, alone: bool, width: int | None) -> Kind:
    """What a group is by its own looks; `alone` says that blank lines stand around it."""
    if group.marker is not None:
        return Kind.LIST_ITEM
    if _CONTENTS.search(group.text):
        return Kind.CONTENTS
    return Kind.HEADING if _may_be_heading(group, alone, width) else Kind.PARAGRAPH


def _may_be_heading(group: Group, alone: bool, width: int | None) -> bool:
    text = group.text
    if _NUMBER_ALONE.match(text) or len(text) > _LONGEST_HEADING or len(group.lines) > 2:
        return False
    if not any(char.isalpha() for char in text) or text[0].islower():
        return False
    capitals = text.isupper() and len(text) > 3
    if text.rstrip(_CLOSERS)[-1:] in (".", ",", ";", "…"):
        return capitals and not text.endswith((",", ";"))
    if text.endswith(":"):
        return capitals
    return alone or capitals or (width is not None and len(text) < width * 0.6)


def _unmark_chains(groups: Sequence[Group]) -> None:
    """Make paragraphs again of headings that follow each other in a long row, and of one that ends the text."""
    start = 0
    for at in range(len(groups) + 1):
        if at < len(groups) and groups[at].kind is Kind.HEADING:
            continue
        if at - start > _MOST_HEADINGS or (at == len(groups) and at > start):
            for group in groups[start:at]:
                group.kind = Kind.PARAGRAPH
        start = at + 1
