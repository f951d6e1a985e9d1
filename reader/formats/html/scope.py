"""What a stretch of a web page is by the elements around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from reader.formats.html.names import HEADINGS, attribute, names_given
from reader.model import Kind

_BOLD = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|lighter|[1-5]00)", re.I)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]{1,8})\s*(pt|px|em|rem|%)", re.I)
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "%": 0.12}
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
# Above the line, or on it.
_POSITION = re.compile(
    r"vertical-align\s*:\s*(?:(super|(?:\d*\.)?\d+(?:px|pt|em|ex|rem|%))|baseline|sub|-)(?:[\s;!]|$)", re.I
)
# What browsers make of the sizes 1 to 7, in points.
_FONT_SIZES = (7.5, 10.0, 12.0, 13.5, 18.0, 24.0, 36.0)
# The classes that Word gives paragraphs when it saves a page.
_WORD_HEADING = re.compile(r"mso(?:title|heading(\d))")
_WORD_CONTENTS = re.compile(r"msotoc(?:\d|heading)")
_WORD_QUOTES = frozenset(("msoquote", "msointensequote", "msoblocktext"))
# Headings that say who wrote a text, and when, are none: converters write them so on title pages.
_BYLINES = frozenset(("author", "date", "byline"))


@dataclass(slots=True)
class Item:
    """A list item: its depth from 1, its number, and whether its first paragraph has come."""

    depth: int
    marker: str | None = None
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What text is here: `heading` its level or 0, `item` the list item around it; `size` in points, 0 if unknown."""

    heading: int = 0
    item: Item | None = None
    depth: int = 0
    quote: bool = False
    caption: bool = False
    contents: bool = False
    bold: bool = False
    size: float = 0.0
    keeps_lines: bool = False
    is_number: bool = False
    raised: bool = False

    @property
    def kind(self) -> Kind:
        """What a paragraph here is, list items aside."""
        if self.contents:
            return Kind.CONTENTS
        if self.heading:
            return Kind.HEADING
        if self.caption:
            return Kind.CAPTION
        return Kind.QUOTE if self.quote else Kind.PARAGRAPH


def within(scope: Scope, node: etree._Element, name: str) -> Scope:
    """The scope inside an element of this name, lists and cells aside."""
    inner = scope
    if name in HEADINGS or attribute(node, "role") == "heading":
        inner = _heading(scope, node, name)
    elif name == "blockquote":
        inner = replace(scope, quote=True)
    elif name in ("figcaption", "caption"):
        inner = replace(scope, caption=True)
    elif name in ("pre", "textarea", "listing", "xmp"):
        inner = replace(scope, keeps_lines=True)
    elif name in ("b", "strong", "th", "dt", "summary", "legend", "button"):
        inner = replace(scope, bold=True)
    elif name in ("sup", "sub"):
        inner = replace(scope, raised=name == "sup")
    elif name == "font":
        inner = replace(scope, size=_font_size(node.get("size")) or scope.size)
    elif name == "p" and node.get("class"):
        inner = _of_word(scope, node)
    return _styled(inner, node) if node.get("style") else inner


def _heading(scope: Scope, node: etree._Element, name: str) -> Scope:
    if _BYLINES.intersection(names_given(node)):
        return scope
    said = attribute(node, "aria-level")
    level = HEADINGS.get(name) or (int(said) if said.isascii() and said.isdigit() and len(said) == 1 else 2)
    return replace(scope, heading=max(1, level))


def _of_word(scope: Scope, node: etree._Element) -> Scope:
    for given in names_given(node):
        name = given.lower()
        if heading := _WORD_HEADING.fullmatch(name):
            return replace(scope, heading=int(heading[1] or 1))
        if _WORD_CONTENTS.fullmatch(name):
            return replace(scope, contents=True)
        if name in _WORD_QUOTES:
            return replace(scope, quote=True)
        if name == "msocaption":
            return replace(scope, caption=True)
    return scope


def _styled(scope: Scope, node: etree._Element) -> Scope:
    style = node.get("style") or ""
    if weight := _BOLD.search(style):
        scope = replace(scope, bold=weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900"))
    if size := _SIZE.search(style):
        scope = replace(scope, size=_in_points(size[1], size[2].lower()) or scope.size)
    if position := _POSITION.search(style):
        scope = replace(scope, raised=position[1] is not None)
    if _PRE.search(style):
        scope = replace(scope, keeps_lines=True)
    return scope


def _in_points(number: str, unit: str) -> float:
    try:
        return round(float(number) * _POINTS[unit], 1)
    except ValueError:
        return 0.0


def _font_size(said: str | None) -> float:
    found = re.fullmatch(r"\s*([+-]?)(\d)\s*", said or "")
    if not found:
        return 0.0
    size = int(found[2])
    size = 3 + size if found[1] == "+" else 3 - size if found[1] == "-" else size
    return _FONT_SIZES[min(max(size, 1), 7) - 1]
