"""What can be asked about words, as one value: window and command line ask alike and are given the same tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from index.analysis import language_code
from index.said import said_of
from index.topics.model import Match, Topic
from index.verdicts import Said, applied
from index.words.as_tables import (
    collocates_table,
    crosstab_table,
    dispersion_table,
    frequency_table,
    keyness_table,
    readability_table,
)
from index.words.asked import asked, several
from index.words.collocates import Collocates, Window, collocates
from index.words.corpus import Corpus, languages
from index.words.crosstab import Crosstab, crosstab
from index.words.dispersion import Spread, dispersion
from index.words.frequency import FrequencyList, frequencies
from index.words.keyness import Keyness, keyness
from index.words.readability import Readability, readability
from index.words.statistics import LEAST_KEYNESS
from index.words.stop_lists import folded, stop_words
from index.words.tables import WordTable
from index.words.terms import Unit
from reader.errors import UserError
from reader.library.library import Library
from reader.library.records import Document
from reader.wording import tr


class NothingCounted(UserError):
    """There are no manifestos, or none that can be compared, in what was asked for."""


class Counted(StrEnum):
    """The tables that there are."""

    FREQUENCY = "frequency"
    CROSSTAB = "crosstab"
    KEYNESS = "keyness"
    DISPERSION = "dispersion"
    NGRAMS = "ngrams"
    COLLOCATES = "collocates"
    READABILITY = "readability"


# Those that count words which people choose.
OF_CHOICES = frozenset((Counted.CROSSTAB, Counted.DISPERSION, Counted.COLLOCATES))

Result: TypeAlias = FrequencyList | Crosstab | Keyness | Collocates | tuple[Spread, ...] | tuple[Readability, ...]
# The topic views of these documents: by document id the matches of each.
ViewsOf: TypeAlias = Callable[[Topic, Sequence[Document]], Mapping[str, Sequence[Match]]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked: a table of these manifestos (ids, in order).

    `typed` are the chosen words; `language` a code, "" for the one with the most words; `here` the manifestos (ids) of
    which the key words are asked, against `against`, else all others; `least` how often a word stands, 0 for the usual.
    """

    table: Counted
    documents: tuple[str, ...]
    typed: str = ""
    language: str = ""
    unit: Unit = Unit.WORDS
    length: int = 2
    least: int = 0
    without_stop_words: bool = False
    here: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    sure: float = LEAST_KEYNESS
    window: Window = field(default_factory=Window)
    topic: Topic | None = None
    coder: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was counted, as a table too, with the manifestos that it is of."""

    wish: Wish
    result: Result
    table: WordTable
    documents: tuple[Document, ...]

    @property
    def spreads(self) -> tuple[Spread, ...]:
        """The spread of each chosen word; none of another table than that of dispersion."""
        result = self.result if isinstance(self.result, tuple) else ()
        return tuple(one for one in result if isinstance(one, Spread))


def answer(library: Library, wish: Wish, views_of: ViewsOf, heed: Callable[[], object] = lambda: None) -> Answer:
    """Count what is wished. `heed` is called before each manifesto; what it raises ends the counting.

    Raises NothingCounted, NotUnderstood, StopListInvalid, and what `views_of` raises.
    """
    known = {document.id: document for document in library.documents()}
    corpus = Corpus(library, tuple(known[name] for name in wish.documents if name in known), heed)
    if not corpus.words:
        raise NothingCounted(tr("There are no words to count."), tr("Choose manifestos that have text."))
    result, table = _MADE[wish.table](corpus, wish, views_of)
    return Answer(wish, result, table, corpus.documents)


def language_of(wish: Wish, documents: Sequence[Document]) -> str:
    """The language of the list: the one asked for, else that with the most words."""
    if wish.language:
        return language_code(wish.language)
    here = [document for document in documents if document.id in wish.here] or documents
    return languages(here)[0]


def _stopped(corpus: Corpus, wish: Wish, language: str) -> frozenset[str]:
    return folded(stop_words(corpus.library.home.settings, language)) if wish.without_stop_words else frozenset()


def _frequency(corpus: Corpus, wish: Wish, _: ViewsOf) -> tuple[Result, WordTable]:
    language = language_of(wish, corpus.documents)
    runs = wish.table is Counted.NGRAMS
    found = frequencies(
        corpus,
        language,
        wish.unit,
        length=wish.length if runs else 1,
        least=wish.least or (3 if runs else 1),
        stopped=_stopped(corpus, wish, language),
    )
    return found, frequency_table(found, wish.table.value)


def _crosstab(corpus: Corpus, wish: Wish, _: ViewsOf) -> tuple[Result, WordTable]:
    found = crosstab(corpus, several(wish.typed))
    return found, crosstab_table(found)


def _keyness(corpus: Corpus, wish: Wish, _: ViewsOf) -> tuple[Result, WordTable]:
    here = _some(corpus, wish.here)
    others = tuple(one for one in corpus.documents if one.id not in wish.here)
    named = [name for name in wish.against if name not in wish.here]  # none is compared with itself
    against = _some(corpus, named) if wish.against else replace(corpus, documents=others)
    language = language_of(wish, corpus.documents)
    if not (here.only(language).words and against.only(language).words):
        raise NothingCounted(
            tr("Key words need manifestos of one language on both sides."),
            tr("Choose one manifesto, and a set that has others in its language."),
        )
    stopped = _stopped(corpus, wish, language)
    found = keyness(here, against, language, wish.unit, least=wish.least or 2, sure=wish.sure, stopped=stopped)
    return found, keyness_table(found)


def _dispersion(corpus: Corpus, wish: Wish, _: ViewsOf) -> tuple[Result, WordTable]:
    found = dispersion(corpus, several(wish.typed))
    return found, dispersion_table(found)


def _collocates(corpus: Corpus, wish: Wish, _: ViewsOf) -> tuple[Result, WordTable]:
    language = language_of(wish, corpus.documents)
    found = collocates(
        corpus,
        asked(wish.typed),
        language,
        wish.window,
        wish.unit,
        least=wish.least or 3,
        stopped=_stopped(corpus, wish, language),
    )
    return found, collocates_table(found)


def _readability(corpus: Corpus, wish: Wish, views_of: ViewsOf) -> tuple[Result, WordTable]:
    if wish.topic is None:
        found = readability(corpus)
        return found, readability_table(found)
    topic, documents = wish.topic, corpus.documents
    views = views_of(topic, documents)
    said = said_of(corpus.library, topic.id, documents, views, wish.coder)
    shown = [applied(topic, views.get(one.id, ()), said.get(one.id, Said())) for one in documents]
    found = readability(corpus, [frozenset(match.block for match in view.matches) for view in shown])
    return found, readability_table(found, topic.name)


def _some(corpus: Corpus, names: Sequence[str]) -> Corpus:
    known = {document.id: document for document in corpus.library.documents()}
    return replace(corpus, documents=tuple(known[name] for name in names if name in known))


_MADE: Mapping[Counted, Callable[[Corpus, Wish, ViewsOf], tuple[Result, WordTable]]] = {
    Counted.FREQUENCY: _frequency,
    Counted.NGRAMS: _frequency,
    Counted.CROSSTAB: _crosstab,
    Counted.KEYNESS: _keyness,
    Counted.DISPERSION: _dispersion,
    Counted.COLLOCATES: _collocates,
    Counted.READABILITY: _readability,
}
