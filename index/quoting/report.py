"""A whole check: an essay, what became of its quotations, and where the manifestos have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from index import store
from index.analysis import language_code
from index.citations.places import Place
from index.closest import Passages
from index.damage import IndexDamaged
from index.quoting.candidates import FEW, Candidates
from index.quoting.checking import Checked, Finding, Source, Verdict, check
from index.quoting.essay import Essay
from index.quoting.manifestos import Text
from index.quoting.nearest import with_nearest
from index.quoting.places import place_of
from index.quoting.quotations import Quoted, quotations
from reader.home import Home
from reader.language import language_of
from reader.library.library import Library
from reader.library.records import Document


@dataclass(frozen=True, slots=True)
class Report:
    """`documents` are those that were looked through, by id; `places` where each source stands."""

    essay: Essay
    checked: Checked
    documents: Mapping[str, Document]
    places: Mapping[Source, Place]

    def place(self, source: Source) -> Place:
        return self.places.get(source, Place())


def nobody(done: int, of: int) -> None:
    """For callers that do not watch progress."""


def checked_against(
    home: Home,
    library: Library,
    essay: Essay,
    documents: Sequence[Document],
    heed: Callable[[int, int], None] = nobody,
) -> Report:
    """Check the quotations of an essay against these manifestos.

    `heed` hears how many manifestos have been looked through, of how many; what it raises ends the check.
    """
    quoted, language = quotations(essay), language_code(language_of(essay.text))
    where = _where(home, quoted, language, documents)
    looked = documents if where is None else [one for one in documents if any(one.id in each for each in where)]
    checked = check(quoted, _texts(library, looked, heed), where)
    absent = any(one.verdict is Verdict.ABSENT for one in checked.findings)
    with suppress(IndexDamaged), store.reading(home) as reader:  # without an index nothing is called near
        if absent:
            passages = Passages(reader, library, [one.id for one in looked])
            checked = with_nearest(checked, passages, language)
    places = {source: place_of(library, source) for one in checked.findings for source in sources_of(one)}
    return Report(essay, checked, {one.id: one for one in documents}, places)


def _where(home: Home, quoted: Quoted, language: str, documents: Sequence[Document]) -> list[frozenset[str]] | None:
    """For each quotation, the only manifestos that may have it; None for all of them, since they are few."""
    if len(documents) <= FEW:
        return None
    with suppress(IndexDamaged), store.reading(home) as reader:
        candidates = Candidates(reader, [one.id for one in documents])
        return [candidates.of(one.words, language) for one in quoted.quotations]
    return None


def sources_of(finding: Finding) -> tuple[Source, ...]:
    """Where the words of a finding stand, or what is nearest to them."""
    return finding.sources or ((finding.nearest,) if finding.nearest else ())


def _texts(library: Library, documents: Sequence[Document], heed: Callable[[int, int], None]) -> Iterator[Text]:
    for number, document in enumerate(documents):
        heed(number, len(documents))
        blocks = library.blocks(document.id, first_pieces=True)
        yield Text(document.id, language_code(document.language), blocks)
