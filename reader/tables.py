"""A TOML file that people write, table by table, every fault named with line and reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reader.errors import UserError


class Source:
    """The text of one file, to say where something stands in it.

    `name` is what errors call it, `fault` the kind of error, `advice` what people should do about one.
    """

    def __init__(self, name: str, text: str, fault: type[UserError], advice: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self._text = text
        self._fault = fault
        self._advice = advice

    def top(self, known: Mapping[str, tuple[str, ...]]) -> Row:
        """The whole file as a table. `known` are the keys by kind of table, "" the top. Raises the file's fault."""
        try:
            values = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found[1]) if found else max(1, len(self.lines))
            raise self._at(line, re.sub(r"\s*\(at .*\)$", "", str(error))) from None
        row = Row(self, values, known)
        row.only_known()
        return row

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
                raise self.invalid(key, f"“{key}” is not known here (known: {', '.join(known)})")

    def tables(self, kind: str) -> list[Row]:
        """The [[kind]] tables."""
        rows = self.values.get(kind, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.invalid(kind, f"“{kind}” must be written as [[{kind}]] tables")
        made = [Row(self.source, row, self.known, kind, number) for number, row in enumerate(rows)]
        for row in made:
            row.only_known()
        return made

    def typed(self, key: str, kind: type | tuple[type, ...], words: str, default: object) -> Any:
        """A value of this type, which `words` call by name."""
        value = self.values.get(key, default)
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            raise self.invalid(key, f"“{key}” must be {words}")
        return value

    def text(self, key: str) -> str:
        """Text that must be there."""
        if key not in self.values:
            raise self.invalid(key, f"“{key}” is missing")
        value = self.values[key]
        if not isinstance(value, str) or not value.strip():
            raise self.invalid(key, f"“{key}” must be text that is not empty")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.invalid(key, f"“{key}” must be a list of texts")
        return tuple(" ".join(one.split()) for one in value)

    def matching(self, key: str, form: re.Pattern[str], rule: str) -> str:
        """Text of this form; `rule` says in words which one."""
        value = self.text(key)
        if not form.fullmatch(value):
            raise self.invalid(key, f"“{key}” {rule}; not “{value}”")
        return value
