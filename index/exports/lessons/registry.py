"""The formats in which a lesson leaves the program: one list for the window and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.exports.registry import Layout
from index.lessons.slides import Lesson
from reader.wording import tr


@dataclass(frozen=True, slots=True)
class LessonFormat:
    """One format. `suffixes` begin with a dot, the usual one first; `write` gives the whole file of a lesson.

    `write` is given the lesson, the same one without names or None, and the layout; where the file can hide and reveal
    names it holds both. `answers` is the format (`index.exports.registry`) of the page of answers to one made hidden.
    `called` gives its name in the language of the window.
    """

    id: str
    called: Callable[[], str]
    suffixes: tuple[str, ...]
    write: Callable[[Lesson, Lesson | None, Layout], bytes]
    answers: str
    hides_and_reveals: bool = False


def format_called(name: str) -> LessonFormat | None:
    """The format with this id; None where lessons are written in no such format."""
    return next((each for each in FORMATS if each.id == name), None)


def format_of_file(path: Path) -> LessonFormat | None:
    """The format that a file's name speaks of, None for none."""
    suffix = path.suffix.lower()
    return next((each for each in FORMATS if suffix in each.suffixes), None)


# Writers are imported when first used: some bring a library that a start must not wait for.


def _html(lesson: Lesson, hidden: Lesson | None, layout: Layout) -> bytes:
    from index.exports.lessons.page import html

    return html(lesson, hidden, layout).encode()


def _pptx(lesson: Lesson, hidden: Lesson | None, layout: Layout) -> bytes:  # noqa: ARG001  # slides have a size of their own
    from index.exports.lessons.as_pptx import pptx

    return pptx(lesson)


def _pdf(lesson: Lesson, hidden: Lesson | None, layout: Layout) -> bytes:  # noqa: ARG001  # paper hides nothing
    from index.exports.lessons.as_pdf import pdf

    return pdf(lesson, layout)


def _json(lesson: Lesson, hidden: Lesson | None, layout: Layout) -> bytes:  # noqa: ARG001  # it has no pages
    from index.exports.lessons.as_json import as_json

    return as_json(lesson)


FORMATS: tuple[LessonFormat, ...] = (
    LessonFormat("html", lambda: tr("Web page to present"), (".html", ".htm"), _html, "html", hides_and_reveals=True),
    LessonFormat("pptx", lambda: tr("PowerPoint slides"), (".pptx",), _pptx, "docx"),
    LessonFormat("pdf", lambda: "PDF", (".pdf",), _pdf, "pdf"),
    LessonFormat("json", lambda: tr("JSON for programs"), (".json",), _json, "md"),
)
