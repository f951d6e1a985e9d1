"""What the library holds, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Extent(StrEnum):
    """How much of a manifesto a document is: silence may only be inferred from a whole one."""

    WHOLE = "whole"
    CHAPTER = "chapter"
    EXTRACT = "extract"


# The fields of a manifesto that people can correct, in the order in which they are shown.
FIELDS = (
    "title",
    "party",
    "candidate",
    "office",
    "election",
    "year",
    "nation",
    "language",
    "publisher",
    "date",
    "source",
    "accessed",
    "extent",
    "colour",
)


@dataclass(frozen=True, slots=True)
class Document:
    """One manifesto in the library. Field values are text, "" where nothing is known.

    `confirmed` names the fields that a person has entered or confirmed; the others are guesses. `words` counts the
    words of its passages. `readable_pages` of `page_count` pages have text. `sample` marks what ships with the program.
    """

    id: str
    title: str
    party: str = ""
    candidate: str = ""
    office: str = ""
    election: str = ""
    year: str = ""
    nation: str = ""
    language: str = ""
    publisher: str = ""
    date: str = ""
    source: str = ""
    accessed: str = ""
    extent: str = Extent.WHOLE
    colour: str = ""
    confirmed: frozenset[str] = frozenset()
    file_name: str = ""
    format: str = ""
    page_count: int = 0
    readable_pages: int = 0
    words: int = 0
    notes: tuple[str, ...] = ()
    added: str = ""
    sample: bool = False
    removed: bool = False

    @property
    def name(self) -> str:
        """What a column head calls it: the candidate or the party, else the title."""
        return self.candidate or self.party or self.called

    @property
    def called(self) -> str:
        """Its title; where that is not known, what it is: "Labour manifesto, General election 2017"."""
        return self.title or self.described

    @property
    def described(self) -> str:
        """Whose manifesto for which election it is, whatever its title."""
        who = self.candidate or self.party
        return ", ".join(filter(None, (f"{who} manifesto" if who else "Manifesto", self.election or self.year)))


class FileState(StrEnum):
    """Where a file on its way into the library is."""

    WAITING = "waiting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class QueuedFile:
    """A file still to be read, or one that could not be: then `code`, `problem` and `advice` say why."""

    path: str
    state: FileState
    code: str = ""
    problem: str = ""
    advice: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Recognition:
    """How far OCR has come, by document: `unseen` pages (1-based), the `data` that seen ones were read with.

    `unused` are the documents that have not been read with all that was seen.
    """

    unseen: dict[str, list[int]]
    data: dict[str, dict[int, str]]
    unused: frozenset[str]


@dataclass(frozen=True, slots=True)
class ManifestoSet:
    """A named, ordered choice of manifestos, with the view people left it in (topic, filters ...) as JSON text."""

    id: str
    name: str
    documents: tuple[str, ...]
    view: str = "{}"
