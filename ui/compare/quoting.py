"""A quotation with its citation, as plain text: “…” (Labour, For the Many Not the Few, 2017, p. 47)."""

from __future__ import annotations

from collections.abc import Sequence

from index.topics.model import Match
from reader.library.records import Document, Extent
from reader.model import Piece

_PARTS = {Extent.CHAPTER: "chapter", Extent.EXTRACT: "extract"}


def quotation(
    words: str, match: Match, document: Document, spans: Sequence[tuple[int, int]], pieces: Sequence[Piece]
) -> str:
    """The words in quotation marks with who said it, in what, when and on which page.

    `spans` are the quoted code points of the passage and `pieces` its lines of print: a quotation that begins on the
    second page of a passage is cited with that page. Without pages the heading above the passage stands in.
    """
    sources = [document.name]
    if document.title.casefold() != document.name.casefold():
        sources.append(document.title)
    if document.year and document.year not in document.title:
        sources.append(document.year)
    if document.extent in _PARTS:
        sources.append(_PARTS[Extent(document.extent)])
    place = pages_cited(match, spans, pieces)
    if not place and match.section:
        place = f"section ‘{match.section[-1]}’"
    return f"“{words}” ({', '.join([*sources, *([place] if place else [])])})"


def pages_cited(match: Match, spans: Sequence[tuple[int, int]], pieces: Sequence[Piece]) -> str:
    """ "p. 47" or "pp. 47–48", by printed label where there is one; "" for a format without pages."""
    labels: list[str] = []
    for piece in pieces:
        if piece.page is not None and any(piece.start < end and start < piece.end for start, end in spans):
            label = piece.label or str(piece.page)
            if label not in labels:
                labels.append(label)
    if not labels:
        return page_name(match)
    return f"p. {labels[0]}" if len(labels) == 1 else f"pp. {labels[0]}–{labels[-1]}"


def page_name(match: Match) -> str:
    """The page on which the passage begins, as a card names it: "p. 47"; "" for a format without pages."""
    if match.page is None:
        return ""
    return f"p. {match.label or match.page}"
