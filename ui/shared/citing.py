"""Who said it, in what, when and where, as a citation: Labour, For the Many Not the Few, 2017, p. 47."""

from __future__ import annotations

from collections.abc import Sequence

from index.citations.places import labels_of, pages_of
from reader.library.records import Document, Extent
from reader.wording import tr

__all__ = ["citation", "labels_of", "pages_named", "section_named"]


def citation(document: Document, place: str) -> str:
    """Name, title, year and `place` ("p. 47", "" for none), nothing said twice; a part of a manifesto is called one."""
    sources = [document.name]
    if document.called.casefold() != document.name.casefold():
        sources.append(document.called)
    if document.year and document.year not in document.called:
        sources.append(document.year)
    if document.extent == Extent.CHAPTER:
        sources.append(tr("chapter"))
    elif document.extent == Extent.EXTRACT:
        sources.append(tr("extract"))
    return ", ".join([*sources, *([place] if place else [])])


def pages_named(labels: Sequence[str]) -> str:
    """ "p. 47" or "pp. 47–48"; "" for no pages."""
    pages = pages_of(labels)
    if "–" in pages:
        return tr("pp. {pages}", pages=pages)
    return tr("p. {page}", page=pages) if pages else ""


def section_named(section: Sequence[str], first: int = 0, last: int = 0) -> str:
    """ "section ‘The quay’, paragraph 3", which is cited where a format has no pages; "" for neither.

    `first` and `last` are the numbers of the paragraphs under that heading, 0 for unknown.
    """
    named = [tr("section ‘{section}’", section=section[-1])] if section else []
    if last > first > 0:
        named.append(tr("paragraphs {first}–{last}", first=first, last=last))
    elif first:
        named.append(tr("paragraph {number}", number=first))
    return ", ".join(named)
