"""What the import process tells of its work, as values that travel over a pipe."""

from __future__ import annotations

from dataclasses import dataclass

from reader.errors import UserError


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` files; `file` is being read and stands at `page` of `pages` (0 where not known).

    With `by_ocr`, page `page` of the `pages` of `file` that are pictures is being read by OCR.
    """

    done: int
    total: int
    file: str = ""
    page: int = 0
    pages: int = 0
    by_ocr: bool = False


@dataclass(frozen=True, slots=True)
class DocumentAdded:
    """The document is in the library, in the index, and its topic views are there."""

    path: str
    document: str
    title: str


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """The same file, byte for byte, is in the library already."""

    path: str
    document: str
    title: str


@dataclass(frozen=True, slots=True)
class DocumentFailed:
    """The file could not be read; where it is `listed`, in the library's list of failures with the same words."""

    path: str
    code: str
    problem: str
    advice: str
    listed: bool = True


@dataclass(frozen=True, slots=True)
class DocumentRecognised:
    """A document that was there has been read again, with what OCR saw or by newer rules, and can be searched by it."""

    document: str
    title: str


@dataclass(frozen=True, slots=True)
class HighlightsFound:
    """A document's own file has highlights of other programs, or a copy of it was added that has (then `of_copy`).

    `what` says how many and by whom: "14 highlights by A. Reader".
    """

    document: str
    title: str
    what: str
    of_copy: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is left to do, or nothing can be done for the reason that `stopped` gives: what waits goes on waiting.

    Without this at the end of the pipe, the process crashed.
    """

    added: int
    failed: int
    stopped: UserError | None = None


Event = Progress | DocumentAdded | AlreadyThere | DocumentFailed | DocumentRecognised | HighlightsFound | Finished
