"""Reads the text of one OpenDocument paragraph: spans, breaks, references to notes, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from reader.formats.opendocument.names import DRAW, OFFICE, TEXT, whole
from reader.formats.opendocument.styles import Styles
from reader.parts import Run

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
        return "".join(run.text for run in self.runs)


def text_of(paragraph: etree._Element, styles: Styles) -> Text:
    """The paragraph's text as it is printed."""
    text = Text()
    style = paragraph.get(f"{TEXT}style-name")
    if not styles.hidden("paragraph", style):
        look = Run("", bool(styles.bold("paragraph", style)), styles.size("paragraph", style))
        _read_inside(paragraph, look, styles, text)
    return text


def _read_inside(parent: etree._Element, look: Run, styles: Styles, text: Text) -> None:
    _add(parent.text, look, text)
    for node in parent:
        if isinstance(node.tag, str) and node.tag not in _LEFT_OUT:
            _read(node, look, styles, text)
        _add(node.tail, look, text)


def _read(node: etree._Element, look: Run, styles: Styles, text: Text) -> None:
    if node.tag == _NOTE:
        text.notes.append(node)
    elif node.tag == _SPACE:
        text.runs.append(look._replace(text=" " * min(whole(node, f"{TEXT}c") or 1, _MOST_SPACES)))
    elif node.tag in _BREAKS:
        text.runs.append(look._replace(text=_BREAKS[str(node.tag)]))
    elif str(node.tag).startswith(DRAW):
        text.boxes.append(node)
    elif node.tag == f"{TEXT}span":
        style = node.get(f"{TEXT}style-name")
        if not styles.hidden("text", style):
            bold = styles.bold("text", style)
            own = Run("", look.bold if bold is None else bold, styles.size("text", style, look.size))
            _read_inside(node, own, styles, text)
    else:
        _read_inside(node, look, styles, text)


def _add(words: str | None, look: Run, text: Text) -> None:
    """Add characters; line ends and tabs in the XML are no more than spaces."""
    if words:
        text.runs.append(look._replace(text=words.replace("\n", " ").replace("\t", " ").replace("\r", " ")))
