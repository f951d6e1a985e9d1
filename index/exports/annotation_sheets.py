"""Codes and notes as tables: one line each; units by codes; the codebook; memos on codes, manifestos and the project.

The table of annotations can be taken in again: it has the columns that `index.annotations.taking_in` asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.annotations.rows import Passage, Row
from index.annotations.unit_rows import UnitRow
from index.exports.sheets import Sheet, Value
from reader.lead_ins import before_words
from reader.library.codes import Codebook
from reader.library.memos import Memo
from reader.library.records import Document
from reader.library.units import Scheme
from reader.wording import tr

_ABOUT = ("document", "manifesto", "title", "party", "election", "year")
ANNOTATIONS = (
    *(*_ABOUT, "page", "section", "lead-in", "quote", "start", "end", "code", "memo", "coder", "made", "found", "id"),
)
_UNITS = (*("units", "number", *_ABOUT, "page", "section", "text", "start", "end", "coder", "state"),)
CODEBOOK = (
    *("code", "name", "colour", "definition", "include", "exclude", "example", "key", "codable", "topic", "passages"),
)
_MEMOS = ("of", "name", "text", "coder", "made", "changed")


def annotations_sheet(rows: Sequence[Row]) -> Sheet:
    """A line for each code on words or a manifesto, and each note; the code of a note is empty."""
    return Sheet("Annotations", ANNOTATIONS, tuple(_annotation(row) for row in rows))


def _annotation(row: Row) -> tuple[Value, ...]:
    passage = row.passage
    lead_in = before_words(passage.lead_in, row.document.language) or None
    quoted = (passage.words or None, passage.start, passage.end)
    said = (row.path or None, row.memo or None, row.coder.name, row.made, "yes" if row.found else "no", row.id)
    return (*_about(row.document), *_place(passage), lead_in, *quoted, *said)


def _about(document: Document) -> tuple[Value, ...]:
    named = (document.name, document.called, document.party, document.election, document.year)
    return (document.id, *(value or None for value in named))


def _place(passage: Passage) -> tuple[Value, ...]:
    return passage.pages or None, " > ".join(passage.section) or None


def units_sheet(scheme: Scheme, rows: Sequence[UnitRow], book: Codebook) -> Sheet:
    """A line for each unit and coder, and a column for each code that was used.

    `state` is "unseen", "unsure", "none" (somebody looked: there is no code) or "coded". Codes are 1 and 0 where it is
    decided; an empty cell says that nobody has: all of an unseen unit, and all but the codes there of an unsure one.
    """
    used = {code for row in rows for code in row.codes}
    codes = [code.id for code in book.codes if code.id in used]
    names = told_apart([book.written_path(code) for code in codes], _UNITS)
    lines = tuple((*_unit(scheme, row), *(row.cell(code) for code in codes)) for row in rows)
    return Sheet(tr("Units {name}", name=scheme.name), (*_UNITS, *names), lines)


def told_apart(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """The heads of columns: none is that of another or of the `others`, which programs would take for the same."""
    made: list[str] = []
    for name in names:
        head, number = name, 1
        while head in others or head in made:
            number += 1
            head = f"{name} ({number})"
        made.append(head)
    return made


def _unit(scheme: Scheme, row: UnitRow) -> tuple[Value, ...]:
    passage = row.passage
    quoted = (passage.words, passage.start, passage.end)
    about = (*_about(row.document), *_place(passage))
    return (scheme.name, row.number, *about, *quoted, row.coder.name, row.state.value)


def codebook_sheet(book: Codebook, counts: Mapping[str, int]) -> Sheet:
    """A line for each code as the tree is read, with how often it was put on words or manifestos (by its id)."""
    lines = []
    for code in book.codes:
        texts = (code.colour, code.definition, code.include, code.exclude, code.example, code.key)
        about = ("yes" if code.codable else "no", code.topic or None, counts.get(code.id, 0))
        lines.append((book.written_path(code.id), code.name, *(text or None for text in texts), *about))
    return Sheet("Codebook", CODEBOOK, tuple(lines))


def memos_sheet(memos: Sequence[Memo], names: dict[str, str]) -> Sheet:
    """A line for each memo that is on no annotation; `names` tells by id what codes and manifestos are called."""
    lines = tuple(
        (one.kind.value, names.get(one.subject), one.text, one.coder.name, one.made, one.changed) for one in memos
    )
    return Sheet("Memos", _MEMOS, lines)
