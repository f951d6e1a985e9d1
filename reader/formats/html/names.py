"""The names of elements in web pages, by what they mean for reading."""

from __future__ import annotations

import re

from lxml import etree

HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Elements that begin and end a line of their own.
_BLOCKS = (
    "html body main article section nav aside header footer address hgroup div p pre blockquote center form fieldset"
    " legend details summary dialog figure figcaption ul ol menu dir li dl dt dd table caption thead tbody tfoot tr td"
    " th hr h1 h2 h3 h4 h5 h6 search frameset noframes"
)
BLOCKS = frozenset(_BLOCKS.split())
# Nothing in these is text that a page shows for reading.
_NEVER_READ = (
    "head script style noscript template iframe frame object embed applet canvas audio video svg map input textarea"
    " select option datalist progress meter rp rt annotation annotation-xml del"
)
NEVER_READ = frozenset(_NEVER_READ.split())
LISTS = frozenset(("ul", "ol", "menu", "dir"))

_WORD = re.compile(r"\w+")


def name_of(node: etree._Element) -> str:
    """The element's name in a tree that `reader.formats.html.tree` made; "" for what is no element."""
    tag = node.tag
    return tag if isinstance(tag, str) else ""


def attribute(node: etree._Element, name: str) -> str:
    """The attribute in small letters, "" where there is none."""
    said = node.get(name)
    return said.strip().lower() if said else ""


def names_given(node: etree._Element) -> list[str]:
    """The classes and the id that its writer gave the element, as they are written."""
    classes, own = node.get("class"), node.get("id")
    return f"{classes or ''} {own or ''}".split() if classes or own else []


def epub_type(node: etree._Element) -> str:
    """What the element is in the words of EPUB ("noteref footnote") or of its roles ("doc-noteref")."""
    in_epub = node.get("{http://www.idpf.org/2007/ops}type") or node.get("epub:type") or ""
    return f"{in_epub} {node.get('role') or ''}".lower()


def word_count(text: str | None) -> int:
    return len(_WORD.findall(text)) if text else 0
