"""A unit with what stands before and after it in its manifesto, as it is shown to a coder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.records import Document
from reader.library.verdicts import Selection
from reader.model import Block
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import LEFT_OUT, OpenManifesto

# So much of a manifesto is shown on either side of a unit at least (code points), where there is as much.
_BESIDE = 1_200


@dataclass(frozen=True, slots=True)
class Context:
    """Blocks that follow each other, and which words of them are the unit's (`parts`; none where they are lost)."""

    manifesto: OpenManifesto  # of these blocks alone
    parts: tuple[Found, ...] = ()
    section: str = ""
    page: str = ""

    @property
    def words(self) -> str:
        """The words of the unit, blocks on lines of their own."""
        return "\n".join(self.manifesto.shown[part.block].text[part.start : part.end] for part in self.parts)


class Contexts:
    """The blocks of one document, of which each unit's surroundings are taken."""

    def __init__(self, document: Document, blocks: Sequence[Block]) -> None:
        """`blocks`: of the document, with their first pieces at least."""
        self.document = document
        self._blocks = [block for block in blocks if block.kind not in LEFT_OUT]
        self._numbers = {block.id: number for number, block in enumerate(self._blocks)}

    def of(self, place: Selection | None) -> Context:
        """Of these words; without any, nothing is shown."""
        if place is None or place.first_block not in self._numbers or place.last_block not in self._numbers:
            return Context(self._opened(()))
        first, last = self._numbers[place.first_block], self._numbers[place.last_block]
        begin = self._reach(first, place.start, -1)
        end = self._reach(last, len(self._blocks[last].text) - place.end, 1)
        parts = tuple(
            Found(
                number - begin,
                place.start if number == first else 0,
                place.end if number == last else len(self._blocks[number].text),
            )
            for number in range(first, last + 1)
        )
        block = self._blocks[first]
        page = block.label or (str(block.page) if block.page else "")
        return Context(self._opened(self._blocks[begin : end + 1]), parts, " › ".join(block.section), page)

    def _opened(self, blocks: Sequence[Block]) -> OpenManifesto:
        numbers = {block.id: number for number, block in enumerate(blocks)}
        return OpenManifesto(self.document, tuple(blocks), (), (), None, (), numbers)

    def _reach(self, number: int, shown: int, step: int) -> int:
        """The block up to which it is enough, from one of which so much is shown on this side already."""
        while shown < _BESIDE and 0 <= number + step < len(self._blocks):
            number += step
            shown += len(self._blocks[number].text)
        return number
