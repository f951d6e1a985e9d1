"""Codes begun from topics and their rows, and a topic begun from a code. Neither changes when the other does later."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from index.query import NotUnderstood, parse
from index.topics.drafting import new_subtopic
from index.topics.model import Subtopic, Topic, TopicQuery
from reader.library.code_looks import shown_colour
from reader.library.codes import Code, Codebook, compared

_QUOTES = str.maketrans(dict.fromkeys('"“”„', " "))


def codes_of(topics: Iterable[Topic], book: Codebook) -> list[Code]:
    """The codes that these topics make: one for each, linked to it, with one under it for each row.

    What is in the codebook by that name already is not made again; rows come under the code that is there.
    """
    made: list[Code] = []
    for topic in topics:
        there = book.find(topic.name)
        above = there if there is not None and not there.parent else None
        if above is None:
            name = _name(topic.name)
            above = Code(_new(), "", name, topic.colour, topic.definition, topic=topic.id)
            made.append(above)
        names = {compared(code.name) for code in book.children(above.id)}
        for row in topic.subtopics:
            if compared(row.name) not in names:
                names.add(compared(row.name))
                made.append(Code(_new(), above.id, _name(row.name)))
    return made


def topic_of(code: Code, book: Codebook, colour: str) -> Topic:
    """A draft of a topic on what the code is about: its name, its definition, and a row for each code under it.

    It looks for the names. `colour` is taken where the code has none.
    """
    rows: list[Subtopic] = []
    queries = [_query(code.name)]
    for child in book.children(code.id):
        row = new_subtopic(child.name, rows)
        rows.append(row)
        queries.append(_query(child.name, row.id))
    said = [code.definition, code.include and f"Included: {code.include}", code.exclude and f"Not: {code.exclude}"]
    definition = "\n".join(part for part in said if part)
    found = tuple(query for query in queries if query is not None)
    return Topic("", 0, code.name, shown_colour(code.colour) or colour, definition, found, subtopics=tuple(rows))


def _query(name: str, row: str = "") -> TopicQuery | None:
    """What looks for a name: its words one after the other. None where nothing of it can be looked for."""
    words = name.translate(_QUOTES).split()
    query = f'"{" ".join(words)}"' if len(words) > 1 else "".join(words)
    try:
        parse(query)
    except NotUnderstood:
        return None
    return TopicQuery(query, subtopics=(row,) if row else ())


def _new() -> str:
    return str(uuid.uuid4())


def _name(name: str) -> str:
    return " ".join(name.split())
