"""Which of many manifestos may have a quotation: those with passages that hold most of its rarest words."""

from __future__ import annotations

import heapq
import math
import re
from collections import defaultdict
from collections.abc import Sequence

from whoosh.reading import IndexReader

from index.analysis import analyser
from index.postings import entry_count, segments

# Up to so many manifestos each is looked through; of more, only those that may have the quotation.
FEW = 24
# So many of a quotation's words are looked up, the rarest; so many manifestos are looked through for it.
_WORDS, DOCUMENTS = 8, 12
_BRACKETED = re.compile(r"\[[^\[\]]*\]")


class Candidates:
    """The manifestos of an index, to be asked often. Words are looked up as they stand, so no language matters."""

    def __init__(self, reader: IndexReader, documents: Sequence[str]) -> None:
        self._reader = reader
        self._segments = segments(reader, documents)
        self._entries = [(name, held) for name in documents for one in self._segments if (held := one.of(name))]
        self._unasked = frozenset(documents) - {name for name, _ in self._entries}  # not in the index (yet)
        self._every = entry_count(reader)

    def of(self, quoted: str, language: str) -> frozenset[str]:
        """The ids of the manifestos that may have these words; `language` is the two-letter code of the essay's."""
        words = {word.exact for word in analyser(language).sequence(_BRACKETED.sub(" ", quoted))}
        counts = {word: int(self._reader.doc_frequency("exact", word)) for word in words}
        rarest = heapq.nsmallest(_WORDS, filter(counts.__getitem__, counts), key=lambda word: (counts[word], word))
        points: dict[int, float] = defaultdict(float)
        for word in rarest:
            weight = math.log(1 + self._every / counts[word])
            for segment in self._segments:
                for entry in segment.holding("exact", word):
                    points[entry] += weight
        best = {
            name: max(points[entry] for entry in found)
            for name, held in self._entries
            if (found := held & points.keys())
        }
        return self._unasked.union(heapq.nlargest(DOCUMENTS, best, key=lambda name: (best[name], name)))
