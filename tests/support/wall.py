"""An invented lesson to be presented, and a plain way to hide its names."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace

from index.lessons.slides import (
    Cell,
    ChartSlide,
    Extract,
    Lesson,
    NoticeSlide,
    QuestionSlide,
    QuotationSlide,
    RowSlide,
    Slide,
    TextSlide,
    Who,
)

HERON = Who("a", "Heron Party", "A wider river, 2031", "#aa3300", "d-heron")
TALLOW = Who("b", "Tallow League", "Light for all, 2031", "#0055aa", "d-tallow")


def extract(text: str, *, rest: str = "", document: str = "d-heron", violent: bool = False) -> Extract:
    """A passage on page 4."""
    return Extract(text, rest or text, place="p. 4", document=document, block="b", speaks_of_violence=violent)


def row(name: str, *cells: Cell, violent: bool = False) -> RowSlide:
    """A row of both parties; the words say which row it is."""
    made = cells or (
        Cell((extract(f"The Heron Party will see to {name}.", violent=violent),)),
        Cell((extract(f"We of the Tallow League pay for {name}.", document="d-tallow"),)),
    )
    return RowSlide(f"river/{name}", "The river", name.capitalize(), (HERON, TALLOW), made)


NOTICE = NoticeSlide("notice", "Some of what follows speaks of violence.", "Talk to somebody.", "river/harm")


def lesson(*slides: Slide) -> Lesson:
    """A lesson of these slides."""
    return Lesson("The river", slides)


def _png() -> bytes:
    """A picture of one pixel."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(bytes((0, 0, 80, 120)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def whole_lesson() -> Lesson:
    """Ten slides of all kinds, a notice among them."""
    return lesson(
        TextSlide("opening", "Who owns the river?"),
        row("banks"),
        row("boats"),
        NOTICE,
        row("harm", violent=True),
        row("reeds"),
        ChartSlide("chart", "How much each says", _png(), "", "Heron 4, Tallow 2"),
        QuotationSlide(
            "quotation", HERON, extract("The river was here first."), "Compare.", "Heron Party (2031), p. 4."
        ),
        QuestionSlide("quiz/1", 1, 1, extract("We pay for boats."), (HERON, TALLOW), 1, "Tallow League, p. 4"),
        TextSlide("closing", "What would you do?", "Write a sentence."),
    )


def hidden(whole: Lesson) -> Lesson:
    """The lesson with letters for names, its columns the other way round, its chart left out."""
    heads = {"a": Who("a", "[Party B]"), "b": Who("b", "[Party A]")}

    def blind(one: Extract) -> Extract:
        words = one.words.replace("The Heron Party", "[Party B]").replace("the Tallow League", "[Party A]")
        return replace(one, words=words, rest=words, place="", document="", block="")

    def without(slide: Slide) -> Slide:
        if isinstance(slide, RowSlide):
            cells = tuple(replace(cell, extracts=tuple(map(blind, cell.extracts))) for cell in slide.cells)
            return replace(slide, columns=tuple(heads[who.key] for who in slide.columns)[::-1], cells=cells[::-1])
        if isinstance(slide, QuotationSlide):
            return replace(slide, who=heads[slide.who.key], extract=blind(slide.extract), cited="")
        return slide

    kept = tuple(without(slide) for slide in whole.slides if not isinstance(slide, ChartSlide))
    return replace(whole, slides=kept, hides=True)
