"""The parts of the topic editor: what weights are called, how lists follow the draft, how steps are taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from index.topics.model import Scope, Subtopic, Topic, TopicQuery
from reader.library.code_looks import unused_colour
from ui.compare.topics.draft import Draft
from ui.compare.topics.line_changes import follow
from ui.compare.topics.lines import LEFT_OUT, SUBTOPICS, LinesModel
from ui.compare.topics.wording import weight_choices, weight_name, where_choices, where_code, where_of
from ui.compare.topics.words_model import FOUND, WEIGHT, WHERE, WORDS, WordsModel
from ui.theme.contrast import contrast
from ui.theme.tokens import DARK, LIGHT
from ui.theme.topic_colours import TOPIC_COLOURS

QUAYS = Topic(
    "quays",
    1,
    "Quays",
    "#3a6ea5",
    "What is said of quays.",
    (TopicQuery("quay"), TopicQuery("pier", 0.7, Scope.SECTION, "cy", ("piers",))),
    ('"quay west"',),
    (Subtopic("piers", "Piers"), Subtopic("walls", "Harbour walls")),
)


@pytest.fixture
def draft(qapp: QApplication) -> Draft:  # signals need an application
    return Draft(QUAYS, QUAYS)


def shown(model: WordsModel, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("weight", "name"),
    [(1.0, "Sure sign"), (0.5, "Hint"), (0.3, "Weak hint"), (-1.0, "Speaks against"), (0.0, "Sub-topic only")],
)
def test_weights_have_names(weight: float, name: str) -> None:
    assert weight_name(weight) == name
    assert (weight, name) in weight_choices(weight)


@pytest.mark.parametrize(
    ("weight", "name"),
    [(0.7, "Hint (0.7)"), (0.9, "Sure sign (0.9)"), (2.0, "Sure sign (2)"), (-0.4, "Speaks against (-0.4)")],
)
def test_a_weight_between_the_names_is_called_after_the_nearest_and_can_be_kept(weight: float, name: str) -> None:
    assert weight_name(weight) == name
    assert weight_choices(weight)[0] == (weight, name)


def test_every_place_a_query_can_look_in_can_be_chosen_again() -> None:
    choices = dict(where_choices(QUAYS))
    assert choices[where_code(Scope.SECTION, "cy")] == "Headings, Welsh"
    assert {where_of(code) for code in choices} == {(scope, one) for scope in Scope for one in ("", "cy")}


def test_the_words_are_shown_as_people_call_them(draft: Draft) -> None:
    model = WordsModel(draft)
    assert shown(model, WORDS) == ["quay", "pier", "Add words here"]
    assert shown(model, WEIGHT) == ["Sure sign", "Hint (0.7)", ""]
    assert shown(model, WHERE) == ["Text", "Headings, Welsh", ""]
    assert shown(model, FOUND) == ["…", "…", ""]
    model.show_found({QUAYS.queries[0]: 1234})
    assert shown(model, FOUND) == ["1,234", "…", ""]


def test_a_line_that_is_emptied_goes_and_one_written_below_stays(draft: Draft) -> None:
    model = WordsModel(draft)
    model.setData(model.index(2, WORDS), "  harbour   wall ")
    model.setData(model.index(0, WORDS), "")
    assert [query.query for query in draft.topic.queries] == ["pier", "harbour wall"]
    model.setData(model.index(1, WEIGHT), 0.5)
    assert draft.topic.queries[1] == TopicQuery("harbour wall", 0.5)
    assert not model.flags(model.index(2, WEIGHT)) & Qt.ItemFlag.ItemIsEditable


def test_steps_are_taken_back_one_by_one_and_typing_at_once(draft: Draft) -> None:
    for name in ("Q", "Qu", "Qua"):
        draft.change(replace(draft.topic, name=name), "name")
    draft.change(replace(draft.topic, exclude=()))
    assert draft.undo()
    assert (draft.topic.name, draft.topic.exclude) == ("Qua", QUAYS.exclude)
    assert draft.undo()
    assert draft.clean
    assert not draft.undo()


def test_a_row_that_is_renamed_keeps_the_words_that_speak_for_it(draft: Draft) -> None:
    rows = LinesModel(draft, SUBTOPICS)
    rows.write(0, "Piers and jetties")
    assert draft.topic.subtopics[0] == Subtopic("piers", "Piers and jetties")
    assert draft.topic.queries[1].subtopics == ("piers",)
    assert rows.move(0, 1) == 1
    assert rows.move(1, 1) == 1
    rows.remove(1)
    assert not draft.topic.queries[1].subtopics
    rows.write(1, "Walls")
    assert [row.id for row in draft.topic.subtopics] == ["walls", "walls-2"]


def test_what_is_left_out_says_what_is_wrong_with_a_line(draft: Draft) -> None:
    lines = LinesModel(draft, LEFT_OUT)
    lines.write(1, "-quay")
    assert draft.topic.exclude == ('"quay west"', "-quay")
    assert "leave out" in lines.index(1).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("ab", "ab", ["changed 0-2"]),
        ("ab", "ax", ["changed 0-2"]),
        ("ab", "abc", ["added 3", "changed 2-2"]),
        ("abc", "ac", ["removed 1"]),
        ("ab", "", ["reset"]),
        ("", "abc", ["reset"]),
    ],
)
def test_views_are_told_what_became_of_the_lines(draft: Draft, before: str, after: str, told: Sequence[str]) -> None:
    def topic(letters: str) -> Topic:
        return replace(QUAYS, exclude=tuple(letters))

    draft.change(topic(before))
    model = LinesModel(draft, LEFT_OUT)
    heard: list[str] = []
    model.dataChanged.connect(lambda first, last: heard.append(f"changed {first.row()}-{last.row()}"))
    model.rowsInserted.connect(lambda _parent, first, _last: heard.append(f"added {first}"))
    model.rowsRemoved.connect(lambda _parent, first, _last: heard.append(f"removed {first}"))
    model.modelReset.connect(lambda: heard.append("reset"))
    follow(model, before, after, lambda: setattr(model, "items", tuple(after)))
    assert heard == told
    assert model.rowCount(QModelIndex()) == len(after) + 1


def test_the_colours_of_topics_stand_out_on_both_grounds() -> None:
    assert len({colour for _, colour in TOPIC_COLOURS}) == len(TOPIC_COLOURS)
    assert all(contrast(colour, ground) >= 3 for _, colour in TOPIC_COLOURS for ground in (LIGHT.surface, DARK.surface))


def test_a_new_topic_is_offered_a_colour_that_none_has_yet() -> None:
    first, second, *_ = (colour for _, colour in TOPIC_COLOURS)
    assert unused_colour(()) == first
    assert unused_colour([first.upper()]) == second
    assert unused_colour(colour for _, colour in TOPIC_COLOURS) == first
