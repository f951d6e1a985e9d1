"""Blocks as they are printed on four small pages, labelled nothing, i, 1 and 2."""

from __future__ import annotations

from reader.model import Block, Kind, Page, Piece, Rect

PAGES = tuple(Page(number, label, 300.0, 400.0) for number, label in ((1, None), (2, "i"), (3, "1"), (4, "2")))


def printed(text: str, *lines: tuple[int, float], kind: Kind = Kind.PARAGRAPH, level: int | None = None) -> Block:
    """A block whose text is shared out evenly over lines of print, each given as (page, points from the top)."""
    share = max(1, len(text) // max(1, len(lines)))
    pieces = tuple(
        Piece(
            number * share,
            len(text) if number == len(lines) - 1 else (number + 1) * share,
            page,
            PAGES[page - 1].label,
            Rect(30.0, top, 270.0, top + 12.0),
        )
        for number, (page, top) in enumerate(lines)
    )
    return Block(kind, text, level, (), pieces, id=f"id of {text[:16]}")
