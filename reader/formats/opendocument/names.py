"""The XML names of OpenDocument, and reading their attributes."""

from __future__ import annotations

from lxml import etree

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = _BASE + "office:1.0}"
TEXT = _BASE + "text:1.0}"
TABLE = _BASE + "table:1.0}"
DRAW = _BASE + "drawing:1.0}"
STYLE = _BASE + "style:1.0}"
FO = _BASE + "xsl-fo-compatible:1.0}"
META = _BASE + "meta:1.0}"
MANIFEST = _BASE + "manifest:1.0}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def whole(node: etree._Element, name: str) -> int | None:
    """The attribute as a whole number, None where it is none."""
    found = node.get(name, "")
    return int(found) if found.isdecimal() and len(found) < 10 else None
