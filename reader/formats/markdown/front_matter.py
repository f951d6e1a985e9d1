"""Takes off what stands before a Markdown text about it: title, author, date between two lines of dashes."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_FENCED = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([\w-]+)[ \t]*[:=][ \t]*(.*)")
_ENTRY = re.compile(r"\s+-[ \t]+(.*)|-[ \t]+(.*)")
_OPEN = "[{|>"
# Under these names the program keeps what files say of themselves.
_NAMES = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "date": "creationDate",
    "subject": "subject",
    "description": "subject",
    "keywords": "keywords",
    "source": "source",
    "url": "source",
}


class Divided(NamedTuple):
    """A text and what stood before it."""

    text: str
    metadata: dict[str, str]


def without_front_matter(text: str) -> Divided:
    """The text after its front matter, and the front matter's simple fields; the text itself where it has none."""
    found = _FENCED.match(text)
    if not found:
        return Divided(text, {})
    fields = _fields(found[2])
    # A rule, a paragraph and another rule are no front matter.
    if not fields:
        return Divided(text, {})
    said = {_NAMES[name]: value for name, value in fields.items() if value and name in _NAMES}
    return Divided(text[found.end() :], said)


def _fields(block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in block.split("\n"):
        entry, field = _ENTRY.fullmatch(line), _FIELD.fullmatch(line)
        if entry and name:
            fields[name] = ", ".join(part for part in (fields[name], _plain(entry[1] or entry[2])) if part)
        elif field:
            name = field[1].casefold()
            fields[name] = _plain(field[2])
        elif name and line[:1] in (" ", "\t") and line.strip():
            fields[name] = f"{fields[name]} {line.strip()}".strip()
        elif line.strip():
            return {}
    return fields


def _plain(value: str) -> str:
    """A value without quotation marks and entities; "" for the marks that open a longer one."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_plain(part) for part in value[1:-1].split(","))
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return "" if value.rstrip("+-") in tuple(_OPEN) else html.unescape(value)
