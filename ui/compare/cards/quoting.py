"""A card's quotation with its citation, as plain text: “…” (Labour, For the Many Not the Few, 2017, p. 47)."""

from __future__ import annotations

from collections.abc import Sequence

from index.topics.model import Match
from reader.library.records import Document
from reader.model import Piece
from ui.shared.citing import citation, labels_of, pages_named, quoted, section_named


def quotation(
    words: str,
    match: Match,
    document: Document,
    spans: Sequence[tuple[int, int]],
    pieces: Sequence[Piece],
    paragraph: int = 0,
) -> str:
    """The words in quotation marks with who said it, in what, when and on which page.

    `spans` are the quoted code points of the passage and `pieces` its lines of print: a quotation that begins on the
    second page of a passage is cited with that page. Without pages the heading above the
    passage and `paragraph`, its number under it (0 for unknown), stand in.
    """
    place = pages_named(labels_of(pieces, spans)) or page_name(match) or section_named(match.section, paragraph)
    return quoted(words, citation(document, place))


def page_name(match: Match) -> str:
    """The page on which the passage begins, as a card names it: "p. 47"; "" for a format without pages."""
    if match.page is None:
        return ""
    return f"p. {match.label or match.page}"
