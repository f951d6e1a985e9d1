"""Where a form stands in a text: its neighbours, and whether its capital says anything there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from index.hiding import words
from index.hiding.folded import plain

_WORD = r"[^\W_](?:[\w'’.&]*[^\W_])?"
_BEFORE = re.compile(rf"({_WORD})([^\w]*)$")
_AFTER = re.compile(rf"([^\w]*)({_WORD})")
_NEAR = 60
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDS = re.compile(r"[.!?]\s+\S")


class Text:
    """A text and what its capitals are worth."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def titled(self) -> bool:
        """Whether it is written like a heading, with capitals on most words."""
        found = _LONG_WORD.findall(self.text)
        capital = sum(word[0].isupper() for word in found)
        return len(self.text) < 200 and not _ENDS.search(self.text) and capital > 0.6 * len(found)

    @cached_property
    def shouting(self) -> bool:
        letters = [char for char in self.text if char.isalpha()]
        return sum(char.isupper() for char in letters) > 0.8 * len(letters)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text: its neighbours `before` and `after` in lower case, `left` and `right` what is between."""

    whole: Text
    start: int
    end: int
    before: str
    left: str
    right: str
    after: str
    before_as_is: str
    after_as_is: str

    @property
    def text(self) -> str:
        return self.whole.text[self.start : self.end]

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def capitals(self) -> bool:
        """Whether each of its longer words has a capital."""
        parts = re.findall(r"[^\W_][\w'’]*", self.text)
        return self.capital and all(part[0].isupper() or part[0].isdigit() for part in parts if len(part) > 3)

    @property
    def initial(self) -> bool:
        """Whether it begins a sentence or follows a sign after which any word may have a capital."""
        numbered = self.before.isdecimal() or self.left in (" - ", "- ")
        return not self.before or numbered or re.search(r"[.!?:;•●▪|/\"“‘(\[–—]|\n\s*\n", self.left) is not None

    @property
    def joined(self) -> bool:
        """Whether the next word belongs to the same phrase."""
        return bool(self.after) and re.fullmatch(r"\s+|[-‐\u2011]\s*|’s\s+|'s\s+", self.right) is not None

    @property
    def hyphenated(self) -> bool:
        return self.right[:1] in ("-", "‐", "\u2011") and bool(self.after)

    @property
    def possessive(self) -> bool:
        rest = self.whole.text[self.end : self.end + 3]
        if re.match(r"['’]s\b", rest, re.IGNORECASE):
            return True
        return self.text[-1:] in "sS" and rest[:1] in ("'", "’") and self.left[-1:] not in ("'", "‘")

    @property
    def listed(self) -> bool:
        """Whether it is the end of a name like "Expenditure and Reform": what "and" joins it to is no party."""
        if self.before not in ("and", "&"):
            return False
        earlier = _BEFORE.search(self.whole.text[max(0, self.start - _NEAR) : self.start - len(self.left) - 3])
        return earlier is not None and earlier[1][0].isupper() and plain(earlier[1]) not in words.NAMED_WITH

    @property
    def determined(self) -> bool:
        """Whether an article or the like stands before it."""
        return self.before in words.DETERMINERS and self.left.isspace()

    @property
    def shouted(self) -> bool:
        """Whether it stands among words in capitals throughout."""
        near = (self.before_as_is, self.after_as_is)
        return self.text.isupper() and (self.whole.shouting or any(len(word) > 1 and word.isupper() for word in near))

    @property
    def before_is_capital(self) -> bool:
        """Whether the word before may be part of one name with it, as no small word that begins a sentence is."""
        if not self.before_as_is[:1].isupper() or not self.left.isspace() or self.before.endswith("'s"):
            return False
        earlier = self.whole.text[: self.start - len(self.left) - len(self.before_as_is)].rstrip()
        begins = not earlier or earlier[-1] in '.!?:;•“"(|'
        return not begins or self.before not in words.FUNCTION | words.DETERMINERS | words.VOTING | words.PRONOUNS

    @property
    def after_is_capital(self) -> bool:
        return self.after_as_is[:1].isupper() and re.fullmatch(r"\s+|[-‐]", self.right) is not None


def place(whole: Text, start: int, end: int) -> Place:
    text = whole.text
    before = _BEFORE.search(text[max(0, start - _NEAR) : start])
    rest = text[end : end + _NEAR]
    if rest[:2] in ("'s", "’s") and not rest[2:3].isalnum():
        skipped, rest = rest[:2], rest[2:]
    else:
        skipped = ""
    after = _AFTER.match(rest)
    return Place(
        whole,
        start,
        end,
        plain(before[1]) if before else "",
        before[2] if before else text[:start],
        skipped + (after[1] if after else rest),
        plain(after[2]) if after else "",
        before[1] if before else "",
        after[2] if after else "",
    )
