"""How quoted words differ from those of a manifesto, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum, auto

from index.quoting.marks import Span
from index.quoting.tokens import DASH, MARK, UNSEEN, Means, Token, pattern_of, quoted_tokens, tokens_of
from reader.library.folding import folded

# Signs at the ends of a quotation belong to the sentence it stands in, but for those that change what it says.
_KEPT_BEFORE = "$€£¥#"
_KEPT_AFTER = "%€°"
_ASKING = "?!"
_PARTING = frozenset(",.;:/-")
_INVISIBLE = re.compile(f"[{UNSEEN}]")
# A text in capitals is set so: how many letters it takes to tell.
_CAPITALS = 6


class Kind(Enum):
    """What a part of a quotation is."""

    SAME = auto()
    CHANGED = auto()  # other words, words more, or words fewer
    LEFT_OUT = auto()  # as dots say
    PUT_IN = auto()  # as brackets say


class Departure(Enum):
    """In what a quotation that is not altered departs from the words of the manifesto."""

    SHORTENED = auto()
    BRACKETS = auto()
    CASE = auto()
    STYLE = auto()
    NOTE = auto()  # the number of a note stands among the words


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of both texts: `quoted` are code points of the quotation's words, `source` of the manifesto's.

    Ends are exclusive; a span is empty where that text has nothing there.
    """

    kind: Kind
    quoted: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Compared:
    parts: tuple[Part, ...]
    departures: frozenset[Departure]


def compared(quoted: str, source: str) -> Compared:
    """Compare a quotation without gaps with the words of a manifesto that it quotes."""
    comparing = _Comparing(quoted, source)
    return Compared(tuple(_joined(comparing.parts())), frozenset(comparing.departures))


class _Comparing:
    def __init__(self, quoted: str, source: str) -> None:
        self._quoted, self._source = quoted, source
        self.departures: set[Departure] = set()
        mine = quoted_tokens(quoted)
        self._left = _trimmed(mine)
        self._right = _trimmed(tokens_of(source), asking=bool(mine) and mine[-1].key[-1] in _ASKING)

    def parts(self) -> Iterator[Part]:
        left, right = self._keys()
        for step, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            if step == "equal":
                self._note_style(self._left[i:j], self._right[k:m])
                yield self._part(Kind.SAME, i, j, k, m)
            else:
                yield from self._different(i, j, k, m)

    def _keys(self) -> tuple[list[str], list[str]]:
        """What is compared, one for each token of either text."""
        left, right = [one.key for one in self._left], [one.key for one in self._right]
        words = [self._source[one.start : one.end] for one in self._right]
        for at, token in enumerate(self._left):
            if token.means is Means.CHANGED:
                fits = pattern_of(self._quoted[token.start : token.end])
                found = next((n for n, word in enumerate(words) if fits.fullmatch(folded(word))), None)
                if found is not None:
                    left[at] = right[found]
                    self.departures.add(Departure.BRACKETS)
        if left and right and _is_other_case(left[0], right[0]):
            left[0] = right[0]
            self.departures.add(Departure.CASE)
        letters = "".join(filter(str.isalpha, self._source))
        if len(letters) >= _CAPITALS and letters.isupper() and "".join(filter(str.isalpha, self._quoted)) != letters:
            self.departures.add(Departure.CASE)
            left, right = [key.casefold() for key in left], [key.casefold() for key in right]
        return left, right

    def _different(self, i: int, j: int, k: int, m: int) -> Iterator[Part]:
        """Tokens of either text that have no like in the other; what stands in brackets is parted from the rest."""
        put = [at for at in range(i, j) if self._left[at].means is Means.PUT_IN]
        if not put:
            yield from self._settled(i, j, k, m)
            return
        before, after = min(put[0] - i, m - k), j - put[-1] - 1
        first, last = k + before, max(k + before, m - after)
        yield from self._settled(i, put[0], k, first)
        self.departures.add(Departure.BRACKETS)
        yield self._part(Kind.PUT_IN, put[0], put[-1] + 1, first, last)
        yield from self._settled(put[-1] + 1, j, last, m)

    def _settled(self, i: int, j: int, k: int, m: int) -> Iterator[Part]:
        left, right = self._left[i:j], self._right[k:m]
        if not left and not right:
            return
        departure = _of_style(left, right) or _of_notes(left, right)
        if departure is None and not right and self._parts_items(k) and all(one.key in _PARTING for one in left):
            departure = Departure.STYLE
        if departure:
            self.departures.add(departure)
        yield self._part(Kind.SAME if departure else Kind.CHANGED, i, j, k, m)

    def _parts_items(self, at: int) -> bool:
        """Whether a paragraph or item ends before this token of the manifesto: a sign may stand for that."""
        return 0 < at < len(self._right) and "\n" in self._source[self._right[at - 1].end : self._right[at].start]

    def _note_style(self, left: Sequence[Token], right: Sequence[Token]) -> None:
        if _visible(self._quoted, left) != _visible(self._source, right):
            changed = any(one.means is Means.CHANGED for one in left)
            casefolded = Departure.CASE in self.departures
            if not changed and not (casefolded and _same_but_case(self._quoted, left, self._source, right)):
                self.departures.add(Departure.STYLE)

    def _part(self, kind: Kind, i: int, j: int, k: int, m: int) -> Part:
        return Part(kind, _span(self._left, i, j), _span(self._right, k, m))


def _is_other_case(one: str, other: str) -> bool:
    """Whether two first words differ in the size of their first letter alone."""
    return one != other and one[1:] == other[1:] and one[:1].casefold() == other[:1].casefold()


def _span(tokens: Sequence[Token], first: int, end: int) -> Span:
    """From the first token to the last of them; where there are none, the empty place in front of the next."""
    if first < end:
        return tokens[first].start, tokens[end - 1].end
    at = tokens[first].start if first < len(tokens) else tokens[-1].end if tokens else 0
    return at, at


def _trimmed(tokens: Sequence[Token], *, asking: bool = True) -> list[Token]:
    """The tokens without signs at either end that say nothing."""
    kept = _KEPT_AFTER + (_ASKING if asking else "")
    first, end = 0, len(tokens)
    while first < end and tokens[first].means is Means.SIGN and tokens[first].key not in _KEPT_BEFORE:
        first += 1
    while end > first and tokens[end - 1].means is Means.SIGN and tokens[end - 1].key not in kept:
        end -= 1
    return list(tokens[first:end])


def _of_style(left: Sequence[Token], right: Sequence[Token]) -> Departure | None:
    """Whether nothing but dashes, marks and spaces differs: "re-build" and "rebuild" too."""
    one, other = ("".join(each.key for each in tokens) for tokens in (left, right))
    plain = str.maketrans("", "", DASH + MARK)
    return Departure.STYLE if one.translate(plain) == other.translate(plain) else None


def _of_notes(left: Sequence[Token], right: Sequence[Token]) -> Departure | None:
    """Whether the quotation has the raised number of a note among its words, as they are copied off a page."""
    if not left or len(right) > 1 or (right and not right[0].key.isalpha()):
        return None
    word = right[0].key if right else ""
    joined = "".join(one.key for one in left)
    number = joined.removeprefix(word)
    bare = bool(right) and joined.startswith(word)
    return Departure.NOTE if bare and number.isdecimal() and len(number) <= 3 else None


def _visible(text: str, tokens: Sequence[Token]) -> str:
    words = text[tokens[0].start : tokens[-1].end]
    return " ".join(unicodedata.normalize("NFKC", _INVISIBLE.sub("", words)).split())


def _same_but_case(one: str, left: Sequence[Token], other: str, right: Sequence[Token]) -> bool:
    return _visible(one, left).casefold() == _visible(other, right).casefold()


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """The parts with neighbours of one kind made one."""
    last: Part | None = None
    for part in parts:
        if last is not None and last.kind is part.kind:
            last = replace(last, quoted=(last.quoted[0], part.quoted[1]), source=(last.source[0], part.source[1]))
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last
