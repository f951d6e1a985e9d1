"""Topic files: read from the folders where they lie, and written back with their comments kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.topics.model import Scope, Topic
from index.topics.parsing import TopicInvalid, parse_topic
from reader.small_files import read_small

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_MOST_FILES = 500


def read_topic(path: Path, *, builtin: bool = False) -> Topic:
    """The topic in the file. Raises TopicInvalid, also where the file cannot be read."""
    try:
        text = read_small(path, path.name, TopicInvalid)
    except FileNotFoundError as error:
        raise TopicInvalid(f"{path.name} is not there.", "Check where it is now.") from error
    return _parsed(text, path.name, builtin)


# Whenever one topic changes all files are read again; parsing those that did not change takes milliseconds for each.
@lru_cache(maxsize=64)
def _parsed(text: str, name: str, builtin: bool) -> Topic:
    return parse_topic(text, name=name, builtin=builtin)


def read_topics(
    folders: Sequence[Path], *, builtin_folder: Path | None = None
) -> tuple[list[Topic], list[TopicInvalid]]:
    """The topics that ship with the program, then the user's, each by position and name; and what is wrong with others.

    A user's topic with the id of a built-in one takes its place. Folders that are not there are passed over.
    """
    topics: dict[str, Topic] = {}
    wrong: list[TopicInvalid] = []
    if builtin_folder is not None:
        topics.update(_folder(builtin_folder, wrong, builtin=True))
    mine: dict[str, Topic] = {}
    for folder in folders:
        mine.update(_folder(folder, wrong, builtin=False))
    topics.update(mine)
    return list(topics.values()), wrong


def load_topics(folders: Sequence[Path], *, builtin_folder: Path | None = None) -> list[Topic]:
    """The usable topics of `read_topics`; what is wrong with others is for `read_topics` to say."""
    return read_topics(folders, builtin_folder=builtin_folder)[0]


def write_topic(path: Path, topic: Topic, *, anew: bool = False) -> None:
    """Write the topic to the file, whole or not at all. Comments of a file that is there stay, unless `anew`.

    Raises OSError, and TopicInvalid where the topic would not be read again.
    """
    import tomlkit  # slow to import, and reading topics does not need it

    kept = path.exists() and not anew
    document = tomlkit.parse(read_small(path, path.name, TopicInvalid)) if kept else tomlkit.document()
    _write_plain(document, topic)
    _write_tables(document, "subtopic", [{"id": one.id, "name": one.name} for one in topic.subtopics])
    _write_tables(document, "query", _queries(topic))
    for kind, rows in (("translation", topic.translations), ("glossary", topic.glossary)):
        if rows or kind in document:
            _write_tables(
                document, kind, [{name: value for name, value in asdict(row).items() if value} for row in rows]
            )
    text = tomlkit.dumps(document)
    parse_topic(text, name=path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".new")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def _folder(folder: Path, wrong: list[TopicInvalid], *, builtin: bool) -> dict[str, Topic]:
    """The topics of a folder by id, in order; errors are added to `wrong`."""
    topics: list[Topic] = []
    try:
        paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    except OSError as error:
        paths = []
        problem = f"The folder of topics {folder.name} cannot be read ({error.strerror})."
        wrong.append(TopicInvalid(problem, "Check that it may be read."))
    if len(paths) > _MOST_FILES:
        problem = f"There are more than {_MOST_FILES} topic files in {folder.name}; those after them are not read."
        wrong.append(TopicInvalid(problem, "Take some of them out of the folder."))
    for path in paths[:_MOST_FILES]:
        try:
            topic = read_topic(path, builtin=builtin)
        except TopicInvalid as error:
            wrong.append(error)
            continue
        if topic.id in {other.id for other in topics}:
            problem = f"{path.name} has the id “{topic.id}” of another topic in the same folder."
            wrong.append(TopicInvalid(problem, "Give one of the two another id."))
            continue
        topics.append(topic)
    ordered = sorted(topics, key=lambda topic: (topic.position, topic.name.casefold(), topic.id))
    return {topic.id: topic for topic in ordered}


def _write_plain(document: TOMLDocument, topic: Topic) -> None:
    """Set the file's top values, touching only what has changed."""
    held = document.unwrap()
    for key in ("id", "version", "name", "colour", "definition", "sensitive", "position", "nations"):
        value = getattr(topic, key)
        if key not in held and (key != "nations" or value):
            document.add(key, value)
        elif key in held and _squeezed(held[key]) != _squeezed(value):
            document[key] = value
    if topic.languages and tuple(held.get("languages", ())) != topic.languages:
        document["languages"] = list(topic.languages)
    elif "languages" in held and not topic.languages:
        del document["languages"]
    if "exclude" not in held:
        document.add("exclude", list(topic.exclude))
        return
    excluded: Any = document["exclude"]
    for old in held["exclude"]:
        if _squeezed(old) not in topic.exclude:
            excluded.remove(old)
    for new in topic.exclude:
        if new not in map(_squeezed, held["exclude"]):
            excluded.append(new)


def _write_tables(document: TOMLDocument, kind: str, rows: Sequence[dict[str, Any]]) -> None:
    """Make the file's [[kind]] tables say `rows`; a table that speaks of the same thing is kept, with its comments."""
    import tomlkit

    if kind not in document:
        document.add(kind, tomlkit.aot())
    tables: Any = document[kind]
    held = {_identity(table): table for table in tables}
    wanted = []
    for row in rows:
        table = held.pop(_identity(row), None)
        new = table is None
        table = tomlkit.table() if new else table
        _write_row(table, row)
        if new:
            table.add(tomlkit.nl())
        wanted.append(table)
    kept = [table for table in tables if _identity(table) not in held]
    if all(one is other for one, other in zip(kept, wanted, strict=False)):
        for gone in [n for n, table in enumerate(tables) if _identity(table) in held][::-1]:
            del tables[gone]
        for table in wanted[len(kept) :]:
            tables.append(table)
    else:
        document[kind] = tomlkit.aot()
        rebuilt: Any = document[kind]
        for table in wanted:
            rebuilt.append(table)


def _identity(row: Any) -> tuple[str, str, str]:
    """What makes a table of the file the same one: a sub-topic's id, a query's or term's words, scope and language."""
    words = _squeezed(str(next((row[name] for name in ("query", "id", "term", "of") if name in row), "")))
    return words, str(row.get("scope", Scope.TEXT.value)), str(row.get("language", ""))


def _write_row(table: Any, row: dict[str, Any]) -> None:
    for name in [name for name in table if name not in row]:
        del table[name]
    for name, value in row.items():
        if name not in table or _squeezed(table[name]) != _squeezed(value):
            table[name] = value


def _queries(topic: Topic) -> list[dict[str, Any]]:
    """The queries as rows of the file; what is at its default is left out."""
    rows = []
    for query in topic.queries:
        row: dict[str, Any] = {"query": query.query}
        if query.weight != 1.0:
            row["weight"] = query.weight
        if query.scope is not Scope.TEXT:
            row["scope"] = query.scope.value
        if query.language:
            row["language"] = query.language
        if query.subtopics:
            row["subtopics"] = list(query.subtopics)
        if query.within:
            row["within"] = query.within
        if query.row_weight:
            row["row_weight"] = query.row_weight
        rows.append(row)
    return rows


def _squeezed(value: Any) -> Any:
    """Text as it is read from a file, with runs of white space as one space; other values as they are."""
    return " ".join(value.split()) if isinstance(value, str) else value
