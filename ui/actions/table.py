"""Everything people can do, in one table: it feeds the menus, the shortcuts, the palette and the help."""

from __future__ import annotations

from ui.actions.of_annotating import OF_MANIFESTO, WITH_CODERS, WITH_CODES
from ui.actions.of_codebook import BESIDE, FROM_SEARCH, IN_CODEBOOK
from ui.actions.of_coding import IN_CODING, TO_CODING
from ui.actions.of_compare import IN_COMPARE
from ui.actions.of_marks import WITH_MARKS
from ui.actions.of_notes import IN_NOTES
from ui.actions.of_plans import IN_PLANS
from ui.actions.of_present import IN_PRESENT, TO_PRESENT
from ui.actions.of_search import IN_SEARCH
from ui.actions.of_topics import WITH_TOPICS
from ui.actions.spec import (
    ADDS,
    CODING,
    COLLECTS,
    COMPARE,
    LIBRARY,
    MENUS,
    NOTES,
    PLACES,
    PLANS,
    PRESENT,
    READ,
    SEARCH,
    SHOWS_PLAN,
    TAKES_HIGHLIGHTS,
    ActionSpec,
    is_single,
)

__all__ = [
    "CODING",
    "COMPARE",
    "LIBRARY",
    "MENUS",
    "NOTES",
    "PLACES",
    "PLANS",
    "PRESENT",
    "READ",
    "SEARCH",
    "TABLE",
    "ActionSpec",
    "actions_of",
    "is_single",
]

EVERYWHERE = (
    ActionSpec("add-files", "Add files…", "Ctrl+O", menu="File", description="Read manifestos from files."),
    ActionSpec("add-folder", "Add folder…", "Ctrl+Shift+O", menu="File", description="Read all files of a folder."),
    ActionSpec(
        "paste",
        "Paste text as a manifesto",
        "Ctrl+Shift+V",
        menu="File",
        description="Read the text you have copied; its first line is its title.",
    ),
    ActionSpec("add-samples", "Add the samples", menu="File", description="Read the three sample manifestos again."),
    ActionSpec(
        "import",
        "Import codes and notes…",
        menu="File",
        description="Take in what coders made, or a codebook, from a table (CSV) or REFI-QDA (.qdc).",
    ),
    ActionSpec(
        "export",
        "Export…",
        "Ctrl+Shift+S",
        menu="File",
        description="Write what is shown as a document, slides, a web page or a table.",
    ),
    ActionSpec("print", "Print…", "Ctrl+P", menu="File", description="See what is shown as pages, and print them."),
    ActionSpec(
        "copies", "Copies of the library…", menu="File", description="See the copies that are kept; go back to one."
    ),
    ActionSpec("quit", "Quit", "Ctrl+Q", menu="File", description="Close the window; everything is kept."),
    ActionSpec("undo", "Undo", "Ctrl+Z", menu="Edit", description="Take back the last change, even after a restart."),
    ActionSpec("redo", "Redo", "Ctrl+Shift+Z", menu="Edit", also=("Ctrl+Y",), description="Make the change again."),
    ActionSpec(
        "history", "History…", "Ctrl+H", menu="Edit", description="See who did what and when; go back to a point."
    ),
    ActionSpec("coder-name", "Your name…", menu="Edit", description="Say which name your decisions are kept under."),
    ActionSpec(
        "citation-style", "Citation style…", menu="Edit", description="Choose how copied passages cite their manifesto."
    ),
    ActionSpec(
        "check-cited",
        "Check what was cited",
        "F4",
        menu="Edit",
        description="Go to the row in Library of the manifesto of which something cited is missing or a guess.",
    ),
    ActionSpec("larger", "Larger text", "Ctrl++", menu="View", also=("Ctrl+=",), description="Make all text larger."),
    ActionSpec("smaller", "Smaller text", "Ctrl+-", menu="View", description="Make all text smaller."),
    ActionSpec("usual-size", "Usual text size", "Ctrl+0", menu="View", description="Show text in its usual size."),
    ActionSpec(
        "theme-system",
        "Match system",
        menu="View",
        checkable=True,
        description="Light or dark, as the system is set.",
    ),
    ActionSpec("theme-light", "Light theme", menu="View", checkable=True, description="Dark words on a light ground."),
    ActionSpec("theme-dark", "Dark theme", menu="View", checkable=True, description="Light words on a dark ground."),
    ActionSpec(
        "single-keys",
        "Single-letter keys",
        menu="View",
        checkable=True,
        description="Switch off the keys that are one letter, for speech input and screen readers.",
    ),
    ActionSpec("go-library", "Library", "Ctrl+1", menu="Go", description="See which manifestos you have."),
    ActionSpec("go-compare", "Compare", "Ctrl+2", menu="Go", description="Set manifestos side by side."),
    ActionSpec("go-read", "Read", "Ctrl+3", menu="Go", description="Read one manifesto."),
    ActionSpec("go-search", "Search", "Ctrl+4", menu="Go", description="Search all manifestos."),
    ActionSpec("go-notes", "Notes", "Ctrl+5", menu="Go", description="See all codes and notes, and count them."),
    ActionSpec("go-plans", "Plans", "Ctrl+6", menu="Go", description="Write with the passages that you have added."),
    ActionSpec("back", "Back", "Alt+Left", menu="Go", description="Return to the place you came from."),
    ActionSpec("palette", "Find anything…", "Ctrl+K", menu="Go", description="Find any action, manifesto or topic."),
    ActionSpec(
        "help", "Help on this place", "F1", menu="Help", description="Read what this place is for and how to begin."
    ),
    ActionSpec(
        "keys", "Keyboard shortcuts", "Shift+F1", menu="Help", description="See what the keys do in this place."
    ),
    ActionSpec(
        "sources",
        "Where to find manifestos…",
        menu="Help",
        description="Archives and sites that hold manifestos, as addresses to open.",
    ),
    ActionSpec(
        "log", "Show the log folder", menu="Help", description="See what the program recorded about its errors."
    ),
    ActionSpec("about", "About Hustings", menu="Help", description="Version, licence, and where everything is kept."),
)

IN_LIBRARY = (
    ActionSpec(
        "library.open", "Open in Read", "Return", LIBRARY, description="Read the manifesto.", heard_by_view=True
    ),
    ActionSpec(
        "library.edit",
        "Edit the field",
        "F2",
        LIBRARY,
        description="Correct the field, in all selected rows at once; typing does so too.",
        heard_by_view=True,
    ),
    ActionSpec(
        "library.confirm",
        "Confirm guesses",
        "Ctrl+Return",
        LIBRARY,
        menu="Edit",
        description="Say that what is guessed of the selected manifestos is right.",
    ),
    ActionSpec(
        "library.confirm-all",
        "Confirm all guesses",
        "Ctrl+Shift+Return",
        LIBRARY,
        menu="Edit",
        description="Say that what is guessed of all manifestos in the table is right.",
    ),
    ActionSpec(
        "library.fill-down",
        "Fill down",
        "Ctrl+D",
        LIBRARY,
        menu="Edit",
        description="Give the selected rows what the first of them has in this column.",
    ),
    ActionSpec(
        "library.colour", "Colour…", "", LIBRARY, menu="Edit", description="Choose the colour of the small marks."
    ),
    ActionSpec("library.take-highlights", "Take highlights", "", LIBRARY, menu="Edit", description=TAKES_HIGHLIGHTS),
    ActionSpec(
        "library.remove",
        "Remove from the library",
        "Del",
        LIBRARY,
        menu="Edit",
        description="Remove the selected manifestos; Undo brings them back.",
    ),
    ActionSpec(
        "library.new-set",
        "New set of selected",
        "Ctrl+N",
        LIBRARY,
        menu="Edit",
        description="Make a set of the selected manifestos, or of all.",
    ),
    ActionSpec(
        "library.add-to-set",
        "Add to set…",
        "Ctrl+Shift+N",
        LIBRARY,
        menu="Edit",
        description="Put the selected manifestos into another set too.",
    ),
    ActionSpec(
        "library.leave-set",
        "Take out of this set",
        "Shift+Del",
        LIBRARY,
        menu="Edit",
        description="Take the selected manifestos out of the set; they stay in the library.",
    ),
    ActionSpec("library.up", "Move up in the set", "Alt+Up", LIBRARY, description="Show the manifesto earlier."),
    ActionSpec("library.down", "Move down in the set", "Alt+Down", LIBRARY, description="Show the manifesto later."),
    ActionSpec(
        "library.rename-set", "Rename this set", "", LIBRARY, menu="Edit", description="Give the set another name."
    ),
    ActionSpec("library.set-left", "Move this set left", "", LIBRARY, menu="Edit", description="Show the set earlier."),
    ActionSpec("library.set-right", "Move this set right", "", LIBRARY, menu="Edit", description="Show the set later."),
    ActionSpec(
        "library.delete-set",
        "Delete this set",
        "",
        LIBRARY,
        menu="Edit",
        description="Its manifestos stay in the library.",
    ),
    ActionSpec(
        "library.compare",
        "Compare only these",
        "",
        LIBRARY,
        menu="Go",
        description="Set the selected manifestos side by side, or all of the table.",
    ),
    ActionSpec(
        "library.save-references",
        "Save references…",
        "",
        LIBRARY,
        menu="File",
        description="Save the selected manifestos, else all in the table, for Zotero: as BibTeX, RIS or CSL-JSON.",
    ),
    ActionSpec("library.columns", "Columns…", "", LIBRARY, menu="View", description="Choose what the table shows."),
)

IN_READ = (
    ActionSpec("read.switch", "Text or page", "Ctrl+T", READ, menu="View", description="Turn to the other view."),
    ActionSpec(
        "read.outline", "Outline", "F9", READ, icon="outline", menu="View", description="Show or hide the headings."
    ),
    ActionSpec(
        "read.zoom-in", "Zoom in", "+", READ, icon="zoom-in", menu="View", also=("=",), description="Enlarge the page."
    ),
    ActionSpec(
        "read.zoom-out", "Zoom out", "-", READ, icon="zoom-out", menu="View", description="See more of the page."
    ),
    ActionSpec(
        "read.fit-width", "Fit width", "W", READ, icon="fit-width", menu="View", description="Fit pages to the window."
    ),
    ActionSpec("read.copy", "Copy", "Ctrl+C", READ, menu="Edit", description="Copy the words that are selected."),
    ActionSpec(
        "read.cite",
        "Copy with citation",
        "C",
        READ,
        menu="Edit",
        also=("Ctrl+Shift+C",),
        description="Copy what is selected, or the passage that is open, with manifesto and page.",
    ),
    ActionSpec(
        "read.copy-picture",
        "Copy page as picture",
        "Ctrl+Shift+P",
        READ,
        menu="Edit",
        description="Copy the page as a picture, with the passage marked and its citation below.",
    ),
    ActionSpec("read.collect", "Add to plan", "K", READ, menu="Edit", description=COLLECTS),
    ActionSpec("read.plan", "Plan beside", "Ctrl+Shift+K", READ, menu="View", description=SHOWS_PLAN),
    ActionSpec("read.add-to-topic", "Add to topic…", "T", READ, menu="Edit", description=ADDS),
    ActionSpec("read.take-highlights", "Take highlights", "", READ, menu="Edit", description=TAKES_HIGHLIGHTS),
    ActionSpec("read.find", "Find…", "Ctrl+F", READ, menu="Edit", description="Find words in this manifesto."),
    ActionSpec("read.find-next", "Find next", "F3", READ, menu="Edit", description="Go to the next place found."),
    ActionSpec(
        "read.find-previous", "Find previous", "Shift+F3", READ, menu="Edit", description="Go to the place before."
    ),
    ActionSpec(
        "read.find-close",
        "Close the find row",
        "Esc",
        READ,
        description="Hide the find row and its marks.",
        heard_by_view=True,
    ),
    ActionSpec(
        "read.cursor",
        "Text cursor",
        "F7",
        READ,
        menu="View",
        checkable=True,
        description="Move a cursor through text and pages with the arrow keys.",
    ),
    ActionSpec("read.choose", "Choose a manifesto", "Ctrl+L", READ, menu="Go", description="Read another manifesto."),
    ActionSpec("read.go-to-page", "Go to page…", "Ctrl+G", READ, menu="Go", description="Go to a printed page number."),
    ActionSpec(
        "read.passage",
        "Back to the passage",
        "Ctrl+B",
        READ,
        menu="Go",
        description="Go back to the passage that was opened.",
    ),
)

TABLE = (
    *EVERYWHERE,
    *WITH_CODERS,
    *TO_CODING,
    *IN_LIBRARY,
    *IN_COMPARE,
    *IN_READ,
    *WITH_CODES,
    *OF_MANIFESTO,
    *WITH_MARKS,
    *IN_CODING,
    *IN_SEARCH,
    *IN_NOTES,
    *FROM_SEARCH,
    *IN_PLANS,
    *TO_PRESENT,
    *IN_PRESENT,
    *WITH_TOPICS,
    *BESIDE,
    *IN_CODEBOOK,
)


def actions_of(place: str | None) -> tuple[ActionSpec, ...]:
    """The rows of the table that work in this place alone; those that work everywhere for None."""
    return tuple(spec for spec in TABLE if spec.place == place)
