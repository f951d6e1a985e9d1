"""What a code says in the one description that a REFI-QDA codebook has for it, and back."""

from __future__ import annotations

import re
import uuid

from reader.library.codes import Code

_FIELDS = {"Include": "include", "Exclude": "exclude", "Example": "example", "Key": "key"}
_BEGINS = re.compile(rf"(?:^|\n\n)({'|'.join(_FIELDS)}): ")
_GUID = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")
# Ids that are no GUIDs become some in this space, always the same ones.
_SPACE = uuid.UUID("5a1bb4b0-8f0f-4c43-9b52-6f0b53c0f2ad")


def description(code: Code) -> str:
    """The definition, and a paragraph for each of the other texts of the code."""
    named = [f"{title}: {text}" for title, field in _FIELDS.items() if (text := str(getattr(code, field)))]
    return "\n\n".join(filter(None, [code.definition, *named]))


def fields(text: str) -> dict[str, str]:
    """What a description says, by the fields of `Code`."""
    definition, *named = _BEGINS.split(text)
    found = {"definition": definition.strip()}
    for title, said in zip(named[::2], named[1::2], strict=True):
        field = _FIELDS[title]
        found[field] = "\n\n".join(filter(None, [found.get(field, ""), said.strip()]))
    return found


def guid(name: str) -> str:
    """An id as a GUID."""
    return name if _GUID.fullmatch(name) else str(uuid.uuid5(_SPACE, name))


def id_of(written: str) -> str:
    """The id that a GUID is, "" for what is none."""
    found = _GUID.fullmatch(written.strip())
    return found[1].lower() if found else ""
