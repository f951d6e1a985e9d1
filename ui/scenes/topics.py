"""Scenes of the topic editor: a topic of one's own being written, and words proposed from examples."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from index.topics.model import Scope, Subtopic, Topic, TopicQuery
from ui.compare.topics.editor import TopicEditor
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.theme.topic_colours import TOPIC_COLOURS

LIGHTS = Topic(
    "",
    0,
    "Lights and dark streets",
    dict(TOPIC_COLOURS)["Amber"],
    "Street lamps, lit paths and crossings, and what people say of the dark. Not lamps as a figure of speech.",
    (
        TopicQuery("light", 0.5, subtopics=("lamps",)),
        TopicQuery('"street lights" OR "street lamps" OR lamps', 1.0, subtopics=("lamps",)),
        TopicQuery("safer", 0.3),
        TopicQuery('"dark streets" OR "at night"', 1.0, subtopics=("walking",)),
        TopicQuery("streets", 0.5, Scope.SECTION),
    ),
    ('"light touch"', '"in the light of"'),
    (Subtopic("lamps", "Lamps and who mends them"), Subtopic("walking", "Walking home")),
)


def editor_of(window: Window) -> TopicEditor:
    """The editor of the window's Compare place."""
    return cast(TopicEditor, window.places.compare.host.panel("topic"))


def fields(stage: Stage) -> Window:
    """The same with all that can be said of a topic and its words."""
    window = writing(stage)
    editor_of(window).heading.more.setChecked(True)
    stage.settle(window)
    return window


def writing(stage: Stage) -> Window:
    """A topic half written: five lines of words, one of them in use."""
    window = stage.open_samples(own=True)
    window.places.go("compare")
    stage.settle(window)
    window.session.actions.action("compare.new-topic").trigger()
    editor = editor_of(window)
    editor.draft.change(LIGHTS)
    window.activateWindow()
    editor.words.table.setFocus()
    editor.words.table.go_to(0)
    stage.settle(window)
    return window


def from_examples(stage: Stage) -> Window:
    """Words that five passages on one thing share, one of them unticked."""
    window = stage.open_samples(own=True)
    window.places.go("search")
    stage.settle(window)
    found = window.session.search("police", limit=5, passages_only=True).hits
    for hit in found:
        window.session.examples.toggle(hit.document, hit.block)
    window.places.use_examples()
    stage.settle(window)
    editor = editor_of(window)
    editor.draft.change(replace(editor.draft.topic, name="Police on foot"))
    stage.settle(window)
    return window
