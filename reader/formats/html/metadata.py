"""Reads what a web page says of itself: its title, author and date, and where it was saved from."""

from __future__ import annotations

import re

from lxml import etree

from reader.formats.html.names import attribute, name_of

# How far into the page a browser writes where it saved it from (characters).
_NEAR = 4_096
_SAVED = re.compile(r"<!--\s*saved from url=(?:\(\d+\))?(https?://[^\s>]{1,2000}?)\s*-->", re.I)
_DATE = re.compile(r"(\d{4})-?([01]\d)-?([0-3]\d)")
_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_DATES = ("article:published_time", "date", "dc.date", "dcterms.created", "dcterms.issued", "datepublished", "pubdate")
_SUBJECTS = ("description", "og:description", "dc.subject")


def source_of(text: str) -> str:
    """The address that a browser noted when it saved the page, "" where none did."""
    found = _SAVED.search(text[:_NEAR])
    return found[1] if found else ""


def metadata_of(root: etree._Element, source: str) -> dict[str, str]:
    """What the page says, under the names that `reader.assembling.manifesto_of` takes; `source` is its address."""
    said: dict[str, str] = {}
    for node in root.iter("meta"):
        key = attribute(node, "property") or attribute(node, "name") or attribute(node, "itemprop")
        if key and (node.get("content") or "").strip():
            said.setdefault(key, node.get("content") or "")
    author = _first(said, _AUTHORS)
    found = {
        "title": _title(root, _first(said, _TITLES)),
        "author": "" if author.startswith(("http:", "https:")) else author,
        "subject": _first(said, _SUBJECTS),
        "keywords": said.get("keywords", ""),
        "creationDate": _date(root, _first(said, _DATES)),
        "source": source or _canonical(root) or _address(said.get("og:url", "")),
    }
    return {name: text for name, text in found.items() if text}


def _first(said: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((said[key] for key in keys if key in said), "")


def _title(root: etree._Element, announced: str) -> str:
    """The page's only heading of the first rank where its title begins or ends with it, else what it calls itself."""
    node = next((one for one in root.iter(etree.Element) if name_of(one) == "title"), None)
    title = _words(node)
    headings = [words for one in root.iter(etree.Element) if name_of(one) == "h1" and (words := _words(one))]
    if len(headings) == 1 and headings[0].casefold() in title.casefold():
        return headings[0]
    return announced or title


def _words(node: etree._Element | None) -> str:
    return "" if node is None else " ".join("".join(node.itertext()).split())


def _date(root: etree._Element, said: str) -> str:
    if not said:
        time = next((one for one in root.iter(etree.Element) if name_of(one) == "time" and one.get("datetime")), None)
        said = "" if time is None else time.get("datetime") or ""
    found = _DATE.search(said)
    return f"{found[1]}-{found[2]}-{found[3]}" if found else ""


def _canonical(root: etree._Element) -> str:
    for node in root.iter("link"):
        if "canonical" in attribute(node, "rel").split():
            return _address(node.get("href") or "")
    return ""


def _address(said: str) -> str:
    return said.strip() if said.strip().startswith(("http://", "https://")) else ""
