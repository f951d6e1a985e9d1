"""What people can do with the codebook: its part of the table of actions."""

from __future__ import annotations

from ui.actions.spec import COMPARE, READ, SEARCH, ActionSpec

_SHOWS = "Show or hide the codebook: make codes, order, nest, merge and describe them."

# A key that opens it in each place beside which it stands.
BESIDE = tuple(
    ActionSpec(f"{place}.codebook", "Codebook beside", "Ctrl+Shift+B", place, menu="View", description=_SHOWS)
    for place in (COMPARE, READ, SEARCH)
)
FROM_SEARCH = (
    ActionSpec(
        "search.code-all",
        "Code all results…",
        "Ctrl+Shift+A",
        SEARCH,
        menu="Edit",
        description="Put a code on all passages found, as one change.",
    ),
)


def _in_tree(name: str, text: str, description: str) -> ActionSpec:
    """What the tree of codes hears a key for itself; it stands beside several places, in which the key has others."""
    return ActionSpec(f"codebook.{name}", text, description=description)


IN_CODEBOOK = (
    _in_tree("new", "New code", "Make a code beside the one in use: N in the codebook."),
    _in_tree("new-under", "New code under this one", "Make a code under the one in use: Shift+N in the codebook."),
    _in_tree("rename", "Rename the code", "Write its name where it stands: F2 in the codebook."),
    _in_tree("merge", "Merge the chosen codes", "Let them become the one chosen last: M in the codebook."),
    _in_tree("delete", "Delete the chosen codes", "With their passages; Undo brings them back: Del in the codebook."),
    _in_tree("up", "Move the code up", "Set it before the code above: Alt+Up in the codebook."),
    _in_tree("down", "Move the code down", "Set it after the code below: Alt+Down in the codebook."),
    _in_tree("nest", "Nest the code", "Let it stand under the code above it: > in the codebook."),
    _in_tree("unnest", "Take the code out", "Let it stand after the code it is under: < in the codebook."),
    _in_tree("passages", "Find the passages of the code", "Search for all that carry it: Return in the codebook."),
    _in_tree("kinds", "Kinds by party", "Count pledges, record and criticism under the code: P in the codebook."),
    _in_tree("topic", "Topic from the code", "Begin a topic with its words and definition: T in the codebook."),
    _in_tree("from-topics", "Codes from topics…", "Make codes of topics and their rows."),
    _in_tree("from-file", "Codes from a file…", "Make the codes of a CSV or .qdc file, or of the Manifesto Project's."),
)
