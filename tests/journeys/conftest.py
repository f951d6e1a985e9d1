"""What journeys share: no screen is needed, a library with the samples, and the stage with its window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from reader.home import Home, home
from ui.frame.window import Window
from ui.scenes.homes import copied_to, samples
from ui.scenes.stage import Stage
from ui.session.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Home:
    """A copy of a library with the three samples, index and topic views included, and a style of citations chosen."""
    made = copied_to(home(tmp_path / "home"), samples())
    Settings(made.settings).change(citation_style="harvard")
    return made


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """Where windows are opened; all are closed afterwards."""
    made = Stage(qapp, dark=False, size=QSize(1280, 800))
    yield made
    made.close()


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    """The window on that library, as it opens."""
    opened = stage.open(folder)
    stage.settle(opened)
    return opened
