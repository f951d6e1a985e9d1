"""Reads the text of one OpenDocument paragraph: spans, breaks, references to notes, text boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from reader.formats.opendocument.names import DRAW, OFFICE, TEXT, whole
from reader.formats.opendocument.styles import Styles
from reader.parts import Run, words_of
from reader.references import referring

# What holds no text of the document as it is printed.
_LEFT_OUT = frozenset(
    (
        f"{OFFICE}annotation",
        f"{OFFICE}annotation-end",
        f"{OFFICE}binary-data",
        f"{TEXT}ruby-text",
        f"{TEXT}hidden-text",
        f"{TEXT}placeholder",
        f"{TEXT}script",
        f"{TEXT}tracked-changes",
    )
)
_NOTE = f"{TEXT}note"
_SPACE = f"{TEXT}s"
_BREAKS = {f"{TEXT}line-break": "\n", f"{TEXT}tab": "\t"}
_MOST_SPACES = 100


@dataclass(slots=True)
class Text:
    """What a paragraph holds: its runs, its notes, and the drawings anchored in it, which may hold text."""

    runs: list[Run] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def words(self) -> str:
        return words_of(self.runs)


# Gives the label of a reference to a note.
Label = Callable[[etree._Element], str]


def text_of(paragraph: etree._Element, styles: Styles, label: Label) -> Text:
    """The paragraph's text as it is printed."""
    text = Text()
    style = paragraph.get(f"{TEXT}style-name")
    if not styles.hidden("paragraph", style):
        look = Run("", bool(styles.bold("paragraph", style)), styles.size("paragraph", style))
        _Collector(styles, label, text).read_inside(paragraph, look)
    return text


class _Collector:
    def __init__(self, styles: Styles, label: Label, text: Text) -> None:
        self._styles = styles
        self._label = label
        self._text = text

    def read_inside(self, parent: etree._Element, look: Run) -> None:
        self._add(parent.text, look)
        for node in parent:
            if isinstance(node.tag, str) and node.tag not in _LEFT_OUT:
                self._read(node, look)
            self._add(node.tail, look)

    def _read(self, node: etree._Element, look: Run) -> None:
        runs = self._text.runs
        if node.tag == _NOTE:
            self._text.notes.append(node)
            runs.append(look._replace(text=referring(self._label(node)), raised=False))
        elif node.tag == _SPACE:
            runs.append(look._replace(text=" " * min(whole(node, f"{TEXT}c") or 1, _MOST_SPACES)))
        elif node.tag in _BREAKS:
            runs.append(look._replace(text=_BREAKS[str(node.tag)]))
        elif str(node.tag).startswith(DRAW):
            self._text.boxes.append(node)
        elif node.tag == f"{TEXT}span":
            style = node.get(f"{TEXT}style-name")
            if not self._styles.hidden("text", style):
                self.read_inside(node, self._look(style, look))
        else:
            self.read_inside(node, look)

    def _look(self, style: str | None, around: Run) -> Run:
        bold, raised = self._styles.bold("text", style), self._styles.raised(style)
        return Run(
            "",
            around.bold if bold is None else bold,
            self._styles.size("text", style, around.size),
            around.raised if raised is None else raised,
        )

    def _add(self, words: str | None, look: Run) -> None:
        """Add characters; line ends and tabs in the XML are no more than spaces."""
        if words:
            written = words.replace("\n", " ").replace("\t", " ").replace("\r", " ")
            self._text.runs.append(look._replace(text=written))
