"""The page of answers to a lesson whose names are hidden: who is who, and where each passage is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.exports.publication import Block, ColumnHead, Heading, Paragraph, Publication, Table, TableRow, text
from index.exports.registry import Exportable
from index.lessons.hidden import Answer
from reader.wording import tr


def exportable(lesson: str, answers: Sequence[Answer], program: str) -> Exportable:
    """The answers to the lesson of this title for the registry."""
    return Exportable(_title(lesson), publication=lambda: publication(lesson, answers, program))


def _title(lesson: str) -> str:
    return tr("Answers to “{title}”", title=lesson)


def publication(lesson: str, answers: Sequence[Answer], program: str) -> Publication:
    """First the letters with their sources, then each slide with the places of its passages, in the order seen."""
    blocks: list[Block] = []
    if answers:
        blocks.append(_letters(answers))
    for number, (_, together) in enumerate(groupby(answers, key=lambda one: one.slide), 1):
        on_slide = list(together)
        blocks.append(Heading(on_slide[0].title or tr("Passage {number}", number=number)))
        blocks += (Paragraph(text(sentence)) for sentence in _sentences(on_slide))
    return Publication(_title(lesson), tuple(blocks), foot=tr("Made with {program}", program=program))


def _letters(answers: Sequence[Answer]) -> Table:
    behind = sorted({(len(one.label), one.label, one.who.about or one.who.name) for one in answers})
    rows = tuple(TableRow(label, ((Paragraph(text(about)),),)) for _, label, about in behind)
    return Table(tr("Who is who."), tr("Hidden as"), (ColumnHead(tr("Manifesto")),), rows, reading=True)


def _sentences(answers: Sequence[Answer]) -> Iterator[str]:
    for one in answers:
        if not one.began:
            yield tr("{label}: {name} says nothing here.", label=one.label, name=one.who.name)
            continue
        where = one.cited or ", ".join(filter(None, (one.who.name, one.place)))
        yield tr("{label}: “{words}” – {source}", label=one.label, words=one.began, source=where)
