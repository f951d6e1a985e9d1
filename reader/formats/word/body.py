"""Walks the body of a Word document in reading order and says what each paragraph and table row is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from reader.cells import Cell, table
from reader.formats.style_names import BODY_LEVEL, Role
from reader.formats.word.drawings import drawn_parts
from reader.formats.word.note_numbers import note_forms, note_number
from reader.formats.word.numbering import Item, Numbering
from reader.formats.word.package import MC, Package, W, element, number, value
from reader.formats.word.paragraphs import BOX, Fields, Text, shows_placeholder, text_of
from reader.formats.word.styles import Styles
from reader.formats.word.tables import Placed, rows_of
from reader.model import Kind
from reader.parts import Part, is_footnote, looks_of, words_of

_CONTENTS = "Table of Contents"
_NO_LIST = 0


class Body:
    """The parts of one document; to be walked once, since lists and notes are counted on the way."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"), self._styles)
        self._notes: Mapping[tuple[str, str], etree._Element] = {
            (kind, note.get(f"{W}id", "")): note
            for kind in ("footnote", "endnote")
            for note in _notes(package.related(f"{kind}s"), kind)
        }
        self._noted: Counter[str] = Counter()
        self._forms = note_forms(package)
        # What is printed for each note that has been referred to.
        self._labels: dict[tuple[str, str], str] = {}
        self._fields = Fields()
        # Text whose paragraph has no end of its own: a drop cap, or one whose end a tracked change took away.
        self._carried = Text()

    def parts(self, container: etree._Element, *, contents: bool = False) -> Iterator[Part]:
        """The parts in the body, a cell, a text box or a note; `contents` where it is a table of contents."""
        for node in container:
            if node.tag == f"{W}p":
                yield from self._paragraph(node, contents=contents)
            elif node.tag == f"{W}tbl":
                yield from table([list(map(self._cell, row)) for row in rows_of(node)])
            elif node.tag == f"{W}sdt":
                gallery = value(node, "sdtPr", "docPartObj", "docPartGallery")
                inner = element(node, "sdtContent")
                if inner is not None and not shows_placeholder(node):
                    yield from self.parts(inner, contents=contents or gallery == _CONTENTS)
            elif node.tag in (f"{W}customXml", f"{W}ins", f"{W}moveTo"):
                yield from self.parts(node, contents=contents)
            elif node.tag == f"{MC}AlternateContent" and len(node):
                yield from self.parts(node[0], contents=contents)
        if self._carried.runs:
            text, self._carried = self._carried, Text()
            yield Part(Kind.PARAGRAPH, words_of(text.runs))

    def _cell(self, placed: Placed) -> Cell:
        return Cell([] if placed.node is None else list(self.parts(placed.node)), placed.rows, placed.columns)

    def _paragraph(self, node: etree._Element, *, contents: bool) -> Iterator[Part]:
        in_contents = self._fields.in_contents
        text = text_of(node, self._styles, self._fields, self._label)
        text.runs[:0], text.notes[:0] = self._carried.runs, self._carried.notes
        self._carried = Text()
        role, item = self._role(node), self._item(node)
        if _has_no_end(node):
            self._carried = Text(text.runs, text.notes)
        else:
            runs = words_of(text.runs)
            listed = contents or ((in_contents or self._fields.in_contents) and _is_entry(text, runs))
            yield _part(runs, Role(Kind.CONTENTS) if listed else role, item, text)
            yield from (note for kind, id_ in text.notes for note in self._note(kind, id_))
        for box in text.boxes:
            yield from self.parts(box) if box.tag == BOX else drawn_parts(box, self._package)

    def _role(self, node: etree._Element) -> Role | None:
        outline = number(node, "pPr", "outlineLvl")
        role = self._styles.role(value(node, "pPr", "pStyle"))
        if outline is None or (role and role.kind is Kind.CONTENTS):
            return role
        if outline < BODY_LEVEL:
            return Role(Kind.HEADING, outline + 1)
        return None if role and role.kind is Kind.HEADING else role

    def _item(self, node: etree._Element) -> Item | None:
        """The paragraph's place in a list, by its own word or its style's."""
        style = value(node, "pPr", "pStyle")
        of_style = self._styles.list_number(style)
        own = number(node, "pPr", "numPr", "numId")
        listed = of_style if own is None else own
        if listed is None or listed == _NO_LIST:
            # A list style whose paragraph was taken out of its list by hand is an ordinary paragraph.
            role = self._styles.role(style)
            return Item(role.level or 1, None) if own is None and role and role.kind is Kind.LIST_ITEM else None
        level = number(node, "pPr", "numPr", "ilvl")
        if level is None:
            level = self._styles.list_level(style)
        return self._numbering.item(listed, level, style)

    def _note(self, kind: str, id_: str) -> Iterator[Part]:
        note = self._notes.get((kind, id_))
        if note is None:
            return
        text = " ".join(part.text for part in self.parts(note) if not is_footnote(part))
        yield Part(Kind.PARAGRAPH, text, marker=self._labels[kind, id_])

    def _label(self, kind: str, id_: str, sign: str) -> str:
        """What is printed for a note: the sign that its writer chose, else its number among those of its kind."""
        if (kind, id_) not in self._notes:
            return sign
        if (kind, id_) not in self._labels:
            self._noted[kind] += not sign.strip()
            self._labels[kind, id_] = sign.strip() or note_number(self._noted[kind], self._forms[kind])
        return self._labels[kind, id_]


def _part(text: str, role: Role | None, item: Item | None, source: Text) -> Part:
    looks = looks_of(source.runs)
    if role and role.kind is Kind.LIST_ITEM:
        role = None if item is None else role
    if role and role.kind is not Kind.LIST_ITEM:
        number = item.marker if item and role.kind is Kind.HEADING else None
        return Part(role.kind, text, role.level, number, looks)
    if item is None:
        return Part(Kind.PARAGRAPH, text, looks=looks)
    least = role.level or 1 if role else 1
    return Part(Kind.LIST_ITEM, text, max(item.depth, least), item.marker, looks)


def _is_entry(text: Text, words: str) -> bool:
    """Whether what stands in a contents field is an entry: it points to a heading or a page."""
    return text.points_to_heading or words.rstrip()[-1:].isdigit()


def _has_no_end(node: etree._Element) -> bool:
    """Whether the paragraph runs on into the next: its end was deleted or moved away, or it is a drop cap."""
    mark = element(node, "pPr", "rPr")
    frame = element(node, "pPr", "framePr")
    dropped = frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin")
    return dropped or element(mark, "del") is not None or element(mark, "moveFrom") is not None


def _notes(root: etree._Element | None, kind: str) -> Iterator[etree._Element]:
    """The notes that say something: not the lines that separate them from the text."""
    for note in () if root is None else root.iter(f"{W}{kind}"):
        if note.get(f"{W}type", "normal") == "normal":
            yield note
