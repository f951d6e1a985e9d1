"""A list of demands as a topic: each demand is a row, with words to look for that are offered from its own text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from index import store
from index.analysis import Word, analyser, language_code
from index.damage import IndexDamaged
from index.postings import entry_count
from index.query import NotUnderstood, parse
from index.small_words import small_words
from index.topics.drafting import new_subtopic
from index.topics.model import Subtopic, Topic, TopicQuery
from reader.errors import UserError
from reader.home import Home
from reader.language import language_of
from reader.markers import marker_at_start

# How many passages of the library hold a stem, and how many there are.
Held = Callable[[str], tuple[int, int]]

_HEADS = ("demand", "words")
_DELIMITERS = ",;\t"
_LONGEST = 200  # of what stands at the head of a row, in characters
_MOST = 200
_SHORTEST = 3
# So many words of a demand are looked for, two of them in one sentence.
_WORDS = 3
# A word that one passage in so many holds, or fewer, tells by itself what a passage is about.
_TELLING = 400
# What demands say whatever they are about.
_SAID_OF_ALL = frozenset(
    """
    abolish across achieve act action add address adopt aim allow appoint back begin bring build call change commit
    create cut deliver demand develop done double end enshrine ensure establish every expand extend full fully fund
    funding give government guarantee help implement improve include increase introduce invest investment keep
    launch legislate level make manifesto meet ministers minimum more much must national need needs new next number
    parliament party people plan plans pledge policy promise properly protect provide publish put raise reduce
    reform remove repeal replace require restore review right rights scrap secure set should stop strengthen support
    sure take tackle urgent want will within without work year years
    """.split()  # noqa: SIM905 - a list of words reads better so
)


class NoDemands(UserError):
    """What was given holds no list of demands."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand in its own words; `queries` are those given with it, () where they are to be offered."""

    text: str
    queries: tuple[str, ...] = ()


def demands_in(text: str) -> tuple[Demand, ...]:
    """The demands of a pasted list, one a line or an item, or of CSV with the columns demand and words.

    Words of CSV are queries, several of them with semicolons between. The same demand comes once. Raises NoDemands.
    """
    found = {demand.text: demand for demand in _table(text) or _lines(text)}
    if not found:
        raise NoDemands("There are no demands in that text.", "Write or paste them one a line, as a list, or as CSV.")
    if len(found) > _MOST:
        raise NoDemands(f"A list has {_MOST} demands at most; this one has {len(found)}.", "Make several lists of it.")
    return tuple(found.values())


def _table(text: str) -> list[Demand]:
    """The rows of a CSV table with these heads; none where it is no such table."""
    head = text.lstrip("\ufeff \n").split("\n", 1)[0].casefold()
    delimiter = max(_DELIMITERS, key=head.count)
    names = [name.strip().strip('"') for name in head.split(delimiter)]
    if _HEADS[0] not in names:
        return []
    try:
        _, *rows = csv.reader(io.StringIO(text.lstrip("\ufeff \n"), newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise NoDemands(
            "That list cannot be read as a table.",
            "A quotation mark in it may open and never close: correct it, or paste the demands one a line.",
        ) from error
    demand, words = (names.index(name) if name in names else -1 for name in _HEADS)
    return [
        Demand(said, tuple(filter(None, map(str.strip, _cell(row, words).split(";")))))
        for row in rows
        if (said := " ".join(_cell(row, demand).split()))
    ]


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if 0 <= at < len(row) else ""


def _lines(text: str) -> Iterator[Demand]:
    """Items of a list, which may go on in lines that are set in; without any bullet each line is a demand."""
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    marked = [marker_at_start(line) for line in lines]
    items: list[str] = []
    for line, marker in zip(lines, marked, strict=True):
        if marker is not None:
            items.append(line[marker.end :])
        elif any(marked) and items and line[0].isspace():
            items[-1] += f" {line}"
        elif not line.rstrip().endswith(":"):  # "We call for:" heads the list
            items.append(line)
    yield from (Demand(" ".join(item.split())) for item in items if any(map(str.isalnum, item)))


def topic_of(name: str, demands: Sequence[Demand], colour: str, held: Held) -> Topic:
    """A draft of a topic with a row for each demand, and queries for it. Raises NoDemands for words not understood."""
    rows: list[Subtopic] = []
    queries: list[TopicQuery] = []
    written = language_of(" ".join(demand.text for demand in demands)) or "en"
    for demand in demands:
        row = new_subtopic(_shortened(demand.text), rows)
        rows.append(row)
        words = _checked(demand) or offered(demand.text, written, held)
        queries += [TopicQuery(one, language=_named(written), subtopics=(row.id,)) for one in words]
    return Topic("", 0, name, colour, "", tuple(_joined(queries)), subtopics=tuple(rows))


def _named(language: str) -> str:
    """How a query names its language: those that name none are English."""
    return "" if language == "en" else language


def _checked(demand: Demand) -> tuple[str, ...]:
    for query in demand.queries:
        try:
            parse(query)
        except NotUnderstood as error:
            problem = f"The words “{query}” of “{demand.text}” are not understood. {error.problem}"
            raise NoDemands(problem, error.advice) from error
    return demand.queries


def _joined(queries: Sequence[TopicQuery]) -> Iterator[TopicQuery]:
    """One query for words that several demands share: it speaks for the rows of all."""
    rows: dict[tuple[str, str], list[str]] = {}
    for query in queries:
        rows.setdefault((query.query, query.language), []).extend(query.subtopics)
    for (words, language), speaks in rows.items():
        yield TopicQuery(words, language=language, subtopics=tuple(dict.fromkeys(speaks)))


def offered(text: str, language: str, held: Held) -> tuple[str, ...]:
    """Queries for what a demand is about: its rarest word, in one sentence with each of the next rarest.

    Alone it is looked for where it tells by itself and is no half of a name ("rough sleeping"). What the library does
    not hold comes last. A demand of words that say nothing is looked for as a phrase.
    """
    words = _telling_words(text, language_code(language))
    if len(words) > 2 and next(iter(words.values())).position == 0:
        del words[next(iter(words))]  # most begin with what is to be done, which many words say
    counts = {stem: held(stem) for stem in words}
    best = sorted(words, key=lambda stem: (not counts[stem][0], counts[stem][0], words[stem].position))[:_WORDS]
    if not best:
        return (f'"{" ".join(word.exact for word in analyser(language_code(language)).sequence(text))}"',)
    rarest, *others = (words[stem] for stem in best)
    count, every = counts[rarest.stem]
    beside = any(abs(other.position - rarest.position) == 1 for other in others)
    if not others or (0 < count * _TELLING <= every and not beside):
        return (rarest.exact,)
    pairs = (sorted((rarest, other)) for other in others)
    return tuple(f"{first.exact} {second.exact}" for first, second in pairs)


def _telling_words(text: str, language: str) -> dict[str, Word]:
    """By stem, the words of a demand that say what it is about, in their order."""
    small = small_words(language)
    found: dict[str, Word] = {}
    for word in analyser(language).sequence(text):
        says = len(word.exact) >= _SHORTEST and word.exact not in small and not word.exact[0].isdigit()
        if says and word.exact not in _SAID_OF_ALL and word.exact.isalnum():
            found.setdefault(word.stem, word)
    return found


def _shortened(text: str) -> str:
    """What stands at the head of a row: all of a demand, but for very long ones."""
    plain = re.sub(r"[.;,]+$", "", text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rsplit(' ', 1)[0]}…"


def topic_from(home: Home, name: str, text: str, colour: str) -> Topic:
    """A draft of a topic from a pasted list, its words offered by what this library holds. Raises NoDemands."""
    demands = demands_in(text)
    with _held_in(home) as held:
        return topic_of(name, demands, colour, held)


@contextmanager
def _held_in(home: Home) -> Iterator[Held]:
    """How many passages of the index hold a stem; none where there is no index (yet)."""
    with ExitStack() as opened:
        try:
            reader = opened.enter_context(store.reading(home))
        except IndexDamaged:
            yield lambda _stem: (0, 0)
            return
        every = entry_count(reader)
        yield lambda stem: (int(reader.doc_frequency("text", stem)), every)
