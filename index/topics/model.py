"""Topics as data, and what matching them gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.library.verdicts import Annotation


class Scope(StrEnum):
    """Where a topic's query looks."""

    TEXT = "text"  # the passage's own words
    SECTION = "section"  # the headings above it
    LEAD_IN = "lead-in"  # the sentence that introduces the list it stands in


class StatementKind(StrEnum):
    """What a sentence does; defined in the help page on topics."""

    PLEDGE = "pledge"
    RECORD = "record"
    CRITICISM = "criticism"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class TopicQuery:
    """One query of a topic, in the language of the search box, matched within one sentence, heading or lead-in.

    `weight` is added to a sentence's score when it matches (a passage is in the view when one of its sentences reaches
    1.0); a negative weight speaks against what headings, lead-ins and neighbouring sentences lend. `subtopics` are the
    rows it speaks for, with `row_weight` (0: with its weight, or 1.0 where it speaks for its rows alone). `within` is
    how many words its parts may take up in a sentence, in one clause (0: they stand anywhere in it). `language` limits
    it to documents in that language ("" for any); the words of a Welsh query stand for their mutated forms too.
    """

    query: str
    weight: float = 1.0
    scope: Scope = Scope.TEXT
    language: str = ""
    subtopics: tuple[str, ...] = ()
    within: int = 0
    row_weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Subtopic:
    """One row of a comparison."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The name of the topic, or of one of its sub-topics (`of` is its id, "" for the topic), in another language."""

    language: str
    name: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that pupils may not know, and what it means, in one language."""

    term: str
    meaning: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as its TOML file says. `exclude` are queries whose words do not count as evidence.

    `sensitive` topics open with a calm line about their content. `builtin` topics ship with the program. `position`
    orders the tabs, lowest first. `nations` says to which nations the topic's matters are devolved ("" where nothing is
    to be said): it stands above comparisons of manifestos of several nations. `languages` are the codes of those that
    it has words in, first that of queries which name none; () where its file does not say (`index.topics.languages`).
    `translations` name it and its sub-topics in other languages, `glossary` explains words: worksheets show both.
    """

    id: str
    version: int
    name: str
    colour: str
    definition: str
    queries: tuple[TopicQuery, ...]
    exclude: tuple[str, ...] = ()
    subtopics: tuple[Subtopic, ...] = ()
    sensitive: bool = False
    builtin: bool = False
    position: int = 1000
    nations: str = ""
    languages: tuple[str, ...] = ()
    translations: tuple[Translation, ...] = ()
    glossary: tuple[Term, ...] = ()

    def named(self, language: str, subtopic: Subtopic | None = None) -> str:
        """The name of the topic, or of a sub-topic, in a language ("cy"); its own name where none is known."""
        of = subtopic.id if subtopic else ""
        found = (one.name for one in self.translations if (one.language, one.of) == (language, of))
        return next(found, subtopic.name if subtopic else self.name)


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that caused a match: `text` in `field` ("text", "section" or "lead-in").

    For "text", `start` and `end` are code points in the passage; for the others, in that heading or lead-in.
    """

    text: str
    field: str
    start: int
    end: int


class Measure(StrEnum):
    """What the measurable part of a pledge is."""

    MONEY = "money"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Measurable:
    """A part of a pledge that can be measured (code points in the passage)."""

    start: int
    end: int
    kind: Measure


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a passage (code points in it); `carries` when it is why the passage is in the view.

    `subtopics` are the rows that one which carries names by its own words, the surest first, or goes on with.
    """

    start: int
    end: int
    text: str
    kind: StatementKind
    carries: bool
    subtopics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """One passage of a topic's view. `score` is 0 to 1, `order` the passage's place in its document.

    `subtopics` are the rows of the sentences that carry it, the one with the surest sign first; where none of them
    names one, those that heading or lead-in lend; () for "More".
    `said` is what people said of it, the last said last; the cache of views holds none of it. `lead_in` is the sentence
    that introduces the list in which it stands ("We will not:"), "" for none; `language` the code of its document's.
    `uncertain` says that no sure sign brought it in: it is shown apart, to be checked, and counts in no figure.
    """

    document: str
    block: str
    order: int
    text: str
    kind: str
    page: int | None
    label: str | None
    section: tuple[str, ...]
    score: float
    subtopics: tuple[str, ...]
    why: tuple[Reason, ...]
    statements: tuple[Statement, ...]
    said: tuple[Annotation, ...] = ()
    lead_in: str = ""
    language: str = ""
    uncertain: bool = False
