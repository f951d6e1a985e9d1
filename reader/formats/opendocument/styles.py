"""What the styles of an OpenDocument text say of the paragraphs and characters that have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from reader.formats.opendocument.names import FO, OFFICE, STYLE, TEXT, whole
from reader.formats.style_names import Role, inherited_role

_T = TypeVar("_T")
_ENCODED = re.compile(r"_([0-9a-f]{1,4})_")
_POINTS = re.compile(r"(\d+(?:\.\d+)?)(pt|%|cm|mm|in)")
_POINTS_IN = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}
_BOLD_FROM = 600
_RISE = re.compile(r"[1-9]\d?(?:\.\d+)?%")


@dataclass(frozen=True, slots=True)
class Style:
    """One style as the file has it, without what it inherits. `scale` is its size as a share of the one inherited."""

    name: str
    parent: str | None
    outline: int | None
    list_style: str | None
    bold: bool | None
    size: float | None
    scale: float | None
    hidden: bool
    raised: bool | None


class Styles:
    """The styles of one document by family and name, and what each inherits."""

    def __init__(self, *groups: etree._Element | None) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self._sizes: dict[str, float] = {}
        for group in groups:
            for node in () if group is None else group:
                if node.tag == f"{STYLE}default-style":
                    size = _style(node).size
                    self._sizes[node.get(f"{STYLE}family", "")] = size or 0.0
                elif node.tag == f"{STYLE}style":
                    self._styles[node.get(f"{STYLE}family", ""), node.get(f"{STYLE}name", "")] = _style(node)

    def role(self, style: str | None) -> Role | None:
        """What a paragraph of this style is, None for an ordinary one."""
        return inherited_role((one.name, one.outline) for one in self._chain("paragraph", style))

    def list_style(self, style: str | None) -> str | None:
        """The list style of a paragraph style."""
        return self._first("paragraph", style, lambda one: one.list_style)

    def bold(self, family: str, style: str | None) -> bool | None:
        return self._first(family, style, lambda one: one.bold)

    def hidden(self, family: str, style: str | None) -> bool:
        return any(one.hidden for one in self._chain(family, style))

    def raised(self, style: str | None) -> bool | None:
        """Whether characters of a text style stand above the line, None where nothing is said of it."""
        return self._first("text", style, lambda one: one.raised)

    def size(self, family: str, style: str | None, inherited: float | None = None) -> float:
        """In points; `inherited` is the size of the text around it, the document's default where None."""
        scale = 1.0
        for one in self._chain(family, style):
            if one.size is not None:
                return scale * one.size
            scale *= one.scale or 1.0
        return scale * (self._sizes.get("paragraph", 0.0) if inherited is None else inherited)

    def _first(self, family: str, style: str | None, asked: Callable[[Style], _T | None]) -> _T | None:
        return next((answer for one in self._chain(family, style) if (answer := asked(one)) is not None), None)

    def _chain(self, family: str, style: str | None) -> Iterator[Style]:
        """The style and those above it, nearest first; a circle ends it."""
        seen: set[str] = set()
        while style and style not in seen and (family, style) in self._styles:
            seen.add(style)
            one = self._styles[family, style]
            yield one
            style = one.parent


def plain_name(name: str) -> str:
    """A style's name as shown: "Heading_20_1" is "Heading 1"."""
    return _ENCODED.sub(lambda code: chr(int(code[1], 16)), name)


def named_styles(root: etree._Element | None) -> etree._Element | None:
    return None if root is None else root.find(f"{OFFICE}styles")


def automatic_styles(root: etree._Element | None) -> etree._Element | None:
    return None if root is None else root.find(f"{OFFICE}automatic-styles")


def _style(node: etree._Element) -> Style:
    letters = node.find(f"{STYLE}text-properties")
    points = _POINTS.fullmatch("" if letters is None else letters.get(f"{FO}font-size", ""))
    share = points is not None and points[2] == "%"
    return Style(
        name=node.get(f"{STYLE}display-name") or plain_name(node.get(f"{STYLE}name", "")),
        parent=node.get(f"{STYLE}parent-style-name"),
        outline=whole(node, f"{STYLE}default-outline-level"),
        list_style=node.get(f"{STYLE}list-style-name"),
        bold=None if letters is None else _weight(letters.get(f"{FO}font-weight")),
        size=float(points[1]) * _POINTS_IN[points[2]] if points and not share else None,
        scale=float(points[1]) / 100 if points and share else None,
        hidden=letters is not None and letters.get(f"{TEXT}display") == "none",
        raised=None if letters is None else _rise(letters.get(f"{STYLE}text-position")),
    )


def _rise(said: str | None) -> bool | None:
    """Whether a position ("super 58%", "33% 58%", "-10%") is above the line."""
    first = (said or "").split(" ")[0]
    return (first == "super" or bool(_RISE.match(first))) if first else None


def _weight(said: str | None) -> bool | None:
    if said is None:
        return None
    return int(said) >= _BOLD_FROM if said.isdecimal() else said == "bold"
