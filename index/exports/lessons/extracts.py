"""Passages of a lesson as runs of publications, and what is told of a slide apart from it."""

from __future__ import annotations

from collections.abc import Iterator

from index.exports.publication import Run, Runs
from index.lessons.slides import Extract, Lesson, QuestionSlide, Slide, Spans, extracts, speakers
from reader.wording import tr


def marked_runs(words: str, marks: Spans) -> Runs:
    """Words with these stretches of code points marked."""
    runs, done = [], 0
    for start, end in marks:
        runs += [Run(words[done:start]), Run(words[start:end], marked=True)]
        done = end
    return tuple(run for run in (*runs, Run(words[done:])) if run.text)


def cut_extracts(slide: Slide) -> Iterator[tuple[str, Extract]]:
    """The passages of a slide that are shown shortened, each with the name of who says it; "" where that is asked."""
    whose = [who.name for who in speakers(slide)] if not isinstance(slide, QuestionSlide) else [""]
    cells = getattr(slide, "cells", None)
    if cells is None:
        yield from ((whose[0], one) for one in extracts(slide) if one.cut)
        return
    for name, cell in zip(whose, cells, strict=True):
        yield from ((name, one) for one in cell.extracts if one.cut)


def answer(lesson: Lesson, slide: QuestionSlide) -> str:
    """Who said it, and where; "" where names are hidden for good: those answers stand on a page of their own."""
    if lesson.hides:
        return ""
    told = tr("It was {name}.", name=slide.answers[slide.right].name)
    return f"{told} {slide.source}".strip()


def style_may_tell() -> str:
    """What stands on each slide whose names are hidden."""
    return tr("Names hidden; style may still tell")
