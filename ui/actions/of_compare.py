"""What people can do in Compare: its part of the table of actions."""

from __future__ import annotations

from ui.actions.spec import COLLECTS, COMPARE, SHOWS_PLAN, ActionSpec

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
        "compare.copy-row",
        "Copy the row",
        "Ctrl+Shift+C",
        COMPARE,
        menu="Edit",
        description="Copy what all manifestos say in the row as a table.",
    ),
    ActionSpec(
        "compare.copy-table",
        "Copy the table",
        "",
        COMPARE,
        menu="Edit",
        description="Copy the whole comparison as a table.",
    ),
    ActionSpec(
        "compare.worksheet",
        "Worksheet…",
        "",
        COMPARE,
        menu="File",
        description="Make a worksheet for a class: extracts with space for answers.",
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
    ActionSpec("compare.collect", "Add to plan", "K", COMPARE, menu="Edit", description=COLLECTS),
    ActionSpec("compare.plan", "Plan beside", "Ctrl+Shift+K", COMPARE, menu="View", description=SHOWS_PLAN),
    ActionSpec(
        "compare.closest",
        "Closest in the others",
        "O",
        COMPARE,
        menu="View",
        description="Show what the other manifestos say most like this passage, and wording that they share.",
    ),
    ActionSpec(
        "compare.reject", "Not about this topic", "X", COMPARE, menu="Edit", description="Leave the passage out."
    ),
    ActionSpec(
        "compare.confirm",
        "Belongs here",
        "Y",
        COMPARE,
        menu="Edit",
        description="Confirm the passage; in an empty cell, confirm the silence.",
    ),
    ActionSpec(
        "compare.rows", "Other sub-topic…", "R", COMPARE, menu="Edit", description="Say in which rows it belongs."
    ),
    ActionSpec(
        "compare.kind",
        "Other kind…",
        "S",
        COMPARE,
        menu="Edit",
        description="Say that it is a pledge, or none.",
    ),
    ActionSpec("compare.confirm-silence", "Confirm the silence", "", COMPARE, description="Say that nothing is said."),
    ActionSpec(
        "compare.withdraw",
        "Take back your word",
        "Backspace",
        COMPARE,
        menu="Edit",
        description="Withdraw a verdict.",
    ),
    ActionSpec(
        "compare.verdicts",
        "Verdicts",
        "V",
        COMPARE,
        menu="View",
        description="See what was left out, added and confirmed, and what the program proposes.",
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
        "compare.numbers",
        "With numbers only",
        "U",
        COMPARE,
        menu="View",
        checkable=True,
        description="Show pledges that name a number, a sum or a date.",
    ),
    ActionSpec(
        "compare.list",
        "As one list",
        "L",
        COMPARE,
        menu="View",
        checkable=True,
        description="Read row after row, manifesto after manifesto: for screen readers and narrow windows.",
    ),
    ActionSpec(
        "compare.columns", "Columns…", "M", COMPARE, menu="View", description="Choose which manifestos are columns."
    ),
    ActionSpec(
        "compare.nearest",
        "Nearest passages",
        "T",
        COMPARE,
        menu="View",
        description="Show what a manifesto says nearest to the topic without reaching it.",
    ),
    ActionSpec("compare.fold", "Fold row", "F", COMPARE, menu="View", description="Show counts alone in this row."),
    ActionSpec("compare.fold-all", "Fold all rows", "Shift+F", COMPARE, menu="View", description="Show counts alone."),
    ActionSpec(
        "compare.next-difference",
        "Next difference",
        "J",
        COMPARE,
        menu="Go",
        description="Go to the next row where some speak and some are silent.",
    ),
    ActionSpec(
        "compare.previous-difference",
        "Previous difference",
        "Shift+J",
        COMPARE,
        menu="Go",
        description="Go back to a row where some speak and some are silent.",
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
    ActionSpec(
        "compare.charts",
        "Charts",
        "H",
        COMPARE,
        menu="View",
        description="Topics by manifesto, where a topic stands, and how it changes over time.",
    ),
    ActionSpec(
        "compare.sample",
        "Check accuracy",
        "Ctrl+J",
        COMPARE,
        menu="View",
        description="Judge a random sample of passages blind, to see how right the program is on a topic.",
    ),
    ActionSpec(
        "compare.sample-yes", "Yes", place=COMPARE, description="Y in a sample: the passage belongs to the topic."
    ),
    ActionSpec(
        "compare.sample-no", "No", place=COMPARE, description="N in a sample: the passage does not belong to it."
    ),
    ActionSpec("compare.sample-skip", "Skip", place=COMPARE, description="S in a sample: leave the passage for later."),
    ActionSpec("compare.sample-back", "Back", place=COMPARE, description="Backspace in a sample: the passage before."),
)
