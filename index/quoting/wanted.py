"""A quotation as it is looked for: the stretches between its gaps, and the runs of letters in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from index.quoting.marks import Span
from index.quoting.tokens import Means, Token, quoted_tokens
from reader.library.folding import folded

_BRACKETED = re.compile(r"\[(\w+)\]")


class Joint(Enum):
    """What stands between two runs of letters."""

    GAP = auto()  # dots
    PUT_IN = auto()  # words in brackets
    IN_WORD = auto()  # letters in brackets


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand in the manifesto one after the other.

    `joint` is what stands before them, None at the beginning. `open_start` and `open_end` say that the word goes on
    in brackets.
    """

    letters: str
    joint: Joint | None
    stretch: int
    open_start: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between two gaps: code points in the quotation's words, and its words by their letters.

    Words in brackets are none of its words.
    """

    span: Span
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quotation taken apart. `words` are those quoted, a line for each paragraph."""

    words: str
    stretches: tuple[Stretch, ...]
    runs: tuple[Run, ...]

    @property
    def count(self) -> int:
        """How many words it has that are the manifesto's."""
        return sum(len(one.letters) for one in self.stretches)


def wanted(words: str) -> Wanted:
    """Take a quotation apart."""
    groups = [group for group in _parted(quoted_tokens(words)) if any(_letters(words, one) for one in group)]
    return Wanted(words, tuple(_stretch(words, group) for group in groups), tuple(_runs(words, groups)))


def _parted(tokens: Sequence[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = [[]]
    for token in tokens:
        if token.means is Means.GAP:
            groups.append([])
        else:
            groups[-1].append(token)
    return groups


def _letters(words: str, token: Token) -> str:
    """The letters of a token that are the manifesto's."""
    if token.means in (Means.PUT_IN, Means.GAP):
        return ""
    text = words[token.start : token.end]
    return folded(_BRACKETED.sub("", text) if token.means is Means.CHANGED else text)


def _stretch(words: str, group: Sequence[Token]) -> Stretch:
    letters = (folded(words[one.start : one.end]) for one in group if one.means in (Means.WORD, Means.CHANGED))
    return Stretch((group[0].start, group[-1].end), tuple(filter(None, letters)))


def _runs(words: str, groups: Sequence[Sequence[Token]]) -> Iterator[Run]:
    for number, group in enumerate(groups):
        joint = Joint.GAP if number else None
        letters = ""
        opened = False
        for token in group:
            if token.means is Means.PUT_IN:
                if letters:
                    yield Run(letters, joint, number, opened)
                letters, joint, opened = "", joint if joint is Joint.GAP and not letters else Joint.PUT_IN, False
            elif token.means is Means.CHANGED:
                fixed = _BRACKETED.split(words[token.start : token.end])[::2]
                for at, part in enumerate(map(folded, fixed)):
                    if at and letters:
                        yield Run(letters, joint, number, opened, open_end=bool(fixed[0]) or at > 1)
                    if at:
                        letters, joint, opened = "", Joint.IN_WORD if letters or joint is None else joint, True
                    letters += part
                if not letters:  # the brackets end the word
                    opened = False
            else:
                letters += _letters(words, token)
        if letters:
            yield Run(letters, joint, number, opened)
