"""The lines of a plain text as they were printed: without furniture, each with what stood before it and its width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

STOPS = ".!?:;…"
CLOSERS = "\"'”’»)]"
_UNFINISHED = (
    "the a an of to in and or for with by on at from our your their its that der die das und oder für mit von"
    " de het een en van voor met la el los las del y le les des et will would wil willen must should"
)
# With such a word, or with a comma or a hyphen, no paragraph and no heading ends.
_UNFINISHED_WORDS = frozenset(_UNFINISHED.split())
_NO_WORD = re.compile(r"\W")
# So many lines before and after tell how wide the column is at a line.
_NEAR = 10
# So many letters stand twice in a line by no chance: of several words, of one word without a space between.
_DOUBLED, _DOUBLED_WORD = 8, 4
_LONGEST_DOUBLED = 120  # code points
# Letters are not all of one width: a line counts as filled from this share of its column on.
_FILLED = 0.9
# If more of the empty lines than this stand within sentences, they say nothing.
_LOOSE = 0.4
# A line longer than this was not wrapped by hand or by a converter (code points).
_LONGEST_WRAPPED = 140


class Passed(NamedTuple):
    """A line of furniture, and its 1-based page, None where the text has no pages."""

    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print without white space at its ends.

    `indent` counts columns. `after_blank` says that an empty line stands before it, `after_page` that a page ends
    there; `furniture` are the lines of furniture that do. `listed` says that it belongs to a list of contents. `page`
    is its 1-based page, None where the text has no pages.
    """

    text: str
    indent: int = 0
    after_blank: bool = False
    after_page: bool = False
    furniture: tuple[Passed, ...] = ()
    listed: bool = False
    page: int | None = None


def undoubled(text: str) -> str:
    """The text once, where a line holds it twice: letters that are printed over each other, for weight or a shadow."""
    if len(text) > _LONGEST_DOUBLED:
        return text
    if text.startswith("\f"):
        return f"\f{undoubled(text[1:])}"
    half = len(text) // 2
    first, second = text[:half].strip(), text[-half:].strip()
    letters = sum(char.isalpha() for char in first)
    return first if first == second and letters >= (_DOUBLED if " " in text[: half + 1] else _DOUBLED_WORD) else text


def lines_of(
    printed: Sequence[str], furniture: set[int], listed: set[int], pages: Sequence[int | None]
) -> tuple[list[Line], tuple[Passed, ...]]:
    """The lines that are no furniture, and the furniture after the last of them. A form feed begins a line.

    `pages` are the pages of the printed lines.
    """
    lines: list[Line] = []
    blank = page = False
    passed: list[Passed] = []
    for at, raw in enumerate(printed):
        text = raw.strip()
        page = page or "\f" in raw
        if at in furniture:
            passed.append(Passed(text, pages[at]))
        elif text:
            page = page or bool(passed)
            lines.append(Line(text, _indent(raw), blank, page, tuple(passed), at in listed, pages[at]))
            blank = page = False
            passed = []
        else:
            blank = True
    return lines, tuple(passed)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether paragraphs go over several lines; else each line is a paragraph of its own."""
    lengths = [len(line.text) for line in lines]
    long = sum(length for length in lengths if length > _LONGEST_WRAPPED)
    return len(lengths) >= 3 and long <= sum(lengths) * 0.3


def widths_of(lines: Sequence[Line]) -> list[int]:
    """How many characters go into a line of the column, at each line: columns of a page differ."""
    lengths = [len(line.text) for line in lines]
    widths = []
    for at in range(len(lines)):
        near = sorted(lengths[max(0, at - _NEAR) : at + _NEAR + 1])
        widths.append(near[int(len(near) * 0.8)])
    return widths


def with_telling_blanks(lines: Sequence[Line], widths: Sequence[int]) -> list[Line]:
    """The lines, which no empty line parts where these stand between the lines of sentences as often as after them."""
    parted = [at for at in range(1, len(lines)) if lines[at].after_blank and not lines[at].after_page]
    within = [at for at in parted if is_filled(lines, widths, at - 1) and not ends_sentence(lines[at - 1].text)]
    if len(within) <= _LOOSE * len(parted):
        return list(lines)
    return [replace(line, after_blank=False) for line in lines]


def is_filled(lines: Sequence[Line], widths: Sequence[int], at: int) -> bool:
    """Whether the first word of the line after this one had no more room in it: the line's end means nothing."""
    if at + 1 >= len(lines):
        return False
    needed = len(lines[at].text) + 1 + len(lines[at + 1].text.split(" ", 1)[0])
    return needed > _FILLED * max(widths[at], widths[at + 1])


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence or a lead-in does."""
    bare = line.rstrip().rstrip(CLOSERS)
    return bool(bare) and bare[-1] in STOPS


def is_unfinished(line: str) -> bool:
    """Whether the line ends in a word, or a sign, that something has to follow."""
    last = line[-20:].rpartition(" ")[2]
    return line.endswith((",", "&", "(", "–", "-")) or _NO_WORD.split(last)[-1].casefold() in _UNFINISHED_WORDS


def _indent(line: str) -> int:
    wide = line.replace("\f", "").expandtabs(4)
    return len(wide) - len(wide.lstrip())
