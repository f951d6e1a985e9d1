"""Counts the lists of a web page and gives each item its depth and the number that a browser prints before it."""

from __future__ import annotations

import re

from lxml import etree

from reader.formats.html.names import LISTS, attribute, name_of, names_given
from reader.formats.html.scope import Item
from reader.formats.list_numbers import written

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b", re.I)
_FORMS = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
_WHOLE = re.compile(r"\s*(-?\d{1,6})\s*")
# Google Docs writes every list as one of the first depth and says the depth in the class.
_GOOGLE = re.compile(r"lst-kix_\w+-(\d)")
# Word writes items as paragraphs and says depth and list in the style.
_WORD = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.I)


class Lists:
    """How far each open list has been counted; to be asked in reading order."""

    def __init__(self) -> None:
        self._next: dict[etree._Element, int] = {}

    def item(self, node: etree._Element, depth: int) -> Item:
        """The item that a `li` is, in `depth` lists."""
        around = node.getparent()
        while around is not None and name_of(around) not in LISTS and name_of(around) != "ol":
            around = around.getparent()
        if around is None:
            return Item(1)
        depth = _google_depth(around) or max(depth, 1)
        if name_of(around) != "ol":
            return Item(depth)
        step = -1 if around.get("reversed") is not None else 1
        number = _whole(node.get("value"))
        if number is None:
            number = self._next.get(around, _first(around, step))
        self._next[around] = number + step
        form = _form(node) or _form(around)
        return Item(depth) if form == "none" else Item(depth, f"{written(number, form)}.")


def word_item(node: etree._Element) -> Item | None:
    """The list item that a paragraph written by Word is."""
    found = _WORD.search(node.get("style") or "")
    return Item(int(found[1])) if found else None


def is_word_number(node: etree._Element) -> bool:
    """Whether the element holds the bullet or number that Word printed before an item."""
    return "mso-list:ignore" in attribute(node, "style").replace(" ", "")


def _first(node: etree._Element, step: int) -> int:
    start = _whole(node.get("start"))
    if start is not None:
        return start
    return 1 if step > 0 else sum(name_of(child) == "li" for child in node)


def _form(node: etree._Element) -> str:
    style = _STYLE.search(node.get("style") or "")
    if style:
        return _FORMS.get(style[1].lower(), style[1].lower())
    return (node.get("type") or "").strip() if (node.get("type") or "").strip() in ("1", "a", "A", "i", "I") else ""


def _google_depth(node: etree._Element) -> int:
    found = next((match for name in names_given(node) if (match := _GOOGLE.fullmatch(name))), None)
    return int(found[1]) + 1 if found else 0


def _whole(said: str | None) -> int | None:
    found = _WHOLE.fullmatch(said or "")
    return int(found[1]) if found else None
