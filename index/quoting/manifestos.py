"""The text of one manifesto, in which quotations are looked for: by its letters, and by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from index.annotations.running_text import RunningText
from index.quoting.marks import Span
from index.quoting.tokens import WORD
from index.small_words import small_words
from reader.library.folding import Running, folded
from reader.model import Block, Kind

# Signs right beside the words that may belong to them: £8, 8%, "who?".
_BEFORE, _AFTER = "$€£¥#", "%€°?!"
# What a small word ("of", "the") weighs beside another.
_SMALL = 0.3


class Word(NamedTuple):
    """A word by its letters, and its code points in the running text."""

    letters: str
    start: int
    end: int


class Text:
    """The running text of a manifesto. `language` is its two-letter code; `blocks` are all that it has, in order.

    Places are code points in `running.text`, ends exclusive.
    """

    def __init__(self, document: str, language: str, blocks: Iterable[Block]) -> None:
        self.document = document
        # The list of contents says each heading once more, and nobody quotes from it.
        self.running = RunningText(block for block in blocks if block.kind is not Kind.CONTENTS)
        self._small = {folded(word) for word in small_words(language)}

    @cached_property
    def words(self) -> list[Word]:
        """All words, in order."""
        found = WORD.finditer(self.running.text)
        return [Word(letters, *one.span()) for one in found if (letters := folded(one[0]))]

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """By letters, the numbers of the words that have them."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            found[word.letters].append(number)
        return dict(found)

    def weight(self, letters: str) -> float:
        """What a word counts when texts are compared."""
        return _SMALL if letters in self._small else 1.0

    def of_letters(self, running: Running, start: int, end: int) -> Span:
        """Where these letters of a reading stand. `end` is exclusive, and greater than `start`."""
        return self._with_signs(running.offset(start), running.offset(end - 1) + 1)

    def of_words(self, first: int, end: int) -> Span:
        """Where these words stand, by their numbers."""
        return self._with_signs(self.words[first].start, self.words[end - 1].end)

    def _with_signs(self, start: int, end: int) -> Span:
        """The place with signs that stand right beside its words, and with whole words."""
        text = self.running.text
        while start and (text[start - 1].isalnum() or text[start - 1] in _BEFORE):
            start -= 1
        while end < len(text) and (text[end].isalnum() or text[end] in _AFTER or "\u0300" <= text[end] <= "\u036f"):
            end += 1
        return start, end
