"""The formats of lessons among those of everything else, for whoever offers both."""

from __future__ import annotations

from pathlib import Path

from index.exports import registry
from index.exports.lessons.registry import FORMATS, LessonFormat
from index.exports.registry import Exportable, Format, Layout


def _of(one: LessonFormat) -> Format:
    def write(thing: Exportable, layout: Layout) -> bytes:
        if thing.lesson is None:
            raise ValueError(f"{thing.name} is no lesson")
        lesson, hidden = thing.lesson()
        return one.write(lesson, hidden if one.hides_and_reveals else None, layout)

    return Format(f"lesson-{one.id}", one.called, one.suffixes, "lesson", write)


ALL: tuple[Format, ...] = (*registry.FORMATS, *map(_of, FORMATS))


def formats_of(thing: Exportable) -> tuple[Format, ...]:
    """The formats in which this can leave, in the order in which they are offered."""
    return tuple(each for each in ALL if each.takes(thing))


def format_called(name: str) -> Format:
    """The format with this id. Raises KeyError."""
    return {each.id: each for each in ALL}[name]


def format_of_file(path: Path, thing: Exportable) -> Format | None:
    """The format that a file's name speaks of among those of the thing, None for none of them."""
    suffix = path.suffix.lower()
    return next((each for each in formats_of(thing) if suffix in each.suffixes), None)


def names_a_format(path: Path) -> bool:
    """Whether a file's name speaks of any format."""
    return any(path.suffix.lower() in each.suffixes for each in ALL)


def on_pages(thing: Exportable) -> Format | None:
    """The format in which it is set on pages, to be seen and printed; None for what has none."""
    return next((each for each in formats_of(thing) if ".pdf" in each.suffixes), None)


def format_of_answers(form: str) -> Format:
    """The format in which the answers leave beside a lesson in this format (an id of `ALL`)."""
    answers = {f"lesson-{one.id}": one.answers for one in FORMATS}
    return registry.format_called(answers[form])
