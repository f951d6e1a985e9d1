"""What people can do with words that are selected in Read, and with coders: their part of the table of actions."""

from __future__ import annotations

from ui.actions.spec import CODES, OPENS_BAR, READ, ActionSpec

WITH_CODERS = (
    ActionSpec(
        "coder",
        "Coders…",
        "Ctrl+U",
        menu="Edit",
        description="Choose who is at work, add somebody, and whose codes and verdicts are shown.",
    ),
)

# What is on no words of it, and stands under its title.
OF_MANIFESTO = (
    ActionSpec(
        "read.code-manifesto",
        "Code the manifesto…",
        "Alt+N",
        READ,
        menu="Edit",
        description="Put a code on the whole manifesto, as “incumbent”; it stands under the title.",
    ),
    ActionSpec(
        "read.memo-manifesto",
        "Memo on the manifesto…",
        "Alt+M",
        READ,
        menu="Edit",
        description="Write what you have to say of the whole manifesto; it stands under the title.",
    ),
)

# The bar beside selected words hears these keys itself, and only while it is open: no letter codes outside of it.
WITH_CODES = (
    ActionSpec("read.code", "Code…", OPENS_BAR, READ, menu="Edit", description=CODES),
    ActionSpec(
        "read.recent-code",
        "Recent code",
        "1",
        READ,
        description="With words selected: put on the code of this key, 1 to 9; with Alt where codes are digits.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.last-code",
        "The last code again",
        "Q",
        READ,
        description="With words selected: put the code on them that was used last.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.find-code",
        "Find or make a code",
        "Space",
        READ,
        description="With words selected: type letters of a code. All but the bar’s own letters begin that at once.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.words-code",
        "Code from the words",
        "V",
        READ,
        description="With words selected: make a code that is called as they are.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.memo",
        "Memo or note",
        "M",
        READ,
        description="With words selected: write a memo on their code; words without one become a note.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.remove-code",
        "Remove the code",
        "U",
        READ,
        description="With words selected: take the code off them that is chosen, else the last made.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.move-end",
        "Move the end",
        "Shift+Right",
        READ,
        also=("Shift+Left",),
        description="With a code chosen: move the end of its words by one.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.move-start",
        "Move the start",
        "Ctrl+Shift+Right",
        READ,
        also=("Ctrl+Shift+Left",),
        description="With a code chosen: move the start of its words by one.",
        heard_by_view=True,
    ),
)
