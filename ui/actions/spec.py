"""One row of the table of actions: what people can do, by which key, where."""

from __future__ import annotations

from dataclasses import dataclass

LIBRARY, COMPARE, READ, SEARCH, NOTES, PLANS = "library", "compare", "read", "search", "notes", "plans"
PLACES = (LIBRARY, COMPARE, READ, SEARCH, NOTES, PLANS)
CODING = "coding"  # a place that is opened by what it is for, not by a number
PRESENT = "present"  # a window of its own
MENUS = ("File", "Edit", "View", "Go", "Help")
ADDS = "Say that the passage belongs to a topic, and in which of its rows."
COLLECTS = "Add the passage with its citation to the plan in use."
CODES = "Find a code for the passage, or make a note of it, in a small bar beside it."
OPENS_BAR = "Ctrl+Return"
TAKES_HIGHLIGHTS = "Take what was marked in the PDF with other programs as annotations."
SHOWS_PLAN = "Show or hide the plan in use: order it, write to it, add to it."


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing people can do.

    `id` is "place.what" or "what"; `text` stands in menus and the palette; `shortcut` and `also` are in Qt's portable
    form ("Ctrl+K"); `place` is where it works, None for everywhere; `icon` a name in assets/icons; `description` one
    sentence for the help. `menu` is where it stands, None for the palette and keys alone. A key `heard_by_view` is one
    that the list or table answers to itself (Return would be taken from a field that is being edited).
    """

    id: str
    text: str
    shortcut: str = ""
    place: str | None = None
    icon: str | None = None
    description: str = ""
    menu: str | None = None
    also: tuple[str, ...] = ()
    checkable: bool = False
    heard_by_view: bool = False

    @property
    def single_key(self) -> bool:
        """Whether its key is one letter, which people can switch off."""
        return any(is_single(key) for key in (self.shortcut, *self.also))


def is_single(key: str) -> bool:
    """Whether the key is a letter, digit or sign without Ctrl or Alt."""
    return len(key) == 1
