"""A quiz as it leaves: questions to be printed, the answers with their sources on a page of their own, values, GIFT."""

from __future__ import annotations

from typing import Any

from index.exports.gift import gift
from index.exports.publication import Block, Heading, PageBreak, Paragraph, Publication, Quotation, Role, text
from index.exports.registry import Exportable
from index.lessons.building import speakers_of
from index.lessons.slides import QuestionSlide
from index.quiz.quiz import Quiz
from index.sensitive import note_on
from reader.wording import tr

FORMAT, VERSION = "hustings-quiz", 1


def exportable(quiz: Quiz, program: str, *, with_answers: bool = True) -> Exportable:
    """The quiz for the registry; `with_answers` says whether the page of answers is printed with it."""
    return Exportable(
        title(quiz),
        publication=lambda: publication(quiz, program, with_answers=with_answers),
        values=lambda: values(quiz, program),
        gift=lambda: gift(quiz),
    )


def title(quiz: Quiz) -> str:
    """What the quiz is called."""
    return tr("Who said it? {topic}", topic=quiz.topic.name)


def publication(quiz: Quiz, program: str, *, with_answers: bool) -> Publication:
    """The questions, each with its answers to choose from; then, on another page, the right ones and sources."""
    blocks: list[Block] = []
    speaking = sum(slide.extract.speaks_of_violence for slide in quiz.questions)
    if note := note_on(speaking, len(quiz.questions)):
        blocks.append(Paragraph(text(note), Role.NOTICE))
    blocks.append(Paragraph(text(_about()), Role.ABOUT))
    for slide in quiz.questions:
        blocks += [
            Heading(tr("Question {number}", number=slide.number)),
            Quotation(text(slide.extract.words), language=slide.extract.language),
            Paragraph(text(_choices(slide)), Role.TASK),
        ]
    if with_answers:
        blocks += [PageBreak(), Heading(tr("Answers"))]
        blocks += [Paragraph(text(_answer(slide))) for slide in quiz.questions]
    foot = tr("Seed {seed}. Made with {program}", seed=quiz.asked.seed, program=program)
    return Publication(title(quiz), tuple(blocks), foot=foot)


def _about() -> str:
    return tr("Names are hidden in these passages; style and places may still tell.")


def _choices(slide: QuestionSlide) -> str:
    """ "1 Green · 2 Labour", with spaces that keep each number with its name."""
    return " · ".join(f"{number}\u00a0{who.name}" for number, who in enumerate(slide.answers, 1))


def _answer(slide: QuestionSlide) -> str:
    right = slide.answers[slide.right].name
    return tr("Question {number}: {name}. {source}", number=slide.number, name=right, source=slide.source)


def values(quiz: Quiz, program: str) -> dict[str, Any]:
    """The quiz as values that `json` can write; docs/command-line.md tells of them."""
    names = {who.document: who.name for who in speakers_of([one.document for one in quiz.usable])}
    return {
        "format": FORMAT,
        "format_version": VERSION,
        "program": program,
        "topic": {"id": quiz.topic.id, "version": quiz.topic.version, "name": quiz.topic.name},
        "seed": quiz.asked.seed,
        "asked": quiz.asked.count,
        "possible": quiz.possible,
        "questions": [_question(slide) for slide in quiz.questions],
        "manifestos": [
            {
                "document": one.document.id,
                "name": names[one.document.id],
                "passages": len(one.candidates),
                "left_out": {reason.value: count for reason, count in one.left_out.items()},
            }
            for one in quiz.usable
        ],
    }


def _question(slide: QuestionSlide) -> dict[str, Any]:
    return {
        "number": slide.number,
        "words": slide.extract.words,
        "language": slide.extract.language,
        "answers": [{"document": who.document, "name": who.name} for who in slide.answers],
        "right": slide.right,
        "source": slide.source,
        "document": slide.extract.document,
        "block": slide.extract.block,
        "speaks_of_violence": slide.extract.speaks_of_violence,
        "note": slide.notes,
    }
