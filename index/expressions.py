"""Regular expressions between strokes (/stop.{1,5}search/): read, bounded so that none can take for ever, and found.

An expression is looked for in the text of a passage as it is printed, whatever the case; what it surely holds in
letters narrows the passages through the index first. Python's `re` tries every way in which an expression can fit, and
cannot be stopped. So nothing is given to it that has too many: repeats without an end reach a bounded distance (`*` is
{0,100}, for letters and digits {0,30}), and an expression whose repeats and choices multiply to more than `_MOST_WAYS`
at one place is refused. The number of ways is that of paths through the expression: choices add, parts multiply, and n
repeats of a part with c ways have c to the power of n.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from index.folding import fold
from reader.errors import UserError
from reader.wording import tr

Span: TypeAlias = tuple[int, int]

_MOST_WAYS = 30_000
_FAR, _WORD_FAR, _SPACE_FAR = 100, 30, 10  # how often what has no end of its own may stand
_LONGEST_TEXT = 10_000  # code points of a passage that are looked at
_LONGEST = 300  # code points of an expression
_MOST_SPANS = 1000  # in one passage
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_REPEAT = re.compile(r"([*+?]|\{(\d{1,3})?(,)?(\d{1,3})?\})([?+])?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_ESCAPED_SETS = "dDsSwWbB"
# Where people write one of these, the other may be printed.
_APOSTROPHES = "['’‘]"
_DASHES = "[-‐‑–]"


class WrongExpression(UserError):
    """An expression that cannot be read, or that could take for ever. `words` are the letters in it."""

    def __init__(self, problem: str, advice: str, words: Sequence[str] = ()) -> None:
        super().__init__(problem, advice)
        self.words = tuple(words)


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that is safe to look for.

    `needed` says what a text surely holds where it fits: of each of these, one of the runs of letters, folded.
    """

    pattern: re.Pattern[str]
    needed: tuple[tuple[str, ...], ...]

    def spans(self, text: str) -> list[Span]:
        """Where it fits in a text, from left to right; never nothing at all."""
        found = []
        for fit in self.pattern.finditer(text[:_LONGEST_TEXT]):
            if fit.end() > fit.start():
                found.append(fit.span())
            if len(found) >= _MOST_SPANS:
                break
        return found

    def fits(self, text: str) -> bool:
        """Whether it fits anywhere in a text."""
        return any(fit.end() > fit.start() for fit in self.pattern.finditer(text[:_LONGEST_TEXT]))


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as it is given to `re`, in how many ways it can fit, and what it needs."""

    text: str
    ways: int = 1
    needed: tuple[tuple[str, ...], ...] = ()
    letter: str = ""  # the one character that it is, "" for anything else
    reach: int = _FAR


@lru_cache(maxsize=256)
def expression(written: str) -> Expression:
    """The expression that stands between the strokes. Raises WrongExpression."""
    if len(written) > _LONGEST:
        raise _wrong(written, tr("It is too long."), tr("Use at most {most} characters.", most=_LONGEST))
    reading = _Reading(written)
    whole = reading.whole()
    if whole.ways > _MOST_WAYS:
        raise _wrong(
            written,
            tr("It could fit in too many ways, and looking for it could take for ever."),
            tr("Use fewer * and +, or say how often: {example} is at most five characters.", example=".{0,5}"),
        )
    try:
        pattern = re.compile(whole.text, re.IGNORECASE)
    except (re.error, OverflowError) as error:
        raise _wrong(written, tr("It cannot be read."), _advice_on_signs()) from error
    return Expression(pattern, whole.needed)


class _Reading:
    """Reads an expression from left to right."""

    def __init__(self, written: str) -> None:
        self._written = written
        self._at = 0
        self._open = 0

    def whole(self) -> _Part:
        part = self._choices()
        if self._at < len(self._written):
            raise _wrong(self._written, tr("A bracket closes that does not open."), _advice_on_signs())
        return part

    def _choices(self) -> _Part:
        """Parts with "|" between them, up to a closing bracket or the end."""
        parts = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            parts.append(self._sequence())
        if len(parts) == 1:
            return parts[0]
        needed: tuple[tuple[str, ...], ...] = ()
        if all(part.needed for part in parts):
            needed = (tuple(dict.fromkeys(run for part in parts for run in part.needed[0])),)
        return _Part("|".join(part.text for part in parts), sum(part.ways for part in parts), needed)

    def _sequence(self) -> _Part:
        text, ways, needed, run = "", 1, [], ""
        while self._peek() not in ("", "|", ")"):
            atom = self._atom()
            part = self._repeated(atom)
            text += part.text
            ways *= part.ways
            if part is atom and part.letter:
                run += part.letter
                continue
            needed += [*_runs(run), *part.needed]
            run = ""
        return _Part(text, ways, (*needed, *_runs(run)))

    def _repeated(self, part: _Part) -> _Part:
        repeat = _REPEAT.match(self._written, self._at)
        if repeat is None or repeat[1] in ("{}", "{,}"):
            return part
        self._at = repeat.end()
        if _REPEAT.match(self._written, self._at):
            problem = tr("It repeats what is repeated already.")
            raise _wrong(self._written, problem, _advice_on_signs())
        least, most = _limits(repeat, part.reach)
        if most < least:
            problem = tr("It asks for at least {least} and at most {most} times.", least=least, most=most)
            raise _wrong(self._written, problem, _advice_on_signs())
        ways = _ways(part.ways, least, most)
        return _Part(f"{part.text}{{{least},{most}}}{repeat[5] or ''}", ways, part.needed if least else ())

    def _atom(self) -> _Part:
        sign = self._peek()
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._class()
        if sign == "\\":
            return self._escaped()
        if _REPEAT.match(self._written, self._at):
            problem = tr("There is nothing before “{sign}” that it could repeat.", sign=sign)
            raise _wrong(self._written, problem, _advice_on_signs())
        self._at += 1
        if sign in ".^$":
            return _Part(sign)
        return _letter(sign)

    def _group(self) -> _Part:
        self._at += 1
        if self._written.startswith("?:", self._at):
            self._at += 2
        elif self._peek() == "?":
            problem = tr("It looks ahead or back, or names a group, which this search does not do.")
            raise _wrong(self._written, problem, _advice_on_signs())
        inside = self._choices()
        if self._peek() != ")":
            raise _wrong(self._written, tr("A bracket opens that does not close."), _advice_on_signs())
        self._at += 1
        return _Part(f"(?:{inside.text})", inside.ways, inside.needed)

    def _class(self) -> _Part:
        found = _CLASS.match(self._written, self._at)
        if found is None:
            raise _wrong(self._written, tr("A square bracket opens that does not close."), _advice_on_signs())
        self._at = found.end()
        spaced = found[0].replace("[[", r"[\[").replace("||", "|").replace("&&", "&").replace("~~", "~")
        return _Part(spaced)

    def _escaped(self) -> _Part:
        sign = self._written[self._at + 1 : self._at + 2]
        self._at += 2
        if sign in ("w", "d"):
            return _Part(f"\\{sign}", reach=_WORD_FAR)
        if sign == "s":
            return _Part(r"\s", reach=_SPACE_FAR)
        if sign in tuple(_ESCAPED_SETS):
            return _Part(f"\\{sign}")
        if not sign or sign.isalnum():
            problem = tr("“\\{sign}” means nothing in it.", sign=sign)
            raise _wrong(self._written, problem, _advice_on_signs())
        return _letter(sign)

    def _peek(self) -> str:
        return self._written[self._at : self._at + 1]


def _letter(sign: str) -> _Part:
    text = {"'": _APOSTROPHES, "’": _APOSTROPHES, "-": _DASHES, " ": r"\s"}.get(sign) or re.escape(sign)
    return _Part(text, letter=sign)


def _runs(run: str) -> list[tuple[str, ...]]:
    """What the index can be asked for a run of characters: each stretch of letters stands within one word."""
    return [(fold(letters),) for letters in _LETTERS.findall(run)]


def _limits(repeat: re.Match[str], reach: int) -> tuple[int, int]:
    """How often at least and at most; what has no end reaches so far beyond its beginning."""
    sign = repeat[1]
    if sign in "*+?":
        return {"*": (0, reach), "+": (1, reach), "?": (0, 1)}[sign]
    least = int(repeat[2] or 0)
    if not repeat[3]:
        return least, least
    return least, int(repeat[4]) if repeat[4] else least + reach


def _ways(ways: int, least: int, most: int) -> int:
    """Of a part that is repeated; no more is counted than would be refused."""
    if ways == 1:
        return most - least + 1
    total = 0
    for times in range(least, most + 1):
        total += ways**times
        if total > _MOST_WAYS:
            return _MOST_WAYS + 1
    return total


def _wrong(written: str, why: str, advice: str) -> WrongExpression:
    problem = tr("“/{written}/” cannot be looked for. {why}", written=written, why=why)
    return WrongExpression(problem, advice, re.findall(r"[^\W_]{2,}", re.sub(r"\\.", " ", written)))


def _advice_on_signs() -> str:
    return tr("To find a bracket, a star or another sign as it is printed, write \\ before it.")
