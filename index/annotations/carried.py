"""Which codes passages carry now, and which codes people mean by a name, a path or a key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from index.fuzzy import plain
from reader.library.codes import BETWEEN, Code, Codebook
from reader.library.library import Library
from reader.library.verdicts import About

# Stands for every code.
ANY = "*"


class Carried:
    """The codes of passages by the codebook and the places of now, of all coders or of one (an id).

    A passage carries a code that stands on some of its words or on the whole document.
    """

    def __init__(self, library: Library, coder: str = "") -> None:
        self.codebook = library.codebook()
        self._passages: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._documents: dict[str, set[str]] = defaultdict(set)
        for one in library.noted():
            if one.about is not About.CODE or (coder and one.coder != coder):
                continue
            if not one.has_words:
                self._documents[one.document].add(one.target)
            for span in one.spans:
                self._passages[one.document, span.block].add(one.target)

    def codes(self, document: str, block: str) -> frozenset[str]:
        """The ids of the codes that a passage carries, with all above them."""
        own = self._passages.get((document, block), set()) | self._documents.get(document, set())
        return frozenset(own.union(*(self.codebook.above(code) for code in own)))

    def paths(self, document: str, block: str) -> list[str]:
        """The same as they are written: "Crime > Police"."""
        return sorted(self.codebook.written_path(code) for code in self.codes(document, block))

    def documents(self, codes: Collection[str]) -> set[str]:
        """The documents that have passages with one of these codes."""
        whole = {document for document, own in self._documents.items() if not own.isdisjoint(codes)}
        return whole | {document for (document, _), own in self._passages.items() if not own.isdisjoint(codes)}

    def bearing(self, codes: Collection[str], passages: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
        """Those of the passages (ids of document and block) that carry one of these codes."""
        return {passage for passage in passages if not self.codes(*passage).isdisjoint(codes)}


def meant(book: Codebook, written: str) -> frozenset[str]:
    """The ids of the codes that a name, the end of a path ("Police > Numbers"), a key or "*" names, with all below.

    Where none is called so, those with a word that begins so; none where there is none either.
    """
    if written.strip() == ANY:
        return frozenset(code.id for code in book.codes)
    wanted = _path(written)
    found = [code for code in book.codes if _is_called(book, code, wanted)]
    if not found and BETWEEN not in wanted:
        found = [code for code in book.codes if f" {wanted}" in f" {_path(code.name)}"]
    return frozenset(one for code in found for one in (code.id, *book.below(code.id)))


def _is_called(book: Codebook, code: Code, wanted: str) -> bool:
    path = f"{BETWEEN}{_path(book.written_path(code.id))}"
    return path.endswith(f"{BETWEEN}{wanted}") or bool(code.key and plain(code.key) == wanted)


def _path(written: str) -> str:
    """A path as it is compared."""
    return BETWEEN.join(" ".join(plain(name).split()) for name in written.split(BETWEEN.strip()))
