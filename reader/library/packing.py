"""Blocks and their pieces as compact text for one row of the library each, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from reader.model import Block, Kind, Piece, Rect, Reference

BlockRow: TypeAlias = tuple[str, str, int | None, str | None, str, str, str, str]

# Points are kept to this many decimals: finer than any screen or printer, a third of the room.
_DECIMALS = 2

_DECODER = json.JSONDecoder()


compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack_pieces(pieces: Iterable[Piece]) -> str:
    """A JSON list of [start, end, page, label, x0, y0, x1, y1], ending after `end` for a piece without page."""
    return compact([_packed(piece) for piece in pieces])


def _packed(piece: Piece) -> tuple[object, ...]:
    rect = piece.rect
    if rect is not None:
        x0, y0, x1, y1 = rect
        edges = (round(x0, _DECIMALS), round(y0, _DECIMALS), round(x1, _DECIMALS), round(y1, _DECIMALS))
        return (piece.start, piece.end, piece.page, piece.label, *edges)
    if piece.page is not None or piece.label is not None:
        return (piece.start, piece.end, piece.page, piece.label)
    return (piece.start, piece.end)


def _first(pieces: str) -> list[Any]:
    """The first of packed pieces alone, in a list; an empty one where there are none."""
    return [] if pieces == "[]" else [_DECODER.raw_decode(pieces, 1)[0]]


def _piece(row: Sequence[Any]) -> Piece:
    if len(row) == 8:
        return Piece(row[0], row[1], row[2], row[3], Rect(row[4], row[5], row[6], row[7]))
    if len(row) == 4:
        return Piece(row[0], row[1], row[2], row[3])
    return Piece(row[0], row[1])


def pack_block(block: Block) -> BlockRow:
    """(id, kind, level, marker, section, text, pieces, references)."""
    return (
        block.id,
        block.kind.value,
        block.level,
        block.marker,
        compact(block.section),
        block.text,
        pack_pieces(block.pieces),
        compact(block.references),
    )


def passage_sum(row: BlockRow, lead_in: str) -> int:
    """A number that is another, as good as surely, where a block is stored otherwise or introduced by other words."""
    return zlib.crc32(f"{row}{lead_in}".encode("utf-8", "surrogatepass"))


def unpack_references(packed: str) -> tuple[Reference, ...]:
    """Of a JSON list of [offset, label]."""
    return () if packed == "[]" else tuple(Reference(offset, label) for offset, label in json.loads(packed))


def unpack_blocks(rows: Sequence[BlockRow], *, first_pieces: bool = False) -> list[Block]:
    """The blocks of one document. All packed lists are parsed in one go, and equal section paths are one object.

    With `first_pieces` each block has only the first of its pieces, which takes a fifth of the time.
    """
    packed = [row[6] for row in rows]
    pieces = list(map(_first, packed)) if first_pieces else json.loads(f"[{','.join(packed)}]")
    sections = {packed: tuple(json.loads(packed)) for packed in {row[4] for row in rows}}
    kinds = {kind.value: kind for kind in Kind}
    return [
        Block(
            kinds[kind],
            text,
            level,
            sections[section],
            tuple(map(_piece, lines)),
            marker,
            name,
            unpack_references(refs),
        )
        for (name, kind, level, marker, section, text, _, refs), lines in zip(rows, pieces, strict=True)
    ]
