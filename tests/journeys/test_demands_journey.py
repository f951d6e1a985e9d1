"""A teacher's journey by the keyboard alone: six demands pasted, made a list, marked, and the scorecard exported."""

from __future__ import annotations

from pathlib import Path

import docx
import in_compare
import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.home import Home
from ui.compare.cards.entries import EntryKind
from ui.compare.demands import DemandsQuestion
from ui.frame.window import Window
from ui.scenes.demanding import DEMANDS, NAME
from ui.scenes.stage import Stage
from ui.scenes.topics import editor_of
from ui.session.settings import Settings

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(stage: Stage, folder: Home, tmp_path: Path) -> Window:
    Settings(folder.settings).change(folder=str(tmp_path))
    return in_compare.opened(stage, folder)


@pytest.fixture
def hands(stage: Stage, window: Window) -> Hands:
    return Hands(lambda: stage.settle(window))


def question(window: Window) -> DemandsQuestion:
    found = window.places.compare.topics.question
    assert found is not None
    return found


def paste_list(window: Window, hands: Hands) -> None:
    """Ask for a list, name it and paste the demands."""
    hands.press(Qt.Key.Key_N, CONTROL | ALT)
    hands.write(NAME)
    hands.press(Qt.Key.Key_Tab)
    QGuiApplication.clipboard().setText(DEMANDS)
    hands.press(Qt.Key.Key_V, CONTROL)
    hands.press(Qt.Key.Key_Return, CONTROL)


def marks(window: Window) -> list[list[str]]:
    """What the rows of the comparison are marked as, column by column."""
    shown = window.places.compare.table.presentation
    assert shown is not None
    rows = shown.loaded.comparison.rows
    return [[cell.mark.mark.value if cell.mark else "" for cell in row.cells] for row in rows]


def give(hands: Hands, mark: str, reason: str) -> None:
    """Mark the cell in use: the key, the mark by its place in the list, the reason."""
    hands.press(Qt.Key.Key_G)
    for _ in range(("met", "partly", "silent", "opposed").index(mark)):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.write(reason)
    hands.press(Qt.Key.Key_Return)


@pytest.mark.timeout(180)
def test_six_demands_are_pasted_marked_and_exported_by_keys_alone(window: Window, hands: Hands, tmp_path: Path) -> None:
    paste_list(window, hands)
    editor = editor_of(window)
    assert (editor.draft.topic.name, len(editor.draft.topic.subtopics)) == (NAME, 6)
    assert all(query.subtopics for query in editor.draft.topic.queries)
    hands.press(Qt.Key.Key_S, CONTROL)
    hands.press(Qt.Key.Key_Escape)
    place = window.places.compare
    area = place.table.area
    assert place.state()["topic"] == "safer-streets-charter"
    hands.press(Qt.Key.Key_Home, CONTROL)
    give(hands, "partly", "fewer than asked for")
    assert marks(window)[0] == ["partly", "", ""]
    assert window.strip.sentence == "Marked: Partly met."
    assert area.entry() is not None
    hands.press(Qt.Key.Key_Right)
    give(hands, "met", "")
    hands.press(Qt.Key.Key_Right)
    give(hands, "silent", "nothing on neighbourhoods")
    assert marks(window)[0] == ["partly", "met", "silent"]
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert marks(window)[0] == ["partly", "met", ""]
    hands.press(Qt.Key.Key_Y, CONTROL)
    assert marks(window)[0] == ["partly", "met", "silent"]
    said = [entry.spoken for entry in in_compare.entries(place) if entry.kind is EntryKind.MARK]
    assert said[0].startswith("Sadiq Khan. Recruit more neighbourhood officers. Partly met: fewer than asked for")
    hands.press(Qt.Key.Key_S, CONTROL | SHIFT)
    hands.in_file_dialog(lambda: hands.press(Qt.Key.Key_Return), hands.accept)
    (file,) = tmp_path.glob("*.docx")
    tables = docx.Document(str(file)).tables
    assert [cell.text for cell in tables[0].rows[1].cells][1:] == [
        "Partly met: fewer than asked for",
        "Met",
        "Silent: nothing on neighbourhoods",
    ]
    assert hands.clicks == 0


def test_a_list_without_a_name_or_demands_says_what_is_missing_and_esc_leaves(
    stage: Stage, window: Window, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_N, CONTROL | ALT)
    question(window).make()
    assert question(window).problem == "The list needs a name."
    hands.write("Ours")
    question(window).make()
    stage.settle(window)
    assert question(window).problem.startswith("There are no demands in that text.")
    hands.press(Qt.Key.Key_Escape)
    assert window.places.compare.host.shown == ""


def test_a_table_from_a_file_fills_the_question(window: Window, hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "Tenants.csv").write_text("demand,words\nSprinklers in every block,sprinkler*\n", encoding="utf-8")
    hands.press(Qt.Key.Key_N, CONTROL | ALT)
    question(window).read(tmp_path / "Tenants.csv")
    assert question(window).name.text() == "Tenants"
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert [query.query for query in editor_of(window).draft.topic.queries] == ["sprinkler*"]


def test_a_mark_is_taken_back_and_one_that_esc_left_is_not_given(stage: Stage, window: Window, hands: Hands) -> None:
    paste_list(window, hands)
    hands.press(Qt.Key.Key_S, CONTROL)
    hands.press(Qt.Key.Key_Escape)
    area = window.places.compare.table.area
    area.view(area.active()).setFocus()
    hands.press(Qt.Key.Key_Home, CONTROL)
    hands.press(Qt.Key.Key_G)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    assert marks(window)[0] == ["", "", ""]
    give(hands, "opposed", "")
    assert marks(window)[0] == ["opposed", "", ""]
    hands.press(Qt.Key.Key_G)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert marks(window)[0] == ["", "", ""]
    assert window.strip.sentence == "The mark is taken back."
