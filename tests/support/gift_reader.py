"""Reads GIFT files as strictly as Moodle's importer can: whatever it would take for something else is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL = frozenset("~=#{}:")


class NotGift(ValueError):
    """The text breaks the grammar."""


@dataclass(frozen=True, slots=True)
class Question:
    """One multiple choice question: `answers` are the texts in order, `right` the places of those marked right."""

    category: tuple[str, ...]
    name: str
    text: str
    answers: tuple[str, ...]
    right: tuple[int, ...]
    feedback: str


def read_gift(content: bytes) -> list[Question]:
    """The questions of a file. Raises NotGift."""
    category: tuple[str, ...] = ()
    found = []
    for part in content.decode("utf-8").strip().split("\n\n"):
        if part.startswith("$CATEGORY:"):
            category = _category(part.removeprefix("$CATEGORY:").strip())
        else:
            found.append(_question(part, category))
    return found


def _category(path: str) -> tuple[str, ...]:
    if "\n" in path or "\\" in path:
        raise NotGift(f"a category is one line without backslashes: {path}")
    steps = re.split(r"(?<!/)/(?!/)", path)
    return tuple(step.replace("//", "/").strip() for step in steps)


def _question(part: str, category: tuple[str, ...]) -> Question:
    if any(line.startswith("//") for line in part.splitlines()):
        raise NotGift("a line would be taken for a comment")
    signs = _signs(part)
    if _at(signs, "::") != 0 or not (end := _at(signs[2:], "::")) > 0:
        raise NotGift(f"the name of a question stands between double colons: {part}")
    name, rest = signs[2 : end + 2], signs[end + 4 :]
    opens, closes = _at(rest, "{"), _at(rest, "}")
    if opens < 0 or closes != len(rest) - 1 or _at(rest[opens + 1 :], "{") >= 0:
        raise NotGift(f"the answers stand in one pair of braces at the end: {part}")
    answers, right, feedback = _answers(rest[opens + 1 : closes])
    return Question(category, _plain(name, marked=False), _plain(rest[:opens]), answers, right, feedback)


# A character, and whether a backslash stood before it.
_Sign = tuple[str, bool]


def _signs(text: str) -> list[_Sign]:
    signs: list[_Sign] = []
    at = 0
    while at < len(text):
        if text[at] != "\\":
            signs.append((text[at], False))
            at += 1
            continue
        escaped = _ESCAPED.match(text, at)
        if escaped is None or escaped[1] not in _SPECIAL | {"\\", "n"}:
            raise NotGift(f"a backslash before {text[at + 1 : at + 2]!r}")
        signs.append(("\n" if escaped[1] == "n" else escaped[1], True))
        at = escaped.end()
    return signs


def _at(signs: list[_Sign], wanted: str) -> int:
    """Where these signs first stand without backslashes, -1 for nowhere."""
    runs = (at for at in range(len(signs)) if signs[at : at + len(wanted)] == [(one, False) for one in wanted])
    return next(runs, -1)


def _answers(signs: list[_Sign]) -> tuple[tuple[str, ...], tuple[int, ...], str]:
    at = _at(signs, "####")
    feedback = _plain(signs[at + 4 :]) if at >= 0 else ""
    signs = signs[:at] if at >= 0 else signs
    starts = [place for place, sign in enumerate(signs) if sign in (("~", False), ("=", False))]
    if not starts or "".join(one for one, _ in signs[: starts[0]]).strip():
        raise NotGift("each answer begins with ~ or =")
    texts = [_plain(signs[start + 1 : end]) for start, end in zip(starts, [*starts[1:], len(signs)], strict=True)]
    return tuple(texts), tuple(n for n, start in enumerate(starts) if signs[start][0] == "="), feedback


def _plain(signs: list[_Sign], *, marked: bool = True) -> str:
    """The text of these signs, which must say that it is plain, so that Moodle takes nothing in it for HTML."""
    for sign, escaped in signs:
        if sign in _SPECIAL and not escaped:
            raise NotGift(f"{sign} without a backslash")
    text = "".join(sign for sign, _ in signs).strip()
    if marked and not text.startswith("[plain]"):
        raise NotGift(f"no format: {text}")
    return text.removeprefix("[plain]").strip() if marked else text
