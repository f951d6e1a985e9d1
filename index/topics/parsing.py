"""A topic file's TOML text made into a topic, every fault named with line and reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.topics.model import Scope, Subtopic, Term, Topic, TopicQuery, Translation
from reader.errors import UserError
from reader.tables import Row, Source

_ID = re.compile(r"(?=.{1,60}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")  # it becomes the name of a file
_ID_RULE = "must be lower-case letters, digits and hyphens, at most 60"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
# The last row of every comparison, of which topics have none of their own.
MORE_ID = "more"
_MOST_WEIGHT = 10.0
_WIDEST = 100  # words that the parts of a query may take up
_MOST_SUBTOPICS = 200
_LATEST = 999_999_999  # versions are stored; the last one is far from where a database's numbers end
_FARTHEST = 1_000_000
_LONGEST_NAME = 200
_KEYS = {
    "": (
        *("id", "version", "name", "colour", "definition", "sensitive", "position", "nations", "languages", "exclude"),
        *("subtopic", "query", "translation", "glossary"),
    ),
    "subtopic": ("id", "name"),
    "query": ("query", "weight", "scope", "language", "subtopics", "within", "row_weight"),
    "translation": ("language", "of", "name"),
    "glossary": ("term", "meaning", "language"),
}
_ADVICE = "Correct that line in the topic file and open it again."


class TopicInvalid(UserError):
    """A topic file that cannot be used; the problem names the file, the line and the reason."""


def parse_topic(text: str, *, name: str = "topic.toml", builtin: bool = False) -> Topic:
    """The topic that the TOML text says; `name` is what errors call the file. Raises TopicInvalid.

    Whether the search engine understands each query is checked by `index.topics.compiled.check`, not here: reading
    topics at the start of the program must not load the search engine.
    """
    source = Source(name, text, TopicInvalid, _ADVICE)
    top = source.top(_KEYS)
    subtopics = _subtopics(top)
    ids = [subtopic.id for subtopic in subtopics]
    queries = tuple(_query(row, ids) for row in top.tables("query"))
    if not queries:
        raise source.invalid("a topic needs at least one [[query]]")
    return Topic(
        id=top.matching("id", _ID, _ID_RULE),
        version=top.between("version", int, "a whole number", 0, least=1, most=_LATEST),
        name=_name(top),
        colour=top.matching("colour", _COLOUR, "must be a colour like “#3a6ea5”"),
        definition=top.typed("definition", str, "text", "").strip(),
        queries=queries,
        exclude=top.texts("exclude"),
        subtopics=subtopics,
        sensitive=bool(top.typed("sensitive", bool, "true or false", False)),
        builtin=builtin,
        position=top.between("position", int, "a whole number", 1000, least=-_FARTHEST, most=_FARTHEST),
        nations=" ".join(top.typed("nations", str, "text", "").split()),
        languages=_languages(top),
        translations=tuple(_translation(row, ids) for row in top.tables("translation")),
        glossary=tuple(
            Term(row.text("term"), row.text("meaning"), _language(row, "en")) for row in top.tables("glossary")
        ),
    )


def _translation(row: Row, ids: Sequence[str]) -> Translation:
    of = row.typed("of", str, "text", "")
    if of and of not in (*ids, MORE_ID):
        raise row.invalid("of", f"there is no sub-topic “{of}”")
    return Translation(_language(row), row.text("name"), of)


def _language(row: Row, usual: str = "") -> str:
    language = row.typed("language", str, "text", usual)
    if not _LANGUAGE.fullmatch(language):
        raise row.invalid("language", "the language must be a code like “en” or “cy”")
    return str(language)


def _languages(top: Row) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(top.texts("languages")))
    for code in codes:
        if not _LANGUAGE.fullmatch(code):
            raise top.invalid("languages", f"a language must be a code like “en” or “cy”; not “{code}”")
    return codes


def _subtopics(top: Row) -> tuple[Subtopic, ...]:
    found: list[Subtopic] = []
    for row in top.tables("subtopic"):
        if len(found) == _MOST_SUBTOPICS:
            raise row.invalid("id", f"a topic has at most {_MOST_SUBTOPICS} sub-topics")
        one = Subtopic(row.matching("id", _ID, _ID_RULE), _name(row))
        if one.id == MORE_ID:
            raise row.invalid("id", "the sub-topic id “more” is taken by the last row of every comparison")
        if one.id in {other.id for other in found}:
            raise row.invalid("id", f"the sub-topic id “{one.id}” is used twice")
        found.append(one)
    return tuple(found)


def _query(row: Row, ids: Sequence[str]) -> TopicQuery:
    weight = row.between("weight", float, "a number", 1.0, least=-_MOST_WEIGHT, most=_MOST_WEIGHT)
    scope = row.typed("scope", str, "text", Scope.TEXT.value)
    if scope not in list(Scope):
        raise row.invalid("scope", f"the scope must be {', '.join(Scope)}; not “{scope}”")
    language = _language(row) if row.values.get("language") else ""
    subtopics = row.texts("subtopics")
    for one in subtopics:
        if one not in ids:
            raise row.invalid("subtopics", f"there is no sub-topic “{one[:40]}”")
    within = row.between("within", int, "a whole number", 0, least=0, most=_WIDEST)
    row_weight = row.between("row_weight", float, "a number", 0.0, least=0, most=_MOST_WEIGHT)
    words = " ".join(row.text("query").split())
    return TopicQuery(words, weight, Scope(scope), language, subtopics, within, row_weight)


def _name(row: Row) -> str:
    """What stands in a tab or at the head of a row: one line."""
    name = " ".join(row.text("name").split())
    if len(name) > _LONGEST_NAME:
        raise row.invalid("name", f"“name” must be at most {_LONGEST_NAME} characters")
    return name
