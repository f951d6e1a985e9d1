"""Groups the lines of a plain text into paragraphs, list items and possible headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.markers import Marker, marker_at_start

_STOPS = ".!?:;…"
_CLOSERS = "\"'”’»)]"
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}\W*$", re.IGNORECASE)
# A line longer than this was not wrapped by hand or by pdftotext.
_LONGEST_WRAPPED = 140
_LONGEST_HEADING = 90


@dataclass(slots=True)
class Group:
    """Lines that belong together: their texts without indentation, and what they are."""

    lines: list[str] = field(default_factory=list)
    marker: Marker | None = None
    indent: int = 0
    heading: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def groups_of(text: str) -> list[Group]:
    """The paragraphs, list items and headings of a cleaned text (one kind of line end, form feeds kept)."""
    lines = [line.rstrip() for line in text.replace("\f", "\n").split("\n")]
    stanzas = list(_stanzas(lines))
    width = _wrapped_width(lines)
    found: list[Group] = []
    for stanza in stanzas:
        alone = len(stanza) == 1 or width is None
        for group in _split(stanza, width):
            group.heading = group.marker is None and _may_be_heading(group, alone, width)
            found.append(group)
    return found


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence or a lead-in does."""
    bare = line.rstrip().rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _STOPS


def _stanzas(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines between blank ones."""
    stanza: list[str] = []
    for line in lines:
        if line.strip():
            stanza.append(line)
        elif stanza:
            yield stanza
            stanza = []
    if stanza:
        yield stanza


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
            group.indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            group.marker = marker
            text = line[marker.end :].strip() if marker else text
        group.lines.append(text)
    if group.lines:
        yield group


def _continues(group: Group, line: str, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph or item in `group`."""
    last = group.lines[-1]
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    if group.marker is not None and indent > group.indent:
        return True
    text = line.strip()
    if width is None:
        return False
    first_word = len(text.split(" ", 1)[0])
    room = width - len(last)
    if text[0].islower() and not ends_sentence(last):
        return True
    if room <= max(first_word, width * 0.25):
        return not (ends_sentence(last) and last[-1] not in ",;" and room > width * 0.2)
    return not ends_sentence(last) and not _stands_alone(last, text) and room < width * 0.55


def _stands_alone(line: str, following: str) -> bool:
    """Whether the line is in capitals and the next is not: a heading above its paragraph."""
    return line.isupper() and not following.isupper()


def _may_be_heading(group: Group, alone: bool, width: int | None) -> bool:
    text = group.text
    if _PAGE_NUMBER.match(text) or len(text) > _LONGEST_HEADING or len(group.lines) > 2 or not text[:1].strip():
        return False
    if not any(char.isalpha() for char in text) or text[0].islower():
        return False
    capitals = text.isupper() and len(text) > 3
    if text.rstrip(_CLOSERS)[-1:] in (".", ",", ";", "…"):
        return capitals and not text.endswith((",", ";"))
    if text.endswith(":"):
        return capitals
    return alone or capitals or (width is not None and len(text) < width * 0.6)
