"""One passage in a list of passages: whose it is, its words and how they are marked, what a screen reader says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.lead_ins import BETWEEN

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A stretch of a manifesto that can be opened, copied and collected: code points of a block, end exclusive."""

    document: str
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A passage as a list shows it; without `words`, `head` is a quiet line on its own.

    Spans are code points of `words`: `tinted` ones are marked, `struck` and `underlined` ones are told apart by their
    lines. `colour` is #rrggbb, or "" for none. `target` is None where nothing can be opened; `other` is the second
    passage of a pair.
    """

    id: str
    head: str
    where: str = ""
    words: str = ""
    tinted: Spans = ()
    struck: Spans = ()
    underlined: Spans = ()
    colour: str = ""
    said: str = ""  # in place of the words, where marks carry meaning
    target: Target | None = None
    other: Target | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = (self.head, self.where, self.said or self.words)
        return ". ".join(part.strip().rstrip(".") for part in parts if part) + "."


def with_lead_ins(line: PassageLine, led: str, led_there: str = "") -> PassageLine:
    """The line with what must be said before its words, and before those of its second passage ("We will not: […] ").

    Where the two of a pair differ in that, it is told below the head.
    """
    if line.other is not None and led != led_there:
        told = [
            f"The {which} follows “{one.removesuffix(BETWEEN)}”."
            for which, one in (("first", led), ("second", led_there))
            if one
        ]
        return replace(line, where=" ".join([line.where, *told]))
    return replace(
        line,
        words=led + line.words,
        tinted=_moved(line.tinted, len(led)),
        struck=_moved(line.struck, len(led)),
        underlined=_moved(line.underlined, len(led)),
        said=led + line.said if line.said else "",
    )


def noted(line: PassageLine, note: str) -> PassageLine:
    """The line with a note before its words."""
    return replace(line, where="\n".join(filter(None, [line.where, note])))


def _moved(spans: Spans, by: int) -> Spans:
    return tuple((start + by, end + by) for start, end in spans)
