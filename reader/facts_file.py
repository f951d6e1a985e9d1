"""The files of facts: one for each country that ships, and the user's own of the same shape, which adds to them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeAlias

from reader.errors import UserError
from reader.small_files import SmallFileInvalid, read_small, read_small_bytes
from reader.tables import Row, Source

OWN_FILE = "parties.toml"
# In the order in which facts win where as much speaks for others.
_SHIPPED = ("everywhere", "united-kingdom", "ireland", "germany", "elsewhere")

# The rows of a file by kind of table.
Tables: TypeAlias = dict[str, list[dict[str, Any]]]

_NAMED_BY = {"country": "name", "party": "name", "election": "election", "race": "election", "standing": "election"}
_CALLED = ("names", "words", "abbreviations", "spoken", "nicknames", "people", "slogans")
_SIGNS = ("signs", "names", "places", "money", "languages")
_KEYS = {
    "": tuple(_NAMED_BY),
    "country": ("name", *_SIGNS),
    "party": ("name", *_CALLED, "leaders", "colour", "state", "also", "nation"),
    "election": ("election", "office", "words", "state", "nation", "days", "chamber", "first"),
    "race": ("election", "day", "office", "place", "nation", "candidates"),
    "standing": ("election", "parties"),
}
_TEXTS = ("office", "state", "nation", "place", "chamber")
_LEADERS = ((str, int), (str, int, int), (str, int, int, str))
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FILLED_IN = re.compile(r"\{(?:year|place)\}")
_MOST_PATTERNS = 100
_LONGEST_PATTERN = 300
_LONGEST_NAME = 200
_ADVICE = "Correct that line in the settings folder; until then the program goes by its own facts."


class PartiesInvalid(UserError):
    """The user's file of parties cannot be used; the problem names the file, the line and the reason."""


@cache
def shipped_tables() -> Tables:
    """The rows of the files that ship with the program, country after country."""
    folder = files("reader").joinpath("countries")
    tables: Tables = {kind: [] for kind in _NAMED_BY}
    for name in _SHIPPED:
        text = folder.joinpath(f"{name}.toml").read_text(encoding="utf-8")
        tables = joined(tables, read_tables(text, f"the program's {name}.toml"))
    return tables


def own_text(settings: Path) -> str:
    """The user's file, "" where there is none. Raises PartiesInvalid where it cannot be read or is too large."""
    try:
        return read_small(settings / OWN_FILE, f"{OWN_FILE} in the settings folder", PartiesInvalid)
    except FileNotFoundError:
        return ""


def own_digest(settings: Path) -> str:
    """What tells one state of the user's file from another, "" where there is none."""
    try:
        return hashlib.sha256(read_small_bytes(settings / OWN_FILE, OWN_FILE)).hexdigest()[:8]
    except (FileNotFoundError, SmallFileInvalid):
        return ""


def read_tables(text: str, name: str, adds_to: Tables | None = None) -> Tables:
    """The rows that the text holds, each checked. Rows that add to one of `adds_to` may leave out what that one says.

    Raises PartiesInvalid with the line and the reason.
    """
    top = Source(name, text, PartiesInvalid, _ADVICE).top(_KEYS)
    tables: Tables = {}
    for kind, key in _NAMED_BY.items():
        known = {row[key] for row in (adds_to or {}).get(kind, ())}
        rows = top.tables(kind)
        for row in rows:
            _check(row, new=row.text(key) not in known)
        tables[kind] = [row.values for row in rows]
    return tables


def joined(tables: Tables, own: Tables) -> Tables:
    """The rows of both: lists of the same party or election are put together, other values are those of `own`."""
    together: Tables = {}
    for kind, key in _NAMED_BY.items():
        rows = {row[key]: dict(row) for row in tables[kind]}
        for row in own[kind]:
            rows[row[key]] = _put_together(rows.get(row[key], {}), row)
        together[kind] = list(rows.values())
    return together


def _put_together(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    both = {**old, **new}
    for name, value in new.items():
        if isinstance(value, list):
            both[name] = [*old.get(name, []), *value]
    return both


def _check(row: Row, *, new: bool) -> None:
    for key in _TEXTS:
        row.typed(key, str, "text", "")
    if row.table == "country":
        _check_country(row, new=new)
    elif row.table == "party":
        _check_party(row, new=new)
    elif row.table == "election":
        _check_election(row, new=new)
    elif row.table == "race":
        _check_race(row, new=new)
    elif not row.texts("parties"):
        raise row.invalid("parties", "an election needs the “parties” that stood in it")


def _check_country(row: Row, *, new: bool) -> None:
    said = [row.texts(key) for key in _SIGNS]
    if new and not any(said):
        raise row.invalid("signs", "a country needs at least one of “signs”, “names” or “places”")


def _check_party(row: Row, *, new: bool) -> None:
    for key in (*_CALLED, "also"):
        row.texts(key)
    if new and not row.texts("names"):
        raise row.invalid("names", "a party needs at least one of “names”")
    if "colour" in row.values:
        row.matching("colour", _COLOUR, "must be a colour like “#3a6ea5”")
    for leader in row.typed("leaders", list, "a list", []):
        if not (isinstance(leader, list) and _types(leader) in _LEADERS and all(map(_in_bounds, leader))):
            raise row.invalid("leaders", 'each leader must be written as ["Name", first year, last year, "nation"]')


def _check_election(row: Row, *, new: bool) -> None:
    patterns = row.texts("words")
    for number in range(len(patterns)):
        # With those before it, for what is found by them together is one expression.
        if wrong := _no_expression(patterns[: number + 1]):
            raise row.invalid("words", f"“{patterns[number][:80]}” is no regular expression ({wrong})")
    if new and not patterns:
        raise row.invalid("words", "a kind of election needs “words” that speak of it")
    if re.search("[{}]", _FILLED_IN.sub("", row.text("election"))):
        raise row.invalid("election", "only {year} and {place} can be filled in")
    if not all(_is_day(day) for day in row.typed("days", list, "a list", [])):
        raise row.invalid("days", "each day must be written like 2024-07-04")
    row.between("first", int, "a whole number", 1, least=1, most=999)


def _check_race(row: Row, *, new: bool) -> None:
    if (new or "day" in row.values) and not _is_day(row.values.get("day")):
        raise row.invalid("day", "the day must be written like 2024-05-02")
    if new:
        row.text("office")
        row.text("place")
    candidates = row.typed("candidates", list, "a list", [])
    if new and not candidates:
        raise row.invalid("candidates", "a race needs candidates")
    if not all(_is_candidate(one) for one in candidates):
        raise row.invalid("candidates", 'each candidate must be written as ["Name", "party"]')


def said_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """One expression for what is said of a kind of election. Raises what `re.compile` does."""
    # A name may stand for one group only, so each alternative that names a place is numbered.
    numbered = [pattern.replace("(?P<place>", f"(?P<place{n}>") for n, pattern in enumerate(patterns)]
    return re.compile("|".join(rf"\b(?:{one})\b" for one in numbered))


def _no_expression(patterns: Sequence[str]) -> str:
    """Why the last of the patterns cannot be used with the others, "" where it can."""
    if len(patterns) > _MOST_PATTERNS:
        return f"there are more than {_MOST_PATTERNS}"
    if len(patterns[-1]) > _LONGEST_PATTERN:
        return f"it is longer than {_LONGEST_PATTERN} characters"
    try:
        said_of(patterns)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    return ""


def _in_bounds(value: str | int) -> bool:
    """Whether it is a name that is no book, or a year (0 for "until now")."""
    return len(value) <= _LONGEST_NAME if isinstance(value, str) else 0 <= value <= 9999


def _is_candidate(value: object) -> bool:
    return isinstance(value, list) and _types(value) == (str, str) and bool(value[0].strip()) and _in_bounds(value[0])


def _types(values: list[Any]) -> tuple[type, ...]:
    return tuple(type(value) for value in values)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
