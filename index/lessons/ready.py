"""Lessons that ship with the program: read from TOML files into plain values.

A file says `id`, `title`, `minutes`, `ages`, `aims` (a list), `manifestos` (file names of the samples, in the order of
the columns) and its parts in their order, as `[[part]]` tables: of `kind` "heading" with `text`; "slide" with `title`
and `text`, whose lines are paragraphs; "row" with `target`, topic and row ("policing/trust"). Each may have a `note`
for the teacher.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.errors import UserError
from reader.small_files import read_small
from reader.tables import Row, Source
from reader.wording import tr

_KEYS = {
    "": ("id", "title", "minutes", "ages", "aims", "manifestos", "part"),
    "part": ("kind", "title", "text", "target", "note"),
}
_LONGEST_MINUTES = 240


class LessonInvalid(UserError):
    """The file of a lesson cannot be understood."""


class ReadyKind(StrEnum):
    """What a part of a ready lesson is."""

    HEADING = "heading"
    SLIDE = "slide"
    ROW = "row"


# What a part of each kind must say.
_NEEDED = {
    ReadyKind.HEADING: ("text",),
    ReadyKind.SLIDE: ("title", "text"),
    ReadyKind.ROW: ("target",),
}


@dataclass(frozen=True, slots=True)
class ReadyPart:
    """One part: a heading (`text`), a slide (`title`, `text`) or a row of a comparison (`target`), and a note on it.

    Texts have a paragraph on each line.
    """

    kind: ReadyKind
    title: str = ""
    text: str = ""
    target: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadyLesson:
    """A lesson that can be begun with. `manifestos` are file names of samples, in the order of the columns."""

    id: str
    title: str
    minutes: int
    ages: str
    aims: tuple[str, ...]
    manifestos: tuple[str, ...]
    parts: tuple[ReadyPart, ...]


def read_lesson(path: Path) -> ReadyLesson:
    """Read one file. Raises LessonInvalid with the line and the reason."""
    top = Source(path.name, read_small(path, path.name, LessonInvalid), LessonInvalid, _advice()).top(_KEYS)
    lesson = ReadyLesson(
        top.text("id"),
        top.text("title"),
        top.between("minutes", int, "a whole number", 0, least=1, most=_LONGEST_MINUTES),
        top.text("ages"),
        top.texts("aims"),
        top.texts("manifestos"),
        tuple(_part(row) for row in top.tables("part")),
    )
    for key, values in (("aims", lesson.aims), ("manifestos", lesson.manifestos), ("part", lesson.parts)):
        if not values:
            raise top.invalid(key, f"“{key}” is missing")
    return lesson


def ready_lessons(folder: Path) -> tuple[ReadyLesson, ...]:
    """The lessons of a folder, in the order of their files' names. Raises LessonInvalid."""
    return tuple(read_lesson(path) for path in sorted(folder.glob("*.toml")))


def _advice() -> str:
    return tr("Mend the file, or install the program again.")


def _part(row: Row) -> ReadyPart:
    kinds = tuple(ReadyKind)
    written = row.text("kind")
    if written not in kinds:
        raise row.invalid("kind", f"“kind” must be one of {', '.join(kinds)}")
    kind = ReadyKind(written)
    needed = _NEEDED[kind]
    for key in ("title", "text", "target"):
        if key in row.values and key not in needed:
            raise row.invalid(key, f"a {kind} has no “{key}”")
    said = {key: _paragraphs(row.text(key)) for key in needed}
    if "target" in said and not all(said["target"].partition("/")):
        raise row.invalid("target", "“target” must be a topic and a row, as policing/trust")
    return ReadyPart(kind, **said, note=_paragraphs(row.text("note")) if "note" in row.values else "")


def _paragraphs(text: str) -> str:
    return "\n".join(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)
