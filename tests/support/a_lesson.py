"""A lesson of invented parties with every kind of slide, open and without names."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass

from index.lessons.hidden import hidden
from index.lessons.slides import (
    Cell,
    ChartSlide,
    Extract,
    Lesson,
    NoticeSlide,
    QuestionSlide,
    QuotationSlide,
    RowSlide,
    TextSlide,
    Who,
)

NAMES = ("Lamp Party", "Net League", "Quay Union")
WHO = tuple(
    Who(key, name, f"{name}, A plan for the harbour, 2031", colour, f"document-{key}")
    for key, name, colour in zip("abc", NAMES, ("#1f5fa8", "#a8321f", "#2f7a3d"), strict=True)
)
LAMP, NET, QUAY = WHO
LONG = " ".join(
    f"In the {number} year the Lamp Party will pay for new nets, mend the quay, and light every lamp on the long wall."
    for number in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)


@dataclass(frozen=True)
class Text:
    text: str
    replaced: tuple[tuple[int, int, int], ...] = ()

    def span_to_hidden(self, start: int, end: int) -> tuple[int, int]:
        def moved(at: int) -> int:
            return at + sum(grown for _, last, grown in self.replaced if last <= at)

        return moved(start), moved(end)


class Names:
    """Hides the three names: the first is party B, the second C, the third A."""

    labels = ("[Party B]", "[Party C]", "[Party A]")
    order = (2, 0, 1)

    def hide(self, text: str) -> Text:
        called = dict(zip(NAMES, self.labels, strict=True))
        found = list(re.finditer("|".join(NAMES), text))
        shown = re.sub("|".join(NAMES), lambda one: called[one[0]], text)
        return Text(shown, tuple((one.start(), one.end(), len(called[one[0]]) - len(one[0])) for one in found))


def extract(who: Who, words: str, *, rest: str = "", violent: bool = False) -> Extract:
    """A passage of this manifesto in which the word "pay" is marked."""

    def marks(text: str) -> tuple[tuple[int, int], ...]:
        return tuple((found.start(), found.end()) for found in re.finditer("pay", text))

    whole = rest or words
    place, block = f"p. 12, What the {who.name} wants", f"block-{who.key}"
    return Extract(words, whole, marks(words), marks(whole), place, "en", who.document, block, violent)


def row(name: str, title: str, *, violent: bool = False, long: bool = False) -> RowSlide:
    """A row of three columns, the last of which says nothing."""
    first = extract(LAMP, "The Lamp Party will pay for lamps. […]", rest=LONG, violent=violent)
    second = extract(NET, "Unlike the Lamp Party, the Net League will pay £2 m for nets.", violent=violent)
    again = extract(NET, LONG if long else "Nets will be mended by 2033.", violent=violent)
    cells = (Cell((first,)), Cell((second, again)), Cell((), "The Quay Union says nothing on this."))
    return RowSlide(name, "Harbours", title, WHO, cells, f"Ask who the {LAMP.name} would tax.")


def png(width: int = 40, height: int = 20) -> bytes:
    """A white picture."""
    rows = b"".join(b"\0" + b"\xff" * width * 3 for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#fff"/></svg>'


def lesson() -> Lesson:
    """Ten slides: heading, words, two rows, quotation, chart, notice, row on violence, two questions."""
    asked = Extract(
        "We will pay for every net that a child has mended.", "We will pay for every net that a child has mended."
    )
    slides = (
        TextSlide("i1", "Who looks after the harbour?"),
        TextSlide(
            "i2", "What to look for", "Who pays?\nBy when?\nDoes the Lamp Party say how much?", "Take two minutes."
        ),
        row("i3", "Lamps and nets"),
        row("i4", "What the Net League wants", long=True),
        QuotationSlide("i5", NET, extract(NET, LONG), "The Net League is clear here.", "(Net League, 2031, p. 12)"),
        ChartSlide(
            "i6", "Words on harbours", png(), SVG, "The Lamp Party gives harbours most words.", "By party.", "Look."
        ),
        NoticeSlide("notice", "What follows speaks of violence and abuse.", "Talk to an adult you trust.", "i7"),
        row("i7", "Safety on the quay", violent=True),
        QuestionSlide("q1", 1, 2, asked, WHO, 1, "Net League, A plan for the harbour, 2031, p. 4"),
        QuestionSlide("q2", 2, 2, asked, WHO[:2], 0, "Lamp Party, A plan for the harbour, 2031, p. 9"),
    )
    return Lesson("The Lamp Party and others", slides, "en-GB", "Hustings 0.1")


def without_names() -> Lesson:
    """The same lesson hidden."""
    return hidden(lesson(), Names())
