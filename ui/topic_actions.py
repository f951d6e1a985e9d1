"""What people can do with topics: its part of the table of actions."""

from __future__ import annotations

from ui.action_spec import COMPARE, SEARCH, ActionSpec

WITH_TOPICS = (
    ActionSpec("compare.new-topic", "New topic…", "Ctrl+N", COMPARE, menu="File", description="Make a topic yourself."),
    ActionSpec(
        "compare.edit-topic",
        "Edit this topic…",
        "Ctrl+E",
        COMPARE,
        menu="Edit",
        description="Change words, sub-topics and what is left out; a built-in topic becomes your own version.",
    ),
    ActionSpec(
        "compare.save-topic",
        "Save the topic",
        "Ctrl+S",
        COMPARE,
        menu="File",
        description="Keep what is being edited.",
    ),
    ActionSpec(
        "compare.duplicate-topic",
        "Duplicate this topic…",
        "",
        COMPARE,
        menu="Edit",
        description="Begin a topic of your own with all that this one has.",
    ),
    ActionSpec("compare.delete-topic", "Delete topic", "", COMPARE, menu="Edit", description="It can be brought back."),
    ActionSpec(
        "compare.restore-topic",
        "Bring back the deleted topic",
        "",
        COMPARE,
        menu="Edit",
        description="Have the topic again that was deleted last.",
    ),
    ActionSpec(
        "compare.import-topic",
        "Import topic…",
        "",
        COMPARE,
        menu="File",
        description="Take in a topic that somebody shared as a file.",
    ),
    ActionSpec(
        "compare.export-topic",
        "Export topic…",
        "",
        COMPARE,
        menu="File",
        description="Write the topic as one file that others can import.",
    ),
    ActionSpec(
        "compare.example",
        "Use as an example",
        "Ctrl+Shift+E",
        COMPARE,
        menu="Edit",
        description="Point the passage out for a new topic, or no longer.",
    ),
    ActionSpec(
        "compare.topic-from-examples",
        "New topic from these passages",
        "Ctrl+Shift+N",
        COMPARE,
        menu="File",
        description="Begin a topic with the words that the examples share.",
    ),
    ActionSpec(
        "search.keep-topic",
        "Keep as a topic…",
        "Ctrl+T",
        SEARCH,
        menu="Edit",
        description="Begin a topic that looks for what you searched for.",
    ),
    ActionSpec(
        "search.example",
        "Use as an example",
        "Ctrl+Shift+E",
        SEARCH,
        menu="Edit",
        description="Point the passage out for a new topic, or no longer.",
    ),
    ActionSpec(
        "search.topic-from-examples",
        "New topic from these passages",
        "Ctrl+Shift+N",
        SEARCH,
        menu="File",
        description="Begin a topic with the words that the examples share.",
    ),
)
