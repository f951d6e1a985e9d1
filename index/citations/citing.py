"""Citations and bibliographies in a style, made by citeproc-py, as runs of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from index.citations.places import Place
from index.citations.styles import FAULTS, Opened, unusable
from index.citations.works import work
from index.exports.publication import Run, Runs
from reader.library.records import Document

__all__ = ["Citations", "Place", "citations"]


class _Italic(str):
    """Italic words between two marks that no field of a manifesto holds: control characters are taken out of them."""

    begins, ends = "\x01", "\x02"
    __slots__ = ()

    def __new__(cls, words: str) -> _Italic:
        return super().__new__(cls, f"{cls.begins}{words}{cls.ends}")


class _Bold(_Italic):
    begins, ends = "\x03", "\x04"
    __slots__ = ()


_PARAGRAPHS = re.compile(r"paras?\.? (.+)")
_MARKS = re.compile("([\x01-\x04])")
# What citeproc-py asks of a formatter. Its own one for HTML takes addresses in angle brackets for tags.
_FORMATTER = SimpleNamespace(
    preformat=lambda words: words,
    Italic=_Italic,
    Oblique=_Italic,
    Bold=_Bold,
    **dict.fromkeys(("Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str),
)


@dataclass(frozen=True, slots=True)
class Citations:
    """Citations in the order in which they were asked for, and the works that they cite in the order of the style."""

    each: tuple[Runs, ...]
    bibliography: tuple[Runs, ...]
    notes: bool


def citations(style: Opened, cited: Sequence[tuple[Document, Place]]) -> Citations:
    """Cite these places, in this order: a style may shorten what was cited before. Raises NotAStyle."""
    try:
        return _made(style, cited)
    except FAULTS as error:
        raise unusable(style.name, error) from error


def _made(style: Opened, cited: Sequence[tuple[Document, Place]]) -> Citations:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, Locator
    from citeproc.source.json import CiteProcJSON

    works = {document.id.lower(): work(document) for document, _ in cited}

    def book(made: Sequence[Any]) -> Any:
        begun = CitationStylesBibliography(style.csl, CiteProcJSON(list(works.values())), _FORMATTER)
        for one in made:
            begun.register(one)
        return begun

    made = []
    for document, place in cited:
        label, where = _locator(place)
        found = {"locator": Locator(label, where)} if where else {}
        made.append(Citation([CitationItem(document.id.lower(), **found)]))
    inline = book(made)
    each = tuple(_runs(str(inline.cite(one, _missing))) for one in made)
    # A book of its own: citeproc-py gives the entry of a work the page of its first citation.
    whole = book([Citation([CitationItem(name)]) for name in works])
    whole.sort()
    return Citations(each, tuple(_runs(str(entry)) for entry in whole.bibliography()), style.notes)


def _locator(place: Place) -> tuple[str, str]:
    """What kind of place it is to CSL, and which: a page, a section with its paragraph, or a paragraph alone."""
    if place.pages:
        return "page", place.pages
    alone = _PARAGRAPHS.match(place.section)
    return ("paragraph", alone[1]) if alone else ("section", place.section)


def _missing(item: object) -> None:
    raise KeyError(item)


def _runs(marked: str) -> Runs:
    """What citeproc-py wrote with our marks, as runs: italic and bold are kept, addresses can be opened."""
    made: list[Run] = []
    strong = italic = 0
    for piece in _MARKS.split(marked):
        if piece in (_Italic.begins, _Italic.ends):
            italic += 1 if piece == _Italic.begins else -1
        elif piece in (_Bold.begins, _Bold.ends):
            strong += 1 if piece == _Bold.begins else -1
        else:
            made += [Run(words, strong=strong > 0, italic=italic > 0, link=link) for words, link in _with_links(piece)]
    return tuple(made)


def _with_links(words: str) -> Iterable[tuple[str, str]]:
    """The words in pieces, each with the address that it is, "" for none."""
    at = 0
    while (start := words.find("http", at)) >= 0:
        end = next((place for place in range(start, len(words)) if words[place] in " <>"), len(words))
        address = words[start:end].rstrip(".,;)")
        if not address.startswith(("https://", "http://")):
            break
        if start > at:
            yield words[at:start], ""
        yield address, address
        at = start + len(address)
    if at < len(words):
        yield words[at:], ""
