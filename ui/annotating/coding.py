"""One code or note as marks, margin and bar show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.library.codes import Code
from reader.library.memos import Memo
from reader.library.verdicts import Coder, Placed, Selection, Span
from reader.wording import tr


@dataclass(frozen=True, slots=True)
class Coding:
    """A code or note of one coder, and where its words stand now (code points). `code` is None for a note.

    Without `spans` its words were not found again, or it speaks of the whole document.
    """

    id: str
    document: str
    code: Code | None
    coder: Coder
    spans: tuple[Span, ...]
    quote: str
    made: str
    memos: tuple[Memo, ...] = ()
    of_document: bool = False

    @property
    def name(self) -> str:
        """What it is called in margin and bar."""
        return self.code.name if self.code is not None else tr("Note")

    @property
    def colour(self) -> str:
        """The colour chosen for its code, "#rrggbb", or "" for none."""
        return self.code.colour if self.code is not None else ""

    @property
    def place(self) -> Selection | None:
        """All of its words, from the first to the last; None where it has none."""
        if not self.spans:
            return None
        return Selection(self.spans[0].block, self.spans[0].start, self.spans[-1].block, self.spans[-1].end)


def coding(placed: Placed, code: Code | None, memos: tuple[Memo, ...]) -> Coding:
    """What is shown of a row; its code is looked up by whoever has the codebook."""
    said = placed.annotation
    return Coding(
        said.id,
        said.document,
        code,
        said.coder,
        placed.spans,
        said.anchor.quote,
        said.made,
        memos,
        of_document=not said.anchor.block,
    )


def touching(codings: Iterable[Coding], place: Selection, order: Mapping[str, int]) -> tuple[Coding, ...]:
    """Those that share words with a selection, or have its caret where it holds no words, in order of their places.

    `order` says which block comes when.
    """
    first = (order.get(place.first_block, -1), place.start)
    last = (order.get(place.last_block, -1), place.end)
    found = [
        (one, min((order.get(span.block, -1), span.start, -span.end) for span in one.spans))
        for one in codings
        if any(_meet(order.get(span.block, -1), span, first, last) for span in one.spans)
    ]
    return tuple(one for one, _ in sorted(found, key=lambda each: (each[1], each[0].made, each[0].id)))


def _meet(number: int, span: Span, first: tuple[int, int], last: tuple[int, int]) -> bool:
    if number < 0:
        return False
    if first == last:
        return (number, span.start) <= first <= (number, span.end)
    return (number, span.start) < last and first < (number, span.end)
