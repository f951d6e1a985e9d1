"""The comparison as one list: row after row, manifesto after manifesto, each under a heading that keys go to."""

from __future__ import annotations

from collections.abc import Sequence

from index.naming import told_apart
from reader.library.records import Document
from ui.compare.cards.entries import Entry, EntryKind, Rows

OVERVIEW = "Manifestos"


def linear_rows(documents: Sequence[Document], columns: Sequence[Rows], figures: Sequence[str]) -> Rows:
    """The entries of the list, by row: first `figures`, what is said of each document, then the rows of all columns.

    `columns` are those of the table, one for each document, all with the same rows.
    """
    return _overview(documents, figures), *(
        _row([column[at] for column in columns], documents) for at in range(len(columns[0]) if columns else 0)
    )


def _overview(documents: Sequence[Document], figures: Sequence[str]) -> tuple[Entry, ...]:
    said = f"{len(documents)} {'manifesto' if len(documents) == 1 else 'manifestos'}"
    names = told_apart(documents)
    entries = [Entry(EntryKind.HEADING, "", OVERVIEW, "", f"{said}, in this order.")]
    for document, figure in zip(documents, figures, strict=True):
        entries.append(Entry(EntryKind.MANIFESTO, "", "", names[document.id], "", document=document.id))
        entries.append(Entry(EntryKind.FIGURES, "", "", names[document.id], figure, document=document.id))
    return tuple(entries)


def _row(cells: Sequence[Sequence[Entry]], documents: Sequence[Document]) -> tuple[Entry, ...]:
    """One row: its heading, then each manifesto with what stands under the head of its column."""
    first, names = cells[0][0], told_apart(documents)
    entries = [Entry(EntryKind.HEADING, first.row, first.subtopic, "", "", folded=first.folded)]
    for (head, *rest), document in zip(cells, documents, strict=True):
        speaks = any(one.kind is EntryKind.CARD for one in rest)
        said = head.text if speaks else ""
        entries.append(
            Entry(EntryKind.MANIFESTO, head.row, head.subtopic, names[document.id], said, document=document.id)
        )
        entries += rest
    return tuple(entries)
