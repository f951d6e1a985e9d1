"""A protected manifesto: it fails, its password is typed, it is read, and its pages are shown, also after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from protected import PROMISE, files_holding, protected_pdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.home import Home, home
from ui.frame.window import Window
from ui.library.failures import FailureList
from ui.read.page_view import PageView
from ui.scenes.stage import Stage, wait

WORD = "Nebelhorn-12"


@pytest.fixture
def chosen(tmp_path: Path) -> Home:
    return home(tmp_path / "home")


def start(stage: Stage, chosen: Home) -> Window:
    window = stage.open(chosen)
    stage.settle(window)
    window.activateWindow()
    return window


def type_into(window: Window, password: str) -> None:
    """Type a password where the focus is, and press Return."""
    field = window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, password)
    QTest.keyClick(field, Qt.Key.Key_Return)


def pages_of(stage: Stage, window: Window) -> PageView:
    """The original pages of the one manifesto that is not a sample."""
    (document,) = [each for each in window.session.library.documents() if not each.sample]
    window.places.go("read")
    window.places.read.open_passage(document.id, None, "page")
    stage.settle(window)
    return window.places.read.views.pages


def shows_print(pages: PageView) -> bool:
    """Whether a picture of the first page has come."""
    return bool(pages.pictures.of_page(1)) and pages.pictures.failure(1) is None


@pytest.mark.timeout(180)
def test_from_a_failure_over_its_password_to_the_original_page(stage: Stage, chosen: Home, tmp_path: Path) -> None:
    file = protected_pdf(tmp_path / "files" / "light.pdf", WORD)
    window = start(stage, chosen)
    window.places.go("library")
    window.session.add_files([file])
    stage.settle(window)
    failures = window.places.library.failures
    assert failures.isVisible()
    _wrong_then_right(stage, window, failures)
    assert not failures.isVisible()
    assert window.focusWidget() is window.places.library.table, "where one goes on"
    (document,) = [each for each in window.session.library.documents() if not each.sample]
    assert PROMISE in [block.text for block in window.session.library.blocks(document.id)]
    pages = pages_of(stage, window)
    assert shows_print(pages), "with the password already given"
    assert pages.lock.isHidden()
    window.close()
    again = start(stage, chosen)
    _asked_once_after_a_restart(stage, again)
    again.close()
    assert files_holding(tmp_path, "Nebelhorn") == []


def _wrong_then_right(stage: Stage, window: Window, failures: FailureList) -> None:
    failures.list.setFocus()
    failures.list.setCurrentIndex(failures.model.index(0, 0))
    QTest.keyClick(failures.list, Qt.Key.Key_Return)
    assert failures.password.isVisible()
    assert window.focusWidget() is failures.password.field
    type_into(window, "Nebelhorn-Elf")
    assert failures.password.field.text() == ""
    stage.settle(window)
    assert "The password did not fit." in failures.model.index(0, 0).data()
    assert window.focusWidget() is failures.password.field, "ready for another try"
    type_into(window, WORD)
    assert window.focusWidget() is failures.password.field
    stage.settle(window)


def _asked_once_after_a_restart(stage: Stage, window: Window) -> None:
    pages = pages_of(stage, window)
    assert pages.lock.isVisible()
    assert not shows_print(pages)
    assert window.focusWidget() is pages.lock.field
    type_into(window, "Nebelhorn-Elf")
    wait(lambda: "did not fit" in pages.lock.sentences)
    type_into(window, WORD)
    wait(lambda: shows_print(pages))
    assert pages.lock.isHidden()
    assert window.focusWidget() is pages
    sample = next(each for each in window.session.library.documents() if each.sample)
    window.places.read.open_passage(sample.id, None, "page")
    stage.settle(window)
    assert shows_print(pages_of(stage, window)), "nobody is asked a second time"
