"""A manifesto as a work that is cited, in the form of CSL-JSON, and what is missing or guessed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from reader.library.records import Document, Extent
from reader.wording import tr, tr_count

Work: TypeAlias = dict[str, Any]

# What stands in the place of an author whom nobody knows.
NO_AUTHOR = "[author unknown]"
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def work(document: Document) -> Work:
    """The manifesto as CSL-JSON. What is not known is left out; an author is always there."""
    made: Work = {
        "id": document.id,
        "type": _kind(document),
        "title": document.called,
        "author": [_author(document)],
        "publisher": document.publisher or (document.party if document.candidate else ""),
        "language": document.language,
        "issued": _date(document.date or _year(document)),
        "URL": document.source if document.source.startswith(("https://", "http://")) else "",
        "accessed": _date(document.accessed),
    }
    if document.extent in (Extent.CHAPTER, Extent.EXTRACT):
        made["container-title"] = document.described
    return {name: _cleaned(value) for name, value in made.items() if value}


def _cleaned(value: Any) -> Any:  # CSL-JSON nests texts in lists
    """The same without control characters and runs of white space."""
    if isinstance(value, str):
        return " ".join(_CONTROL.sub(" ", value).split())
    if isinstance(value, dict):
        return {name: _cleaned(each) for name, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list) else value


def first_doubted(document: Document) -> str:
    """The field to correct first, "" where a citation of the manifesto says nothing that is missing or guessed."""
    return next((field for field, _, _ in _doubts(document)), "")


def doubt_sentence(document: Document) -> str:
    """ "The year is not known, the party and the title are guesses: check them."; "" where nothing is to be doubted."""
    found = list(_doubts(document))
    missing, guessed = ([name for _, name, known in found if known is wanted] for wanted in (False, True))
    parts = []
    if missing:
        names = _listed(missing)
        parts.append(tr_count("{names} is not known", "{names} are not known", len(missing), names=names))
    if guessed:
        names = _listed(guessed)
        parts.append(tr_count("{names} is a guess", "{names} are guesses", len(guessed), names=names))
    said = ", ".join(parts)
    if not said:
        return ""
    return tr_count("{doubts}: check it.", "{doubts}: check them.", len(found), doubts=f"{said[0].upper()}{said[1:]}")


def _doubts(document: Document) -> Iterator[tuple[str, str, bool]]:
    """What a citation lacks or nobody has confirmed: the field, its name, and whether there is a guess."""
    if not (document.candidate or document.party or document.publisher):
        yield "party", tr("the author"), False
    elif not document.sample and not document.confirmed & {"candidate", "party", "publisher"}:
        yield "party", tr("the party"), True
    for field, name in (("title", tr("the title")), ("year", tr("the year"))):
        known = bool(getattr(document, field))
        if not known or (field not in document.confirmed and not document.sample):
            yield field, name, known


def _listed(names: list[str]) -> str:
    *before, last = names
    return tr("{names} and {last}", names=", ".join(before), last=last) if before else last


def _kind(document: Document) -> str:
    if document.extent in (Extent.CHAPTER, Extent.EXTRACT):
        return "chapter"
    from reader.formats.html import FORMAT as WEB_PAGE  # not before something is cited; saved pages are called so too

    return "webpage" if document.format == WEB_PAGE.name else "book"


def _author(document: Document) -> dict[str, str]:
    """A candidate is a person with a family name; a party, or whoever published it, is named whole."""
    if document.candidate:
        given, _, family = document.candidate.rpartition(" ")
        return {"given": given, "family": family} if given else {"literal": family}
    return {"literal": document.party or document.publisher or NO_AUTHOR}


def _year(document: Document) -> str:
    found = _YEAR.search(document.year or document.election)
    return found[0] if found else ""


def _date(written: str) -> dict[str, list[list[int]]] | None:
    found = _DAY.match(written)
    return {"date-parts": [[int(part) for part in found.groups() if part]]} if found else None
