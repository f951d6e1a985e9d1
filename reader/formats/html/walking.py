"""Walks the content of a web page in reading order and says what each paragraph, item and table row is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from reader.formats.html.lists import Lists, is_word_number, word_item
from reader.formats.html.main_content import Content
from reader.formats.html.names import BLOCKS, LISTS, name_of
from reader.formats.html.notes import Notes, refers_to_note
from reader.formats.html.scope import Scope, within
from reader.formats.html.tables import Table
from reader.markers import marker_at_start
from reader.model import Kind
from reader.parts import Part, Run, looks_of, words_of
from reader.references import referring

_SPACE = re.compile(r"[ \t\n\r\f]+")
_DEEPEST_LIST = 9


@dataclass(slots=True)
class _Open:
    """An element that has been entered: the scope in it, and its children that are still to come."""

    node: etree._Element
    name: str
    scope: Scope
    children: Iterator[etree._Element]
    is_block: bool


def parts_of(content: Content) -> list[Part]:
    """The parts of a page, footnotes right after what refers to them."""
    walk = _Walk(content)
    for root in content.roots:
        walk.through(root)
    return walk.parts


class _Walk:
    """One walk; without recursion, since pages may nest their elements thousands deep."""

    def __init__(self, content: Content) -> None:
        self.parts: list[Part] = []
        self._content = content
        self._notes = Notes(content)
        self._lists = Lists()
        self._runs: list[Run] = []
        # The notes that the paragraph being gathered refers to.
        self._noted: list[etree._Element] = []
        self._number = ""
        self._tables: list[Table] = []
        # Where parts go: the page, and within tables the cell.
        self._sinks: list[list[Part]] = [self.parts]

    def through(self, root: etree._Element) -> None:
        """Read everything in `root`."""
        stack = [self._entered(root, Scope())]
        while stack:
            top = stack[-1]
            child = next(top.children, None)
            if child is None:
                stack.pop()
                self._leave(top)
                if stack:
                    self._add(top.node.tail, stack[-1].scope)
            elif self._is_left_out(child, top.scope):
                self._add(child.tail, top.scope)
            else:
                stack.append(self._entered(child, top.scope))

    def _is_left_out(self, child: etree._Element, scope: Scope) -> bool:
        """Whether the child is not read here: it is hidden, a line break, a note or the reference to one."""
        name = name_of(child)
        if not name or child in self._content.left_out or child in self._notes.places:
            return True
        if name == "br":
            self._runs.append(Run("\n", scope.bold, scope.size))
            return True
        note = self._notes.note_of(child)
        if note is not None:
            self._noted.append(note)
        elif not refers_to_note(child):
            return False
        self._runs.append(Run(referring("".join(child.itertext()))))
        return True

    def _entered(self, node: etree._Element, scope: Scope) -> _Open:
        name = name_of(node)
        is_block = name in BLOCKS
        if is_block:
            self._flush(scope)
        inner = within(scope, node, name)
        if node in self._content.contents:
            inner = replace(inner, contents=True)
        if name in LISTS or name == "ol":
            inner = replace(inner, depth=min(scope.depth + 1, _DEEPEST_LIST))
        elif name == "li":
            inner = replace(inner, item=self._lists.item(node, scope.depth))
        elif name == "p" and (item := word_item(node)):
            inner = replace(inner, item=item)
        elif is_word_number(node):
            inner = replace(inner, is_number=True)
        elif name in ("table", "tr", "td", "th"):
            inner = self._entered_table(node, name, inner)
        elif name == "q":
            self._add("“", inner)
        opened = _Open(node, name, inner, iter(node), is_block)
        self._add(node.text, inner)
        return opened

    def _entered_table(self, node: etree._Element, name: str, scope: Scope) -> Scope:
        if name == "table":
            self._tables.append(Table(node))
        elif self._tables and name == "tr":
            self._tables[-1].rows.append([])
        elif self._tables:
            self._sinks.append(self._tables[-1].begin_cell(node))
            return Scope(bold=scope.bold, contents=scope.contents, size=scope.size)
        return scope

    def _leave(self, left: _Open) -> None:
        if left.name == "q":
            self._add("”", left.scope)
        elif left.name == "sup":
            # What is raised next to it is another one.
            self._runs.append(Run(""))
        if left.is_block:
            self._flush(left.scope)
        if left.name in ("td", "th") and len(self._sinks) > 1:
            self._sinks.pop()
        elif left.name == "table":
            table = self._tables.pop()
            self._sinks[-1].extend(table.parts())

    def _add(self, text: str | None, scope: Scope) -> None:
        if not text:
            return
        if scope.is_number:
            self._number += text
        elif scope.keeps_lines:
            self._runs.append(Run(text.replace("\r\n", "\n"), scope.bold, scope.size, scope.raised))
        else:
            self._runs.append(Run(_SPACE.sub(" ", text), scope.bold, scope.size, scope.raised))

    def _flush(self, scope: Scope) -> None:
        """The text gathered so far is a part."""
        runs, self._runs = self._runs, []
        noted, self._noted = self._noted, []
        number, self._number = self._number, ""
        text = words_of(runs)
        if text.strip():
            self._sinks[-1].append(_part(text, runs, scope, number))
        for note in noted:
            self._sinks[-1].extend(self._notes.parts(note))


def _part(text: str, runs: list[Run], scope: Scope, number: str) -> Part:
    looks = looks_of(runs)
    kind, item = scope.kind, scope.item
    waits = item is not None and not item.begun
    if item is not None:
        item.begun = True
    if kind is Kind.HEADING:
        return Part(kind, text, scope.heading, looks=looks)
    if item is not None and waits and kind in (Kind.PARAGRAPH, Kind.QUOTE):
        return Part(Kind.LIST_ITEM, text, item.depth, item.marker or _typed(number), looks)
    return Part(kind, text, looks=looks)


def _typed(number: str) -> str | None:
    """The number that Word printed, None for a bullet."""
    words = " ".join(number.split())
    found = marker_at_start(f"{words} x") if words else None
    return found.text if found and found.ordered else None
