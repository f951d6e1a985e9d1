"""A home with many annotations in it: 20,000 codes and notes of two coders on 200 made-up manifestos, made once."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.documents import blocks
from reader.edits import Change, Edit
from reader.home import home
from reader.library.codebook_edits import add_codes
from reader.library.coder_edits import add_coder
from reader.library.codes import Code
from reader.library.coding import New, add_annotations
from reader.library.journal import pack
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import Selection
from reader.model import Block, Kind, Manifesto, Page, Piece, Rect

MANIFESTOS, ON_EACH, CODES = 200, 100, 500
_BLOCKS, _ON_A_PAGE, _LINE = 400, 12, 70
_KINDS = {"heading": Kind.HEADING, "text": Kind.PARAGRAPH, "item": Kind.LIST_ITEM}


def annotated_home(work: Path) -> Path:
    """The folder of such a home; its manifestos are stored, but neither indexed nor there as files that can be read."""
    folder, ready = work / "home-annotated", work / "home-annotated-ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        files = work / "annotated"
        files.mkdir(exist_ok=True)
        chance = random.Random(10)  # noqa: S311  # the same annotations each time
        with Library.open(home(folder), durable=False) as library:
            for number in range(MANIFESTOS):
                file = files / f"{number}.txt"
                file.write_text(str(number))
                library.store(
                    file, manifesto(number), {"party": f"Party {number % 9}", "year": str(1945 + number % 80)}
                )
            library.apply(add_codes(library, "", list(_codes())))
            library.apply(add_coder(library, "Second Coder"))
            _annotate(library, chance)
        ready.touch()
    return folder


def manifesto(number: int) -> Manifesto:
    """About 9,000 words with the lines that a PDF has."""
    chance = random.Random(number)  # noqa: S311  # the same manifesto each time
    made = [
        Block(_KINDS[kind], text, level=1 if kind == "heading" else None, pieces=tuple(_lines(text, at)))
        for at, (kind, text) in enumerate(islice(blocks(chance), _BLOCKS))
    ]
    pages = tuple(Page(page, str(page), 595, 842) for page in range(1, _BLOCKS // _ON_A_PAGE + 2))
    return Manifesto(f"Manifesto {number}", "en", tuple(made), pages, format="PDF")


def _lines(text: str, at: int) -> Iterator[Piece]:
    page, top = at // _ON_A_PAGE + 1, 60 + at % _ON_A_PAGE * 60
    for line, start in enumerate(range(0, len(text), _LINE)):
        rect = Rect(72, top + 12 * line, 520, top + 12 * line + 11)
        yield Piece(start, min(len(text), start + _LINE), page, str(page), rect)


def _codes() -> Iterator[Code]:
    for number in range(CODES):
        parent = f"code-{number - number % 10}" if number % 10 else ""
        yield Code(f"code-{number}", parent, f"Code {number}", colour=f"#{number * 30_011 % 0x1000000:06x}")


def _annotate(library: Library, chance: random.Random) -> None:
    """Everything is an edit of its own in the journal, as if it had been made by hand."""
    coders = [coder.id for coder in library.coders()]
    made: list[Edit] = []
    for document in library.documents():
        edit = add_annotations(library, "Code", _new(library, document, coders, chance))
        library.apply(edit)
        made += [Edit("Code a passage", (change,)) for change in edit.changes]
    connection = library._connection
    connection.execute("BEGIN")
    connection.execute("DELETE FROM journal WHERE label = 'Code'")
    connection.executemany(
        "INSERT INTO journal (label, changes, made, coder) VALUES (?, ?, '2026-01-01T00:00:00.000000Z', ?)",
        ((edit.label, pack(edit), _coder(edit.changes[0])) for edit in made),
    )
    connection.execute("COMMIT")


def _coder(change: Change) -> str:
    return str((change.after or {})["coder"])


def _new(library: Library, document: Document, coders: list[str], chance: random.Random) -> Iterator[New]:
    """Most on some words, one in ten over two blocks; one in ten a note, one in five with a memo."""
    every = library.blocks(document.id, first_pieces=True)
    for number in range(ON_EACH):
        at = chance.randrange(len(every) - 1)
        first, last = every[at], every[at + (chance.random() < 0.1)]
        start = chance.randrange(max(1, len(first.text) - 20))
        end = len(last.text) if last is first else min(len(last.text), 30)
        code = f"code-{number * 5 + chance.randrange(5)}" if chance.random() < 0.9 else ""
        memo = "Said twice before." if chance.random() < 0.2 else ""
        yield New(document.id, Selection(first.id, start, last.id, end), code, memo, chance.choice(coders))
