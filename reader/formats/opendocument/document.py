"""Turns an OpenDocument text into a manifesto."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from reader.assembling import manifesto_of
from reader.errors import CannotDecrypt
from reader.formats.archives import damaged, is_zip, opened, xml_of
from reader.formats.opendocument.body import Body
from reader.formats.opendocument.lists import Lists
from reader.formats.opendocument.names import DUBLIN_CORE, MANIFEST, META, OFFICE
from reader.formats.opendocument.styles import Styles, automatic_styles, named_styles
from reader.formats.registry import OnPage
from reader.model import Manifesto
from reader.regular_files import bytes_of, open_regular

_META = {
    f"{DUBLIN_CORE}title": "title",
    f"{META}initial-creator": "author",
    f"{DUBLIN_CORE}creator": "author",
    f"{DUBLIN_CORE}subject": "subject",
    f"{META}keyword": "keywords",
    f"{META}creation-date": "creationDate",
    f"{DUBLIN_CORE}date": "modDate",
}


def read_opendocument(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in the text, without ids. Raises Damaged, CannotDecrypt, NoText, NotFound, TookTooMuchMemory."""
    members = _members(path)
    content, styles = members["content.xml"], members["styles.xml"]
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise damaged(path)
    groups = (named_styles(styles), automatic_styles(content))
    parts = Body(Styles(*groups), Lists(*groups)).parts(text)
    manifesto = manifesto_of(path, list(parts), format_name, metadata=_metadata(members["meta.xml"]))
    on_page(1, 1)
    return manifesto


def _members(path: Path) -> Mapping[str, etree._Element | None]:
    """The content, the styles and what the file says of itself; in a file that is one XML they are all its root."""
    names = ("content.xml", "styles.xml", "meta.xml")
    with open_regular(path) as file:
        zipped = is_zip(file.read(4))
    if not zipped:
        return dict.fromkeys(names, xml_of(bytes_of(path), path))
    with opened(path) as archive:
        manifest = archive.xml("META-INF/manifest.xml")
        if manifest is not None and next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
            raise CannotDecrypt(
                f"“{path.name}” is protected by a password.",
                "Open it in LibreOffice, save a copy without a password, and add that.",
            )
        return {name: archive.xml(name) for name in names}


def _metadata(root: etree._Element | None) -> dict[str, str]:
    meta = None if root is None else root.find(f"{OFFICE}meta")
    return {
        _META[node.tag]: node.text
        for node in ([] if meta is None else meta.iterchildren(*_META))
        if isinstance(node.tag, str) and node.text
    }
