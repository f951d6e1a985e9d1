"""A manifesto as the Manifesto Project has it: one quasi-sentence after the other, each with its code.

Words are cut where units and codes begin and end, and between paragraphs; nothing is left out but running heads.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.annotations.marpor_codes import HEADING, NO_CATEGORY, is_european, written
from index.annotations.running_text import RunningText
from reader.database import at_one_moment
from reader.errors import NotFound
from reader.library import annotation_rows, codes, documents, units
from reader.library.codes import Codebook
from reader.library.records import Document
from reader.library.units import UnitMark
from reader.library.verdicts import About, Placed
from reader.model import Kind


@dataclass(frozen=True, slots=True)
class QuasiSentence:
    """A row: the words as they stand, and the codes as text.

    `cmp_code` is "000" where somebody looked and found no category, "H" for a heading, "" for what is not coded.
    `others` are codes on the same words that have no room. `start` counts code points in the running text.
    """

    text: str
    cmp_code: str
    eu_code: str
    start: int
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parted:
    """A manifesto in quasi-sentences, as one coder coded it."""

    document: Document
    coder: str
    sentences: tuple[QuasiSentence, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Code points of the running text, and the code on them or the mark on the unit."""

    start: int
    end: int
    code: str = ""
    mark: str = ""


def parted(connection: sqlite3.Connection, document: str, coder: str, scheme: str = "") -> Parted:
    """The document as this coder (an id) coded it, cut also into the units of a scheme (an id, "" for none).

    Raises NotFound where document or coder are gone.
    """
    with at_one_moment(connection):
        known = documents.one(connection, document)
        names = {one.id: one.name for one in annotation_rows.coders(connection)}
        if known is None or coder not in names:
            raise NotFound("This manifesto or coder is not in the library any more.", "Choose another.")
        text = RunningText(documents.blocks(connection, document))
        said = annotation_rows.of_document(connection, document, (About.CODE, About.UNIT))
        mine = [one for one in said if one.annotation.coder.id == coder]
        coded = list(_coded(text, mine))
        made = list(_units(connection, text, document, scheme, mine)) if scheme else []
        book = codes.codebook(connection)
    return Parted(known, names[coder], tuple(_sentences(text, coded, made, book)))


def _coded(text: RunningText, said: Iterable[Placed]) -> Iterable[_Stretch]:
    for one in said:
        found = text.range_of(one.spans)
        if one.annotation.about is About.CODE and found:
            yield _Stretch(*found, code=one.annotation.target)


def _units(
    connection: sqlite3.Connection, text: RunningText, document: str, scheme: str, said: Iterable[Placed]
) -> Iterable[_Stretch]:
    marks = {one.annotation.target: one.annotation.value for one in said if one.annotation.about is About.UNIT}
    for one in units.of_scheme(connection, scheme, document):
        if found := text.range_of(one.spans):
            yield _Stretch(*found, mark=marks.get(one.unit.id, ""))


def _sentences(
    text: RunningText, coded: Sequence[_Stretch], made: Sequence[_Stretch], book: Codebook
) -> Iterable[QuasiSentence]:
    for start, end, there in _cut(text.text, [*coded, *made]):
        # Of two codes on the same words that of fewer words is meant.
        found = [code for one in sorted(there, key=_length) if (code := book.get(one.code)) is not None]
        own = _unique(written(code) for code in found if not is_european(book, code.id))
        european = _unique(code.name for code in found if is_european(book, code.id))
        written_code = own[0] if own else _uncoded(text, start, there)
        yield QuasiSentence(text.text[start:end], written_code, "".join(european[:1]), start, (*own[1:], *european[1:]))


def _uncoded(text: RunningText, start: int, there: Sequence[_Stretch]) -> str:
    if any(one.mark == UnitMark.NO_CODE for one in there):
        return NO_CATEGORY
    return HEADING if text.block_at(start).kind is Kind.HEADING else ""


def _cut(text: str, stretches: Sequence[_Stretch]) -> Iterable[tuple[int, int, list[_Stretch]]]:
    """The words between two cuts, without white space around them, and the stretches that they lie in."""
    cuts = {0, len(text), *(one.start for one in stretches), *(one.end for one in stretches)}
    coming = sorted(stretches, key=lambda one: one.start)
    ends = [place for place, character in enumerate(text) if character == "\n"]
    covered = _covered(coming)
    cuts |= {place for place in ends if not any(start < place < end for start, end in _around(covered, place))}
    there: list[_Stretch] = []
    at = 0
    for start, end in pairwise(sorted(cuts)):
        while at < len(coming) and coming[at].start <= start:
            there.append(coming[at])
            at += 1
        there = [one for one in there if one.end > start]
        words = text[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip()), list(there)


def _covered(coming: Sequence[_Stretch]) -> list[tuple[int, int]]:
    """The stretches, which come in the order of their starts, put together where they overlap."""
    found: list[tuple[int, int]] = []
    for one in coming:
        if found and one.start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], one.end))
        else:
            found.append((one.start, one.end))
    return found


def _around(covered: Sequence[tuple[int, int]], place: int) -> Sequence[tuple[int, int]]:
    """The one that begins last before this place, if any."""
    at = bisect_left(covered, (place, 0))
    return covered[max(0, at - 1) : at]


def _length(one: _Stretch) -> int:
    return one.end - one.start


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
