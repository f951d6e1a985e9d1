"""The user's own topics as files of one folder: kept, shared, taken in, thrown away and brought back."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from index.query import NotUnderstood, parse
from index.topics.drafting import free_id
from index.topics.files import read_topic, write_topic
from index.topics.model import Topic
from index.topics.parsing import TopicInvalid
from reader.errors import DiskFull, LibraryNotWritable, NotFound
from reader.full_disk import is_full
from reader.small_files import read_small
from reader.tables import Source

_THROWN_AWAY = "deleted"
_ADVICE = "Correct that line in the file, or ask for it whoever made it, and import it again."


def keep(folder: Path, topic: Topic) -> Path:
    """Write the topic over its file in the folder, or into a new one. Raises DiskFull, LibraryNotWritable."""
    path = _file_of(folder, topic.id) or _free_file(folder, topic.id)
    with _told(path):
        write_topic(path, topic)
    return path


def share(topic: Topic, path: Path) -> None:
    """Write the topic as one file for others, in place of what is there, which stays where that fails.

    Raises DiskFull, LibraryNotWritable, and TopicInvalid where the topic would not be read again.
    """
    with _told(path):
        write_topic(path, topic, anew=True)


def checked(path: Path) -> Topic:
    """The topic in the file, every query understood. Raises TopicInvalid, with line and reason."""
    topic = read_topic(path)
    source = Source(path.name, read_small(path, path.name, TopicInvalid), TopicInvalid, _ADVICE)
    for number, query in enumerate(topic.queries):
        if fault := _fault(query.query):
            raise source.invalid(fault, "query", number, "query")
    for text in topic.exclude:
        if fault := _fault(text):
            raise source.invalid(f"“{text[:40]}”: {fault}", key="exclude")
    return topic


def take_in(path: Path, folder: Path, others: Collection[Topic]) -> Topic:
    """Check a file and keep its topic in the folder; gives the topic as it is kept.

    It takes the place of no other: where one of the others has its id it gets a new one, and where one has its name,
    "(imported)" after it. One that is there already, word for word, is not kept again. Raises as `checked` and `keep`.
    """
    topic = checked(path)
    for other in others:
        if replace(other, builtin=False) == topic:
            return other
    while topic.name in {other.name for other in others}:
        topic = replace(topic, name=f"{topic.name} (imported)")
    ids = {other.id for other in others}
    if topic.id in ids:
        topic = replace(topic, id=free_id(topic.id, ids))
    keep(folder, topic)
    return topic


def throw_away(folder: Path, topic: str) -> None:
    """Take the topic with this id out of the folder; its file can be brought back. Raises NotFound, ..NotWritable."""
    path = _file_of(folder, topic)
    if path is None:
        raise NotFound(f"There is no topic of your own with the id “{topic}”.", "It may have been deleted elsewhere.")
    with _told(path):
        (folder / _THROWN_AWAY).mkdir(exist_ok=True)
        path.replace(folder / _THROWN_AWAY / f"{time.time_ns()}-{path.name}")


def thrown_away(folder: Path) -> Path | None:
    """The file that was thrown away last, None where there is none."""
    return max((folder / _THROWN_AWAY).glob("*.toml"), default=None, key=lambda path: path.name)


def bring_back(folder: Path, others: Collection[Topic]) -> Topic:
    """Keep the topic again that was thrown away last. Raises NotFound, TopicInvalid, and as `keep`.

    A built-in topic's own version takes its place again; of the user's own it takes none, as with `take_in`.
    """
    path = thrown_away(folder)
    if path is None:
        raise NotFound("No topic has been deleted.", "Topics that you delete can be brought back here.")
    topic = take_in(path, folder, [other for other in others if not other.builtin])
    with _told(path):
        path.unlink()
    return topic


def _file_of(folder: Path, topic: str) -> Path | None:
    """The file of the folder that holds the topic with this id."""
    for path in sorted(folder.glob("*.toml")):
        try:
            if read_topic(path).id == topic:
                return path
        except TopicInvalid:
            continue
    return None


def _free_file(folder: Path, topic: str) -> Path:
    """A file of the folder that is not there yet: one that cannot be read may be somebody's work and stays."""
    return folder / f"{free_id(topic, (path.stem for path in folder.glob('*.toml')))}.toml"


def _fault(query: str) -> str:
    try:
        parse(query)
    except NotUnderstood as error:
        return re.sub(r"\.$", "", error.problem)
    return ""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What goes wrong with the disk, in words."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise DiskFull("There is no room on the disk for the topic.", "Free some space and try again.") from error
        problem = f"{path.name} cannot be written ({error.strerror})."
        raise LibraryNotWritable(problem, f"Check that {path.parent} may be written to.") from error
