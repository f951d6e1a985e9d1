"""What people say of passages, as plain values: where it is anchored, what it says, who said it and when.

Verdicts on what the program found, codes and notes are one kind of thing; `VERDICTS` and `CODINGS` part them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What an annotation speaks of, which decides what its target and value mean."""

    TOPIC = "verdict"  # target: a topic; value: a Verdict
    ROWS = "rows"  # target: a topic; value: the ids of the sub-topics it belongs to, with spaces between
    STATEMENT = "statement"  # no target; value: the kind of the statement
    SILENCE = "silence"  # target: a topic on which the document says nothing; value: the row, "" for all; no passage
    MARK = "mark"  # target: a topic; value: a row, a mark, the reason, with spaces between; of no passage
    CODE = "code"  # target: a code
    NOTE = "note"  # words marked without a code; what there is to say is in a memo
    UNIT = "unit"  # target: a unit of a scheme; value: a UnitMark; the unit has the anchor


# What is said of the program's findings, which comparisons follow, and what coders say of words, which they do not.
VERDICTS = (About.TOPIC, About.ROWS, About.STATEMENT, About.SILENCE, About.MARK)
CODINGS = (About.CODE, About.NOTE, About.UNIT)


class Verdict(StrEnum):
    """What a person says of a passage and a topic."""

    BELONGS = "in"
    DOES_NOT_BELONG = "out"


@dataclass(frozen=True, slots=True)
class Coder:
    """A person who says something of passages.

    `colour` is "#rrggbb", "" for none chosen. `confirmed` is whether a person has typed or kept the name; the first
    coder begins with that of the log-in.
    """

    id: str
    name: str
    colour: str = ""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where something was said: a block, code points in its text (end exclusive), and what stood there.

    Where `last_block` is not "", the words go on to that later block, and `end` counts in it; the quote then has the
    blocks between with newlines, without running heads.

    `before` and `after` are what stood beside the quote, also in neighbouring blocks. `offset` is where the quote began
    in the running text (`reader.library.anchoring`). An anchor of no block speaks of the whole document.
    """

    block: str = ""
    start: int = 0
    end: int = 0
    quote: str = ""
    before: str = ""
    after: str = ""
    offset: int = 0
    last_block: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """Words that a person has selected: from code point `start` of one block to `end`, exclusive, of it or a later one.

    Running heads and page numbers between are no part of them.
    """

    first_block: str
    start: int
    last_block: str
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """Code points of a block's text, end exclusive."""

    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """What one coder said once. Its anchor stays as it was made, whatever becomes of the document's text.

    `version` is that of the topic it speaks of, 0 where there is none. `made` is UTC, ISO 8601.
    """

    id: str
    document: str
    anchor: Anchor
    about: About
    target: str
    version: int
    value: str
    coder: Coder
    made: str


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where its words stand in the document as read now: several spans where blocks were split."""

    annotation: Annotation
    spans: tuple[Span, ...]

    @property
    def found(self) -> bool:
        """Whether its words were found; what speaks of a whole document needs none."""
        return bool(self.spans) or not self.annotation.anchor.block
