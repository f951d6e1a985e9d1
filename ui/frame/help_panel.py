"""F1: the page of the help that explains the place in use, and all others one key or click away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, QStringListModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from reader.wording import tr
from ui import theme
from ui.actions.offered import Actions
from ui.frame.help_pages import KEYS, PAGES, HelpPage, page
from ui.shared.overlay import WIDE, Overlay
from ui.theme.program_page import ProgramPage
from ui.theme.rows import Rows, floating, show_whole_rows
from ui.theme.tokens import COLUMN_WIDTH, STEP, TWO

_LIST_WIDTH = 184
_HEIGHT = 3 * COLUMN_WIDTH


class Help(QWidget):
    """The pages over one window. `show_keys` shows the keys of the place in use."""

    def __init__(self, window: QWidget, actions: Actions, show_keys: Callable[[], object]) -> None:
        super().__init__()
        self._actions = actions
        self._show_keys = show_keys
        self._been: list[str] = []
        self.here = ""
        self.page = ProgramPage()
        self.pages = QListView()
        self.keys = QPushButton(tr("Keyboard shortcuts"))
        self._titles = QStringListModel([self._page(name).title for name in PAGES], self)
        self._lay_out()
        self.setFocusProxy(self.page)
        self.page.link_followed.connect(self.go)
        self.page.back_wished.connect(self.go_back)
        self.pages.selectionModel().currentChanged.connect(self._choose)
        self.keys.clicked.connect(lambda: self.go(KEYS))
        self.overlay = Overlay(window, self, tr("Help"), WIDE)

    def open(self, name: str) -> None:
        """Show the page with this name, and give it the keys."""
        self._been.clear()
        self.pages.setFixedWidth(round(_LIST_WIDTH * theme.tokens().scale))
        self._show(name)
        self.overlay.open()

    def go(self, name: str) -> None:
        """Follow a link to the page with this name, or to the keys."""
        if name == KEYS:
            self.overlay.dismiss()
            self._show_keys()
        elif name != self.here:
            self._been.append(self.here)
            self._show(name)

    def go_back(self) -> None:
        """Show the page that was left last."""
        if self._been:
            self._show(self._been.pop())

    def _show(self, name: str) -> None:
        shown = self._page(name)
        self.here = name
        self.page.show_page(shown.text, tr("Help: {page}", page=shown.title))
        self.pages.setCurrentIndex(self._titles.index(PAGES.index(name)))

    def _choose(self, index: QModelIndex) -> None:
        self.go(PAGES[index.row()])

    def _page(self, name: str) -> HelpPage:
        return page(name, self._actions.spec, single_keys=self._actions.single_keys)

    def _lay_out(self) -> None:
        self.pages.setModel(self._titles)
        self.pages.setItemDelegate(Rows(self.pages, floating=True, elided=True))
        self.pages.setFrameShape(QListView.Shape.NoFrame)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.pages.setMouseTracking(True)
        self.pages.setAccessibleName(tr("Pages of the help"))
        floating(self.pages)
        side = QVBoxLayout()
        side.setSpacing(STEP)
        side.addWidget(self.pages, 1)
        side.addWidget(self.keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP, STEP, STEP, STEP)
        row.setSpacing(TWO)
        row.addLayout(side)
        row.addWidget(self.page, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        show_whole_rows(self.pages)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, _HEIGHT)
