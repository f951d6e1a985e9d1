"""Common heights: every row of the comparison is as high in each column as in the fullest one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignedRows:
    """Heights in pixels by column, row and entry, the last of each row stretched; where rows begin; all together."""

    heights: tuple[tuple[tuple[int, ...], ...], ...]
    tops: tuple[int, ...]
    total: int


def aligned(columns: Sequence[Sequence[Sequence[int]]]) -> AlignedRows:
    """Stretch the last entry of each row of each column, so that a row begins at the same height in all of them.

    `columns[c][r]` are the heights of the entries in row `r` of column `c`, at least one each.
    """
    if not columns:
        return AlignedRows((), (), 0)
    fullest = [max(sum(column[row]) for column in columns) for row in range(len(columns[0]))]
    tops = []
    total = 0
    for height in fullest:
        tops.append(total)
        total += height
    stretched = tuple(
        tuple(
            (*entries[:-1], entries[-1] + height - sum(entries))
            for entries, height in zip(column, fullest, strict=True)
        )
        for column in columns
    )
    return AlignedRows(stretched, tuple(tops), total)
