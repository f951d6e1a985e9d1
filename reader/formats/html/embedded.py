"""Puts what a page shows from elsewhere into its tree: frames that came with it, and shadow roots."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from reader.formats.html.names import attribute, name_of
from reader.formats.html.tree import page_tree

# Frames stand within each other no deeper than this, and a page has no more of them.
_DEEPEST, _MOST = 4, 100
_UNSEEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$))", re.I
)


class Embedded(NamedTuple):
    """Whether frames or shadow roots were read; the folder beside the page that holds frames which were not, or ""."""

    were_read: bool
    beside: str


def with_embedded(root: etree._Element, frames: Mapping[str, str], address: str = "") -> Embedded:
    """Make blocks of the page of its shadow roots and of its frames.

    `frames` are the pages that came with the page, by their addresses; `address` is the page's own. What browsers keep
    in a folder beside the page is named and not read: the library keeps the page alone, and would read it otherwise the
    next time.
    """
    waiting = [(root, address, 0)]
    many, beside = 0, ""
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
                elif depth == 0 and not text.strip() and not _is_unseen(node):
                    beside = beside or _folder_of(node.get("src") or "")
    return Embedded(many > 0, beside)


def _folder_of(source: str) -> str:
    """The folder beside the page in which a browser has kept this frame; "" for a frame from elsewhere."""
    try:
        parts = urlsplit(source.strip().replace("\\", "/"))
    except ValueError:
        return ""
    path = unquote(parts.path).removeprefix("./")
    folder, sign, name = path.partition("/")
    is_beside = sign and name.casefold().endswith((".html", ".htm", ".xhtml")) and folder not in ("", ".", "..")
    return folder if is_beside and not (parts.scheme or parts.netloc or parts.query) else ""


def _is_unseen(frame: etree._Element) -> bool:
    """Whether a browser shows nothing of the frame: programs that count visitors put such frames in."""
    sizes = {attribute(frame, "width"), attribute(frame, "height")}
    return "hidden" in frame.attrib or bool(
        sizes & {"0", "1", "0px", "1px"} or _UNSEEN.search(frame.get("style") or "")
    )


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
