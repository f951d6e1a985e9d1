"""What people can do while they present: their part of the table of actions, and what leads there."""

from __future__ import annotations

from ui.actions.spec import COMPARE, PRESENT, ActionSpec

TO_PRESENT = (
    ActionSpec(
        "compare.present",
        "Present",
        "F5",
        COMPARE,
        menu="View",
        description="Show the comparison row by row in large type, from the row in use on; Esc comes back.",
    ),
    ActionSpec(
        "compare.quiz",
        "Who said it?…",
        "",
        COMPARE,
        menu="View",
        description="Ask who said what: passages of this topic with their names hidden, drawn fairly from the columns.",
    ),
)


def _heard(
    name: str, text: str, key: str, description: str, also: tuple[str, ...] = (), *, checkable: bool = False
) -> ActionSpec:
    """The window hears its keys itself, so that they are typed in fields."""
    return ActionSpec(
        f"present.{name}",
        text,
        key,
        PRESENT,
        also=also,
        description=description,
        checkable=checkable,
        heard_by_view=True,
    )


IN_PRESENT = (
    _heard(
        "next",
        "Next",
        "Space",
        "Go on to the next slide; at a question, say the answer first.",
        ("PgDown", "Right", "N", "Return"),
    ),
    _heard("back", "Back", "PgUp", "Go back to the slide before.", ("Left",)),
    _heard("more", "More of this slide", "Down", "Show what did not fit: further passages, and whole ones.", ("M",)),
    _heard("less", "What was before", "Up", "Go back to what this slide showed before."),
    _heard("blank", "Blank", ".", "Show nothing on the wall, or the slide again.", ("B",)),
    _heard("hide", "Hide who is who", "H", "Hide all names and colours, or show them again."),
    _heard(
        "reveal",
        "Reveal one",
        "R",
        "Say who one is: the column in use, else the one whose letter or number you press next; at a question, answer.",
    ),
    _heard("reveal-all", "Reveal all", "Shift+R", "Say who everybody is."),
    _heard("telltales", "What gives names away", "P", "See which phrases tell who governs, before names are hidden."),
    _heard("page", "Original page", "O", "Show the passage on its page, marked, or the slide again."),
    _heard(
        "column-1",
        "First column",
        "1",
        "Give the keys to the column; 2, 3 and 4 for the others. At a question count a hand; Shift takes one away.",
    ),
    _heard("skip", "Go on without it", "S", "At the notice: leave out what speaks of violence and abuse."),
    _heard("larger", "Larger", "+", "Show larger type.", ("=",)),
    _heard("smaller", "Smaller", "-", "Show smaller type."),
    _heard("slides", "Go to a slide…", "G", "See all slides, and go to one by its number or name."),
    _heard("first", "First slide", "Home", "Go to the first slide."),
    _heard("last", "Last slide", "End", "Go to the last slide."),
    _heard("countdown", "Countdown…", "T", "Count down from so many minutes, or stop that."),
    _heard("notes", "Notes…", "E", "Write your notes on this slide."),
    _heard("presenter", "Presenter view", "V", "See what comes next, with your notes and a clock, in a second window."),
    _heard("window", "In a window", "W", "Present in a window, for sharing the screen, or on the full screen."),
    _heard("screen", "Other screen", "Shift+W", "Move to the next screen, and stay there next time."),
    _heard("keys", "The keys", "?", "See what the keys do here.", ("F1",)),
    _heard("end", "End", "Esc", "Go back to where you came from."),
)
