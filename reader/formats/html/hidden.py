"""Finds what a page holds but does not show for reading: scripts, controls, hidden elements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from reader.formats.html.names import BLOCKS, HEADINGS, NEVER_READ, attribute, epub_type, name_of, names_given
from reader.formats.html.weights import Weight, weigh

_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# How office programs write words that are not to be printed, and what their users said of others.
_NOT_PRINTED = re.compile(r"mso-hide\s*:\s*all|mso-element\s*:\s*comment", re.I)
_COMMENT = re.compile(r"#?cmnt(?:_?ref)?\d{1,4}")
# Classes that mean the same on nearly every site: text for screen readers beside what is drawn, signs for printing.
_UNSEEN = frozenset(("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "mw-editsection"))
# What hid here and was saved nevertheless, as the saving program says; most of what hides it takes out.
_SAVED = "sf-hidden"
# How e-books call the numbers of the printed pages in their text.
_PAGE_NUMBERS = frozenset(("pagenum", "pageno", "pagenumber", "page-number", "pagebreak", "page-break"))
_PAGE_NUMBER = re.compile(r"\W*(?:(?:pg?|page|seite|tudalen)\b\W*)?(?:\d{1,4}|[ivxlc]{1,8})?\W*", re.I)
# What says fewer words is a label of the page's own, not a part of its text.
_FEWEST_WORDS = 5
# What asks something of the visitor, or answers.
_ASKING = ("form", "input", "textarea", "select", "dialog", "object")
_ASKING_ROLES = frozenset(("dialog", "alertdialog", "alert", "status", "tooltip", "menu", "navigation", "search"))


@dataclass(frozen=True, slots=True)
class Hidden:
    """The elements that are not read, each without those inside it, and closed parts of the page that are."""

    never: frozenset[etree._Element]
    closed: frozenset[etree._Element]


def hidden_in(root: etree._Element) -> Hidden:
    """What of the page is not shown for reading, and what is as soon as somebody opens it.

    What is hidden but holds most of the page's words is not taken for hidden: a script would have shown it.
    """
    never: set[etree._Element] = set()
    unseen: set[etree._Element] = set()
    closed: set[etree._Element] = set()
    saved: set[etree._Element] = set()
    buttons: list[etree._Element] = []
    for node in root.iter(etree.Element):
        name = name_of(node)
        if name == "button" and not _in_a_heading(node):
            buttons.append(node)
        elif name in NEVER_READ:
            never.add(node)
        elif node.attrib:  # nothing else is hidden
            given = {one.lower() for one in names_given(node)}
            if _is_no_text(node, given):
                never.add(node)
            elif given & _UNSEEN:
                unseen.add(node)
            elif _is_hidden(node, given):
                closed.add(node)
            elif _SAVED in given:
                saved.add(node)
    never.update(buttons)
    weights = weigh(root, never, apart=unseen | closed) if unseen or closed else {}
    half = weights[root].words / 2 if weights else 0
    weighed = [node for node in root.iter(etree.Element) if node in weights and node in (unseen | closed)]
    parts = [node for node in weighed if weights[node].words > half or (node in closed and _is_a_part(node, weights))]
    shown = _not_said_yet(root, parts, never | unseen | closed)
    never -= {button for button in buttons if _opens(button, shown)}
    opened = {node for node in root.iter("details") if node.get("open") is None}
    return Hidden(frozenset(never | unseen | closed).difference(shown), frozenset(saved | opened).union(shown))


def _is_hidden(node: etree._Element, given: set[str]) -> bool:
    return (
        node.get("hidden") is not None
        or attribute(node, "aria-hidden") == "true"
        or bool(_INVISIBLE.search(node.get("style") or ""))
        or "hidden" in given
    )


def _is_no_text(node: etree._Element, given: set[str]) -> bool:
    """Whether the element is a comment, is not to be printed, or is the number of a page of a book."""
    if node.get("style") and _NOT_PRINTED.search(node.get("style") or ""):
        return True
    if name_of(node) == "a" and _COMMENT.fullmatch(node.get("href") or ""):
        return True
    # A comment of Google Docs begins with a link to what it is on.
    if name_of(node) == "div" and len(node) and len(node[0]) and _COMMENT.fullmatch(node[0][0].get("id") or ""):
        return True
    breaks = "pagebreak" in epub_type(node) or bool(given & _PAGE_NUMBERS)
    return breaks and _PAGE_NUMBER.fullmatch("".join(node.itertext())) is not None


def _is_a_part(node: etree._Element, weights: dict[etree._Element, Weight]) -> bool:
    """Whether what is hidden is a part of the text that a click opens."""
    if name_of(node) not in BLOCKS or weights[node].own < _FEWEST_WORDS or next(node.iter(*_ASKING), None) is not None:
        return False
    root = next(iter(weights))
    around = [node, *node.iterancestors()]
    # Some servers write a form round the whole page.
    forms = [one for one in around if name_of(one) in _ASKING and weights[one].words * 2 <= weights[root].words]
    return not forms and not any(attribute(one, "role") in _ASKING_ROLES for one in around)


def _not_said_yet(
    root: etree._Element, closed: list[etree._Element], left_out: set[etree._Element]
) -> set[etree._Element]:
    """Those of the closed parts (in order) whose words the page says nowhere else, for narrower screens say."""
    if not closed:
        return set()
    seen = " ".join(_words(root, left_out))
    firsts: dict[str, etree._Element] = {}
    found: set[etree._Element] = set()
    inside = left_out.difference(closed)
    for node in closed:
        words = " ".join(_words(node, inside))
        first = firsts.setdefault(words, node)
        if words not in seen and (first is node or first in node.iterancestors()):
            found.add(node)
    return found


def _words(root: etree._Element, left_out: set[etree._Element]) -> list[str]:
    """The words in an element, without those that are left out."""
    found: list[str] = []
    waiting: list[tuple[etree._Element, bool]] = [(root, False)]
    while waiting:
        node, is_tail = waiting.pop()
        found.extend(((node.tail if is_tail else node.text) or "").split())
        if not is_tail:
            for child in reversed(node):
                waiting.append((child, True))
                if child not in left_out and isinstance(child.tag, str):
                    waiting.append((child, False))
    return found


def _opens(button: etree._Element, closed: set[etree._Element]) -> bool:
    """Whether the button is the title of a closed part, which follows it or bears the id that it names."""
    if button.get("aria-expanded") is None:
        return False
    name = button.get("aria-controls")
    return button.getnext() in closed or any(name and node.get("id") == name for node in closed)


def _in_a_heading(node: etree._Element) -> bool:
    """Whether the button is the heading of a part that opens at a click."""
    return any(name_of(above) in HEADINGS for above in node.iterancestors())
