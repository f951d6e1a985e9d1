"""The tables of Words as people choose among them: what each is called, and which choices belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from index.words.wishes import Counted
from reader.wording import tr


@dataclass(frozen=True, slots=True)
class Kind:
    """A table with the words on its tab and the tip of that; `options` are the choices that it takes."""

    table: Counted
    title: str
    hint: str
    options: frozenset[str]


_OF_LISTS = ("unit", "language", "least", "stop")
_OPTIONS = {
    Counted.FREQUENCY: _OF_LISTS,
    Counted.CROSSTAB: (),
    Counted.KEYNESS: (*_OF_LISTS, "here", "against"),
    Counted.DISPERSION: ("drawn",),
    Counted.NGRAMS: (*_OF_LISTS, "length"),
    Counted.COLLOCATES: (*_OF_LISTS, "reach", "side", "sentence"),
    Counted.READABILITY: ("topic",),
}


def kinds() -> tuple[Kind, ...]:
    """All tables in the order of their tabs, in the language of the window."""
    named = {
        Counted.FREQUENCY: (tr("Frequency"), tr("How often each word stands, and in how many manifestos")),
        Counted.CROSSTAB: (tr("Compare"), tr("The words in the box by manifesto, and how sure the differences are")),
        Counted.KEYNESS: (tr("Key words"), tr("What one manifesto says more, or less, than others")),
        Counted.DISPERSION: (tr("Dispersion"), tr("Where in each manifesto the words in the box stand")),
        Counted.NGRAMS: (tr("N-grams"), tr("Runs of words that stand again and again")),
        Counted.COLLOCATES: (tr("Collocates"), tr("What stands near the word in the box more often than by chance")),
        Counted.READABILITY: (tr("Readability"), tr("How easy manifestos are to read, by a published formula")),
    }
    return tuple(Kind(table, *words, frozenset(_OPTIONS[table])) for table, words in named.items())
