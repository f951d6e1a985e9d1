"""The comparison: a plain table of sub-topics by manifestos. Window, command line and exports draw this one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from index.row_words import in_row, is_further, names_itself
from index.selecting import Only, keeps, left_out
from index.topics.carried import words_on_topic
from index.topics.languages import missing_language, no_words
from index.topics.model import Match, Subtopic, Topic
from index.verdicts import Applied, Said, applied, who_and_when
from reader.library.records import Document, Extent
from reader.library.row_marks import Mark, RowMark
from reader.library.verdicts import Annotation
from reader.wording import tr

# The row of what belongs to no sub-topic; and what it is called where a topic has none.
MORE = Subtopic("more", "More on this topic")
# Not a row of the table: what stands in the columns' `uncertain`. No topic can have a row with such an id.
UNCERTAIN = Subtopic("?", "Less certain")
_ALL = "All passages"

# Below this many words one long passage more or less would change a share by a quarter and more.
LEAST_WORDS = 1_500


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a document a topic takes: passages, words on the topic, either per 1,000 of the document's words.

    `words` are those of the sentences that carry the topic, not of all that stands in the passages. Both count the
    whole view, whatever a filter lets through, and none of what is uncertain.

    `per_thousand` (words) and `passages_per_thousand` are None for extracts and texts too short for a share to mean
    anything. `without_words_in` is the English name of the document's language where the topic has no words in it: then
    no figure means anything, and passages are there only by chance or because people added them. `uncertain` passages
    are to be checked, and in none of the figures before.
    """

    passages: int
    words: int
    per_thousand: float | None
    passages_per_thousand: float | None = None
    without_words_in: str = ""
    uncertain: int = 0


class SilenceReason(StrEnum):
    """Why nothing is shown; what comes last wins where several hold."""

    NOTHING = "nothing"  # all of it was read, and nothing was found
    PARTIAL = "partial"  # some of its pages could not be read
    EXTENT = "extent"  # it is no whole manifesto
    UNCERTAIN = "uncertain"  # passages are there to be checked, none of them certain
    LANGUAGE = "language"  # the topic has no words in its language: nobody looked
    FILTER = "filter"  # passages are there, and left out by what people chose to see


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing found: `sentence` says so fairly ("Nothing found; 126 of 128 pages readable.").

    `confirmed` is who confirmed it, and when; None for what only the program says. `hidden` passages are there all the
    same, and left out only by what people chose to see.
    """

    sentence: str
    reason: SilenceReason
    confirmed: Annotation | None = None
    hidden: int = 0

    @property
    def unasked(self) -> bool:
        """Whether nobody, neither the topic nor a person, has looked: such a silence counts in no figure."""
        return self.reason is SilenceReason.LANGUAGE and self.confirmed is None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one manifesto says in one row; `silence` is set when `matches` is empty.

    `mark` is what a person says that comes to, None for no mark.
    """

    matches: tuple[Match, ...]
    silence: Silence | None = None
    mark: RowMark | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One manifesto of the comparison. `silence` is set when it says nothing on the whole topic.

    `left_out` are the passages that people said are not about the topic. `uncertain` are those that only weak words or
    a heading's loan brings in: they stand in no row, count in no figure, and are there to be checked, whatever a filter
    lets through. `shown` is how many passages a filter lets through, None where there is none. `marks` are those that
    people gave its rows, top to bottom.
    """

    document: Document
    share: Share
    silence: Silence | None = None
    left_out: tuple[Match, ...] = ()
    uncertain: tuple[Match, ...] = ()
    shown: int | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One sub-topic; `cells` are in the order of the columns."""

    subtopic: Subtopic
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The table. A passage may stand in several rows. `warnings` are quiet lines (mixed elections, say)."""

    topic: Topic
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    warnings: tuple[str, ...] = ()

    @property
    def passages(self) -> frozenset[tuple[str, str]]:
        """Document and block of each passage in the table, once however many rows it stands in."""
        return frozenset(
            (match.document, match.block) for row in self.rows for cell in row.cells for match in cell.matches
        )


def compare(
    topic: Topic,
    documents: Sequence[Document],
    matches: Mapping[str, Sequence[Match]],
    *,
    only: Only = Only.ALL,
    best_first: bool = False,
    said: Mapping[str, Said] | None = None,
) -> Comparison:
    """The table of the topic's sub-topics by these documents, with `matches` by document id (in document order).

    Columns stand in the order of `documents`; what a cell holds does not depend on that order. A document without
    `matches` is silent. `only` says which passages are shown, in each row by what speaks for it; shares always count
    the whole view. `best_first` puts first what names the row in its own words, then the higher score to two digits,
    then what stands in this row first; otherwise the order is that of the document. The row of `MORE` is there when a
    passage belongs to no sub-topic, or when the topic has none. `said` is what people said of the documents, by id; it
    wins over `matches` and counts in shares.
    """
    spoken = said or {}
    views = {
        document.id: applied(topic, matches.get(document.id, ()), spoken.get(document.id, Said()))
        for document in documents
    }
    shown = {
        document.id: [match for match in views[document.id].matches if keeps(only, match)] for document in documents
    }
    subtopics = [*topic.subtopics]
    known = frozenset(subtopic.id for subtopic in subtopics)
    if not subtopics or any(not known.intersection(match.subtopics) for found in shown.values() for match in found):
        subtopics.append(more_of(topic))
    columns = tuple(
        _column(topic, document, views[document.id], shown[document.id], only, best_first) for document in documents
    )
    rows = tuple(
        Row(
            subtopic,
            tuple(
                _cell(
                    topic,
                    document,
                    [
                        match
                        for match in _in_row(shown[document.id], subtopic, known)
                        if keeps(only, in_row(match, subtopic.id))
                    ],
                    _in_row(views[document.id].matches, subtopic, known),
                    _ordering(subtopic, best_first),
                    only,
                    views[document.id].silences.get(subtopic.id) or views[document.id].silences.get(""),
                    _to_check(views[document.id], subtopic, known),
                    views[document.id].marks.get(subtopic.id),
                )
                for document in documents
            ),
        )
        for subtopic in subtopics
    )
    return Comparison(topic, columns, rows, _warnings(topic, documents))


def more_of(topic: Topic) -> Subtopic:
    """The row of the passages that belong to no sub-topic, named by whether there is any other."""
    return MORE if topic.subtopics else replace(MORE, name=_ALL)


def best_first(comparison: Comparison) -> Comparison:
    """The comparison with the best passages of each cell first, as `compare` orders them."""
    rows = (
        Row(row.subtopic, tuple(replace(cell, matches=_best(cell.matches, row.subtopic)) for cell in row.cells))
        for row in comparison.rows
    )
    return replace(comparison, rows=tuple(rows))


def _best(matches: Sequence[Match], subtopic: Subtopic) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=_ordering(subtopic, best=True)))


def differing(comparison: Comparison) -> tuple[str, ...]:
    """The ids of the rows in which some manifestos speak and some are silent, top to bottom.

    A manifesto in which nobody has looked is neither.
    """
    return tuple(
        row.subtopic.id
        for row in comparison.rows
        if len({cell.silence is None for cell in row.cells if cell.silence is None or not cell.silence.unasked}) > 1
    )


def share(
    topic: Topic, document: Document, matches: Sequence[Match], *, confirmed: bool = False, uncertain: int = 0
) -> Share:
    """The share of the document’s words that are on the topic in these passages; none per 1,000 where text is little.

    `confirmed` says that a person has looked through it for the topic and found nothing; so many passages more are
    `uncertain`.
    """
    words = words_on_topic(matches)
    language = "" if confirmed else missing_language(topic, document)
    if language or document.extent == Extent.EXTRACT or document.words < LEAST_WORDS:
        return Share(len(matches), words, None, without_words_in=language, uncertain=uncertain)
    thousands = document.words / 1000
    return Share(
        *(len(matches), words, round(words / thousands, 1), round(len(matches) / thousands, 2)), uncertain=uncertain
    )


def silence(topic: Topic, document: Document, uncertain: int = 0) -> Silence:
    """What may fairly be said where nothing was found in a document: how much of it there is, and could be read.

    Where the topic has no words in its language, that: nobody looked. Where so many passages are `uncertain`, that:
    something may be there.
    """
    partly = document.readable_pages < document.page_count
    unread = f"; {document.readable_pages:,} of {document.page_count:,} pages readable" if partly else ""
    if language := missing_language(topic, document):
        return Silence(f"{no_words(language)}{unread}.", SilenceReason.LANGUAGE)
    if uncertain:
        return Silence(f"{_nothing_certain(document, uncertain)}{unread}.", SilenceReason.UNCERTAIN)
    if document.extent in (Extent.CHAPTER, Extent.EXTRACT):
        return Silence(f"Not in this {document.extent}{unread}.", SilenceReason.EXTENT)
    if partly:
        return Silence(f"Nothing found{unread}.", SilenceReason.PARTIAL)
    if document.page_count:
        pages = "1 page" if document.page_count == 1 else f"{document.page_count:,} pages"
        return Silence(f"Nothing found in {pages}.", SilenceReason.NOTHING)
    return Silence("Nothing found in the whole text.", SilenceReason.NOTHING)


def _nothing_certain(document: Document, uncertain: int) -> str:
    if document.extent == Extent.CHAPTER:
        return tr("Nothing certain in this chapter; {number:,} to check", number=uncertain)
    if document.extent == Extent.EXTRACT:
        return tr("Nothing certain in this extract; {number:,} to check", number=uncertain)
    return tr("Nothing certain; {number:,} to check", number=uncertain)


def _column(
    topic: Topic, document: Document, view: Applied, shown: Sequence[Match], only: Only, best_first: bool
) -> Column:
    confirmed = view.silences.get("")
    return Column(
        document,
        share(topic, document, view.matches, confirmed=confirmed is not None, uncertain=len(view.uncertain)),
        _silence(topic, document, view.matches, shown, only, confirmed, len(view.uncertain)),
        view.left_out,
        tuple(sorted(view.uncertain, key=lambda match: (-match.score if best_first else 0, match.order))),
        None if only is Only.ALL else len(shown),
        tuple(view.marks[row.id].mark for row in topic.subtopics if row.id in view.marks),
    )


def _to_check(view: Applied, subtopic: Subtopic, known: frozenset[str]) -> int:
    """How many passages are to be checked before a row is called silent; all, where the whole column is."""
    return len(_in_row(view.uncertain, subtopic, known) if view.matches else view.uncertain)


def _silence(
    topic: Topic,
    document: Document,
    matches: Sequence[Match],
    shown: Sequence[Match],
    only: Only,
    confirmed: Annotation | None,
    uncertain: int,
) -> Silence | None:
    """None where something is shown. Passages that only the filter left out are no silence."""
    if shown:
        return None
    if matches:
        return Silence(left_out(only, len(matches)), SilenceReason.FILTER, hidden=len(matches))
    found = silence(topic, document, uncertain)
    if confirmed is None:
        return found
    what = "Silence confirmed" if found.reason is SilenceReason.LANGUAGE else "Confirmed"
    return Silence(f"{found.sentence} {what} {who_and_when(confirmed)}.", found.reason, confirmed)


def _in_row(matches: Sequence[Match], subtopic: Subtopic, known: frozenset[str]) -> list[Match]:
    """Those of the passages that belong to the row; to `MORE`, those that belong to none of the `known` ones."""
    if subtopic.id == MORE.id:
        return [match for match in matches if not known.intersection(match.subtopics)]
    return [match for match in matches if subtopic.id in match.subtopics]


def _ordering(subtopic: Subtopic, best: bool) -> Callable[[Match], tuple[float, ...]]:
    """What the passages of the row are ordered by."""

    def place(match: Match) -> tuple[float, ...]:
        if not best:
            return (match.order,)
        lent, further = not names_itself(match, subtopic.id), is_further(match, subtopic.id)
        # Scores that are shown alike tell nothing apart.
        return (lent, -round(match.score, 2), further, match.order)

    return place


def _cell(
    topic: Topic,
    document: Document,
    shown: Sequence[Match],
    matches: Sequence[Match],
    ordering: Callable[[Match], tuple[float, ...]],
    only: Only,
    confirmed: Annotation | None,
    uncertain: int,
    mark: RowMark | None,
) -> Cell:
    silent = _silence(topic, document, matches, shown, only, confirmed, uncertain)
    return Cell(tuple(sorted(shown, key=ordering)), silent, mark)


def _warnings(topic: Topic, documents: Sequence[Document]) -> tuple[str, ...]:
    """Quiet lines where columns are not alike; values that nobody knows are not counted."""
    found = []
    devolved = f". {topic.nations.rstrip('.')}" if topic.nations else ". What is devolved differs"
    for field, named, advice in (
        ("election", "elections", ""),
        ("office", "offices", ". Their powers differ"),
        ("nation", "nations", devolved),
    ):
        values = sorted({value for document in documents if (value := getattr(document, field))})
        if len(values) > 1:
            found.append(f"Different {named}: {', '.join(values)}{advice}.")
    return tuple(found)
