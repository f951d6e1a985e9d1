"""Finds the parts of a Word document by their relationships, as its writer linked them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from reader.formats.archives import Archive, xml_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Of the attributes that name a related part by its id.
RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# "Strict" documents say the same under other addresses.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"


class Package:
    """The parts of one document. Parts that its writer linked but left out are taken as not there."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.main = next(
            (name for name in self._targets("", "officeDocument") if name in archive.names),
            next((name for name in archive.names if name.startswith("word/document")), "word/document.xml"),
        )

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, None where it is missing. Raises Damaged, TookTooMuchMemory."""
        content = self._archive.read(name)
        return None if content is None else xml_of(_STRICT.sub(_TRANSITIONAL, content), self._archive.path)

    def related(self, kind: str) -> etree._Element | None:
        """The part that the main one relates to as `kind` ("styles", "numbering", "footnotes"), None without."""
        found = (self.part(name) for name in self._targets(self.main, kind))
        return next((root for root in found if root is not None), None)

    def linked(self, id_: str | None) -> etree._Element | None:
        """The part that the main one names by this id, None where it is missing."""
        found = next((name for name, _, own in self._links(self.main) if own == id_), None)
        return None if found is None else self.part(found)

    def properties(self) -> etree._Element | None:
        """The core properties: title, author ..."""
        found = (self.part(name) for name in self._targets("", "core-properties"))
        return next((root for root in found if root is not None), None)

    def _targets(self, source: str, kind: str) -> Iterator[str]:
        """The names of the parts that `source` ("" for the whole package) relates to as `kind`."""
        return (name for name, form, _ in self._links(source) if form == kind)

    def _links(self, source: str) -> Iterator[tuple[str, str, str]]:
        """The parts that `source` ("" for the whole package) relates to: name, kind, id."""
        folder, name = posixpath.split(source)
        links = self._archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for link in () if links is None else links.iter(_RELATIONSHIP):
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
                yield target, link.get("Type", "").rpartition("/")[2], link.get("Id", "")


def value(parent: etree._Element | None, *path: str) -> str | None:
    """The `w:val` of the element at `path` below `parent`; "" where it is there without one, None where it is not."""
    found = element(parent, *path)
    return None if found is None else found.get(f"{W}val", "")


def element(parent: etree._Element | None, *path: str) -> etree._Element | None:
    """The element at `path` of WordprocessingML names below `parent`, None where it is not there."""
    return None if parent is None else parent.find("/".join(W + name for name in path))


def is_on(parent: etree._Element | None, *path: str) -> bool | None:
    """Whether the switch at `path` is on or off, None where it is not set."""
    found = value(parent, *path)
    return None if found is None else found not in ("0", "false", "off", "none")


def number(parent: etree._Element | None, *path: str) -> int | None:
    """The whole number at `path`, None where there is none."""
    found = value(parent, *path)
    try:
        return int(float(found)) if found else None
    except (ValueError, OverflowError):
        return None
