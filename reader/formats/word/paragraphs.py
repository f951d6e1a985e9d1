"""Reads the text of one Word paragraph: runs, breaks, fields, tracked changes, references to notes, text boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from reader.formats.word.drawings import DRAWN
from reader.formats.word.package import MC, W, element, is_on, number, value
from reader.formats.word.styles import Styles, is_raised
from reader.parts import Run
from reader.references import referring

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# What holds no text of the document as it stands: properties, what tracked changes took away, pronunciations.
_LEFT_OUT = frozenset(
    W + name
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "del", "moveFrom", "rt", "delText")
)
BOX = f"{W}txbxContent"
# What holds words; pictures that stand in for it in older programs do not.
_WORDS = (f"{W}t", *DRAWN)
# Symbols stand where the fonts that draw them have them; at the beginning of a paragraph they are bullets.
_PRIVATE_USE = 0xF000

# Gives the label of a reference to a note by the note's kind and id, and the sign that its writer chose ("" without).
Label = Callable[[str, str, str], str]


class Fields:
    """The fields that are open at a place of the document, as instruction and result follow each other in it."""

    def __init__(self) -> None:
        self._open: list[list[str | bool]] = []

    def mark(self, kind: str) -> None:
        """Pass a mark: "begin", "separate" or "end"."""
        if kind == "begin":
            self._open.append(["", False])
        elif self._open and kind == "separate":
            self._open[-1][1] = True
        elif self._open and kind == "end":
            self._open.pop()

    def instruct(self, text: str) -> None:
        if self._open:
            self._open[-1][0] = f"{self._open[-1][0]}{text}"

    @property
    def shows(self) -> bool:
        """Whether text here is shown: in no field, or in the results of all that are open."""
        return all(result for _, result in self._open)

    @property
    def in_contents(self) -> bool:
        return any(str(instruction).split()[:1] == ["TOC"] for instruction, _ in self._open)


@dataclass(slots=True)
class Text:
    """What a paragraph holds: its runs, the notes it refers to (kind, id), the text boxes and drawings in it."""

    runs: list[Run] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    # Whether it holds a link to a heading, as the entries of contents do.
    points_to_heading: bool = False


def text_of(paragraph: etree._Element, styles: Styles, fields: Fields, label: Label) -> Text:
    """The paragraph's text as a reader sees it now: insertions kept, deletions and field codes left out."""
    return _Collector(paragraph, styles, fields, label).text


class _Collector:
    def __init__(self, paragraph: etree._Element, styles: Styles, fields: Fields, label: Label) -> None:
        self.text = Text()
        self._styles = styles
        self._label = label
        self._fields = fields
        style = value(paragraph, "pPr", "pStyle")
        self._bold = bool(styles.bold(style))
        self._size = styles.size(style) or styles.body_size()
        self._run = Run("", self._bold, self._size)
        # The sign that the writer put in place of the number of the note that the run refers to, as far as it is read.
        self._own_mark: str | None = None
        self._readers: dict[str, Callable[[etree._Element], None]] = {
            f"{W}r": self._read_run,
            f"{W}t": self._read_text,
            _MATHS: self._read_text,
            f"{W}br": self._read_break,
            f"{W}cr": lambda _: self._add("\n"),
            f"{W}tab": lambda _: self._add("\t"),
            f"{W}ptab": lambda _: self._add("\t"),
            f"{W}noBreakHyphen": lambda _: self._add("-"),
            f"{W}sym": self._read_symbol,
            f"{W}fldChar": lambda node: self._fields.mark(node.get(f"{W}fldCharType", "")),
            f"{W}instrText": lambda node: self._fields.instruct(node.text or ""),
            f"{W}footnoteReference": self._read_reference,
            f"{W}endnoteReference": self._read_reference,
            f"{W}hyperlink": self._read_link,
            f"{MC}AlternateContent": self._read_alternatives,
            f"{W}sdt": self._read_control,
            **dict.fromkeys((BOX, *DRAWN), self.text.boxes.append),
        }
        self._read_inside(paragraph)

    def _read_inside(self, parent: etree._Element) -> None:
        for node in parent.iterchildren(etree.Element):
            name = str(node.tag)
            reader = self._readers.get(name)
            if reader:
                reader(node)
            elif name not in _LEFT_OUT:
                self._read_inside(node)

    def _add(self, text: str) -> None:
        if self._own_mark is not None:
            self._own_mark += text
        elif text and self._fields.shows:
            self.text.runs.append(self._run._replace(text=text))

    def _read_run(self, run: etree._Element) -> None:
        settings = element(run, "rPr")
        style = value(settings, "rStyle")
        hidden = is_on(settings, "vanish")
        if hidden or (hidden is None and style and self._styles.hidden(style)):
            return
        bold = is_on(settings, "b")
        if bold is None:
            bold = self._styles.bold(style) if style else None
        half_points = number(settings, "sz")
        size = half_points / 2 if half_points else self._styles.size(style) if style else None
        raised = is_raised(settings)
        if raised is None:
            raised = self._styles.raised(style) if style else None
        before = self._run
        self._run = Run("", self._bold if bold is None else bold, size or self._size, bool(raised))
        self._read_inside(run)
        if self._own_mark is not None:
            self._refer(*self.text.notes[-1], self._own_mark)
        self._run, self._own_mark = before, None

    def _read_text(self, node: etree._Element) -> None:
        # What an entity would stand for is left out, what follows it is not.
        written = (node.text or "") + "".join(child.tail or "" for child in node)
        self._add(written.replace("\n", " "))

    def _read_break(self, node: etree._Element) -> None:
        # What goes on after a page or column break is another paragraph.
        self._add("\n\n" if node.get(f"{W}type") in ("page", "column") else "\n")

    def _read_symbol(self, node: etree._Element) -> None:
        try:
            code = int(node.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if code < _PRIVATE_USE:
            self._add(chr(code))
        elif not any(run.text.strip() for run in self.text.runs):
            self._add("•")

    def _read_reference(self, node: etree._Element) -> None:
        if self._fields.shows:
            kind = "footnote" if node.tag == f"{W}footnoteReference" else "endnote"
            self.text.notes.append((kind, node.get(f"{W}id", "")))
            if node.get(f"{W}customMarkFollows") in ("1", "true", "on"):
                self._own_mark = ""
            else:
                self._refer(*self.text.notes[-1])

    def _refer(self, kind: str, id_: str, sign: str = "") -> None:
        """Mark the reference to a note."""
        self.text.runs.append(self._run._replace(text=referring(self._label(kind, id_, sign)), raised=False))

    def _read_control(self, node: etree._Element) -> None:
        if not shows_placeholder(node):
            self._read_inside(node)

    def _read_link(self, node: etree._Element) -> None:
        if node.get(f"{W}anchor", "").startswith("_Toc"):
            self.text.points_to_heading = True
        self._read_inside(node)

    def _read_alternatives(self, node: etree._Element) -> None:
        """Read the first form that holds text; the others are the same for older programs."""
        forms = [form for form in node if form.tag in (f"{MC}Choice", f"{MC}Fallback")]
        first = next((form for form in forms if next(form.iter(*_WORDS), None) is not None), None)
        if first is not None:
            self._read_inside(first)


def shows_placeholder(control: etree._Element) -> bool:
    """Whether what stands in a content control only invites people to fill it in."""
    return bool(is_on(control, "sdtPr", "showingPlcHdr"))
