"""Tells the menus, heads, feet, banners, side columns and comments of a web page from its text."""

from __future__ import annotations

import re

from lxml import etree

from reader.formats.html.furniture_names import CONTENTS, HEAD, NO_CHAPTERS, STRONG, WEAK
from reader.formats.html.names import BLOCKS, HEADINGS, attribute, epub_type, name_of, names_given
from reader.formats.html.weights import Weight

_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar")
)
# Around these stands the whole page, whatever it is called.
_FRAMES = frozenset(("html", "body", "main"))
_WORDS = re.compile(r"[^\W_]+")

# What has more words than this outside of links is text, if its name alone says otherwise.
_MOST_BY_NAME = 60
_DENSE = 0.6
_FEWEST_LINKS = 3
_BANNER_WORDS = 120
_ANSWERS = re.compile(
    r"\b(?:accept|agree|allow|reject|decline|got it|i understand|okay|ok|dismiss|akzeptieren|ablehnen|verstanden"
    r"|zustimmen|accepter|refuser|derbyn)\b",
    re.I,
)
_LONGEST_NAME = 80


class Furniture:
    """Judges the blocks of one page; `contents` are its tables of contents, which are no furniture."""

    def __init__(
        self, body: etree._Element, hidden: set[etree._Element], weights: dict[etree._Element, Weight]
    ) -> None:
        self._body = body
        self._hidden = hidden
        self._weights = weights
        self._half = weights[body].own / 2
        self.contents: set[etree._Element] = set()

    def found(self) -> set[etree._Element]:
        """The outermost blocks that are furniture."""
        dropped: set[etree._Element] = set()
        waiting = [self._body]
        while waiting:
            node = waiting.pop()
            if node in self._hidden:
                continue
            if node in self._weights and node is not self._body:
                if self._is_contents(node):
                    self.contents.add(node)
                    continue
                if self._is_furniture(node):
                    dropped.add(node)
                    continue
            waiting.extend(child for child in node if name_of(child))
        return dropped

    def tables_of_contents(self) -> set[etree._Element]:
        """The tables of contents of a text that has no furniture."""
        return {node for node in self._weights if node is not self._body and self._is_contents(node)}

    def _is_contents(self, node: etree._Element) -> bool:
        """Whether the block is a list of links to places in the page, or is called a table of contents."""
        name, weight = name_of(node), self._weights[node]
        if "toc" in epub_type(node).split() or "doc-toc" in epub_type(node):
            return True
        if name not in ("ul", "ol", "nav", "div", "section", "table") or weight.links < _FEWEST_LINKS:
            return False
        named = any(CONTENTS.fullmatch(given.lower()) for given in names_given(node))
        return weight.inside > weight.words * (1 - _DENSE if named else 0.8) or (
            named and weight.linked > weight.words * _DENSE
        )

    def _is_furniture(self, node: etree._Element) -> bool:
        name, weight = name_of(node), self._weights[node]
        if name in _FRAMES or (weight.own > self._half and weight.own > 0):
            return False
        if name == "nav" or attribute(node, "role") in _ROLES:
            return True
        if name in ("header", "footer", "aside") or any(HEAD.fullmatch(one.lower()) for one in names_given(node)):
            return self._is_of_the_page(node)
        return self._is_called_furniture(node) or self._is_dense(node) or self._asks_for_consent(node)

    def _is_of_the_page(self, node: etree._Element) -> bool:
        """Whether a head, foot or aside belongs to the page and not to an article in it."""
        inner = any(name_of(above) in ("article", "main", "section") for above in node.iterancestors())
        if name_of(node) not in ("footer", "aside") and not inner:
            # Where the page has no other heading of the first rank, its head holds the title.
            return not _titles(node) or bool(set(_titles(self._body)) - set(_titles(node)))
        return not inner or self._is_dense(node) or self._is_called_furniture(node)

    def _is_called_furniture(self, node: etree._Element) -> bool:
        patterns = (STRONG, WEAK) if self._weights[node].own <= _MOST_BY_NAME else (STRONG,)
        return any(
            pattern.fullmatch(name.lower()) and (name.lower() in NO_CHAPTERS or not _is_slug(name, node))
            for name in names_given(node)
            if len(name) <= _LONGEST_NAME
            for pattern in patterns
        )

    def _is_dense(self, node: etree._Element) -> bool:
        """Whether the block is mostly links."""
        weight = self._weights[node]
        if weight.links < _FEWEST_LINKS or weight.linked < weight.words * _DENSE:
            return False
        return name_of(node) in BLOCKS and name_of(node) not in HEADINGS and not _titles(node)

    def _asks_for_consent(self, node: etree._Element) -> bool:
        if self._weights[node].words > _BANNER_WORDS or name_of(node) not in ("div", "section", "form", "aside"):
            return False
        text = " ".join(node.itertext())
        asks = any(name_of(one) in ("a", "button", "input") for one in node.iter(etree.Element))
        return asks and "cookie" in text.lower() and bool(_ANSWERS.search(text)) and not _titles(node)


def _titles(node: etree._Element) -> list[etree._Element]:
    return [one for one in node.iter(etree.Element) if name_of(one) == "h1"]


def _is_slug(name: str, node: etree._Element) -> bool:
    """Whether the name was made from the heading that the element is or begins with: "comments" over "Comments"."""
    heading = next((one for one in node.iter(etree.Element) if name_of(one) in HEADINGS), None)
    if heading is None:
        return False
    words = [word.lower() for word in _WORDS.findall("".join(heading.itertext()))]
    return bool(words) and [word.lower() for word in _WORDS.findall(name)] == words
