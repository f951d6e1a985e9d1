"""Where the words of a card stand: as citations name it, and as the card itself does."""

from __future__ import annotations

from collections.abc import Sequence

from index.citations.places import Place, labels_of, pages_of, section_of
from index.topics.model import Match
from reader.model import Piece


def place_of(match: Match, spans: Sequence[tuple[int, int]], pieces: Sequence[Piece], paragraph: int = 0) -> Place:
    """The printed pages of the quoted words.

    `spans` are the quoted code points of the passage and `pieces` its lines of print: a quotation that begins on the
    second page of a passage is cited with that page. Without pages the heading above the
    passage and `paragraph`, its number under it (0 for unknown), stand in.
    """
    pages = pages_of(labels_of(pieces, spans)) or _page(match)
    return Place(pages, "" if pages else section_of(match.section, paragraph))


def page_name(match: Match) -> str:
    """The page on which the passage begins, as a card names it: "p. 47"; "" for a format without pages."""
    page = _page(match)
    return f"p. {page}" if page else ""


def _page(match: Match) -> str:
    return "" if match.page is None else match.label or str(match.page)
