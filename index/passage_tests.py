"""What is asked of the text and the pages of passages that all else in a query lets through."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

from index.expressions import expression
from index.finding import GivenUp, Passage
from index.query import NotUnderstood
from reader.library.library import Library
from reader.model import Block
from reader.wording import tr

_BUDGET = 5.0  # seconds for one expression
_AT_ONCE = 2000  # passages whose text is in memory


def fitting(
    library: Library, written: str, passages: Sequence[Passage], wanted: Callable[[], bool] = lambda: True
) -> set[Passage]:
    """Those of the passages in which a regular expression fits. Raises NotUnderstood where that takes too long.

    Raises GivenUp once it is not `wanted`.
    """
    made, end = expression(written), monotonic() + _BUDGET
    found = set()
    for first in range(0, len(passages), _AT_ONCE):
        some = passages[first : first + _AT_ONCE]
        if not wanted():
            raise GivenUp
        texts = library.texts(block for _, block in some)
        for passage in some:
            if made.fits(texts.get(passage[1], "")):
                found.add(passage)
            if monotonic() > end:
                raise _too_slow(written)
    return found


def on_page(library: Library, written: str, passages: Sequence[Passage]) -> set[Passage]:
    """Those of the passages that stand, at least in part, on a page, or on one of a range of pages ("12-14").

    A page goes by the number printed on it; where it has none, by its number in the file.
    """
    by_document: dict[str, list[str]] = defaultdict(list)
    for document, block in passages:
        by_document[document].append(block)
    return {
        (document, block.id)
        for document, blocks in by_document.items()
        for block in library.some_blocks(document, blocks).values()
        if any(is_page(label, written) for label in _labels(block))
    }


def _labels(block: Block) -> Iterator[str]:
    for piece in block.pieces:
        if piece.page is not None:
            yield piece.label or str(piece.page)


def is_page(label: str, written: str) -> bool:
    if label.casefold() == written.casefold():
        return True
    numbers = re.fullmatch(r"(\d+)(?:-|–|\.\.)(\d+)", written)
    return numbers is not None and label.isdecimal() and int(numbers[1]) <= int(label) <= int(numbers[2])


def _too_slow(written: str) -> NotUnderstood:
    return NotUnderstood(
        tr("“/{written}/” takes too long to look for.", written=written),
        tr("Put a word beside it, or choose one manifesto."),
    )
