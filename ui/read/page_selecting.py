"""Selecting on original pages: the mouse's and the keyboard's way to a selection, and scrolling along with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.manifesto.finding import Found
from ui.manifesto.grains import Grain
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.selecting import Selecting
from ui.manifesto.stretching import Stretch
from ui.read.page_selection import PageSelection

_ASIDE = (Qt.Key.Key_Left.value, Qt.Key.Key_Right.value)
_LINES = {Qt.Key.Key_Up.value: False, Qt.Key.Key_Down.value: True}
# How often it scrolls on while the mouse is held above or below the pages.
_SCROLL_MS = 40


class PageSelecting(QObject):
    """Listens to the mouse on a viewport. `place_at` tells which word stands at a point of it, `scroll` moves it on."""

    changed = Signal()
    stepped = Signal()  # by a key: the cursor must come into sight
    settled = Signal()  # other words are selected, or none, and the mouse has been let go
    clicked = Signal(QPoint)  # without anything being selected

    def __init__(
        self, viewport: QWidget, place_at: Callable[[QPoint], Place | None], scroll: Callable[[int], object]
    ) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._place_at = place_at
        self._scroll = scroll
        self._selection = PageSelection()
        self._ways = Selecting(lambda: self._selection.stretch, self._take)
        self._manifesto: OpenManifesto | None = None
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
    def stretch(self) -> Stretch:
        """From where the selection was begun to the cursor."""
        return self._selection.stretch

    @property
    def cursor(self) -> Place | None:
        """The point at which a selection would begin."""
        return self._selection.cursor

    def open(self, manifesto: OpenManifesto | None) -> None:
        """Select in this manifesto; nothing is selected yet."""
        self._manifesto = manifesto
        self._selection = PageSelection(manifesto.shown if manifesto else ())
        self._ways.open(manifesto)
        self._pressed, self._dragging = None, False
        self._onwards.stop()

    def put(self, place: Place) -> None:
        """Put the cursor there, with nothing selected."""
        self._selection.put(place)
        self._tell()

    def take(self, parts: Sequence[Found]) -> None:
        """Select the words of these parts."""
        if parts:
            first, last = parts[0], parts[-1]
            self._take(Stretch(Place(first.block, first.start), Place(last.block, last.end)))

    def extend(self, grain: Grain, *, on: bool) -> None:
        """Move the end of the selection to the next end of a grain, or to the beginning before it."""
        if self._selection.cursor is not None:
            self._ways.extend(grain, on=on)
            self.stepped.emit()

    def grow(self, *, more: bool) -> None:
        """Select the word, the sentence, the paragraph round what is selected; not `more`: as it was before."""
        if self._selection.cursor is not None:
            self._ways.grow(more=more)

    def hear(self, event: QKeyEvent, *, moving: bool) -> bool:
        """Do what a key asks for and tell whether it asked for anything; without Shift only where `moving`."""
        if self._manifesto is None or self._selection.cursor is None:
            return False
        if event.matches(QKeySequence.StandardKey.SelectAll):
            shown = self._manifesto.shown
            self._take(Stretch(Place(0), Place(len(shown) - 1, len(shown[-1].text))))
            return True
        if self._ways.hear(event, letters=True) or self._moves(event, moving):
            self.stepped.emit()
            return True
        return False

    def _moves(self, event: QKeyEvent, moving: bool) -> bool:
        select = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _LINES and (select or moving):
            self._selection.step_line(down=_LINES[event.key()], select=select)
        elif event.key() in _ASIDE and moving and not select:
            words = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._ways.step(Grain.WORD if words else Grain.LETTER, right=event.key() == Qt.Key.Key_Right)
            self._selection.put(self._selection.stretch.cursor)
        else:
            return False
        self._tell()
        return True

    def _take(self, stretch: Stretch) -> None:
        self._selection.take(stretch)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        if self._pressed is None:
            self.settled.emit()

    def _press(self, event: QMouseEvent) -> bool:
        place = self._place_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or place is None:
            return False
        self._pressed, self._dragging = event.position().toPoint(), False
        onwards = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._selection.cursor is not None
        begun = self._selection.stretch.begun
        if self._ways.press(event, begun if onwards else place, Grain.RUN):
            return True
        if onwards:
            self._ways.drag(place)
        else:
            self.put(place)
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
        place = self._place_at(point)
        if place is not None:
            self._ways.drag(place)

    def _scroll_on(self) -> None:
        above, below = min(0, self._held.y()), max(0, self._held.y() - self._viewport.height())
        self._scroll(above + below)
        self._drag_to(self._held)

    def _release(self) -> bool:
        pressed = self._pressed
        self._pressed, self._dragging = None, False
        self._ways.release()
        self._onwards.stop()
        if pressed is not None:
            self.settled.emit()
        if pressed is not None and not self.parts:
            self.clicked.emit(pressed)
        return pressed is not None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if isinstance(event, QMouseEvent):
                return self._press(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                return self._move(event)
            case QEvent.Type.MouseButtonRelease:
                return self._release()
        return False
