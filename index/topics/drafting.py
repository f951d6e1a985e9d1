"""A topic as people write it: begun from nothing, from another or from a search; its faults by line; its next version.

A draft is a Topic whose queries may be empty or not understood; one that has never been kept has the id "".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from index.query import NotUnderstood, parse
from index.topics.languages import with_languages
from index.topics.model import Subtopic, Topic, TopicQuery
from reader.names import free_name

# The id that the last row of every comparison has, and what Windows takes for a device in the name of a file.
_DEVICES = ("con", "prn", "aux", "nul", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(10)))
_RESERVED = frozenset({"more", *_DEVICES})
_LONGEST_ID = 40
_OWN_POSITION = 1000


class Part(StrEnum):
    """Where in a draft a fault is."""

    NAME = "name"
    WORDS = "words"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a draft from being kept: `number` is the place among its queries or exclusions, else 0."""

    part: Part
    number: int
    sentence: str


def begun(colour: str) -> Topic:
    """A draft with nothing in it but a colour."""
    return Topic("", 0, "", colour, "", ())


def begun_from_search(query: str, colour: str) -> Topic:
    """A draft that looks for what was searched for, named after it. Filters of the search stay as they are."""
    name = " ".join(re.sub(r"\b\w+:|[\"“”„=*()~-]|\b(?:OR|AND|NOT)\b", " ", query).split())
    said = f"Passages that a search for {' '.join(query.split())} finds."
    return Topic("", 0, name[:1].upper() + name[1:60], colour, said, (TopicQuery(" ".join(query.split())),))


def duplicated(topic: Topic, names: Collection[str]) -> Topic:
    """A draft of a new topic that is so far the same as this one, under a name that none has."""
    name = free_name(f"{topic.name} (copy)", names, lambda number: f"{topic.name} (copy {number})")
    return replace(topic, id="", version=0, name=name, builtin=False, position=_OWN_POSITION)


def free_id(name: str, taken: Iterable[str]) -> str:
    """An id made of the name's letters and digits that is not among those taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-") or "topic"
    return free_name(stem, _RESERVED.union(taken), lambda number: f"{stem}-{number}")


def new_subtopic(name: str, others: Iterable[Subtopic]) -> Subtopic:
    """A row of this name with an id of its own."""
    return Subtopic(free_id(name, (other.id for other in others)), name)


def without_lost_rows(draft: Topic) -> Topic:
    """The draft with no query speaking for a row that it does not have (any more)."""
    rows = {row.id for row in draft.subtopics}
    queries = (
        replace(query, subtopics=tuple(one for one in query.subtopics if one in rows)) for query in draft.queries
    )
    return replace(draft, queries=tuple(queries))


def faults(draft: Topic, names: Collection[str] = ()) -> tuple[Fault, ...]:
    """What keeps the draft from being kept; `names` are what other topics are called."""
    found: list[Fault] = []
    if not draft.name.strip():
        found.append(Fault(Part.NAME, 0, "The topic needs a name."))
    elif draft.name.strip().casefold() in {name.casefold() for name in names}:
        found.append(Fault(Part.NAME, 0, "Another topic has this name."))
    if not draft.queries:
        found.append(Fault(Part.WORDS, 0, "The topic needs at least one word to look for."))
    for part, texts in ((Part.WORDS, [query.query for query in draft.queries]), (Part.EXCLUDE, draft.exclude)):
        found += [Fault(part, number, said) for number, text in enumerate(texts) if (said := fault_of(text))]
    return tuple(found)


def fault_of(query: str) -> str:
    """What is wrong with a word, phrase or query, in two sentences; "" for nothing."""
    try:
        parse(query)
    except NotUnderstood as error:
        return f"{error.problem} {error.advice}"
    return ""


def usable(draft: Topic) -> Topic:
    """The draft as far as it can be evaluated: without what is not understood, by an id of its own."""
    queries = tuple(query for query in draft.queries if not fault_of(query.query))
    exclude = tuple(text for text in draft.exclude if not fault_of(text))
    return without_lost_rows(replace(draft, id=draft.id or "draft", queries=queries, exclude=exclude))


def finished(draft: Topic, before: Topic | None, taken: Collection[str]) -> Topic:
    """The draft as it is to be kept: with an id where it has none, by the next version where it says something new.

    `before` is the topic that it takes the place of; `taken` are the ids of all topics.
    """
    kept = without_lost_rows(replace(draft, name=draft.name.strip(), definition=draft.definition.strip()))
    kept = with_languages(kept, before)
    if before is None:
        return replace(kept, id=free_id(kept.name, taken), version=1, builtin=False)
    same = replace(kept, version=before.version, builtin=before.builtin) == before
    return replace(kept, id=before.id, version=before.version + (not same), builtin=False)
