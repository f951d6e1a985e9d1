"""Topics for scripts: which there are, and whether a topic file can be used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.topics.files import read_topics
from index.topics.languages import languages_of
from index.topics.model import Topic
from index.topics.own import checked
from reader.errors import UserError
from reader.home import Home
from ui import assets
from ui.cli import output


def list_topics(home: Home, *, json: bool) -> int:
    """Say which topics there are, and which files of the user's own cannot be used; returns the exit status."""
    topics, wrong = read_topics([home.topics], builtin_folder=assets.topics())
    errors = [output.failure(str(home.topics), error) for error in wrong]
    return _say(topics, errors, json=json)


def check_files(files: Sequence[Path], *, json: bool) -> int:
    """Say of each topic file whether it can be used, with line and reason where not; returns the exit status."""
    topics: list[Topic] = []
    errors: list[output.Json] = []
    for file in files:
        try:
            topics.append(checked(file))
        except UserError as error:
            errors.append(output.failure(str(file), error))
    return _say(topics, errors, json=json)


def _say(topics: Sequence[Topic], errors: list[output.Json], *, json: bool) -> int:
    if json:
        output.write_json({"topics": [_described(topic) for topic in topics], "errors": errors})
    else:
        for topic in topics:
            origin = ", built in" if topic.builtin else ""
            output.say(f"{topic.id}: {topic.name} (version {topic.version}{origin})")
    output.complain_of(errors)
    return 1 if errors else 0


def _described(topic: Topic) -> output.Json:
    return {
        "id": topic.id,
        "version": topic.version,
        "name": topic.name,
        "definition": topic.definition,
        "builtin": topic.builtin,
        "languages": list(languages_of(topic)),
        "subtopics": [{"id": row.id, "name": row.name} for row in topic.subtopics],
    }
