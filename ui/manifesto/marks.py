"""The codes and notes of one manifesto as marks on its shown blocks: where, in which lane, which at a point."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.library.code_looks import by_place
from reader.library.codes import Codebook
from ui.annotating.coding import Coding
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.theme.code_marks import NOTE, LineLook, look_of


@dataclass(frozen=True, slots=True)
class Mark:
    """A code or note on words that are shown, from `first` to `last`, exclusive.

    `lane` tells how far down its line is drawn, from 0.
    """

    coding: Coding
    parts: tuple[Found, ...]
    look: LineLook
    first: Place
    last: Place
    lane: int = 0

    @property
    def id(self) -> str:
        return self.coding.id

    def holds(self, place: Place) -> bool:
        """Whether this point lies on its words or at their edge."""
        return any(part.block == place.block and part.start <= place.offset <= part.end for part in self.parts)

    def meets(self, first: Place, last: Place) -> bool:
        """Whether it shares words with what lies between two points; where they are one, whether it has it."""
        if first == last:
            return self.holds(first)
        return self.first < last and first < self.last


class Marks:
    """All marks of one manifesto. None of them changes its lane because another one comes."""

    def __init__(
        self,
        manifesto: OpenManifesto | None = None,
        codings: Iterable[Coding] = (),
        codebook: Codebook | None = None,
        before: Marks | None = None,
    ) -> None:
        """`codings`: those to be shown, the last made last; those that were there `before` keep their lanes."""
        codes = codebook.codes if codebook is not None else ()
        numbers = {code.id: number for number, code in enumerate(codes)}
        same = before is not None and before._numbers == numbers
        self._numbers: dict[str, int] = before._numbers if before is not None and same else numbers
        self._made_of = manifesto
        self._by_block: dict[int, list[Mark]] = {}
        kept, new = [], []
        for coding in codings if manifesto is not None else ():
            known = before.get(coding.id) if before is not None else None
            if known is not None and known.coding is coding and self._looks_as(before):
                kept.append(self._put(known, known.lane))  # the very mark: of thousands, all but one
            elif manifesto is not None and (mark := self._bare(manifesto, coding)) is not None:
                if known is not None and known.parts == mark.parts:
                    kept.append(self._put(mark, known.lane))
                else:  # what moved finds another lane
                    new.append(mark)
        new = [self._put(mark, self._free_lane(mark)) for mark in new]
        self._all = sorted([*kept, *new], key=lambda mark: (mark.first, mark.last))
        self._firsts = [mark.first for mark in self._all]
        self._by_id = {mark.id: mark for mark in self._all}

    @property
    def all(self) -> Sequence[Mark]:
        """All of them in reading order."""
        return self._all

    def get(self, annotation: str) -> Mark | None:
        """The mark of this annotation."""
        return self._by_id.get(annotation)

    def between(self, first: int, last: int) -> list[Mark]:
        """Those on the blocks from one number to another, in no order."""
        if len(self._by_block) < last - first:
            blocks: Iterable[int] = (block for block in self._by_block if first <= block <= last)
        else:
            blocks = range(first, last + 1)
        return list({mark.id: mark for block in blocks for mark in self._by_block.get(block, ())}.values())

    def at(self, first: Place, last: Place | None = None) -> list[Mark]:
        """Those at a point, or that share words with what lies between two, the shortest first."""
        end = first if last is None else last
        found = [mark for mark in self.between(first.block, end.block) if mark.meets(first, end)]
        return sorted(found, key=lambda mark: (_length(mark), mark.first, mark.id))

    def beside(self, place: Place, *, on: bool) -> Mark | None:
        """The next mark that begins after this point, or the last one that begins before it."""
        at = bisect_right(self._firsts, place) if on else bisect_left(self._firsts, place) - 1
        return self._all[at] if 0 <= at < len(self._all) else None

    def _looks_as(self, before: Marks | None) -> bool:
        """Whether a coding that is the same looks and stands the same."""
        return before is not None and before._made_of is self._made_of and before._numbers is self._numbers

    def _put(self, bare: Mark, lane: int) -> Mark:
        mark = replace(bare, lane=lane) if lane != bare.lane else bare
        for block in {part.block for part in mark.parts}:
            self._by_block.setdefault(block, []).append(mark)
        return mark

    def _bare(self, manifesto: OpenManifesto, coding: Coding) -> Mark | None:
        parts = tuple(
            sorted(
                Found(manifesto.numbers[span.block], span.start, span.end)
                for span in coding.spans
                if span.block in manifesto.numbers and span.start < span.end
            )
        )
        if not parts:
            return None
        code = coding.code
        look = NOTE if code is None else look_of(code.colour or by_place(self._numbers.get(code.id, 0)))
        first, last = Place(parts[0].block, parts[0].start), Place(parts[-1].block, parts[-1].end)
        return Mark(coding, parts, look, first, last)

    def _free_lane(self, mark: Mark) -> int:
        taken = {
            other.lane
            for part in mark.parts
            for other in self._by_block.get(part.block, ())
            if other.meets(mark.first, mark.last)
        }
        return next(lane for lane in range(len(taken) + 1) if lane not in taken)


def _length(mark: Mark) -> tuple[int, int]:
    return mark.last.block - mark.first.block, sum(part.end - part.start for part in mark.parts)
