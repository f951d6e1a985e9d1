"""What people can do in Compare: its part of the table of actions."""

from __future__ import annotations

from ui.actions.spec import CODES, COLLECTS, COMPARE, OPENS_BAR, SHOWS_PLAN, ActionSpec

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
    ActionSpec("compare.code", "Code…", OPENS_BAR, COMPARE, menu="Edit", description=CODES),
    ActionSpec("compare.collect", "Add to plan", "K", COMPARE, menu="Edit", description=COLLECTS),
    ActionSpec("compare.plan", "Plan beside", "Ctrl+Shift+K", COMPARE, menu="View", description=SHOWS_PLAN),
    ActionSpec(
        "compare.closest",
        "Similar passages elsewhere",
        "O",
        COMPARE,
        menu="View",
        description="See what other manifestos say that is most like this.",
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
        "compare.rows", "Other sub-topic…", "R", COMPARE, menu="Edit", description="Say which rows it belongs in."
    ),
    ActionSpec(
        "compare.kind",
        "Change type…",
        "S",
        COMPARE,
        menu="Edit",
        description="Say whether it is a pledge, record, criticism or context.",
    ),
    ActionSpec(
        "compare.confirm-silence",
        "Confirm the silence",
        "",
        COMPARE,
        description="Say that you looked, and that the manifesto says nothing on this.",
    ),
    ActionSpec(
        "compare.withdraw",
        "Undo my decision",
        "Backspace",
        COMPARE,
        menu="Edit",
        description="Take back what you decided on the passage or the silence.",
    ),
    ActionSpec(
        "compare.verdicts",
        "Verdicts",
        "V",
        COMPARE,
        menu="View",
        description="See what people decided, and what the program proposes.",
    ),
    ActionSpec("compare.search", "Search this manifesto", "/", COMPARE, description="Search the manifesto yourself."),
    ActionSpec(
        "compare.pledges",
        "Pledges only",
        "P",
        COMPARE,
        menu="View",
        checkable=True,
        description="Show pledges and nothing else.",
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
        description="Read row after row: for screen readers and narrow windows.",
    ),
    ActionSpec(
        "compare.columns", "Columns…", "M", COMPARE, menu="View", description="Choose which manifestos are columns."
    ),
    ActionSpec(
        "compare.nearest",
        "Near misses",
        "T",
        COMPARE,
        menu="View",
        description="See which passages come closest to the topic.",
    ),
    ActionSpec("compare.fold", "Fold row", "F", COMPARE, menu="View", description="Show only the counts in this row."),
    ActionSpec(
        "compare.fold-all",
        "Fold all rows",
        "Shift+F",
        COMPARE,
        menu="View",
        description="Show only the counts in all rows.",
    ),
    ActionSpec(
        "compare.next-difference",
        "Next difference",
        "J",
        COMPARE,
        menu="Go",
        description="Go to the next row where some manifestos speak and others are silent.",
    ),
    ActionSpec(
        "compare.previous-difference",
        "Previous difference",
        "Shift+J",
        COMPARE,
        menu="Go",
        description="Go back to a row where some manifestos speak and others are silent.",
    ),
    ActionSpec(
        "compare.density", "Passage length", "D", COMPARE, menu="View", description="One line each, short, or in full."
    ),
    ActionSpec(
        "compare.next-topic", "Next topic", "Ctrl+PgDown", COMPARE, menu="Go", description="Go to the next tab."
    ),
    ActionSpec(
        "compare.previous-topic", "Previous topic", "Ctrl+PgUp", COMPARE, menu="Go", description="Go to the tab before."
    ),
    ActionSpec(
        "compare.next-row",
        "Next sub-topic",
        "Ctrl+Down",
        COMPARE,
        description="Go to the next row.",
        heard_by_view=True,
    ),
    ActionSpec(
        "compare.previous-row",
        "Previous sub-topic",
        "Ctrl+Up",
        COMPARE,
        description="Go to the row before.",
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
        "compare.column-right",
        "Move column right",
        "Ctrl+Shift+Right",
        COMPARE,
        description="Put the columns in your own order.",
    ),
    ActionSpec(
        "compare.column-left",
        "Move column left",
        "Ctrl+Shift+Left",
        COMPARE,
        description="Put the columns in your own order.",
    ),
    ActionSpec(
        "compare.charts",
        "Charts",
        "H",
        COMPARE,
        menu="View",
        description="How much each manifesto says on each topic, where in its text, and how that changes over time.",
    ),
    ActionSpec(
        "compare.sample",
        "Check accuracy",
        "Ctrl+J",
        COMPARE,
        menu="View",
        description="Judge a random sample of passages blind, to see how often the program is right on a topic.",
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
