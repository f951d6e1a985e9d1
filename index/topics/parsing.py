"""A topic file's TOML text made into a topic, every fault named with line and reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.topics.model import Scope, Subtopic, Topic, TopicQuery
from reader.errors import UserError

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_RULE = "must be lower-case letters, digits and hyphens"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MOST_WEIGHT = 10.0
_KEYS = {
    "": ("id", "version", "name", "colour", "definition", "sensitive", "position", "exclude", "subtopic", "query"),
    "subtopic": ("id", "name"),
    "query": ("query", "weight", "scope", "language", "subtopics"),
}
_ADVICE = "Correct that line in the topic file and open it again."


class TopicInvalid(UserError):
    """A topic file that cannot be used; the problem names the file, the line and the reason."""


def parse_topic(text: str, *, name: str = "topic.toml", builtin: bool = False) -> Topic:
    """The topic that the TOML text says; `name` is what errors call the file. Raises TopicInvalid.

    Whether the search engine understands each query is checked by `index.topics.compiled.check`, not here: reading
    topics at the start of the program must not load the search engine.
    """
    source = _Source(name, text)
    top = _Row(source, _toml(source, text))
    top.only_known()
    subtopics = _subtopics(top)
    ids = [subtopic.id for subtopic in subtopics]
    queries = tuple(_query(row, ids) for row in top.tables("query"))
    if not queries:
        raise source.invalid("a topic needs at least one [[query]]")
    return Topic(
        id=top.matching("id", _ID, _ID_RULE),
        version=_version(top),
        name=top.text("name"),
        colour=top.matching("colour", _COLOUR, "must be a colour like “#3a6ea5”"),
        definition=top.text("definition"),
        queries=queries,
        exclude=top.texts("exclude"),
        subtopics=subtopics,
        sensitive=bool(top.typed("sensitive", bool, "true or false", False)),
        builtin=builtin,
        position=int(top.typed("position", int, "a whole number", 1000)),
    )


class _Source:
    """The text of one topic file, to say where something stands in it."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()

    def line(self, table: str, number: int, key: str) -> int:
        """The 1-based line of `key` in the `number`-th [[table]] ("" for the top of the file), else of its head."""
        header = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
        heads = [i for i, line in enumerate(self.lines) if header.match(line)] if table else [-1]
        head = heads[number] if number < len(heads) else -1
        for i in range(head + 1, len(self.lines)):
            if re.match(r"\s*\[\[?\s*[A-Za-z_-]+\s*\]\]?\s*(?:#.*)?$", self.lines[i]):
                break
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", self.lines[i]):
                return i + 1
        return max(head, 0) + 1

    def invalid(self, reason: str, table: str = "", number: int = 0, key: str = "") -> TopicInvalid:
        return TopicInvalid(f"{self.name}, line {self.line(table, number, key)}: {reason}.", _ADVICE)


@dataclass(frozen=True, slots=True)
class _Row:
    """One table of the file: the whole file (`table` ""), or the `number`-th [[table]]."""

    source: _Source
    values: dict[str, Any]
    table: str = ""
    number: int = 0

    def invalid(self, key: str, reason: str) -> TopicInvalid:
        return self.source.invalid(reason, self.table, self.number, key)

    def only_known(self) -> None:
        known = _KEYS[self.table]
        for key in self.values:
            if key not in known:
                raise self.invalid(key, f"“{key}” is not known here (known: {', '.join(known)})")

    def tables(self, kind: str) -> list[_Row]:
        rows = self.values.get(kind, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.invalid(kind, f"“{kind}” must be written as [[{kind}]] tables")
        made = [_Row(self.source, row, kind, number) for number, row in enumerate(rows)]
        for row in made:
            row.only_known()
        return made

    def typed(self, key: str, kind: type | tuple[type, ...], words: str, default: object) -> Any:
        value = self.values.get(key, default)
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            raise self.invalid(key, f"“{key}” must be {words}")
        return value

    def text(self, key: str) -> str:
        if key not in self.values:
            raise self.invalid(key, f"“{key}” is missing")
        value = self.values[key]
        if not isinstance(value, str) or not value.strip():
            raise self.invalid(key, f"“{key}” must be text that is not empty")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.invalid(key, f"“{key}” must be a list of texts")
        return tuple(" ".join(one.split()) for one in value)

    def matching(self, key: str, form: re.Pattern[str], rule: str) -> str:
        value = self.text(key)
        if not form.fullmatch(value):
            raise self.invalid(key, f"“{key}” {rule}; not “{value}”")
        return value


def _toml(source: _Source, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else max(1, len(source.lines))
        reason = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise TopicInvalid(f"{source.name}, line {line}: {reason}.", _ADVICE) from None


def _subtopics(top: _Row) -> tuple[Subtopic, ...]:
    found: list[Subtopic] = []
    for row in top.tables("subtopic"):
        one = Subtopic(row.matching("id", _ID, _ID_RULE), row.text("name"))
        if one.id == "more":
            raise row.invalid("id", "the sub-topic id “more” is taken by the last row of every comparison")
        if one.id in {other.id for other in found}:
            raise row.invalid("id", f"the sub-topic id “{one.id}” is used twice")
        found.append(one)
    return tuple(found)


def _query(row: _Row, ids: Sequence[str]) -> TopicQuery:
    weight = float(row.typed("weight", (int, float), "a number", 1.0))
    if not -_MOST_WEIGHT <= weight <= _MOST_WEIGHT:
        raise row.invalid("weight", f"the weight must lie between -{_MOST_WEIGHT:g} and {_MOST_WEIGHT:g}")
    scope = row.typed("scope", str, "text", Scope.TEXT.value)
    if scope not in list(Scope):
        raise row.invalid("scope", f"the scope must be {', '.join(Scope)}; not “{scope}”")
    language = row.typed("language", str, "text", "")
    if language and not _LANGUAGE.fullmatch(language):
        raise row.invalid("language", "the language must be a code like “en” or “cy”")
    subtopics = row.texts("subtopics")
    for one in subtopics:
        if one not in ids:
            raise row.invalid("subtopics", f"there is no sub-topic “{one}”")
    return TopicQuery(" ".join(row.text("query").split()), weight, Scope(scope), language, subtopics)


def _version(top: _Row) -> int:
    version = int(top.typed("version", int, "a whole number from 1 on", 0))
    if version < 1:
        raise top.invalid("version", "“version” must be a whole number from 1 on")
    return version
