"""Pairs quotation marks, whatever their style: which words stand between an opening mark and the one that closes it.

A mark is read by its family (double, single, guillemets, corners), the way it leans, and what stands beside it. An
apostrophe is no mark; a quotation over several paragraphs repeats its opening mark at the head of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto

Span = tuple[int, int]


class _Lean(Enum):
    LEFT = auto()
    RIGHT = auto()
    LOW = auto()
    NEITHER = auto()


_DOUBLE, _SINGLE = "double", "single"
_FAMILIES: dict[str, dict[_Lean, str]] = {
    _DOUBLE: {_Lean.LEFT: "“‟〝", _Lean.RIGHT: "”〞〟", _Lean.LOW: "„", _Lean.NEITHER: '"＂'},
    _SINGLE: {_Lean.LEFT: "‘‛", _Lean.RIGHT: "’", _Lean.LOW: "‚", _Lean.NEITHER: "'＇"},
    "guillemets": {_Lean.LEFT: "«", _Lean.RIGHT: "»"},
    "angles": {_Lean.LEFT: "‹", _Lean.RIGHT: "›"},
    "corners": {_Lean.LEFT: "「", _Lean.RIGHT: "」"},
    "white corners": {_Lean.LEFT: "『", _Lean.RIGHT: "』"},
}
MARKS = {mark: (family, lean) for family, leans in _FAMILIES.items() for lean, marks in leans.items() for mark in marks}
# TeX writes double marks as two single ones.
_TEX = {"``": (_DOUBLE, _Lean.LEFT), "''": (_DOUBLE, _Lean.RIGHT)}
_FINDS = re.compile("``|''|[" + "".join(map(re.escape, MARKS)) + "]")
# What may stand right before an opening mark, and right after it besides letters.
_BEFORE = set("([{—–-/―=>|") | {mark for mark, (_, lean) in MARKS.items() if lean is not _Lean.RIGHT}
_AFTER = set("[(…¿¡$€£#") | MARKS.keys()
# Letters left out at the beginning of a word: '90s, 'tis, 'em.
_SHORTENED = re.compile(r"\d\ds?\b|(?:tis|twas|em|til|cause|bout|n|cos|round)\b", re.IGNORECASE)
# A line that ends so ends a paragraph; another is wrapped, and the words go on in the next.
_ENDS_PARAGRAPH = re.compile(r"[.!?:;…\"'”’»›)\]]\s*$")
# Quotations within quotations, beyond which marks are no writing.
_DEEPEST = 8
_BREAK = re.compile(r"\n[^\S\n]*(?:\n\s*)*")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `spans` are the code points of each paragraph's part, without the marks, ends exclusive.

    `start` and `end` take the marks in. `inside` is the number of quotations around it.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    inside: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations of a text in the order of their beginnings, and where marks stand that nothing closes."""

    quotations: tuple[Marked, ...]
    unclosed: tuple[int, ...]


def marked(text: str) -> Marks:
    """Pair the marks of a text. Single marks that nothing closes are taken for apostrophes, and not told of."""
    pairing = _Pairing(text)
    for start, end in _paragraphs(text):
        pairing.begin(start, end)
        pairing.go_through()
    pairing.give_up()
    return Marks(tuple(sorted(pairing.found, key=lambda one: (one.start, -one.end))), tuple(sorted(pairing.unclosed)))


def _paragraphs(text: str) -> list[Span]:
    """Where paragraphs stand; a line that is wrapped goes on."""
    edges = [0]
    ends = []
    for found in _BREAK.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if found[0].count("\n") > 1 or _ENDS_PARAGRAPH.search(line):
            ends.append(found.start())
            edges.append(found.end())
    return list(zip(edges, [*ends, len(text)], strict=True))


@dataclass(slots=True)
class _Open:
    """An opening mark: its characters, its family, and the parts of the quotation in the paragraphs so far."""

    mark: str
    family: str
    lean: _Lean
    start: int
    begins: int  # where the words of this paragraph begin
    parts: list[Span] = field(default_factory=list)


class _Pairing:
    """Goes through a text with the marks that are open, outermost first."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Open] = []
        self._paragraph: Span = (0, 0)
        self._at = 0
        self._last = 0  # the end of the paragraph's last word
        self.found: list[Marked] = []
        self.unclosed: list[int] = []

    def begin(self, start: int, end: int) -> None:
        """A paragraph begins: what is still open goes on where its opening mark is repeated, else it is given up."""
        last, self._paragraph, self._at = self._paragraph[1], (start, end), start
        self._last = start + len(self._text[start:end].rstrip())
        for number, one in enumerate(self._open):
            head = self._text[self._at : end]
            again = _FINDS.match(self._text, self._at + len(head) - len(head.lstrip()), end)
            repeated = again is not None and (again[0] == one.mark or _goes_on(again[0], one))
            if not repeated or again is None:
                given_up, self._open = self._open[number:], self._open[:number]
                self.unclosed += [each.start for each in given_up if each.family != _SINGLE]
                return
            one.parts.append((one.begins, last))
            one.begins = self._at = again.end()

    def give_up(self) -> None:
        """The text ends."""
        self.unclosed += [one.start for one in self._open if one.family != _SINGLE]
        self._open = []

    def go_through(self) -> None:
        """Read the marks of the paragraph that has begun."""
        for found in _FINDS.finditer(self._text, self._at, self._end):
            mark = found[0]
            family, lean = _TEX.get(mark) or MARKS[mark]
            if family == _SINGLE and self._is_within_word(*found.span()):
                continue
            self._read(mark, family, lean, *found.span())

    def _read(self, mark: str, family: str, lean: _Lean, start: int, end: int) -> None:
        opened = next((one for one in reversed(self._open) if one.family == family), None)
        begins = self._may_begin(start, end, family)
        if lean is _Lean.LOW:
            closes = False
        elif lean is _Lean.RIGHT:
            closes = opened is not None
        elif lean is _Lean.LEFT:
            closes = opened is not None and not begins and (opened.lean is not _Lean.NEITHER or end == self._end)
            closes = closes or (opened is not None and opened.lean in (_Lean.LOW, _Lean.RIGHT) and not begins)
        else:
            closes = opened is not None and not begins
        if closes and opened is not None:
            if not self._is_part_of_a_word(mark, family, start, end):
                self._close(opened, start, end)
        elif len(self._open) < _DEEPEST and self._opens(family, lean, start, end, begins=begins):
            self._open.append(_Open(mark, family, lean, start, end))

    @property
    def _end(self) -> int:
        return self._paragraph[1]

    def _opens(self, family: str, lean: _Lean, start: int, end: int, *, begins: bool) -> bool:
        if family == _SINGLE and (_SHORTENED.match(self._text, end) or lean is _Lean.RIGHT):
            return False
        if lean in (_Lean.LEFT, _Lean.LOW):
            return end < self._last
        if family == _SINGLE:
            return begins and self._closer_after(end, family) is not None
        if lean is _Lean.NEITHER:  # with a space inside, the first of a pair
            return begins or (self._is_space(start - 1) and end < self._last)
        return begins  # ”so”, »so«

    def _close(self, opened: _Open, start: int, end: int) -> None:
        place = max(at for at, one in enumerate(self._open) if one is opened)
        above, self._open = self._open[place + 1 :], self._open[:place]
        self.unclosed += [one.start for one in above if one.family != _SINGLE]
        spans = tuple(self._trimmed(one) for one in [*opened.parts, (opened.begins, start)])
        kept = tuple(span for span in spans if span[0] < span[1])
        if kept:
            self.found.append(Marked(opened.start, end, kept, len(self._open)))

    def _trimmed(self, span: Span) -> Span:
        words = self._text[slice(*span)]
        return span[0] + len(words) - len(words.lstrip()), span[1] - (len(words) - len(words.rstrip()))

    def _is_space(self, at: int) -> bool:
        return not self._paragraph[0] <= at < self._end or self._text[at].isspace()

    def _is_within_word(self, start: int, end: int) -> bool:
        """Whether an apostrophe stands between two letters."""
        inside = self._paragraph[0] < start and end < self._end
        return inside and self._text[start - 1].isalnum() and self._text[end].isalnum()

    def _may_begin(self, start: int, end: int, family: str) -> bool:
        """Whether words begin here for certain: a space or an opening sign before the mark, a letter after it."""
        if end >= self._end:
            return False
        before = self._is_space(start - 1) or self._text[start - 1] in _BEFORE
        after = self._text[end]
        spaced = family not in (_DOUBLE, _SINGLE) and after.isspace()  # « so »
        return before and (after.isalnum() or after in _AFTER or spaced)

    def _is_part_of_a_word(self, mark: str, family: str, start: int, end: int) -> bool:
        """Whether what could close is the apostrophe of a plural (the workers' plan) or inches (a 6" pipe).

        It is where the sentence goes on in small letters, and another mark closes before any opens.
        """
        before = self._text[start - 1 : start]
        telling = before in "sS" if family == _SINGLE else before.isdigit() and mark in '"″'
        if not before or not telling or not re.match(r"\s[a-z]", self._text[end : end + 2]):
            return False
        return self._closer_after(end, family) is not None

    def _closer_after(self, at: int, family: str) -> int | None:
        """Where a mark of the family closes what is open, in this paragraph, before another opens."""
        for found in _FINDS.finditer(self._text, at, self._end):
            name, lean = _TEX.get(found[0]) or MARKS[found[0]]
            if name != family or (name == _SINGLE and self._is_within_word(*found.span())):
                continue
            opens = lean in (_Lean.LEFT, _Lean.LOW) or self._may_begin(*found.span(), family)
            return None if opens else found.start()
        return None


def _goes_on(mark: str, opened: _Open) -> bool:
    """Whether a mark at the head of a paragraph says that this quotation goes on; French repeats the closing one."""
    return opened.family == "guillemets" and mark in "«»"
