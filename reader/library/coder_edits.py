"""The people who say something of passages, as edits that can be applied and undone."""

from __future__ import annotations

import re
import uuid

from reader.edits import Change, Edit, Row, Value
from reader.errors import NotSupported
from reader.library.library import Library
from reader.names import checked_name

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def add_coder(library: Library, name: str, colour: str = "") -> Edit:
    """A new coder, whose id is that of the first change. Raises NameTaken, and NotSupported for no colour."""
    cleaned = _checked(library, name, but="")
    return Edit(f"Add coder “{cleaned}”", (new_coder(cleaned, colour),))


def new_coder(name: str, colour: str = "", *, confirmed: bool = True) -> Change:
    """The row of a new coder, for edits that bring annotations of somebody who is not among the coders.

    `name` is to be one that none of them has.
    """
    row: Row = {
        "id": str(uuid.uuid4()),
        "name": name,
        "colour": checked_colour(colour),
        "confirmed": int(confirmed),
    }
    return Change("coders", str(row["id"]), None, row)


def rename_coder(library: Library, coder: str, name: str) -> Edit:
    """Give a coder another name, or say that the one of the log-in is right.

    Raises NameTaken for an empty one and one that another coder has.
    """
    row = library.row("coders", coder)
    cleaned = _checked(library, name, but=coder)
    label = f"Rename coder “{row['name']}”" if cleaned != row["name"] else f"Keep the name “{cleaned}”"
    return Edit(label, _changed(coder, row, {"name": cleaned, "confirmed": 1}))


def colour_coder(library: Library, coder: str, colour: str) -> Edit:
    """Give a coder a colour ("#rrggbb", "" for none). Raises NotSupported for what is no colour."""
    row = library.row("coders", coder)
    return Edit(f"Colour coder “{row['name']}”", _changed(coder, row, {"colour": checked_colour(colour)}))


def checked_colour(colour: str) -> str:
    """A colour as the library writes it. Raises NotSupported for what is none."""
    cleaned = colour.strip().lower()
    if cleaned and not _COLOUR.fullmatch(cleaned):
        raise NotSupported(f"“{colour}” is not a colour.", "Write it as # and six digits of 0 to 9 and a to f.")
    return cleaned


def _changed(coder: str, row: Row, wanted: Row) -> tuple[Change, ...]:
    new = {name: value for name, value in wanted.items() if row[name] != value}
    old: dict[str, Value] = {name: row[name] for name in new}
    return (Change("coders", coder, old, new),) if new else ()


def _checked(library: Library, name: str, *, but: str) -> str:
    return checked_name(
        name,
        (one.name for one in library.coders() if one.id != but),
        missing="A coder needs a name.",
        taken="There is a coder called “{name}” already.",
    )
