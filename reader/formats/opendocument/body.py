"""Walks an OpenDocument text in reading order and says what each paragraph and table row is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from reader.cells import Cell, table
from reader.formats.opendocument.lists import OUTLINE, Lists
from reader.formats.opendocument.names import DRAW, TABLE, TEXT, whole
from reader.formats.opendocument.paragraphs import Text, text_of
from reader.formats.opendocument.styles import Styles
from reader.formats.style_names import Role
from reader.model import Kind
from reader.parts import Part, is_footnote, looks_of

_HEADING = f"{TEXT}h"
_PARAGRAPH = f"{TEXT}p"
_CONTENTS = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
# What an index is made from, and what tracked changes took away.
_LEFT_OUT = frozenset(f"{TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "table-of-content-source"))
_ROWS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))


@dataclass(slots=True)
class _Place:
    """Where in the lists and indexes of the document a paragraph stands."""

    contents: bool = False
    style: str | None = None
    depth: int = 0
    # The list item that waits for its first paragraph, which carries the number.
    item: etree._Element | None = None


class Body:
    """The parts of one document; to be walked once, since lists and notes are counted on the way."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._noted: Counter[str] = Counter()
        # What is printed for each note that has been referred to.
        self._labels: dict[etree._Element, str] = {}

    def parts(self, container: etree._Element, place: _Place | None = None) -> Iterator[Part]:
        """The parts in the body, a section, a cell, a text box or a note."""
        place = place or _Place()
        for node in container.iterchildren(etree.Element):
            if node.tag in (_PARAGRAPH, _HEADING):
                yield from self._paragraph(node, place)
            elif node.tag == f"{TEXT}list":
                yield from self._list(node, place)
            elif node.tag == f"{TABLE}table":
                yield from table([list(self._cells(row)) for row in _rows(node)])
            elif node.tag in _CONTENTS:
                yield from self.parts(node, replace(place, contents=True))
            elif node.tag not in _LEFT_OUT and node.get(f"{TEXT}display") != "none" and _may_hold_text(node):
                yield from self.parts(node, place)

    def _list(self, node: etree._Element, place: _Place) -> Iterator[Part]:
        style = node.get(f"{TEXT}style-name") or place.style
        continues = node.get(f"{TEXT}continue-numbering") == "true" or f"{TEXT}continue-list" in node.attrib
        if not place.depth and style and not continues:
            self._lists.begin(style)
        for item in node.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            waiting = item if item.tag == f"{TEXT}list-item" else None
            yield from self.parts(item, _Place(place.contents, style, place.depth + 1, waiting))

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        """The cells that begin in the row; those that another one covers hold nothing."""
        for cell in row.iterchildren(f"{TABLE}table-cell"):
            down, across = (whole(cell, f"{TABLE}number-{name}-spanned") or 1 for name in ("rows", "columns"))
            yield Cell(list(self.parts(cell)), down, across)

    def _paragraph(self, node: etree._Element, place: _Place) -> Iterator[Part]:
        text = text_of(node, self._styles, self._label)
        yield self._part(node, text, place)
        for note in text.notes:
            yield from self._note(note)
        for box in text.boxes:
            yield from self.parts(box)

    def _part(self, node: etree._Element, text: Text, place: _Place) -> Part:
        name = node.get(f"{TEXT}style-name")
        looks = looks_of(text.runs)
        role = self._styles.role(name)
        marked, marker = self._marker(name, place)
        if place.contents:
            role = Role(Kind.CONTENTS)
        elif node.tag == _HEADING:
            role = Role(Kind.HEADING, whole(node, f"{TEXT}outline-level") or 1)
            marker = marker if marked else self._number(node, role.level or 1)
        if role and role.kind is not Kind.LIST_ITEM:
            return Part(role.kind, text.words, role.level, marker if role.kind is Kind.HEADING else None, looks)
        if marked or (role and not place.depth):
            least = role.level or 1 if role else 1
            return Part(Kind.LIST_ITEM, text.words, max(place.depth, least), marker, looks)
        return Part(Kind.PARAGRAPH, text.words, looks=looks)

    def _marker(self, paragraph_style: str | None, place: _Place) -> tuple[bool, str | None]:
        """Whether this paragraph begins a list item, and the number printed before it."""
        if place.item is None:
            return False, None
        start = whole(place.item, f"{TEXT}start-value")
        place.item = None
        style = place.style or self._styles.list_style(paragraph_style)
        return self._lists.marker(style, place.depth, start) if style else (True, None)

    def _number(self, heading: etree._Element, level: int) -> str | None:
        """The number printed before a heading outside of lists, None without."""
        if heading.get(f"{TEXT}is-list-header") == "true":
            return None
        restarts = heading.get(f"{TEXT}restart-numbering") == "true"
        start = whole(heading, f"{TEXT}start-value") if restarts else None
        numbered, marker = self._lists.marker(OUTLINE, level, start)
        return marker if numbered else None

    def _note(self, note: etree._Element) -> Iterator[Part]:
        body = note.find(f"{TEXT}note-body")
        if body is None:
            return
        words = " ".join(part.text for part in self.parts(body) if not is_footnote(part))
        yield Part(Kind.PARAGRAPH, words, marker=self._label(note))

    def _label(self, note: etree._Element) -> str:
        """What is printed for a note: as the file has it, else its number among those of its kind."""
        if note not in self._labels:
            kind = note.get(f"{TEXT}note-class", "footnote")
            citation = note.find(f"{TEXT}note-citation")
            said = "" if citation is None else "".join(citation.itertext()).strip()
            self._noted[kind] += 1
            self._labels[note] = said or str(self._noted[kind])
        return self._labels[note]


def _may_hold_text(node: etree._Element) -> bool:
    return str(node.tag).startswith((TEXT, DRAW, TABLE))


def _rows(node: etree._Element) -> Iterator[etree._Element]:
    for row in node.iterchildren(etree.Element):
        if row.tag == f"{TABLE}table-row":
            yield row
        elif row.tag in _ROWS:
            yield from _rows(row)
