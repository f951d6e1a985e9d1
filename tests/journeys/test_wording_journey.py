"""The window and an export in a language that was made up: what is said through `reader.wording` follows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import in_compare
import pytest
import sentences
from PySide6.QtWidgets import QPushButton

from index.exports.registry import Layout, format_called
from reader import wording
from reader.home import Home
from ui import assets
from ui.frame.window import Window
from ui.scenes.stage import Stage


def turned(said: str) -> str:
    """A sentence in the language that was made up: between signs that no sentence has."""
    return f"‹{said}›"


@pytest.fixture
def window(stage: Stage, folder: Home, tmp_path: Path) -> Iterator[Window]:
    made_up = {said: tuple(map(turned, said)) for said in sentences.sentences()}
    (tmp_path / "xx.po").write_text(sentences.catalogue(made_up, "xx"), encoding="utf-8")
    wording.use(tmp_path, "xx")
    yield in_compare.opened(stage, folder)
    wording.use(assets.translations())


def test_the_window_and_an_export_speak_the_language_of_a_catalogue(stage: Stage, window: Window) -> None:
    offer = window.places.offer()
    assert not isinstance(offer, str)
    window.session.actions.action("export").trigger()
    stage.settle(window)
    assert window.exporting is not None
    assert window.exporting.large.text() == turned("Large print")
    assert window.exporting.format.itemText(0) == f"{turned('Word document')} (.docx)"
    window.session.actions.action("go-plans").trigger()
    stage.settle(window)
    place = window.places.plans
    assert place.accessibleName() == turned("Plans")
    assert place.panel.advice.startswith("‹")
    assert turned("New sentence") in {button.text() for button in place.findChildren(QPushButton)}
    page = format_called("html").write(offer.thing, Layout(assets.for_exports())).decode()
    assert '<html lang="xx">' in page
    assert turned("Where this comes from") in page
