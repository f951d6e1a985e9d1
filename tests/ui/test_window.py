"""The window: places, keys, dropping files, what it remembers, and what it does when reading goes wrong."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shelf import shelve

from reader.home import Home
from reader.library import edits
from ui import theme
from ui.actions.offered import CODING, PLACES, TABLE
from ui.compare.panels.panels import PANELS
from ui.frame.application import open_window
from ui.frame.drop_hint import DropHint
from ui.frame.window import Window, files_in
from ui.search.place import SearchPlace
from ui.session.settings import Settings
from ui.shared.menus import offer
from ui.shared.saving import save_as

TOPIC = """id = "twenty-three"
version = 1
name = "Lamps"
colour = "#aa7700"
definition = "Lamps."
[[query]]
query = "lamp"
"""


class Shown(QObject):
    """Keeps which windows were shown while it listened, by the names of their classes."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.fixture
def window(themed: QApplication, folder: Home, qtbot: QtBot) -> Iterator[Window]:
    """The window on a library with one manifesto, left in the Library."""
    shelve(folder, "Forward", party="Harbour")
    Settings(folder.settings).change(place="library")
    opened = reopened(themed, folder)
    qtbot.waitUntil(opened.isActiveWindow)
    yield opened
    shut(opened)
    theme.apply(themed, dark=False)


def test_at_the_first_start_the_focus_is_where_the_person_looks(
    themed: QApplication, folder: Home, qtbot: QtBot
) -> None:
    opened = reopened(themed, folder)
    qtbot.waitUntil(opened.isActiveWindow)
    here = QApplication.focusWidget()
    assert here is opened.places.currentWidget()
    shut(opened)


def test_places_and_panels_open_in_the_window_and_nothing_flashes_beside_it(
    themed: QApplication, folder: Home, qtbot: QtBot
) -> None:
    shelve(folder, "Forward", party="Harbour")
    opened = reopened(themed, folder)
    qtbot.waitUntil(opened.isActiveWindow)
    shown = Shown()
    themed.installEventFilter(shown)
    for name in (*PLACES, "compare"):
        opened.places.go(name)
    for panel in PANELS:
        opened.places.compare.host.open_panel(panel.id)
    themed.removeEventFilter(shown)
    assert shown.windows == []
    assert opened.isActiveWindow()
    shut(opened)


def test_a_message_moves_nothing_and_goes_with_its_place(window: Window) -> None:
    before = window.places.geometry()
    window.session.say("Left out of “Lamps”.")
    QApplication.processEvents()
    assert window.strip.isVisible()
    assert window.places.geometry() == before
    assert (
        window.places.mapToGlobal(window.places.rect().bottomLeft()).y()
        >= window.strip.mapToGlobal(window.strip.rect().bottomLeft()).y()
    )
    trigger(window, "go-search")
    assert window.strip.sentence == ""


def test_what_was_saved_is_said_with_its_folder(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    save_as(window.session, tmp_path / "lamps.md", lambda: "# Lamps")
    assert window.strip.sentence == "Saved as “lamps.md”."
    next(each for each in window.strip.findChildren(QPushButton) if each.text() == "Show folder").click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_nothing_that_lies_in_the_folders_of_topics_and_settings_keeps_the_window_closed(
    themed: QApplication, folder: Home
) -> None:
    folder.topics.mkdir(parents=True)
    (folder.topics / "brackets.toml").write_text("a=" + "[" * 40_000, encoding="utf-8")
    (folder.topics / "version.toml").write_text(TOPIC.replace("= 1", "= 12345678901234567890123"), encoding="utf-8")
    (folder.topics / "good.toml").write_text(TOPIC.replace("twenty-three", "good"), encoding="utf-8")
    shelve(folder, "Forward", party="Harbour")
    widths = '{"library": {"table": {"widths": {"Title": 1e30, "Party": -5, "Year": 99999999999}}}}'
    settings = f'{{"text_scale": NaN, "geometry": "\\u0000", "place": "library", "places": {widths}}}'
    (folder.settings / "window.json").write_text(settings, encoding="utf-8")
    window = reopened(themed, folder)
    topics, faults = {topic.id for topic in window.session.topics}, window.session.topic_faults
    shut(window)
    theme.apply(themed, dark=False)
    assert "good" in topics
    assert "twenty-three" not in topics
    assert [fault.problem.partition(":")[0] for fault in faults] == ["brackets.toml, line 1", "version.toml, line 2"]


def reopened(app: QApplication, folder: Home) -> Window:
    window = open_window(app, folder, ())
    window.show()
    window.activateWindow()
    return window


def shut(window: Window) -> None:
    """Close the window and let go of everything in it."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def trigger(window: Window, name: str) -> None:
    window.session.actions.action(name).trigger()


def test_ctrl_and_a_digit_go_to_each_place(window: Window) -> None:
    for digit, place in zip(
        (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6), PLACES, strict=True
    ):
        QTest.keyClick(window.focusWidget() or window, digit, Qt.KeyboardModifier.ControlModifier)
        assert window.places.here == place
        assert [button.text().lower() for button in window.rail.buttons if button.isChecked()] == [place]


def test_every_action_of_the_table_is_answered_by_somebody(window: Window) -> None:
    for place in (*PLACES, CODING):
        window.places.go(place)
    for panel in PANELS:
        window.places.compare.host.panel(panel.id)
    assert window.presenting.room.window is None
    assert {spec.id for spec in TABLE} - window.session.actions.connected() == set()


def test_back_returns_to_the_place_one_came_from(window: Window) -> None:
    window.places.go("search")
    window.places.go("compare")
    trigger(window, "back")
    assert window.places.here == "search"
    trigger(window, "back")
    assert window.places.here == "library"


def test_a_manifesto_is_opened_from_the_library(window: Window, qtbot: QtBot) -> None:
    document = window.session.library.documents()[0].id
    window.places.library.passage_activated.emit(document, "")
    assert window.places.here == "read"
    qtbot.waitUntil(lambda: window.settled, timeout=20_000)
    assert window.places.read.state()["document"] == document


def test_undo_says_what_it_undoes_and_is_grey_when_there_is_nothing(window: Window) -> None:
    undo = window.session.actions.action("undo")
    assert not undo.isEnabled()
    document = window.session.library.documents()[0].id
    window.session.apply(edits.remove(window.session.library, document))
    assert undo.isEnabled()
    assert undo.text() == "Undo removing “Forward”"
    undo.trigger()
    assert not undo.isEnabled()
    assert window.session.actions.action("redo").text() == "Redo removing “Forward”"


def test_only_files_of_this_machine_can_be_dropped(tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl("https://example.org/manifesto.pdf"), QUrl.fromLocalFile(str(tmp_path / "mine.pdf"))])
    assert files_in(dropped) == [tmp_path / "mine.pdf"]


def test_files_can_be_dropped_anywhere_because_nothing_in_the_window_takes_them_away(window: Window) -> None:
    for place in PLACES:
        window.places.go(place)
    assert window.acceptDrops()
    transparent = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    takers = [
        each for each in window.findChildren(QWidget) if each.acceptDrops() and not each.testAttribute(transparent)
    ]
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile("/mine.pdf")])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    hint = window.findChild(DropHint)
    assert isinstance(hint, DropHint)
    for each in takers:  # lists in which rows are dragged take these alone
        QApplication.sendEvent(each, QDragEnterEvent(QPoint(9, 9), copy, dragged, button, none))
        assert hint.isVisible(), type(each).__name__
        window.dragLeaveEvent(QDragLeaveEvent())


def test_dragging_files_over_the_window_says_that_they_may_be_dropped(window: Window, tmp_path: Path) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / "mine.pdf"))])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    hint = window.findChild(DropHint)
    assert isinstance(hint, DropHint)
    window.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), copy, dragged, button, none))
    assert hint.isVisible()
    assert hint.size() == window.size()
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not hint.isVisible()


def test_place_size_and_theme_are_as_they_were_left(themed: QApplication, folder: Home, window: Window) -> None:
    window.resize(QSize(800, 700))
    trigger(window, "theme-dark")
    window.places.go("search")
    window.close()
    again = reopened(themed, folder)
    assert again.places.here == "search"
    assert again.size() == QSize(800, 700)
    assert theme.tokens().dark
    shut(again)


def test_the_window_opens_on_what_was_left_even_when_it_is_gone(
    themed: QApplication, folder: Home, window: Window
) -> None:
    window.session.settings.change(place="notes", places={"library": {"set": "gone", "table": {"sorted": 99}}})
    window.places.remember()
    window.session.settings.change(place="notes")
    document = window.session.library.documents()[0].id
    window.session.apply(edits.remove(window.session.library, document))
    window.close()
    again = reopened(themed, folder)
    again.places.go("library")
    assert again.places.library.table.model().rowCount() == 0
    shut(again)


def import_processes() -> set[int]:
    """The ids of the import processes that this process has started."""
    found = set()
    for child in psutil.Process().children():
        with suppress(psutil.Error):  # it may be gone by now
            if "multiprocessing.spawn" in " ".join(child.cmdline()):
                found.add(child.pid)
    return found


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
@pytest.mark.spawned
def test_a_killed_import_is_started_again_and_a_second_death_is_told(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text("\n\n".join(f"{number} lamps will be mended by the council." for number in range(60_000)), "utf-8")
    spared = import_processes()
    killed: set[int] = set()

    def kill() -> None:
        for process in import_processes() - spared - killed:
            killed.add(process)
            os.kill(process, signal.SIGKILL)

    hunter = QTimer(interval=20)
    hunter.timeout.connect(kill)
    hunter.start()
    with qtbot.waitSignal(window.session.import_stopped, timeout=60_000) as told:
        window.session.add_files([slow])
    hunter.stop()
    assert len(killed) == 2
    assert "next start goes on" in told.args[0]
    assert window.strip.sentence == told.args[0]
    assert not window.session.importing
    assert window.session.settings.now.importing
    assert [Path(file.path) for file in window.session.library.waiting()] == [slow]


def test_copied_text_is_pasted_as_a_manifesto_titled_by_its_first_line(window: Window, qtbot: QtBot) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("QUAYS FOR ALL\n\nWe will mend the eastern quay before the winter.\n")
    with qtbot.waitSignal(window.session.document_added, timeout=30_000) as added:
        trigger(window, "paste")
    assert added.args[0].title == "QUAYS FOR ALL"
    qtbot.waitUntil(lambda: not window.session.busy, timeout=30_000)
    clipboard.clear()
    with qtbot.waitSignal(window.session.noticed) as said:
        trigger(window, "paste")
    assert said.args[0].startswith("There is no text to paste.")


def test_what_still_waited_when_the_window_was_closed_comes_to_no_end(window: Window, qtbot: QtBot) -> None:
    """A pause in typing, and a menu from which somebody is about to choose."""
    window.session.actions.action("go-search").trigger()
    (search,) = window.places.findChildren(SearchPlace)
    QTest.keyClicks(search.field, "lamps")
    menu = QMenu(window)
    menu.addAction("Into the set")
    offer(menu, window.mapToGlobal(QPoint(20, 20)))
    window.close()
    assert not any(timer.isActive() for timer in window.findChildren(QTimer))
    assert QApplication.activePopupWidget() is None
