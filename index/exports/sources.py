"""How exports name a manifesto and the place of a passage in it."""

from __future__ import annotations

from collections.abc import Sequence

from index.naming import told_apart
from index.topics.model import Match
from index.verdicts import verdict_words, who_and_when
from reader.library.records import Document, Extent
from reader.wording import tr


def source(document: Document) -> str:
    """Who says it, in what, when: "Labour, For the Many, 2017"; a chapter or extract is named as such."""
    named = [document.name]
    if document.called.casefold() != document.name.casefold():
        named.append(document.called)
    if document.year and document.year not in document.called:
        named.append(document.year)
    if document.extent in (Extent.CHAPTER, Extent.EXTRACT):
        named.append(document.extent)
    return ", ".join(named)


def place(match: Match) -> str:
    """Page and section of a passage: "p. 47, Police and crime"; "" where it has neither.

    The page is the printed label where there is one; the section is the nearest heading above.
    """
    found = []
    if match.page is not None:
        found.append(tr("p. {page}", page=match.label or match.page))
    if match.section:
        found.append(match.section[-1])
    return ", ".join(found)


def verdicts(match: Match) -> tuple[str, ...]:
    """What people said of the passage, with who and when: "confirmed by Ann Example, 23 November 2026"."""
    return tuple(f"{word.lower()} {who_and_when(one)}" for word, one in verdict_words(match))


def kinds(match: Match) -> tuple[str, ...]:
    """What the sentences that carry the passage do, each kind once, in the order of the sentences."""
    return tuple(dict.fromkeys(one.kind.value for one in match.statements if one.carries))


def kind_words(match: Match, into: str = "") -> tuple[str, ...]:
    """The same in the language of the window, or `into` another."""
    words = {
        "pledge": tr("pledge", into=into),
        "record": tr("record", into=into),
        "criticism": tr("criticism", into=into),
        "context": tr("context", into=into),
    }
    return tuple(words[kind] for kind in kinds(match))


def column_names(documents: Sequence[Document]) -> list[str]:
    """What each is called among these, in their order."""
    names = told_apart(documents)
    return [names[document.id] for document in documents]
