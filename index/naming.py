"""How manifestos are named where nothing but their names stands: by no more than it takes to tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.library.records import Document, Extent
from reader.wording import tr

# What may follow the name, the shortest first.
_TELLING: tuple[Callable[[Document], tuple[str, ...]], ...] = (
    lambda document: (document.year,),
    lambda document: (document.election,),
    lambda document: (document.called,),
    lambda document: (document.called, document.election, document.year, document.extent),
)


def told_apart(documents: Iterable[Document]) -> dict[str, str]:
    """By id what each is called among these: its name, for those of one name "Labour · 2015" and "Labour · 2017"."""
    by_name: dict[str, dict[str, Document]] = {}
    for document in documents:
        by_name.setdefault(document.name, {})[document.id] = document
    return {name: words for same in by_name.values() for name, words in _apart(tuple(same.values())).items()}


def is_whole(document: Document) -> bool:
    """Whether the document is all of a manifesto: a share of a chapter or an extract says nothing of the whole."""
    return document.extent not in (Extent.CHAPTER, Extent.EXTRACT)


def extent_words(document: Document) -> str:
    """ "one chapter"; "" for a whole manifesto."""
    if document.extent == Extent.CHAPTER:
        return tr("one chapter")
    return tr("an extract") if document.extent == Extent.EXTRACT else ""


def with_extent(documents: Iterable[Document]) -> dict[str, str]:
    """As `told_apart`, for what counts and measures: "Labour (one chapter)" where it is no whole manifesto."""
    known = {document.id: document for document in documents}
    names = told_apart(known.values())
    parts = {one: f" ({extent_words(each)})" for one, each in known.items() if not is_whole(each)}
    return {one: name + parts.get(one, "") for one, name in names.items()}


def _apart(same: tuple[Document, ...]) -> dict[str, str]:
    """What manifestos of one name are called; all that is known of them where even that is the same."""
    if len(same) == 1:
        return {same[0].id: same[0].name}
    named: dict[str, str] = {}
    for telling in _TELLING:
        named = {each.id: _with(each.name, telling(each)) for each in same}
        if len(set(named.values())) == len(same):
            break
    return named


def _with(name: str, more: tuple[str, ...]) -> str:
    return " · ".join(dict.fromkeys([name, *filter(None, more)]))
