"""Turns an e-book into a manifesto."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from reader.assembling import manifesto_of
from reader.formats.archives import Archive, damaged, opened
from reader.formats.epub.package import Chapter, Package, resolved
from reader.formats.html.encoding import text_of
from reader.formats.html.main_content import whole
from reader.formats.html.names import name_of
from reader.formats.html.style_rules import with_raised_classes
from reader.formats.html.tree import xhtml_tree
from reader.formats.html.walking import parts_of
from reader.formats.registry import OnPage
from reader.model import Manifesto


def read_book(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in the book, without ids. Raises Damaged, CannotDecrypt, NoText, NotFound, TookTooMuchMemory."""
    with opened(path) as archive:
        package = Package(archive)
        # The table of contents repeats the headings.
        chapters = [chapter for chapter in package.chapters() if not chapter.is_contents]
        if not chapters:
            raise damaged(path)
        book = _bound(archive, chapters)
        with_raised_classes(book, map(text_of, package.style_sheets()))
        manifesto = manifesto_of(path, parts_of(whole(book)), format_name, metadata=package.metadata())
    on_page(1, 1)
    return manifesto


def _bound(archive: Archive, chapters: list[Chapter]) -> etree._Element:
    """All chapters as one page, so that notes in one chapter are found from another."""
    book = etree.Element("body")
    places = {chapter.name: at for at, chapter in enumerate(chapters)}
    for chapter in chapters:
        content = archive.read(chapter.name)
        root = None if content is None else xhtml_tree(text_of(content))
        body = (
            None if root is None else next((node for node in root.iter(etree.Element) if name_of(node) == "body"), None)
        )
        if body is None:
            continue
        for node in body.iter(etree.Element):
            _relink(node, chapter.name, places)
        body.tag = "div"
        body.tail = None
        book.append(body)
    return book


def _relink(node: etree._Element, chapter: str, places: dict[str, int]) -> None:
    """Make ids and links speak of the bound book."""
    at = places[chapter]
    if name := node.get("id"):
        node.set("id", f"{at}-{name}")
    target, sign, place = (node.get("href") or "").partition("#")
    if sign and ":" not in target and (leads_to := places.get(resolved(chapter, target))) is not None:
        node.set("href", f"#{leads_to}-{place}")
