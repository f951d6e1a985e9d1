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
    ActionSpec(
        "search.concordance",
        "Concordance",
        "Alt+2",
        SEARCH,
        menu="View",
        description="See a line for each place where the words stand.",
    ),
    ActionSpec(
        "search.words",
        "Words",
        "Alt+3",
        SEARCH,
        menu="View",
        description="Count words: how often, by whom, where and beside what.",
    ),
    ActionSpec("search.field", "Search for…", "Ctrl+F", SEARCH, menu="Edit", description="Type what to look for."),
    ActionSpec(
        "search.recall",
        "Saved and earlier searches…",
        "Alt+Down",
        SEARCH,
        menu="Go",
        description="Search again for something that you searched for before.",
    ),
    ActionSpec(
        "search.save",
        "Save the search",
        "Ctrl+D",
        SEARCH,
        menu="Edit",
        description="Keep the search among the saved ones; again to keep it no longer.",
    ),
    ActionSpec(
        "search.examples",
        "What can be typed…",
        "Alt+H",
        SEARCH,
        menu="Help",
        description="See examples of searches, and put one into the box.",
    ),
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
    ActionSpec(
        "search.sort", "Sort lines by…", "S", SEARCH, menu="View", description="Choose by which words lines are sorted."
    ),
    ActionSpec(
        "search.sort-right",
        "Sort by the words to the right",
        "R",
        SEARCH,
        menu="View",
        description="Sort lines by the first three words after the hit; again for as they stand.",
    ),
    ActionSpec(
        "search.sort-left",
        "Sort by the words to the left",
        "L",
        SEARCH,
        menu="View",
        description="Sort lines by the last three words before the hit; again for as they stand.",
    ),
    ActionSpec(
        "search.sample",
        "Random sample…",
        "M",
        SEARCH,
        menu="View",
        description="Draw some of the lines at random; the seed draws the same ones again.",
    ),
    ActionSpec(
        "search.draw-again",
        "Draw another sample",
        "Shift+M",
        SEARCH,
        menu="View",
        description="Draw other lines, with the next seed.",
    ),
    ActionSpec(
        "search.category",
        "Put the line into a category",
        "1",
        SEARCH,
        description="Put the line into the category of this key, 1 to 9; a key without one asks for its name.",
        heard_by_view=True,
    ),
    ActionSpec(
        "search.no-category",
        "Take the line out of its category",
        "0",
        SEARCH,
        also=("Backspace",),
        menu="Edit",
        description="Take the line out of the category that you put it into.",
        heard_by_view=True,
    ),
    ActionSpec(
        "search.new-category",
        "New category…",
        "N",
        SEARCH,
        menu="Edit",
        description="Name a category, and put the line into it.",
    ),
)
