"""Finds what a page holds but does not show for reading: scripts, controls, hidden elements."""

from __future__ import annotations

import re

from lxml import etree

from reader.formats.html.names import HEADINGS, NEVER_READ, attribute, name_of, names_given
from reader.formats.html.weights import weigh

_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
# Classes that mean the same on nearly every site: text for screen readers beside what is drawn, signs for printing.
_UNSEEN = frozenset(("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "mw-editsection", "hidden"))


def hidden_in(root: etree._Element) -> set[etree._Element]:
    """The elements that are not read, each without those inside it.

    What is hidden but holds most of the page's words is not taken for hidden: a script would have shown it.
    """
    never: set[etree._Element] = set()
    hidden: set[etree._Element] = set()
    for node in root.iter(etree.Element):
        name = name_of(node)
        if name in NEVER_READ or (name == "button" and not _in_a_heading(node)):
            never.add(node)
        elif _is_hidden(node):
            hidden.add(node)
    if hidden:
        weights = weigh(root, never, apart=hidden)
        total = weights[root].words
        never.update(node for node in hidden if node in weights and weights[node].words * 2 <= total)
    return never


def _is_hidden(node: etree._Element) -> bool:
    return (
        node.get("hidden") is not None
        or attribute(node, "aria-hidden") == "true"
        or bool(_INVISIBLE.search(node.get("style") or ""))
        or any(name.lower() in _UNSEEN for name in names_given(node))
    )


def _in_a_heading(node: etree._Element) -> bool:
    """Whether the button is the heading of a part that opens at a click."""
    return any(name_of(above) in HEADINGS for above in node.iterancestors())
