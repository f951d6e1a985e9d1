"""The named screens: each is drawn from real content, and everything on it that can be used has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QApplication

from reader.errors import NotFound
from ui.frame.window import Window
from ui.scenes import NAMES, draw
from ui.scenes.registry import play
from ui.scenes.stage import Stage

ISSUED = {
    "first-start",
    "library",
    "adding",
    "add-table",
    "failures",
    "compare-policing",
    "compare-vawg",
    "compare-fire-safety",
    "closest",
    "plan",
    "plan-panel",
    "compare-six",
    "compare-scrolled",
    "compare-warnings",
    "compare-why",
    "compare-silent",
    "compare-linear",
    "read-text",
    "read-page",
    "read-welsh",
    "read-references",
    "read-annotated",
    "read-annotated-page",
    "overlaps",
    "search",
    "search-akin",
    "search-empty",
    "search-concordance",
    "search-sample",
    "search-mistake",
    "search-none",
    "check-quotes",
    "demands",
    "words",
    "words-compare",
    "keyness",
    "plot",
    "collocates",
    "heatmap",
    "sample",
    "verdicts",
    "notes",
    "notes-matrix",
    "history",
    "restore",
    "coding-mode",
    "code-picker",
    "codebook",
    "help",
    "present",
    "present-hidden",
    "present-page",
    "presenter",
    "notice",
    "lesson",
    "lesson-sheet",
    "quiz",
}
# Of these one like them is walked for them all: those that read files of their own take seconds.
UNWALKED = {
    "first-start",
    "library",
    "adding",
    "compare-vawg",
    "compare-fire-safety",
    "compare-six",
    "compare-why",
    "read-references",
    "sample",
}
ALSO_WALKED = {
    "bar",
    "coder-question",
    "bar-card",
    "coding-mode-finding",
    "coding-mode-begin",
    "read-protected",
    "read-highlights",
    "export",
    "print-preview",
    "citation-guess",
    "citation-style",
    "compare-columns",
    "compare-uncertain",
    "worksheet",
    "topic-editor",
    "topic-editor-fields",
    "topic-from-examples",
    "sample-result",
    "notes-grouped",
    "notes-report",
    "palette",
    "keys",
}
WALKED = sorted(ISSUED - UNWALKED | ALSO_WALKED)

Role = QAccessible.Role
USED = {
    Role.PushButton,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.Table,
    Role.Tree,
    Role.PageTab,
    Role.PageTabList,
    Role.MenuItem,
    Role.Slider,
    Role.SpinBox,
    Role.ProgressBar,
    Role.ListItem,
    Role.Cell,
    Role.TreeItem,
    Role.ColumnHeader,
}


@pytest.fixture
def stage(themed: QApplication) -> Iterator[Stage]:
    made = Stage(themed, dark=False, size=QSize(1280, 800))
    yield made
    made.close()


def nameless(interface: QAccessibleInterface, path: str = "") -> list[str]:
    """What people can use below this node and cannot be told the name of."""
    found = []
    here = f"{path}/{interface.role().name}"
    state = interface.state()
    if state.invisible:
        return []
    if interface.role() in USED and not interface.text(QAccessible.Text.Name).strip():
        found.append(f"{here} {type(interface.object()).__name__}")
    # On Linux the name of such a box is its value: only its description says what it is for.
    if interface.role() is Role.ComboBox and not interface.text(QAccessible.Text.Description).strip():
        found.append(f"{here} {interface.text(QAccessible.Text.Name)}, for what?")
    for number in range(min(interface.childCount(), 200)):
        child = interface.child(number)
        if child is not None and child.isValid():
            found += nameless(child, here)
    return found


def test_there_is_a_scene_for_every_screen_that_was_asked_for() -> None:
    assert set(NAMES) >= ISSUED


@pytest.mark.parametrize("name", WALKED)
def test_everything_on_the_screen_that_can_be_used_has_a_name(stage: Stage, name: str) -> None:
    window = play(name, stage)
    interface = QAccessible.queryAccessibleInterface(window)
    assert interface is not None
    assert nameless(interface) == []


def test_the_focus_goes_round_everything_and_comes_back(stage: Stage) -> None:
    window = stage.open_samples()
    window.places.go("library")
    window.activateWindow()
    start = window.focusWidget()
    assert start is not None
    visited = [start]
    while len(visited) < 100:
        assert window.focusNextChild()
        here = window.focusWidget()
        if here is start:
            break
        visited.append(here)
    names = {type(each).__name__ for each in visited}
    assert len(visited) < 100
    assert {"PlaceButton", "ManifestoTable", "SetTabs", "QPushButton"} <= names


@pytest.mark.parametrize(("dark", "scale", "size"), [(False, 1, (1024, 640)), (True, 2, (1024, 640))])
def test_a_scene_is_drawn_in_either_theme_at_any_size(
    tmp_path: Path, themed: QApplication, dark: bool, scale: float, size: tuple[int, int]
) -> None:
    out = tmp_path / "scene.png"
    draw("compare-policing", out, dark=dark, scale=scale, size=size)
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (size[0] * scale, size[1] * scale)
    corner = picture.pixelColor(picture.width() - 2, 2).lightness()
    assert (corner < 128) == dark


def test_a_scene_that_does_not_exist_is_refused_with_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="compare-vawg"):
        draw("nonsense", tmp_path / "scene.png")


def test_a_picture_that_cannot_be_written_is_refused(tmp_path: Path, themed: QApplication) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotFound, match="could not be written"):
        draw("keys", tmp_path / "file" / "scene.png")


def all_windows_closed() -> bool:
    return not [each for each in QApplication.topLevelWidgets() if isinstance(each, Window) and each.isVisible()]


def test_a_scene_in_which_something_is_copied_leaves_nothing_on_the_clipboard(stage: Stage) -> None:
    play("citation-guess", stage)
    assert stage.app.clipboard().mimeData().hasText()
    stage.close()
    assert not stage.app.clipboard().text()


def test_nothing_stays_open_after_drawing(tmp_path: Path, themed: QApplication) -> None:
    draw("palette", tmp_path / "scene.png")
    assert all_windows_closed()
