"""Elements of a Word document that python-docx has no words for, made from their XML."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def element(xml: str) -> Any:  # python-docx knows an element's class only once it is parsed
    """The element; `xml` names "w:" and "r:" as Word does and holds no words of manifestos, only numbers and codes."""
    head, end, rest = xml.partition("/>") if xml.find("/>") == xml.find(">") - 1 else xml.partition(">")
    return parse_xml(f"{head} {nsdecls('w', 'r')}{end}{rest}")
