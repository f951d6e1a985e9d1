"""The look: one set of tokens for both themes, faces that are there on every machine, nothing written elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QWidget
from PySide6Qlementine import QlementineStyle, Theme

import ui
from ui import theme
from ui.frame.appearance import Appearance
from ui.session.session import Session
from ui.theme import fonts
from ui.theme.icons import icon, picture
from ui.theme.qlementine import theme_values
from ui.theme.text import Role, Text
from ui.theme.tokens import DARK, LIGHT, SCALES, tokens_for

PACKAGE = Path(str(ui.__file__)).parent


@pytest.fixture
def restored(themed: QApplication) -> Iterator[QApplication]:
    """The application, light again afterwards for the tests that follow."""
    yield themed
    theme.apply(themed, dark=False)


def test_both_themes_name_the_same_colours_and_the_style_knows_every_value() -> None:
    known = set(Theme().toJson().toVariant()) | {"meta", "useSystemFonts"}
    for dark in (False, True):
        given = set(theme_values(tokens_for(dark)))
        # The light theme of the style itself leaves colours on a status ground out of what it writes.
        assert {name for name in given - known if not name.startswith("statusColorForeground")} == set()
    assert LIGHT != DARK
    assert replace(LIGHT, surface=DARK.surface) != LIGHT


@pytest.mark.parametrize("dark", [False, True])
def test_applying_a_theme_changes_what_is_drawn_with_at_once(restored: QApplication, dark: bool) -> None:
    label = Text("words", Role.SECONDARY)
    theme.apply(restored, dark, scale=1.5)
    colours = DARK if dark else LIGHT
    assert theme.tokens().colours is colours
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == colours.secondary
    assert label.font().pixelSize() == 21
    assert restored.palette().color(QPalette.ColorRole.PlaceholderText).name() == colours.secondary
    style = restored.style()
    assert isinstance(style, QlementineStyle)
    assert style.theme().backgroundColorMain1.name() == colours.surface
    assert not style.animationsEnabled()


def printed_by_a_new_program(*lines: str, **environment: str) -> str:
    """What these lines print in a process of their own, after `app` was made and given the light theme."""
    imports = ("from PySide6.QtGui import QFontInfo, QPalette", "from PySide6.QtWidgets import QApplication")
    begun = ("from ui import theme", "app = QApplication([])", "theme.apply(app, dark=False)")
    command = [sys.executable, "-c", "\n".join([*imports, *begun, *lines])]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


def test_words_in_empty_fields_can_be_read_after_the_first_events_too() -> None:
    """In a process of its own: Qt crashes where the style of an application that has had windows is replaced."""
    colour = "print(app.palette().color(QPalette.ColorRole.PlaceholderText).name())"
    assert printed_by_a_new_program("QApplication.processEvents()", colour) == LIGHT.secondary


def test_the_faces_are_there_and_can_write_the_names_of_these_islands(themed: QApplication) -> None:
    assert QFontInfo(fonts.interface(14)).family() == "Inter"
    assert QFontInfo(fonts.reading(17)).family() == "Source Serif Pro"
    for font in (fonts.interface(14), fonts.interface(14, bold=True), fonts.reading(17), fonts.reading(17, bold=True)):
        raw = QRawFont.fromFont(font)
        assert [sign for sign in "AZaz019 £€“”‘’–…ŵŷâéíóúñçöß•" if not raw.supportsCharacter(ord(sign))] == []


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig is Linux's")
def test_the_faces_are_there_on_a_machine_without_any_fonts(tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    families = (
        "print(QFontInfo(theme.fonts.interface(14)).family(), QFontInfo(theme.fonts.reading(17)).family(), sep='|')"
    )
    assert printed_by_a_new_program(families, FONTCONFIG_FILE=str(bare)) == "Inter|Source Serif Pro"


def test_icons_take_their_colour_from_the_theme(themed: QApplication) -> None:
    drawn = icon("search").pixmap(32, 32).toImage()
    colours = {
        drawn.pixelColor(x, y).name() for x in range(32) for y in range(32) if drawn.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT.ink}
    with pytest.raises(OSError, match="no-such-icon"):
        picture("no-such-icon", "#000000", drawn.size())


def test_text_grows_and_shrinks_by_steps_and_stops_at_both_ends(restored: QApplication, session: Session) -> None:
    appearance = Appearance(restored, session.settings)
    appearance.connect_actions(session.actions)
    for _ in range(10):
        session.actions.action("larger").trigger()
    assert session.settings.now.text_scale == SCALES[-1] == theme.tokens().scale
    for _ in range(10):
        session.actions.action("smaller").trigger()
    assert session.settings.now.text_scale == SCALES[0]
    session.actions.action("usual-size").trigger()
    assert theme.tokens().body == 14


def test_the_menu_shows_which_theme_was_chosen(restored: QApplication, session: Session) -> None:
    Appearance(restored, session.settings).connect_actions(session.actions)
    session.actions.action("theme-dark").trigger()
    assert theme.tokens().dark
    shown = [name for name in ("system", "light", "dark") if session.actions.action(f"theme-{name}").isChecked()]
    assert shown == ["dark"]
    session.actions.action("theme-dark").trigger()
    assert session.actions.action("theme-dark").isChecked()


def test_colours_fonts_and_style_sheets_are_written_in_the_theme_alone() -> None:
    written = re.compile(
        r"""["']#[0-9a-fA-F]{3,8}["']|setStyleSheet|QFont\(["']|setPixelSize|setPointSize|GlobalColor\.(?!transparent)"""
    )
    found = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if "theme" not in path.relative_to(PACKAGE).parts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if written.search(line)
    ]
    assert found == []


def test_a_label_that_is_gone_does_not_hear_of_the_theme(restored: QApplication) -> None:
    parent = QWidget()
    Text("words", Role.BODY, parent)
    parent.deleteLater()
    del parent
    theme.apply(restored, dark=True)
