"""Says how a Word document counts its footnotes and endnotes, and writes their numbers as Word prints them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import etree

from reader.formats.list_numbers import written
from reader.formats.word.numbering import FORMATS
from reader.formats.word.package import Package, W, value

# What Word does where the document says nothing.
_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}
_SIGNS = "*†‡§"


def note_forms(package: Package) -> dict[str, str]:
    """The form of number of each kind of note ("footnote", "endnote"), by its name in the document."""
    places = (package.part(package.main), package.related("settings"))
    return {kind: next(chain(_said(places, kind), (usual,))) for kind, usual in _USUAL.items()}


def note_number(count: int, form: str) -> str:
    """The number of a note, counted from 1, in a form: "iv", "‡"."""
    if form == "chicago":
        times, at = divmod(count - 1, len(_SIGNS))
        return _SIGNS[at] * (times + 1)
    return written(count, FORMATS.get(form, ""))


def _said(places: tuple[etree._Element | None, ...], kind: str) -> Iterator[str]:
    for place in places:
        for settings in () if place is None else place.iter(f"{W}{kind}Pr"):
            form = value(settings, "numFmt")
            if form:
                yield form
