"""What the pane beside the results shows of a hit: the passage in its manifesto, with what was found marked."""

from __future__ import annotations

from collections.abc import Sequence

from index.results import Hit
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.passage_pane import Passage, PassagePane


def show_hit(pane: PassagePane, hit: Hit, beside: Sequence[Hit]) -> None:
    """Show this hit, and mark what was found in the other hits of the same manifesto too."""
    pane.show_passage(hit.document, lambda manifesto: _passage(manifesto, hit, beside))


def _passage(manifesto: OpenManifesto, hit: Hit, beside: Sequence[Hit]) -> Passage:
    number = manifesto.numbers.get(hit.block)
    first = min((start for start, _ in hit.marks), default=0)
    place = Place(number, first) if number is not None else Place(0)
    page = manifesto.page_sentence(hit.page)
    return Passage(
        number, _found(manifesto, beside), place, " · ".join(filter(None, (page, manifesto.document.called)))
    )


def _found(manifesto: OpenManifesto, hits: Sequence[Hit]) -> list[Found]:
    """What was found in these hits, in reading order."""
    return sorted(
        Found(manifesto.numbers[hit.block], start, end)
        for hit in hits
        if hit.block in manifesto.numbers
        for start, end in hit.marks
    )
