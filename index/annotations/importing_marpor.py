"""Takes in a manifesto as the Manifesto Project coded it: its texts are laid on the words of a manifesto that is here.

Codes are text: "605.1", "000", "H". An empty one and NA say that nobody coded the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.annotations.laying import laid
from index.annotations.marpor_codes import COLUMNS, EUROPEAN, meant
from index.annotations.running_text import RunningText
from index.annotations.tables import Line, Table
from index.annotations.taken_in import Arriving, LeftOut, TakenIn, as_one_edit, left_out
from reader.errors import NotFound
from reader.library.codes import Code
from reader.library.coding import New
from reader.library.folding import folded
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import Selection
from reader.wording import tr

# What stands for no code.
_NONE = ("", "NA", "nan")
# Whose texts these are, is a manifesto on which at least this part of them can be laid.
_ENOUGH = 0.5


def is_marpor(columns: frozenset[str]) -> bool:
    """Whether a table with these columns holds quasi-sentences."""
    return {"text", "cmp_code"} <= columns


def quasi_sentences(library: Library, path: Path, found: Table, document: Document | None, coder: str) -> TakenIn:
    """What the table in this file would bring into the library; without a document into the one that it fits.

    Raises NotFound where it fits none, or several.
    """
    keys = [folded(line["text"]) for line in found.lines]
    if document is None:
        document, text, places = _fitting(library, keys, path)
    else:
        text = RunningText(library.blocks(document.id))
        places = laid(keys, text.letters)
    arriving = Arriving(library)
    by = arriving.coder(coder)
    new: list[New] = []
    skipped: list[LeftOut] = []
    for line, place in zip(found.lines, places, strict=True):
        named = _codes(arriving, line)
        if place is None:
            skipped.append(left_out(line.number, line["text"], tr("The words were not found in their order.")))
        elif any(not code.codable for code in named):
            skipped.append(left_out(line.number, line["text"], tr("Its code only groups other codes.")))
        else:
            new += [New(document.id, _selection(text, place, line["text"]), code.id, coder=by) for code in named]

    def label(count: int) -> str:
        return f"Import {count} codes from “{path.name}”"

    return as_one_edit(arriving, label, new, skipped)


def _selection(text: RunningText, place: tuple[int, int], quote: str) -> Selection:
    spans = text.letters.spans(*place, quote.strip())
    return Selection(spans[0].block, spans[0].start, spans[-1].block, spans[-1].end)


def _codes(arriving: Arriving, line: Line) -> list[Code]:
    """The codes of a row; those that the codebook lacks are made with their digits as name and key."""
    found = []
    for column in COLUMNS[1:]:
        written = line[column].strip()
        if written not in _NONE:
            european = column == EUROPEAN
            found.append(meant(arriving.book, written, european=european) or _new(arriving, written, european=european))
    return found


def _new(arriving: Arriving, written: str, *, european: bool) -> Code:
    parent = ""
    if european:
        top = next((code for code in arriving.book.children() if code.name == EUROPEAN), None)
        parent = (top or arriving.add(EUROPEAN, codable=False)).id
    free = not european and arriving.book.with_key(written) is None
    return arriving.add(written, parent, key=written if free else "")


def _fitting(
    library: Library, keys: Sequence[str], path: Path
) -> tuple[Document, RunningText, list[tuple[int, int] | None]]:
    """The only manifesto on which most of the texts can be laid."""
    fitting = []
    for document in library.documents():
        text = RunningText(library.blocks(document.id))
        # Most texts of another manifesto stand nowhere in this one, which is soon seen.
        if sum(bool(key) and key in text.letters.letters for key in keys) >= _ENOUGH * max(1, sum(map(bool, keys))):
            fitting.append((document, text, laid(keys, text.letters)))
    if len(fitting) == 1:
        return fitting[0]
    several = tr("“{file}” fits several manifestos that are here.", file=path.name)
    none = tr("“{file}” fits no manifesto that is here.", file=path.name)
    raise NotFound(several if fitting else none, tr("Say of which manifesto it is with --document."))
