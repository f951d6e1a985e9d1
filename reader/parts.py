"""The parts of a file as its format has them: what a format reader gives to `reader.assembling`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from reader.model import Kind
from reader.references import raised


class Look(NamedTuple):
    """How one line of a part is set: whether all of it is bold, and its size in points, 0 where nothing says."""

    bold: bool = False
    size: float = 0.0


class Run(NamedTuple):
    """Some characters of a part that are set alike; `raised` ones may be a reference to a note."""

    text: str
    bold: bool = False
    size: float = 0.0
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file as its format has it: what it is, and its text with "\\n" for forced line breaks.

    `level` is a heading's or the depth of a list item, from 1 and as deep as the format goes. `marker` is a list item's
    number ("1.", "(a)"), None for a bullet, or the number that the format prints before a heading, or the number of a
    footnote, which is a paragraph that comes right after the part that refers to it. References to notes are in the
    text, marked by `reader.references`. `looks` says how each line is set, in formats that know: bold lines are
    headings where a document has no other ones. `is_row` marks the paragraph that `reader.cells.table` makes of a row.
    """

    kind: Kind
    text: str
    level: int | None = None
    marker: str | None = None
    looks: tuple[Look, ...] = ()
    is_row: bool = False


def is_footnote(part: Part) -> bool:
    return part.kind is Kind.PARAGRAPH and part.marker is not None


def words_of(runs: Iterable[Run]) -> str:
    """The runs' text, what stands raised marked for `reader.references`; neighbours are one."""
    return "".join(
        raised(words) if is_raised else words
        for is_raised, alike in groupby(runs, key=attrgetter("raised"))
        for words in ("".join(run.text for run in alike),)
    )


def looks_of(runs: Iterable[Run]) -> tuple[Look, ...]:
    """How each line of the runs' text is set: bold where every visible character is, the size most of them have.

    What stands raised does not count.
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.raised:
            continue
        first, *others = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines.extend([run._replace(text=text)] for text in others)
    return tuple(_look([run for run in line if run.text.strip()]) for line in lines)


def _look(line: Sequence[Run]) -> Look:
    sizes: Counter[float] = Counter()
    for run in line:
        sizes[run.size] += len(run.text)
    return Look(all(run.bold for run in line), max(sizes, key=lambda size: (sizes[size], size))) if line else Look()
