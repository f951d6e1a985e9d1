"""Selecting on original pages: the mouse's and the keyboard's way to a selection, and scrolling along with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from reader.model import Block
from ui.manifesto.finding import Found
from ui.manifesto.manifesto import Place
from ui.read.page_selection import PageSelection, Step

_STEPS = {
    Qt.Key.Key_Left.value: Step.BACK,
    Qt.Key.Key_Right.value: Step.ON,
    Qt.Key.Key_Up.value: Step.UP,
    Qt.Key.Key_Down.value: Step.DOWN,
}
# How often it scrolls on while the mouse is held above or below the pages.
_SCROLL_MS = 40


class PageSelecting(QObject):
    """Listens to the mouse on a viewport. `word_at` tells which word stands at a point of it, `scroll` moves it on."""

    changed = Signal()
    stepped = Signal()  # by a key: the cursor must come into sight

    def __init__(
        self, viewport: QWidget, word_at: Callable[[QPoint], Place | None], scroll: Callable[[int], object]
    ) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._word_at = word_at
        self._scroll = scroll
        self._selection = PageSelection()
        self._shown: tuple[Block, ...] = ()
        self._pressed: QPoint | None = None
        self._held = QPoint()
        self._dragging = False
        self._onwards = QTimer(self, interval=_SCROLL_MS)
        self._onwards.timeout.connect(self._scroll_on)
        viewport.installEventFilter(self)

    @property
    def parts(self) -> tuple[Found, ...]:
        """What is selected."""
        return self._selection.parts

    @property
    def cursor(self) -> Found | None:
        """The word at which a selection would begin."""
        return self._selection.cursor

    def open(self, shown: tuple[Block, ...]) -> None:
        """Select in these blocks; nothing is selected yet."""
        self._shown, self._selection = shown, PageSelection(shown)
        self._pressed, self._dragging = None, False
        self._onwards.stop()

    def put(self, place: Place) -> None:
        """Put the cursor there, with nothing selected."""
        self._selection.put(place)
        self.changed.emit()

    def take(self, parts: tuple[Found, ...]) -> None:
        """Select the words of these parts."""
        self._selection.take(parts)
        self.changed.emit()

    def hear(self, event: QKeyEvent, *, moving: bool) -> bool:
        """Do what a key asks for and tell whether it asked for anything; without Shift only where `moving`."""
        if event.matches(QKeySequence.StandardKey.SelectAll) and self._shown:
            self._selection.put(Place(0))
            self._selection.extend(Place(len(self._shown) - 1, len(self._shown[-1].text)))
            self.changed.emit()
            return True
        select = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() not in _STEPS or not (select or moving) or self._selection.cursor is None:
            return False
        self._selection.step(_STEPS[event.key()], select=select)
        self.changed.emit()
        self.stepped.emit()
        return True

    def _press(self, event: QMouseEvent) -> bool:
        place = self._word_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or place is None:
            return False
        self._pressed, self._dragging = event.position().toPoint(), False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._selection.extend(place)
        else:
            self._selection.put(place)
        self.changed.emit()
        return True

    def _move(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return False
        point = self._held = event.position().toPoint()
        far = (point - self._pressed).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        self._dragging = self._dragging or far
        if self._dragging:
            self._drag_to(point)
            outside = not self._viewport.rect().contains(QPoint(self._viewport.width() // 2, point.y()))
            self._onwards.start() if outside else self._onwards.stop()
        return True

    def _drag_to(self, point: QPoint) -> None:
        place = self._word_at(point)
        if place is not None:
            self._selection.extend(place)
            self.changed.emit()

    def _scroll_on(self) -> None:
        above, below = min(0, self._held.y()), max(0, self._held.y() - self._viewport.height())
        self._scroll(above + below)
        self._drag_to(self._held)

    def _release(self) -> bool:
        held = self._pressed is not None
        self._pressed, self._dragging = None, False
        self._onwards.stop()
        return held

    def _select_word(self, event: QMouseEvent) -> bool:
        if not self._press(event):
            return False
        self._drag_to(event.position().toPoint())
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                return self._press(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                return self._move(event)
            case QEvent.Type.MouseButtonRelease:
                return self._release()
            case QEvent.Type.MouseButtonDblClick if isinstance(event, QMouseEvent):
                return self._select_word(event)
        return False
