"""What the styles of a Word document say of the paragraphs and characters that have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from reader.formats.style_names import Role, inherited_role, level_of_outline
from reader.formats.word.package import W, element, is_on, number, value

_DEFAULT_SIZE = 10.0
# What is moved up by less (in half points) still stands on the line.
_LEAST_RISE = 4

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Style:
    """One style as the file has it, without what it inherits."""

    id: str
    name: str
    based_on: str | None
    outline: int | None
    list_number: int | None
    list_level: int | None
    bold: bool | None
    size: float | None
    hidden: bool | None
    raised: bool | None


class Styles:
    """The styles of one document by their ids, and what each inherits from those it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else list(root.iter(f"{W}style"))
        self._styles = {style.id: style for style in map(_style, found)}
        self._default = next(
            (one.get(f"{W}styleId") for one in found if _is_default(one) and one.get(f"{W}type") == "paragraph"), None
        )
        half_points = number(root, "docDefaults", "rPrDefault", "rPr", "sz")
        self._size = half_points / 2 if half_points else _DEFAULT_SIZE

    def role(self, style: str | None) -> Role | None:
        """What a paragraph of this style is, None for an ordinary one."""
        return inherited_role((one.name, level_of_outline(one.outline)) for one in self._chain(style))

    def list_number(self, style: str | None) -> int | None:
        """The list that the style puts its paragraphs in, None without."""
        return self._first(style, lambda one: one.list_number)

    def list_level(self, style: str | None) -> int | None:
        """The depth from 0 that the style has in its list, None where the style does not say."""
        return self._first(style, lambda one: one.list_level)

    def bold(self, style: str | None) -> bool | None:
        return self._first(style, lambda one: one.bold)

    def hidden(self, style: str | None) -> bool | None:
        return self._first(style, lambda one: one.hidden)

    def raised(self, style: str | None) -> bool | None:
        return self._first(style, lambda one: one.raised)

    def size(self, style: str | None) -> float | None:
        """In points, None where neither the style nor those it is based on say."""
        return self._first(style, lambda one: one.size)

    def body_size(self) -> float:
        """The size in points of text whose style says nothing of it."""
        return self.size(self._default) or self._size

    def _first(self, style: str | None, asked: Callable[[Style], _T | None]) -> _T | None:
        return next((answer for one in self._chain(style) if (answer := asked(one)) is not None), None)

    def _chain(self, style: str | None) -> Iterator[Style]:
        """The style and those it is based on, nearest first; a circle ends it."""
        seen: set[str] = set()
        current = self._styles.get(style or self._default or "")
        while current and current.id not in seen:
            yield current
            seen.add(current.id)
            current = self._styles.get(current.based_on or "")


def _style(found: etree._Element) -> Style:
    half_points = number(found, "rPr", "sz")
    return Style(
        id=found.get(f"{W}styleId", ""),
        name=value(found, "name") or "",
        based_on=value(found, "basedOn"),
        outline=number(found, "pPr", "outlineLvl"),
        list_number=number(found, "pPr", "numPr", "numId"),
        list_level=number(found, "pPr", "numPr", "ilvl"),
        bold=is_on(element(found, "rPr"), "b"),
        size=half_points / 2 if half_points else None,
        hidden=is_on(element(found, "rPr"), "vanish"),
        raised=is_raised(element(found, "rPr")),
    )


def is_raised(settings: etree._Element | None) -> bool | None:
    """Whether characters of these settings stand above the line, None where nothing is said of it."""
    aligned = value(settings, "vertAlign")
    moved = number(settings, "position")
    if aligned is None and moved is None:
        return None
    return aligned == "superscript" or (moved or 0) >= _LEAST_RISE


def _is_default(found: etree._Element) -> bool:
    return found.get(f"{W}default") in ("1", "true", "on")
