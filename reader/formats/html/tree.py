"""Parses web pages as browsers do, whatever is unclosed, misplaced or unknown in them; nothing is fetched.

The names of elements in the trees are in small letters and without namespaces.
"""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from reader.formats.archives import xml_parser
from reader.formats.html.names import BLOCKS

_DEEP = "Excessive depth"
# Tags without which a page still reads: set again and again without an end, they nest beyond what any parser takes.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|big|em|font|i|ins|label|nobr|s|small|span|strike|strong|sub|sup|tt|u)\b[^>]*>", re.I
)
_TAG = re.compile(r"</?([a-z][a-z0-9-]*)\b[^>]*>", re.I)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>", re.I)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_ALLOWED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def page_tree(text: str) -> etree._Element | None:
    """The root of a page, None where it holds nothing."""
    text = _ALLOWED.sub("", text)
    root, too_deep = _parsed(text)
    if too_deep:
        root, too_deep = _parsed(_INLINE.sub("", text))
    if too_deep:
        root, _ = _parsed(_TAG.sub(_flat, text))
    return root


def xhtml_tree(text: str) -> etree._Element | None:
    """The root of a page that should be XML, as in e-books; read as a web page where it is not."""
    declared = _DECLARATION.match(text)
    body = _ALLOWED.sub("", text[declared.end() :] if declared else text)
    try:
        root = etree.fromstring(_ENTITY.sub(_character, body).encode("utf-8"), xml_parser("utf-8"))
    except (etree.XMLSyntaxError, ValueError):
        return page_tree(text)
    for node in root.iter(etree.Element):
        node.tag = str(node.tag).rpartition("}")[2].lower()
    return root


def _parsed(text: str) -> tuple[etree._Element | None, bool]:
    """The root, and whether elements stood too deep in each other for everything to be in it."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, False
    # The parser gives up with an error, its last one.
    last = parser.error_log.last_error
    return root, last is not None and _DEEP in (last.message or "")


def _flat(tag: re.Match[str]) -> str:
    """Instead of a tag the end of a line, where it makes one."""
    return "<br><br>" if tag[1].lower() in BLOCKS else ""


def _character(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _OF_XML else html5.get(f"{entity[1]};", entity[0])
