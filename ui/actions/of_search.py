"""What people can do in Search: its part of the table of actions."""

from __future__ import annotations

from ui.actions.spec import ADDS, CODES, COLLECTS, OPENS_BAR, SEARCH, SHOWS_PLAN, ActionSpec

# "search.<face>" leads to the face with that id.
IN_SEARCH = (
    ActionSpec(
        "search.passages",
        "Passages",
        "Alt+1",
        SEARCH,
        menu="View",
        description="See whole passages, by manifesto, best first.",
    ),
    ActionSpec("search.field", "Search for…", "Ctrl+F", SEARCH, menu="Edit", description="Type what to look for."),
    ActionSpec("search.next", "Next result", "F3", SEARCH, menu="Go", description="See the next passage found."),
    ActionSpec(
        "search.previous", "Previous result", "Shift+F3", SEARCH, menu="Go", description="See the passage found before."
    ),
    ActionSpec("search.code", "Code…", OPENS_BAR, SEARCH, menu="Edit", description=CODES),
    ActionSpec("search.collect", "Add to plan", "K", SEARCH, menu="Edit", description=COLLECTS),
    ActionSpec("search.plan", "Plan beside", "Ctrl+Shift+K", SEARCH, menu="View", description=SHOWS_PLAN),
    ActionSpec("search.add-to-topic", "Add to topic…", "T", SEARCH, menu="Edit", description=ADDS),
    ActionSpec("search.more", "Show more results", "Ctrl+M", SEARCH, menu="View", description="Look further down."),
    ActionSpec(
        "search.open",
        "Open in Read",
        "Return",
        SEARCH,
        menu="Go",
        description="Read the passage where it stands.",
        heard_by_view=True,
    ),
)
