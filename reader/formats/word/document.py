"""Turns a Word document into a manifesto."""

from __future__ import annotations

from pathlib import Path

from reader.assembling import manifesto_of
from reader.formats.archives import damaged, opened
from reader.formats.registry import OnPage
from reader.formats.word.body import Body
from reader.formats.word.notes import notes_on
from reader.formats.word.package import Package, element
from reader.model import Manifesto

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_PROPERTIES = {
    f"{_DUBLIN_CORE}title": "title",
    f"{_DUBLIN_CORE}creator": "author",
    f"{_DUBLIN_CORE}subject": "subject",
    f"{_CORE}keywords": "keywords",
    f"{_TERMS}created": "creationDate",
    f"{_TERMS}modified": "modDate",
}


def read_word(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in the document, without ids.

    Raises CannotDecrypt, Damaged, NoText, NotFound, TookTooMuchMemory.
    """
    with opened(path) as archive:
        package = Package(archive)
        body = element(package.part(package.main), "body")
        if body is None:
            raise damaged(path)
        parts = list(Body(package).parts(body))
        manifesto = manifesto_of(path, parts, format_name, metadata=_metadata(package), notes=notes_on(body))
    on_page(1, 1)
    return manifesto


def _metadata(package: Package) -> dict[str, str]:
    properties = package.properties()
    return {
        _PROPERTIES[node.tag]: node.text
        for node in ([] if properties is None else properties)
        if node.tag in _PROPERTIES and node.text
    }
