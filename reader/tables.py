"""A TOML file that people write, table by table, every fault named with line and reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from reader.errors import UserError

Number = TypeVar("Number", int, float)

# How a file that somebody means to read is written: no deeper, no longer key, number, list or text than this.
_DEEPEST = 8
_LONGEST_KEY = 8
_MOST_ROWS = 4_000
_MOST_TEXTS = 4_000
_LONGEST_TEXT = 5_000

# What counts in TOML before it is parsed. Strings and comments are passed over whole; one without an end, to the end.
_TOKEN = re.compile(
    r'"""(?:\\(?:.|\Z)|[^\\])*?(?:"{3,5}|\Z)|"(?:\\.|[^"\\\n])*"?'
    r"|\'\'\'.*?(?:\'{3,5}|\Z)|\'[^\'\n]*\'?|#[^\n]*"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<dot>\.)|(?P<part>[=,\n])|(?P<number>(?<![\w-])\d[\w.]{39,})",
    re.DOTALL,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Source:
    """The text of one file, to say where something stands in it.

    `name` is what errors call it, `fault` the kind of error, `advice` what people should do about one.
    """

    def __init__(self, name: str, text: str, fault: type[UserError], advice: str) -> None:
        self.name = name
        self.lines = text.removesuffix("\n").split("\n")
        self._text = text
        self._fault = fault
        self._advice = advice

    def top(self, known: Mapping[str, tuple[str, ...]]) -> Row:
        """The whole file as a table. `known` are the keys by kind of table, "" the top. Raises the file's fault."""
        self._check_bounds()
        try:
            values = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found[1]) if found else max(1, len(self.lines))
            raise self._at(line, re.sub(r"\s*\(at .*\)$", "", str(error))) from None
        row = Row(self, values, known)
        row.only_known()
        return row

    def _check_bounds(self) -> None:
        """Refuse what the parser would take too long over, or not come back from."""
        depth = dots = 0
        for token in _TOKEN.finditer(self._text):
            depth += (token["open"] is not None) - (token["close"] is not None)
            dots = 0 if token["part"] else dots + (token["dot"] is not None)
            if depth > _DEEPEST or dots > _LONGEST_KEY or token["number"]:
                wrong = "a number is too long" if token["number"] else "brackets or keys are nested too deep"
                raise self._at(self._text.count("\n", 0, token.start()) + 1, wrong)

    def line(self, table: str, number: int, key: str) -> int:
        """The 1-based line of `key` in the `number`-th [[table]] ("" for the top of the file), else of its head."""
        header = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
        heads = [i for i, line in enumerate(self.lines) if header.match(line)] if table else [-1]
        head = heads[number] if number < len(heads) else -1
        for i in range(head + 1, len(self.lines)):
            if re.match(r"\s*\[\[?\s*[A-Za-z_-]+\s*\]\]?\s*(?:#.*)?$", self.lines[i]):
                break
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", self.lines[i]):
                return i + 1
        return max(head, 0) + 1

    def invalid(self, reason: str, table: str = "", number: int = 0, key: str = "") -> UserError:
        """The fault to be raised for a key of a table."""
        return self._at(self.line(table, number, key), reason)

    def _at(self, line: int, reason: str) -> UserError:
        return self._fault(f"{self.name}, line {line}: {reason}.", self._advice)


@dataclass(frozen=True, slots=True)
class Row:
    """One table of the file: the whole file (`table` ""), or the `number`-th [[table]]. Methods raise its fault."""

    source: Source
    values: dict[str, Any]
    known: Mapping[str, tuple[str, ...]]
    table: str = ""
    number: int = 0

    def invalid(self, key: str, reason: str) -> UserError:
        """The fault to be raised for this key."""
        return self.source.invalid(reason, self.table, self.number, key)

    def only_known(self) -> None:
        """Refuse keys that mean nothing here."""
        known = self.known[self.table]
        for key in self.values:
            if key not in known:
                raise self.invalid(key, f"“{key[:40]}” is not known here (known: {', '.join(known)})")

    def tables(self, kind: str) -> list[Row]:
        """The [[kind]] tables."""
        rows = self.values.get(kind, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.invalid(kind, f"“{kind}” must be written as [[{kind}]] tables")
        if len(rows) > _MOST_ROWS:
            raise self.source.invalid(f"there are more than {_MOST_ROWS:,} [[{kind}]] tables", kind, _MOST_ROWS)
        made = [Row(self.source, row, self.known, kind, number) for number, row in enumerate(rows)]
        for row in made:
            row.only_known()
        return made

    def typed(self, key: str, kind: type | tuple[type, ...], words: str, default: object) -> Any:
        """A value of this type, which `words` call by name."""
        value = self.values.get(key, default)
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            raise self.invalid(key, f"“{key}” must be {words}")
        return self._bounded(key, value) if isinstance(value, str) else value

    def between(
        self, key: str, kind: type[Number], words: str, default: Number, *, least: Number, most: Number
    ) -> Number:
        """A number between two others; `kind` is int where it must be whole, `words` call it so."""
        value = self.typed(key, (int, float) if kind is float else int, words, default)
        if not least <= value <= most:  # nor is what is not a number
            raise self.invalid(key, f"“{key}” must be {words} between {least:,} and {most:,}")
        return kind(value)

    def text(self, key: str) -> str:
        """Text that must be there."""
        if key not in self.values:
            raise self.invalid(key, f"“{key}” is missing")
        value = self.values[key]
        if not isinstance(value, str) or not value.strip():
            raise self.invalid(key, f"“{key}” must be text that is not empty")
        return self._bounded(key, value.strip())

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.invalid(key, f"“{key}” must be a list of texts")
        if len(value) > _MOST_TEXTS:
            raise self.invalid(key, f"“{key}” must be at most {_MOST_TEXTS:,} texts")
        return tuple(" ".join(self._bounded(key, one).split()) for one in value)

    def matching(self, key: str, form: re.Pattern[str], rule: str) -> str:
        """Text of this form; `rule` says in words which one."""
        value = self.text(key)
        if not form.fullmatch(value):
            raise self.invalid(key, f"“{key}” {rule}; not “{value[:40]}”")
        return value

    def _bounded(self, key: str, value: str) -> str:
        if len(value) > _LONGEST_TEXT:
            raise self.invalid(key, f"“{key}” must be at most {_LONGEST_TEXT:,} characters")
        if _CONTROL.search(value):
            raise self.invalid(key, f"“{key}” holds a control character")
        return value
