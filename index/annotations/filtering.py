"""Which rows of the table of annotations are seen: those with what is typed that fit the facets, sorted and grouped."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any

from index.annotations.listing import Annotations, Listed

_MARKS = re.compile("[\u0300-\u036f]+")
_AT_ONCE = 500  # rows
_APOSTROPHES = str.maketrans("’‘“”", "''\"\"")


class Kind(StrEnum):
    """What a row is."""

    PASSAGE = "passage"  # a code on words
    NOTE = "note"
    DOCUMENT = "document"  # a code of a whole manifesto
    LOST = "lost"  # its words were not found again in the text as read now


class By(StrEnum):
    """What rows are grouped by."""

    NOTHING = ""
    CODE = "code"
    MANIFESTO = "manifesto"
    CODER = "coder"


@dataclass(frozen=True, slots=True)
class Facets:
    """What rows are narrowed to, "" for all: ids of code (those below it too), manifesto and coder; a kind, a party."""

    code: str = ""
    document: str = ""
    coder: str = ""
    kind: str = ""
    party: str = ""


EVERYTHING = Facets()


def kind_of(row: Listed) -> Kind:
    """What a row is."""
    if not row.found:
        return Kind.LOST
    if not row.code:
        return Kind.NOTE
    return Kind.PASSAGE if row.has_words else Kind.DOCUMENT


def folded(text: str) -> str:
    """Text as it is looked for: without case, accents and the forms of quotation marks."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", text.casefold())).translate(_APOSTROPHES)


class Shelf:
    """The rows made ready to be narrowed while people type: 20,000 take a few hundredths of a second."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        rows = annotations.rows
        self._texts: list[str] = []
        # Folding is most of the work, and is quickest in one go; in pieces it lets the window go on.
        for at in range(0, len(rows), _AT_ONCE):
            sought = (" ".join(_sought(row)).replace("\x00", " ") for row in rows[at : at + _AT_ONCE])
            self._texts += folded("\x00".join(sought)).split("\x00")
        self._kinds = [kind_of(row) for row in rows]
        self._keys: dict[int, list[Any]] = {}
        self._names: dict[By, list[str]] = {}
        self._order = {code.id: number for number, code in enumerate(annotations.codebook.codes)}

    def find(self, typed: str, facets: Facets = EVERYTHING) -> list[int]:
        """The numbers of the rows that have all words typed and fit the facets, in their order."""
        found = range(len(self._texts)) if facets == EVERYTHING else self._fitting(facets)
        for word in folded(typed).split():
            texts = self._texts
            found = [number for number in found if word in texts[number]]
        return list(found)

    def _fitting(self, facets: Facets) -> list[int]:
        below = {facets.code, *self.annotations.codebook.below(facets.code)} if facets.code else set()
        return [
            number
            for number, row in enumerate(self.annotations.rows)
            if (not below or row.code in below)
            and (not facets.document or row.document == facets.document)
            and (not facets.coder or row.coder == facets.coder)
            and (not facets.kind or self._kinds[number] == facets.kind)
            and (not facets.party or row.party == facets.party)
        ]

    def sort(self, found: Sequence[int], column: int, *, descending: bool = False) -> list[int]:
        """These rows by what stands in a column of COLUMNS; equal ones stay as they were."""
        if column not in self._keys:
            self._keys[column] = [COLUMNS[column].key(row) for row in self.annotations.rows]
        return sorted(found, key=self._keys[column].__getitem__, reverse=descending)

    def group(self, found: Sequence[int], by: By) -> list[tuple[str, list[int]]]:
        """These rows under the ids of their codes ("" for notes), manifestos or coders.

        Codes come in the order of the codebook, notes last; manifestos in that of the library, coders as they came.
        """
        if by not in self._names:
            of = {By.CODE: attrgetter("code"), By.MANIFESTO: attrgetter("document")}.get(by, attrgetter("coder"))
            self._names[by] = list(map(of, self.annotations.rows))
        groups: dict[str, list[int]] = defaultdict(list)
        names = self._names[by]
        for number in found:
            groups[names[number]].append(number)
        if by is By.CODE:
            order = self._order
        else:
            known = self.annotations
            ids = [one.id for one in known.documents] if by is By.MANIFESTO else [one.id for one in known.coders]
            order = {name: number for number, name in enumerate(ids)}
        return sorted(groups.items(), key=lambda group: order.get(group[0], len(order)))

    @cached_property
    def counts(self) -> dict[str, Counter[str]]:
        """How many rows there are of each code (with those below it), manifesto, coder and kind, by their ids."""
        annotations = self.annotations
        own = Counter(row.code for row in annotations.rows if row.code)
        codes = Counter(own)
        for code, count in own.items():
            codes.update(dict.fromkeys(annotations.codebook.above(code), count))
        return {
            "code": codes,
            "document": Counter(row.document for row in annotations.rows),
            "coder": Counter(row.coder for row in annotations.rows),
            "kind": Counter(kind.value for kind in self._kinds),
        }


def _sought(row: Listed) -> tuple[str, ...]:
    return (row.words, row.path, row.memo, row.manifesto, row.coder_name, *row.section[-1:])


def _by_page(row: Listed) -> tuple[int, str]:
    digits = re.match(r"\d+", row.pages)
    return (int(digits[0]) if digits else -1, row.pages)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: what it is called in exports and settings, and what it is sorted by."""

    id: str
    key: Callable[[Listed], Any]


COLUMNS: tuple[Column, ...] = (
    Column("words", lambda row: folded(row.words)),
    Column("code", lambda row: folded(row.path)),
    Column("memo", lambda row: folded(row.memo)),
    Column("manifesto", lambda row: folded(row.manifesto)),
    Column("page", _by_page),
    Column("coder", lambda row: folded(row.coder_name)),
    Column("date", lambda row: row.made),
)
