"""The codes that fit what is typed, best first; also whether codes are typed as digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.fuzzy import plain, score
from reader.library.codes import BETWEEN, Code, Codebook

# What is exactly a code's key or name stands before all else; then what begins with it; then what has its letters;
# last what has its words in the names above.
_EXACT, _BEGINS, _OWN = 1_000_000, 100_000, 10_000


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code and the codes above it as one text, "" at the top."""

    code: Code
    above: str


@dataclass(frozen=True, slots=True)
class _Sought:
    """A code with what it is found by, made plain beforehand: people type fast."""

    found: FoundCode
    name: str
    key: str
    words: tuple[str, ...]  # of its whole path

    def fits(self, wanted: str, words: Sequence[str]) -> int | None:
        """How well, higher is better; None for not at all. `words` are those of `wanted`."""
        if wanted in (self.name, self.key):
            return _EXACT
        own = score(wanted, self.name) if all(_in_order(word, self.name) for word in words) else None
        if self.key.startswith(wanted) or self.name.startswith(wanted):
            return _BEGINS + (own or 0)
        if own is not None:
            return _OWN + own
        begun = all(any(one.startswith(word) for one in self.words) for word in words)
        return 0 if begun else None


class CodeFinder:
    """Finds the codes of one codebook that can be put on words; made anew when the codebook changes."""

    def __init__(self, codebook: Codebook) -> None:
        self._codes = [_sought(code, codebook.path(code.id)) for code in codebook.codes if code.codable]
        self.digits = any(_begins_with_digit(one.found.code) for one in self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def find(self, typed: str, limit: int) -> list[FoundCode]:
        """The codes whose name, path or key has what is typed; in the order of the codebook for nothing."""
        words = plain(typed).split()
        wanted = " ".join(words)
        if not wanted:
            return [one.found for one in self._codes[:limit]]
        scored = [(fits, one.found) for one in self._codes if (fits := one.fits(wanted, words)) is not None]
        scored.sort(key=lambda pair: -pair[0])
        return [found for _, found in scored[:limit]]

    def named(self, typed: str) -> bool:
        """Whether a code has exactly this name or key."""
        wanted = " ".join(plain(typed).split())
        return any(wanted in (one.name, one.key) for one in self._codes)


def _sought(code: Code, path: Sequence[str]) -> _Sought:
    above = BETWEEN.join(path[:-1])
    return _Sought(FoundCode(code, above), plain(code.name), plain(code.key), tuple(plain(" ".join(path)).split()))


def _begins_with_digit(code: Code) -> bool:
    """Whether people type digits for this code, as for "605.1"; one digit alone is a shortcut."""
    return code.name[:1].isdigit() or (code.key[:1].isdigit() and len(code.key) > 1)


def _in_order(word: str, name: str) -> bool:
    """Whether the letters of a word stand in a name in their order."""
    place = 0
    for letter in word:
        place = name.find(letter, place) + 1
        if not place:
            return False
    return True
