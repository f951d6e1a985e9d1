"""Finds the footnotes of a page: a reference and a note that link to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reader.formats.html.main_content import Content
from reader.formats.html.names import BLOCKS, epub_type, name_of, names_given, word_count
from reader.model import Kind
from reader.parts import Part

_LABEL = re.compile(r"[\[(]?\s*(?:(?:note|fn|n)\.?\s*)?(?:\d{1,4}|[*†‡§¶#]{1,4}|[a-zA-Z]|[ivx]{1,5})\s*[\])]?", re.I)
_NOTE = re.compile(r"noteref|foot-?note|end-?note|rearnote", re.I)
_REFERENCE = re.compile(r"note[-_]?(?:ref|anc)", re.I)
_LONGEST = 400  # words
_ARROWS = frozenset("↩↑^⏎↵⤴\ufe0e\ufe0f")


class Notes:
    """The notes of one page. `places` are the blocks that hold them, which are not read where they stand."""

    def __init__(self, content: Content) -> None:
        self.places: set[etree._Element] = set()
        self._of_reference: dict[etree._Element, etree._Element] = {}
        # What the first reference to a note shows, which the note may begin with.
        self._labels: dict[etree._Element, str] = {}
        self._given: set[etree._Element] = set()
        self._back_links: set[etree._Element] = set()
        self._targets: dict[str, etree._Element] = {}
        # In words, of the blocks that links lead to.
        self._lengths: dict[etree._Element, int] = {}
        links: list[etree._Element] = []
        for root in content.roots:
            for node in root.iter(etree.Element):
                for name in (node.get("id"), node.get("name") if name_of(node) == "a" else None):
                    if name:
                        self._targets.setdefault(name, node)
                if name_of(node) == "a" and (node.get("href") or "").count("#") == 1:
                    links.append(node)
        for link in links:
            self._look_at(link, frozenset(content.roots))

    def note_of(self, node: etree._Element) -> etree._Element | None:
        """The block of the note that this link refers to, None where it is no such link."""
        return self._of_reference.get(node)

    def parts(self, place: etree._Element) -> Iterator[Part]:
        """The note, the first time it is asked for."""
        if place in self._given:
            return
        self._given.add(place)
        text = " ".join("".join(self._texts(place)).split())
        if name_of(place) != "li":  # a list numbers its items itself
            own = re.match(rf"[\[(]?{re.escape(self._labels[place])}[.:)\]]*\s+", text)
            text = text[own.end() :] if own else text
        if text:
            yield Part(Kind.PARAGRAPH, text, marker=self._labels[place])

    def _look_at(self, link: etree._Element, roots: frozenset[etree._Element]) -> None:
        label = "".join(link.itertext()).strip()
        target = self._targets.get((link.get("href") or "").partition("#")[2])
        if target is None or link in self._back_links or not _LABEL.fullmatch(label):
            return
        place = _block_of(target, roots)
        if place is None or place in link.iterancestors() or self._is_long(place):
            return
        says_so = _is_called_note(link) or _is_called_note(place)
        back = [one for one in place.iter("a") if self._leads_back(one, link)]
        if not back and not says_so:
            return
        self._back_links.update(back)
        self._of_reference[link] = place
        self._labels.setdefault(place, label.strip("[]() ."))
        self.places.add(place)

    def _is_long(self, place: etree._Element) -> bool:
        if place not in self._lengths:
            self._lengths[place] = word_count("".join(place.itertext()))
        return self._lengths[place] > _LONGEST

    def _leads_back(self, back: etree._Element, link: etree._Element) -> bool:
        name = (back.get("href") or "").partition("#")[2]
        source = self._targets.get(name) if name else None
        return source is not None and (
            source is link or source in link.iterancestors() or link in source.iterancestors()
        )

    def _texts(self, place: etree._Element) -> Iterator[str]:
        """The text of a note without its own number, the links back and their arrows."""
        for node in place.iter(etree.Element):
            if not any(one in self._back_links for one in (node, *_up_to(node, place))):
                yield " " if name_of(node) in BLOCKS or name_of(node) == "br" else ""
                yield _without_arrows(node.text)
            parent = node.getparent()
            if node is not place and not any(one in self._back_links for one in (parent, *_up_to(parent, place))):
                yield _without_arrows(node.tail)


def refers_to_note(node: etree._Element) -> bool:
    """Whether the element says that it is a reference to a note, wherever that is."""
    if name_of(node) not in ("a", "sup", "span"):
        return False
    said = " ".join((epub_type(node), *names_given(node)))
    return _REFERENCE.search(said) is not None and _LABEL.fullmatch("".join(node.itertext()).strip()) is not None


def _is_called_note(node: etree._Element) -> bool:
    return _NOTE.search(" ".join((epub_type(node), *names_given(node)))) is not None


def _up_to(node: etree._Element | None, place: etree._Element) -> Iterator[etree._Element]:
    while node is not None and node is not place:
        node = node.getparent()
        if node is not None:
            yield node


def _block_of(target: etree._Element, roots: frozenset[etree._Element]) -> etree._Element | None:
    """The block that holds the note: what the link leads to, or the block around it; a heading is no note."""
    block: etree._Element | None = target
    while block is not None and name_of(block) not in BLOCKS:
        block = block.getparent()
    if block is None or block in roots or name_of(block) not in ("p", "li", "div", "aside", "dd", "section"):
        return None
    around = block.getparent()
    if around is not None and around not in roots and name_of(around) in ("div", "li", "aside") and around.get("id"):
        others = [one for one in around.iter("a") if (one.get("href") or "").startswith("#")]
        return around if len(others) == 1 and around[0] is block else block
    return block


def _without_arrows(text: str | None) -> str:
    return "".join(char for char in text or "" if char not in _ARROWS)
