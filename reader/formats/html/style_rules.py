"""Finds in the style sheets of a page which classes stand raised, as converters and layout programs set references."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from reader.formats.html.names import name_of

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_RULE = re.compile(r"([^{}]{1,1000})\{([^{}]*)\}")
_RAISED = re.compile(r"vertical-align\s*:\s*super\b", re.I)
# The last part of a selector, where it is no more than an element's name and its classes.
_CLASS = re.compile(r"(?:^|[\s>])[a-z]*\.([\w-]+)$", re.I)


def with_raised_classes(root: etree._Element, sheets: Iterable[str] = ()) -> None:
    """Write into the elements that style sheets raise by a class that they stand raised.

    The sheets are those of the page itself and those given.
    """
    own = (node.text or "" for node in root.iter("style"))
    raised = frozenset(name for sheet in (*own, *sheets) for name in _raised_classes(sheet))
    for node in root.iter(etree.Element) if raised else ():
        if name_of(node) in ("a", "span", "font", "small") and not raised.isdisjoint((node.get("class") or "").split()):
            node.set("style", f"vertical-align: super; {node.get('style') or ''}")


def _raised_classes(sheet: str) -> Iterable[str]:
    for rule in _RULE.finditer(_COMMENT.sub("", sheet)) if "super" in sheet else ():
        if _RAISED.search(rule[2]):
            for selector in rule[1].split(","):
                if found := _CLASS.search(selector.strip()):
                    yield found[1]
