"""Finds the chapters of an e-book in reading order, and what the book says of itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from reader.errors import CannotDecrypt
from reader.formats.archives import Archive, damaged

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_TEXTS = frozenset(("application/xhtml+xml", "text/html", "application/xml", "text/xml", "text/x-oeb1-document"))
_TEXT_SUFFIXES = (".xhtml", ".html", ".htm", ".xml")
_PROPERTIES = {
    "title": "title",
    "creator": "author",
    "subject": "keywords",
    "description": "subject",
    "date": "creationDate",
    "publisher": "publisher",
    "source": "source",
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """One text of the book: the name of its member in the archive, and whether it is the book's table of contents."""

    name: str
    is_contents: bool = False


class Package:
    """The package document of one book. Raises Damaged, CannotDecrypt, TookTooMuchMemory."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._name = self._package_name()
        root = archive.xml(self._name)
        if root is None:
            raise damaged(archive.path)
        self._root = root
        # Names in real books differ from the manifest's in their letters' case now and then.
        self._members = {name.casefold(): name for name in reversed(archive.names)}

    def chapters(self) -> list[Chapter]:
        """The texts in the order of the spine. Raises CannotDecrypt where one of them is."""
        items = {item.get("id", ""): item for item in self._root.iterfind("{*}manifest/{*}item")}
        guides = {
            self._member(reference.get("href", ""))
            for reference in self._root.iterfind("{*}guide/{*}reference")
            if reference.get("type", "").lower() == "toc"
        }
        found: dict[str, Chapter] = {}
        for reference in self._root.iterfind("{*}spine/{*}itemref"):
            item = items.get(reference.get("idref", ""))
            if item is None or not _is_text(item):
                continue
            name = self._member(item.get("href", ""))
            if name:
                found.setdefault(name, Chapter(name, "nav" in item.get("properties", "").split() or name in guides))
        locked = self._locked()
        if any(name in locked for name in found):
            raise CannotDecrypt(
                f"“{self._archive.path.name}” is locked by its seller.",
                "Ask the publisher for a copy without copy protection, or for the PDF.",
            )
        return list(found.values())

    def style_sheets(self) -> Iterator[bytes]:
        """The style sheets of the book."""
        for item in self._root.iterfind("{*}manifest/{*}item[@media-type='text/css']"):
            sheet = self._archive.read(self._member(item.get("href", "")))
            if sheet is not None:
                yield sheet

    def metadata(self) -> dict[str, str]:
        """What the book says of itself, under the names that `reader.assembling.manifesto_of` takes."""
        said: dict[str, list[str]] = {}
        for node in self._root.iterfind("{*}metadata//*"):
            tag = str(node.tag)
            name = _PROPERTIES.get(tag.removeprefix(_DUBLIN_CORE)) if tag.startswith(_DUBLIN_CORE) else None
            if name and node.text and node.text.strip():
                said.setdefault(name, []).append(node.text.strip())
        together = ("author", "keywords")
        return {name: ", ".join(texts) if name in together else texts[0] for name, texts in said.items()}

    def _package_name(self) -> str:
        container = self._archive.xml(_CONTAINER)
        files = [] if container is None else container.iterfind(".//{*}rootfile")
        for file in files:
            if file.get("media-type", "application/oebps-package+xml") == "application/oebps-package+xml":
                return unquote(file.get("full-path", ""))
        return next((name for name in self._archive.names if name.endswith(".opf")), "")

    def _member(self, reference: str) -> str:
        """The name of the member that a reference in the package leads to, "" where there is none."""
        name = resolved(self._name, reference)
        return self._members.get(name.casefold(), "")

    def _locked(self) -> frozenset[str]:
        """The members that cannot be read without a key. Fonts are often scrambled, which locks nothing."""
        encryption = self._archive.xml(_ENCRYPTION)
        return frozenset() if encryption is None else frozenset(_references(encryption))


def resolved(base: str, reference: str) -> str:
    """The name of the member that `reference` in the member `base` leads to, without the place in it."""
    path = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base


def _references(encryption: etree._Element) -> Iterator[str]:
    for node in encryption.iterfind(".//{*}CipherReference"):
        yield unquote(node.get("URI", ""))


def _is_text(item: etree._Element) -> bool:
    return item.get("media-type", "").lower() in _TEXTS or item.get("href", "").lower().endswith(_TEXT_SUFFIXES)
