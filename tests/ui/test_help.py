"""F1: each place is explained, the keys that are named are those of now, and every link leads somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui import assets
from ui.actions.spec import ActionSpec
from ui.actions.table import CODING, PLACES, TABLE
from ui.frame.help_pages import KEYS, PAGES, REFERENCE, START, page
from ui.frame.window import Window
from ui.scenes import NAMES
from ui.scenes.stage import Stage
from ui.shared.explained import explain, page_of
from ui.theme.fonts import reading
from ui.theme.program_page import ProgramPage

ROOT = Path(__file__).resolve().parents[2]
SPECS = {spec.id: spec for spec in TABLE}
LINK = re.compile(r"\[[^\]]*\]\(([^)]*)\)")
# How keys are written: in a page they are named by what they do, so that they are always those of now.
WRITTEN_KEYS = re.compile(
    r"\b(Ctrl|Alt|Shift|Return|Enter|Esc|Escape|Space|Backspace|Del|Delete|PgUp|PgDn|Home|End|Tab|F\d+)\b|\*\*.\*\*"
)
# Rooms that others add to the program: until then F1 cannot be pressed in them.
TO_COME = {"lessons", "present", "quiz"}


def raw(name: str) -> str:
    return assets.help_page(name).read_text(encoding="utf-8")


def links(name: str) -> set[str]:
    return set(LINK.findall(raw(name)))


def explained() -> Iterator[str]:
    """The pages that parts of the window say explain them."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "explain":
                assert isinstance(node.args[1], ast.Constant)
                yield str(node.args[1].value)


def test_every_place_and_every_panel_that_says_so_is_explained_by_a_page() -> None:
    panels = set(explained())
    assert {"charts", "codebook", "plans", "sample", "topics"} <= panels
    assert {START, *PLACES, CODING, *panels, *TO_COME} == set(PAGES)
    assert {path.stem for path in assets.help_page(START).parent.iterdir()} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_its_place_is_for_how_to_begin_and_where_to_go_on(name: str) -> None:
    text = raw(name)
    title, for_what, *rest = [part for part in text.split("\n\n") if part]
    assert title.startswith("# ")
    assert len(for_what) > 60
    steps = rest[rest.index("## The first three things to do") + 1].splitlines()
    assert [step[:3] for step in steps] == ["1. ", "2. ", "3. "]
    assert "!" not in text
    assert len(text.split()) < 350


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_only_actions_that_there_are_and_their_keys_of_now(name: str) -> None:
    shown = page(name, SPECS.__getitem__, single_keys=True)
    assert not re.search(r"[{}]", shown.text.replace("\\{", "").replace("\\}", ""))
    assert WRITTEN_KEYS.findall(REFERENCE.sub("", raw(name))) == []


def test_every_link_leads_to_a_page_and_every_page_is_led_to() -> None:
    assert {link for name in PAGES for link in links(name)} <= {*PAGES, KEYS}
    reached, new = {START}, {START}
    while new:
        new = {link for name in new for link in links(name)} - {*reached, KEYS}
        reached |= new
    assert reached == set(PAGES)


def test_what_an_action_is_called_and_its_key_stand_where_a_page_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, themed: QApplication
) -> None:
    (tmp_path / "one.md").write_text("# One\n\n{a.b}, {a.b|name}: {a.b|what} {c}, {d}\n", encoding="utf-8")
    monkeypatch.setattr(assets, "help_page", lambda name: tmp_path / f"{name}.md")
    specs = {
        "a.b": ActionSpec("a.b", "Nest…", "<", menu="Edit", also=("Ctrl+Up",), description="In *one* step."),
        "c": ActionSpec("c", "Bend", "B", menu="View"),
        "d": ActionSpec("d", "Turn"),
    }
    shown = ProgramPage()
    for single, expected in (
        (True, "<, Nest: In *one* step. B, Turn"),
        (False, "Ctrl+Up, Nest: In *one* step. View > Bend, Turn"),
    ):
        made = page("one", specs.__getitem__, single_keys=single)
        assert made.title == "One"
        shown.show_page(made.text, "One")
        assert shown.toPlainText() == f"One\n{expected}"


def test_the_innermost_part_that_says_so_is_what_is_explained(themed: QApplication) -> None:
    place = QWidget()
    panel = QWidget(place)
    field = QWidget(panel)
    assert page_of(field) == ""
    explain(panel, "charts")
    assert (page_of(field), page_of(place), page_of(None)) == ("charts", "", "")


@pytest.fixture
def window(themed: QApplication) -> Iterator[Window]:
    stage = Stage(themed, dark=False, size=QSize(1024, 640))
    made = stage.open_samples()
    stage.settle(made)
    yield made
    stage.close()


def with_keys() -> QWidget:
    there = QApplication.focusWidget()
    assert there is not None
    return there


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(with_keys(), key, modifiers)


def test_by_keys_from_a_place_to_its_page_along_a_link_back_to_the_keys_and_out(window: Window) -> None:
    before = window.focusWidget()
    press(Qt.Key.Key_F1)
    help = window.help
    assert help.overlay.isVisible()
    assert (help.here, help.page.accessibleName()) == ("compare", "Help: Compare")
    assert "C copies a passage with its citation" in help.page.toPlainText()
    assert help.page.hasFocus()

    press(Qt.Key.Key_Tab)  # to the first link
    press(Qt.Key.Key_Return)
    assert help.here == "plans"
    assert help.pages.currentIndex().data() == "Plans"
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (help.here, window.places.here) == ("compare", "compare")

    help.pages.setFocus()
    press(Qt.Key.Key_Down)
    assert help.here == "charts"
    press(Qt.Key.Key_Escape)
    assert not help.overlay.isVisible()
    assert window.focusWidget() is before

    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert with_keys().accessibleName() == "Keys"
    press(Qt.Key.Key_Escape)

    window.session.actions.action("compare.charts").trigger()
    press(Qt.Key.Key_F1)
    assert help.here == "charts"
    help.go(KEYS)
    assert not help.overlay.isVisible()
    assert with_keys().accessibleName() == "Keys"


GUIDE = ROOT / "docs" / "guide"
NAMED_KEY = re.compile(r"(?:\b(?:Ctrl|Alt|Shift)\+)+(?:[A-Z]\w*|[=+/])|\bF\d{1,2}\b")


def test_keys_that_the_guide_names_are_keys_of_actions() -> None:
    known = {key for spec in TABLE for key in (spec.shortcut, *spec.also) if key}
    for path in sorted(GUIDE.glob("*.md")):
        named = set(NAMED_KEY.findall(path.read_text(encoding="utf-8")))
        assert named
        assert named <= known, path.name


def test_each_picture_of_the_guide_is_a_scene_and_each_that_it_shows_is_there_and_small() -> None:
    shown = {name for path in GUIDE.glob("*.md") for name in LINK.findall(path.read_text("utf-8")) if ".png" in name}
    there = {path.name: path.stat().st_size for path in GUIDE.glob("*.png")}
    assert shown == set(there)
    assert {name.removesuffix(".png") for name in there} <= set(NAMES)
    assert max(there.values()) < 120_000


@pytest.mark.parametrize("name", ["researcher", "student", "teacher"])
def test_a_page_to_print_is_one_sheet_of_paper(name: str, themed: QApplication) -> None:
    printed = QTextDocument()
    printed.setDefaultFont(reading(14))  # 10.5 points
    printed.setMarkdown((GUIDE / f"{name}.md").read_text(encoding="utf-8"))
    width, height = 210 - 32, 297 - 32  # A4 without its margins, in millimetres
    printed.setPageSize(QSizeF(width / 25.4 * 96, height / 25.4 * 96))
    assert printed.pageCount() == 1
