"""Puts what a page shows from elsewhere into its tree: frames that came with it, and shadow roots."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from lxml import etree

from reader.formats.html.names import name_of
from reader.formats.html.tree import page_tree

# Frames stand within each other no deeper than this, and a page has no more of them.
_DEEPEST, _MOST = 4, 100


def with_embedded(root: etree._Element, frames: Mapping[str, str], address: str = "") -> bool:
    """Make blocks of the page of its shadow roots and of its frames; whether there were any.

    `frames` are the pages that came with the page, by their addresses; `address` is the page's own.
    """
    waiting = [(root, address, 0)]
    many = 0
    while waiting:
        inside, own, depth = waiting.pop()
        for node in list(inside.iter("template", "iframe", "frame")):
            if node.tag == "template" and (node.get("shadowrootmode") or node.get("shadowroot")):
                node.tag = "div"
                many += 1
            elif node.tag != "template" and depth < _DEEPEST and many < _MOST:
                source = _joined(own, (node.get("src") or "").strip())
                text = node.get("srcdoc") or frames.get(source, "")
                page = page_tree(text) if text.strip() else None
                if page is not None:
                    _put_into(node, page)
                    many += 1
                    waiting.append((node, source, depth + 1))
    return many > 0


def _joined(address: str, source: str) -> str:
    try:
        return urljoin(address, source)
    except ValueError:  # what looks like the address of a machine and is none
        return source


def _put_into(frame: etree._Element, page: etree._Element) -> None:
    body = next((node for node in page.iter(etree.Element) if name_of(node) == "body"), page)
    tail = frame.tail
    frame.clear()
    frame.tag, frame.tail = "div", tail
    body.tag = "div"
    frame.append(body)
