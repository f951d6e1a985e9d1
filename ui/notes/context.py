"""What the pane beside the table shows of a row: its words where they stand in their manifesto, and its memo."""

from __future__ import annotations

from index.annotations.listing import Listed
from reader.wording import tr
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.passage_pane import Passage, PassagePane


def show_row(pane: PassagePane, row: Listed | None) -> None:
    """Show the words of this row where they stand; nothing for None."""
    if row is None:
        pane.show_nothing()
    else:
        memo = tr("Memo: {memo}", memo=row.memo) if row.memo else ""
        pane.show_passage(row.document, lambda manifesto: _passage(manifesto, row), memo)


def _passage(manifesto: OpenManifesto, row: Listed) -> Passage:
    there = [one for one in row.spans if one.block in manifesto.numbers]
    found = [Found(manifesto.numbers[one.block], one.start, one.end) for one in there]
    page = tr("p. {page}", page=row.pages) if row.pages else ""
    where = " · ".join(filter(None, (manifesto.document.called, page, *row.section[-1:])))
    if not found:
        return Passage(None, (), Place(0), where)
    return Passage(found[0].block, found, Place(found[0].block, found[0].start), where)
