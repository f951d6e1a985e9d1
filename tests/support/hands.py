"""A person's hands on the real window: keys and clicks that are counted, and the dialogs that ask for files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QPushButton, QTabBar, QWidget
from waiting import wait

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Everything is done through them; `settle` waits for what comes of it. Letters of one's own text count apart."""

    def __init__(self, settle: Callable[[], None]) -> None:
        self._settle = settle
        self.keys = self.clicks = self.letters = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.keys += 1
        QTest.keyClick(_focused(), key, modifiers)
        self._settle()

    def write(self, words: str) -> None:
        """Type words where the focus is."""
        self.letters += len(words)
        QTest.keyClicks(_focused(), words)

    def click(self, widget: QWidget, at: QPoint | None = None, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Click in the middle of a widget, or at a point of it."""
        assert widget.isVisible()
        self.clicks += 1
        QTest.mouseClick(widget, LEFT, modifiers, at if at is not None else widget.rect().center())
        self._settle()

    def click_button(self, within: QWidget, words: str) -> None:
        """Click the button with these words."""
        self.click(next(one for one in within.findChildren(QPushButton) if one.isVisible() and one.text() == words))

    def click_tab(self, tabs: QTabBar, words: str) -> None:
        """Click the tab with these words."""
        at = next(at for at in range(tabs.count()) if tabs.tabText(at) == words)
        self.click(tabs, tabs.tabRect(at).center())

    def in_file_dialog(self, opening: Callable[[], None], answer: Callable[[QFileDialog], None]) -> None:
        """Do what opens a dialog, which returns only when that has been answered, and answer it."""
        failed: list[BaseException] = []
        window = QApplication.activeWindow()
        assert window is not None

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                return
            timer.stop()
            try:
                answer(dialog)
            except BaseException as error:  # noqa: BLE001  # raised below: here it would leave the dialog open for ever
                failed.append(error)
                dialog.reject()

        timer = QTimer(interval=5)
        timer.timeout.connect(look)
        timer.start()
        opening()
        timer.stop()
        if failed:
            raise failed[0]
        window.activateWindow()  # without a screen nobody gives it the keys again
        wait(window.isActiveWindow)
        self._settle()

    def choose_files(self, dialog: QFileDialog, *names: str) -> None:
        """Click these files, all but the first with Ctrl, and then Open."""
        files = dialog.findChild(QAbstractItemView, "listView")
        tree = dialog.findChild(QAbstractItemView, "treeView")
        view = next(one for one in (files, tree) if isinstance(one, QAbstractItemView) and one.isVisible())
        model = view.model()

        def rows() -> dict[str, int]:
            root = view.rootIndex()
            return {model.index(row, 0, root).data(): row for row in range(model.rowCount(root))}

        wait(lambda: set(names) <= rows().keys())
        for number, name in enumerate(names):
            held = Qt.KeyboardModifier.ControlModifier if number else NONE
            self.clicks += 1
            at = view.visualRect(model.index(rows()[name], 0, view.rootIndex())).center()
            QTest.mouseClick(view.viewport(), LEFT, held, at)
        self.keys += 1
        QTest.keyClick(view, Qt.Key.Key_Return)

    def accept(self, dialog: QFileDialog) -> None:
        """Take what the dialog proposes."""
        self.keys += 1
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
