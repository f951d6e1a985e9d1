"""What people can do in Plans: its part of the table of actions."""

from __future__ import annotations

from ui.actions.spec import PLANS, ActionSpec

# The list of parts hears most keys itself: it stands beside other places too.
IN_PLANS = (
    ActionSpec(
        "plans.open",
        "Open in Read",
        "Return",
        PLANS,
        menu="Go",
        description="Open the quotation where it stands in its manifesto; write in any other part.",
        heard_by_view=True,
    ),
    ActionSpec(
        "plans.write",
        "Write",
        "F2",
        PLANS,
        menu="Edit",
        description="Write where it stands; beside a quotation, what it says in your own words.",
        heard_by_view=True,
    ),
    ActionSpec(
        "plans.sentence",
        "New sentence after",
        "N",
        PLANS,
        menu="Edit",
        description="Write a sentence of your own after the part in use.",
        heard_by_view=True,
    ),
    ActionSpec(
        "plans.sentence-before",
        "New sentence before",
        "Shift+N",
        PLANS,
        menu="Edit",
        description="Write a sentence of your own before the part in use.",
        heard_by_view=True,
    ),
    ActionSpec(
        "plans.heading",
        "New heading after",
        "H",
        PLANS,
        menu="Edit",
        description="Write a heading after the part in use.",
        heard_by_view=True,
    ),
    ActionSpec(
        "plans.heading-before",
        "New heading before",
        "Shift+H",
        PLANS,
        menu="Edit",
        description="Write a heading before the part in use.",
        heard_by_view=True,
    ),
    ActionSpec(
        "plans.up", "Move up", "Alt+Up", PLANS, menu="Edit", description="Set the part earlier.", heard_by_view=True
    ),
    ActionSpec(
        "plans.down", "Move down", "Alt+Down", PLANS, menu="Edit", description="Set the part later.", heard_by_view=True
    ),
    ActionSpec(
        "plans.copy",
        "Copy with citation",
        "C",
        PLANS,
        menu="Edit",
        description="Copy the quotation with manifesto and page.",
        heard_by_view=True,
    ),
    ActionSpec(
        "plans.remove",
        "Take out of the plan",
        "Del",
        PLANS,
        menu="Edit",
        description="Take the part out; Undo brings it back.",
        heard_by_view=True,
    ),
    ActionSpec("plans.new", "New plan", "Ctrl+N", PLANS, menu="File", description="Begin another plan."),
    ActionSpec("plans.choose", "Choose a plan", "Ctrl+L", PLANS, menu="Go", description="Work on another plan."),
    ActionSpec("plans.rename", "Rename the plan", "", PLANS, menu="File", description="Give the plan another name."),
    ActionSpec(
        "plans.delete",
        "Delete the plan",
        "",
        PLANS,
        menu="File",
        description="Delete the plan with all its parts; Undo brings it back.",
    ),
)
