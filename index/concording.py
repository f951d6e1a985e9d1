"""Reading a concordance from a library: every place that a query finds in some documents, as lines in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from index.concordance import Line, lines_of
from index.results import Results
from reader.library.library import Library

# No library has more passages than this: a concordance has all of them.
EVERY = 10_000_000
_MOST_AT_ONCE = 64


class Search(Protocol):
    """`Searcher.search`, or what stands for it."""

    def __call__(
        self,
        query: str,
        *,
        limit: int,
        documents: Sequence[str] | None,
        coder: str,
        others_tried: bool,
        wanted: Callable[[], bool],
    ) -> Results: ...


def batches(documents: Sequence[str]) -> Iterator[Sequence[str]]:
    """The documents in growing batches, so that the first lines are there at once and few searches are made in all."""
    begin, size = 0, 1
    while begin < len(documents):
        yield documents[begin : begin + size]
        begin, size = begin + size, min(2 * size, _MOST_AT_ONCE)


def read_lines(
    search: Search,
    library: Library,
    query: str,
    documents: Sequence[str],
    coder: str = "",
    wanted: Callable[[], bool] = lambda: True,
) -> list[Line]:
    """The lines of a query in these documents (ids), in the order of the documents and as they stand in each.

    No other words are tried: whoever wants these asks once, not for each batch.
    `coder` (an id) is the one whose codes and kinds count; `wanted` as in a search. Raises what the search raises.
    """
    results = search(query, limit=EVERY, documents=documents, coder=coder, others_tried=False, wanted=wanted)
    order = {document: number for number, document in enumerate(documents)}
    hits = sorted(results.hits, key=lambda hit: order[hit.document])
    positions = {
        (document, block): number
        for document in dict.fromkeys(hit.document for hit in hits)
        for number, (block, _) in enumerate(library.lengths(document))
    }
    return lines_of(hits, positions)
