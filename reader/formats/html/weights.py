"""Counts the words of each block of a web page: all of them, those in links, and those in links within the page."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from lxml import etree

from reader.formats.html.names import BLOCKS, word_count

# A link of so many words that ends as a sentence does is text that happens to be a link.
_SENTENCE_WORDS = 8
_ENDS = re.compile(r"[.!?…][\"'”’)]*\s*$")


@dataclass(slots=True)
class Weight:
    """The words in a block, `linked` those of them that are links, `inside` those that lead to a place in the page.

    `links` counts the links.
    """

    words: int = 0
    linked: int = 0
    inside: int = 0
    links: int = 0

    @property
    def own(self) -> int:
        """The words that are no links."""
        return self.words - self.linked

    def add(self, other: Weight) -> None:
        self.words += other.words
        self.linked += other.linked
        self.inside += other.inside
        self.links += other.links


def weigh(
    root: etree._Element,
    left_out: Set[etree._Element],
    address: str = "",
    apart: Set[etree._Element] = frozenset(),
) -> dict[etree._Element, Weight]:
    """The weight of each block in `root`, of itself and of the elements `apart`, without what is left out.

    `address` is the page's own: links to it with a "#" lead to a place within.
    """
    found: dict[etree._Element, Weight] = {root: Weight()}
    # Blocks to be opened, and with True those whose words are all counted, so that the block around them gets them.
    waiting: list[tuple[etree._Element, etree._Element, bool]] = [(root, root, False)]
    while waiting:
        node, block, is_done = waiting.pop()
        if is_done:
            found[block].add(found[node])
            continue
        name = node.tag
        if node is not root and (name in BLOCKS or node in apart):
            found[node] = Weight()
            waiting.append((node, block, True))
            block = node
        weight = found[block]
        if name == "a" and node.get("href"):
            weight.add(_link(node, address, left_out))
            continue
        weight.words += word_count(node.text)
        for child in node:
            if child.tail:
                weight.words += word_count(child.tail)
            if child not in left_out and isinstance(child.tag, str):
                waiting.append((child, block, False))
    return found


def _link(node: etree._Element, address: str, left_out: Set[etree._Element]) -> Weight:
    text = " ".join(words for words in node.itertext() if words.strip()) if node not in left_out else ""
    words = word_count(text)
    if words >= _SENTENCE_WORDS and (_ENDS.search(text) or words > 3 * _SENTENCE_WORDS):
        return Weight(words=words)
    target = node.get("href") or ""
    before, sign, place = target.partition("#")
    inside = bool(sign and place) and before in ("", address)
    return Weight(words, words, words if inside else 0, 1)
