"""What people can do in Compare: its part of the table of actions."""

from __future__ import annotations

from ui.action_spec import COMPARE, ActionSpec

IN_COMPARE = (
    ActionSpec(
        "compare.open",
        "Open in Read",
        "Return",
        COMPARE,
        menu="Go",
        description="Open the passage where it stands in its manifesto.",
        heard_by_view=True,
    ),
    ActionSpec(
        "compare.copy",
        "Copy with citation",
        "C",
        COMPARE,
        menu="Edit",
        also=("Ctrl+C",),
        description="Copy the words of the passage with manifesto and page.",
    ),
    ActionSpec(
        "compare.expand",
        "Whole passage",
        "Space",
        COMPARE,
        description="Show the whole passage, or the short form again.",
        heard_by_view=True,
    ),
    ActionSpec(
        "compare.why", "Why?", "W", COMPARE, also=("?",), description="Show which words and headings put it here."
    ),
    ActionSpec(
        "compare.closest",
        "Closest in the others",
        "O",
        COMPARE,
        menu="View",
        description="Show what the other manifestos say most like this passage, and wording that they share.",
    ),
    ActionSpec(
        "compare.search", "Search this manifesto", "/", COMPARE, description="Search the column's manifesto yourself."
    ),
    ActionSpec(
        "compare.pledges",
        "Pledges only",
        "P",
        COMPARE,
        menu="View",
        checkable=True,
        description="Show what is pledged, nothing else.",
    ),
    ActionSpec(
        "compare.density", "Denser or fuller", "D", COMPARE, menu="View", description="Go from lines to full passages."
    ),
    ActionSpec("compare.next-topic", "Next topic", "Ctrl+PgDown", COMPARE, menu="Go", description="Go a tab on."),
    ActionSpec(
        "compare.previous-topic", "Previous topic", "Ctrl+PgUp", COMPARE, menu="Go", description="Go a tab back."
    ),
    ActionSpec(
        "compare.next-row", "Next sub-topic", "Ctrl+Down", COMPARE, description="Go a row on.", heard_by_view=True
    ),
    ActionSpec(
        "compare.previous-row",
        "Previous sub-topic",
        "Ctrl+Up",
        COMPARE,
        description="Go a row back.",
        heard_by_view=True,
    ),
    ActionSpec(
        "compare.later-columns",
        "Later columns",
        "Ctrl+Right",
        COMPARE,
        "right",
        description="Page to the columns on the right.",
    ),
    ActionSpec(
        "compare.earlier-columns",
        "Earlier columns",
        "Ctrl+Left",
        COMPARE,
        "left",
        description="Page to the columns on the left.",
    ),
    ActionSpec(
        "compare.column-right", "Move column right", "Ctrl+Shift+Right", COMPARE, description="Arrange columns by hand."
    ),
    ActionSpec(
        "compare.column-left", "Move column left", "Ctrl+Shift+Left", COMPARE, description="Arrange columns by hand."
    ),
)
