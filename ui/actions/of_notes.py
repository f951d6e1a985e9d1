"""What people can do in Notes: its part of the table of actions."""

from __future__ import annotations

from ui.actions.spec import NOTES, ActionSpec

IN_NOTES = (
    ActionSpec(
        "notes.open",
        "Open in Read",
        "Return",
        NOTES,
        menu="Go",
        description="Read the passage where it stands; Alt+Left comes back to its row.",
        heard_by_view=True,
    ),
    ActionSpec("notes.find", "Find…", "Ctrl+F", NOTES, menu="Edit", description="Type what the rows must have."),
    ActionSpec(
        "notes.recode",
        "Recode…",
        "R",
        NOTES,
        menu="Edit",
        description="Give the chosen rows another code, in one step.",
    ),
    ActionSpec(
        "notes.tag",
        "Code also as…",
        "T",
        NOTES,
        menu="Edit",
        description="Put one more code on the words of these rows.",
    ),
    ActionSpec(
        "notes.delete",
        "Delete",
        "Del",
        NOTES,
        menu="Edit",
        description="Take the chosen codes and notes away, in one step.",
    ),
    ActionSpec(
        "notes.context",
        "Context beside",
        "F9",
        NOTES,
        menu="View",
        description="Show or hide what stands around a passage.",
    ),
    ActionSpec(
        "notes.table", "As a table", "Alt+T", NOTES, menu="View", description="See a row for each code or note."
    ),
    ActionSpec(
        "notes.matrix", "By manifesto", "Alt+M", NOTES, menu="View", description="See how much of each code each has."
    ),
    ActionSpec("notes.units", "By unit", "Alt+U", NOTES, menu="View", description="See which codes each unit has."),
    ActionSpec(
        "notes.report", "As a report", "Alt+R", NOTES, menu="View", description="Read the passages, party after party."
    ),
)
