"""What people can do with codes and notes in Read, and how a selection grows; part of the table of actions."""

from __future__ import annotations

from ui.actions.spec import READ, ActionSpec

WITH_MARKS = (
    ActionSpec(
        "read.codes-here",
        "Codes here",
        "O",
        READ,
        menu="Go",
        description="With words selected: choose the code on them; again for the next of several.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.next-marked", "Next marked passage", ".", READ, menu="Go", description="Go on to the next passage."
    ),
    ActionSpec(
        "read.previous-marked",
        "Previous marked passage",
        ",",
        READ,
        menu="Go",
        description="Go back to the one before.",
    ),
    ActionSpec(
        "read.grow",
        "Select more",
        "F8",
        READ,
        menu="Edit",
        description="Select the word, then its sentence, then its paragraph.",
    ),
    ActionSpec("read.shrink", "Select less", "Shift+F8", READ, menu="Edit", description="Go back to less."),
    ActionSpec(
        "read.sentence-on",
        "Select to the end of the sentence",
        "Alt+Shift+Right",
        READ,
        description="Let the selection reach to the end of the sentence, then of the next one.",
    ),
    ActionSpec(
        "read.sentence-back",
        "Select to the beginning of the sentence",
        "Alt+Shift+Left",
        READ,
        description="Let the selection reach back to the beginning of the sentence.",
    ),
    ActionSpec(
        "read.paragraph-on",
        "Select to the end of the paragraph",
        "Ctrl+Shift+Down",
        READ,
        description="Let the selection reach to the end of the paragraph, then of the next one.",
    ),
    ActionSpec(
        "read.paragraph-back",
        "Select to the beginning of the paragraph",
        "Ctrl+Shift+Up",
        READ,
        description="Let the selection reach back to the beginning of the paragraph.",
    ),
)
