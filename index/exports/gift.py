"""A quiz as a Moodle GIFT file: one category, each question with its source as feedback.

The grammar is that of https://docs.moodle.org/en/GIFT_format. Everything is marked as plain text, so that nothing in a
passage is taken for HTML. Of the category Moodle takes every sign as it stands: nothing is escaped there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.lessons.slides import QuestionSlide
from index.quiz.quiz import Quiz
from reader.wording import tr

_SPECIAL = re.compile(r"[\\~=#{}:]")


def gift(quiz: Quiz) -> bytes:
    """The file in UTF-8."""
    return "\n\n".join(_parts(quiz)).encode("utf-8", "backslashreplace") + b"\n"


def _parts(quiz: Quiz) -> Iterator[str]:
    """What stands in the file, a blank line between each two."""
    yield f"$CATEGORY: {_category(tr('Who said it?'))}/{_category(quiz.topic.name)}"
    for slide in quiz.questions:
        yield _question(quiz, slide)


def _question(quiz: Quiz, slide: QuestionSlide) -> str:
    name = tr("{topic}, question {number}", topic=quiz.topic.name, number=slide.number)
    words = tr("Who said it?") + f"\n\n“{slide.extract.words}”"
    answers = [
        f"{'=' if at == slide.right else '~'}[plain]{_escaped(who.name)}" for at, who in enumerate(slide.answers)
    ]
    lines = (f"::{_escaped(name)}::[plain]{_escaped(words)} {{", *answers, f"####[plain]{_escaped(slide.source)}", "}")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """The text with a backslash before every sign that GIFT has a use for, on one line."""
    lines = text.replace("\r\n", "\n").splitlines()
    return r"\n".join(_SPECIAL.sub(r"\\\g<0>", line) for line in lines)


def _category(name: str) -> str:
    """A name as one step of a path: a stroke within it is doubled, and backslashes are none of Moodle's names."""
    return " ".join(name.replace("\\", " ").replace("/", "//").split())
