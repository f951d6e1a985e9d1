"""Takes annotations in from CSV: `document,quote,start,end,code,memo,coder`, in any order and with other columns too.

`document` is the SHA-256, the file name or the title. `start` and `end` count code points in the running text. Of quote
and places one may be empty; where both are, a code is one of the whole manifesto. What is not certain is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from index.annotations.importing_marpor import is_marpor, quasi_sentences
from index.annotations.quotations import Unplaced, placed
from index.annotations.running_text import RunningText
from index.annotations.tables import Line, Table, table
from index.annotations.taken_in import Ambiguous, Arriving, LeftOut, TakenIn, as_one_edit, left_out, notes_there
from reader.errors import NotFound, NotSupported
from reader.library.codes import compared
from reader.library.coding import New
from reader.library.library import Library
from reader.library.memo_edits import cleaned
from reader.library.records import Document
from reader.library.verdicts import Selection
from reader.wording import tr

HEADER = ("document", "quote", "start", "end", "code", "memo", "coder")
_MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")


class _Skipped(Exception):
    """Why a row cannot be taken, as a sentence."""


def from_csv(library: Library, path: Path, *, document: str = "", coder: str = "") -> TakenIn:
    """What a CSV file would bring into the library, which is not changed.

    `document` names the manifesto of a file that names none (the Manifesto Project's); `coder` who coded rows that do
    not say it. Raises NotFound, NotSupported, EmptyFile.
    """
    found = table(path)
    if is_marpor(found.columns):
        return quasi_sentences(library, path, found, named(library, document) if document else None, coder)
    if "document" not in found.columns or not {"quote", "start"} & found.columns:
        raise NotSupported(
            tr("“{file}” has no columns of annotations.", file=path.name),
            tr("Its first line has to be: {header}", header=",".join(HEADER)),
        )
    return _Rows(library, found, coder).taken(path)


def named(library: Library, name: str) -> Document:
    """The manifesto with this SHA-256, file name, title or name. Raises NotFound for none and for several."""
    fitting = _Documents(library.documents()).called(name)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise NotFound(tr("Several manifestos are called “{name}”.", name=name), tr("Give the SHA-256 of its file."))
    raise NotFound(tr("No manifesto is called “{name}”.", name=name), tr("See what is there with: hustings list"))


class _Documents:
    """The manifestos of a library, by all that people may call them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by: dict[str, dict[str, list[Document]]] = {}
        for one in documents:
            for kind, name in (("id", one.id), ("file", one.file_name), ("title", one.title), ("name", one.name)):
                self._by.setdefault(kind, {}).setdefault(compared(name), []).append(one)

    def called(self, name: str) -> list[Document]:
        """Those of this name, by the first of SHA-256, file name, title and name that fits any."""
        wanted = compared(name)
        plain = compared(re.split(r"[/\\]", name)[-1])
        asked = (("id", wanted), ("file", plain), ("title", wanted), ("name", wanted))
        found = (self._by.get(kind, {}).get(one, []) for kind, one in asked if one)
        return next((fitting for fitting in found if fitting), [])


class _Rows:
    """The rows of one file on their way into the library."""

    def __init__(self, library: Library, found: Table, coder: str) -> None:
        self._library = library
        self._found = found
        self._coder = coder
        self._arriving = Arriving(library)
        self._documents = _Documents(library.documents())
        self._texts: dict[str, RunningText] = {}
        self._notes = notes_there(library)

    def taken(self, path: Path) -> TakenIn:
        new: list[New] = []
        skipped: list[LeftOut] = []
        there = 0
        for line in self._found.lines:
            try:
                made = self._new(line)
            except _Skipped as why:
                skipped.append(left_out(line.number, line["quote"] or line["code"] or line["memo"], str(why)))
                continue
            if self._is_known_note(made):
                there += 1
            else:
                new.append(made)

        def label(count: int) -> str:
            return f"Import {count} annotations from “{path.name}”"

        return as_one_edit(self._arriving, label, new, skipped, there)

    def _new(self, line: Line) -> New:
        document = self._document(line["document"])
        place = self._place(document.id, line)
        if place is None and not line["code"].strip():
            raise _Skipped(tr("It has neither words nor a code."))
        code = self._code(line["code"]) if line["code"].strip() else ""
        made = line["made"].strip()
        coder = self._arriving.coder(line["coder"] or self._coder)
        return New(document.id, place, code, line["memo"], coder, made if _MADE.fullmatch(made) else "")

    def _document(self, name: str) -> Document:
        fitting = self._documents.called(name)
        if not fitting:
            raise _Skipped(tr("No manifesto is called “{name}”.", name=name))
        if len(fitting) > 1:
            raise _Skipped(tr("Several manifestos are called “{name}”.", name=name))
        return fitting[0]

    def _code(self, path: str) -> str:
        try:
            found = self._arriving.code(path)
        except Ambiguous:
            raise _Skipped(tr("Several codes are called “{name}”.", name=path)) from None
        if not found.codable:
            raise _Skipped(tr("“{name}” only groups other codes.", name=path))
        return found.id

    def _place(self, document: str, line: Line) -> Selection | None:
        text = self._text(document)
        quote, places = line["quote"].replace("\r\n", "\n"), (line["start"].strip(), line["end"].strip())
        if any(places):
            found = _at(text, *places)
            if found is None and not quote:
                raise _Skipped(tr("The manifesto has no characters {start} to {end}.", start=places[0], end=places[1]))
            if found is not None and quote in ("", text.text[slice(*found)]):
                return text.selection(*found)
        if not quote.strip():
            return None
        at = placed(text, quote)
        if at is Unplaced.NOT_FOUND:
            raise _Skipped(tr("The words were not found in the manifesto."))
        if at is Unplaced.NOT_UNIQUE:
            raise _Skipped(tr("The words stand in several places of the manifesto."))
        return at if isinstance(at, Selection) else None

    def _text(self, document: str) -> RunningText:
        if document not in self._texts:
            self._texts[document] = RunningText(self._library.blocks(document))
        return self._texts[document]

    def _is_known_note(self, made: New) -> bool:
        """Whether the same note is there; codes are compared where they are added."""
        if made.code or not isinstance(made.place, Selection):
            return False
        key = made.document, made.coder, self._text(made.document).spans(made.place), cleaned(made.memo)
        if key in self._notes:
            return True
        self._notes.add(key)
        return False


def _at(text: RunningText, start: str, end: str) -> tuple[int, int] | None:
    """The code points that two cells name, where there are such."""
    if not (start.isdecimal() and end.isdecimal()):
        return None
    begin, stop = int(start), int(end)
    return (begin, stop) if 0 <= begin < stop <= len(text.text) and text.text[begin:stop].strip() else None
