"""The list of passages: arrow keys go from one to the next, single keys open, copy and collect the one in use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from ui import theme
from ui.passages.delegate import PassageDelegate
from ui.passages.line import PassageLine, Target, with_lead_ins
from ui.passages.model import LINE_ROLE, Index, PassageModel
from ui.passages.quoting import led_by, quotation
from ui.session.session import Session
from ui.shared.collecting import collect
from ui.shared.copying import copy_cited
from ui.shared.menus import offer
from ui.theme.words import caption

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class PassageList(QListView):
    """Return opens a passage, Shift+Return the other one of a pair, C copies with citation, K collects."""

    passage_activated = Signal(str, str)  # document, block
    line_chosen = Signal(object)  # PassageLine: it has become the one in use

    def __init__(self, session: Session, name: str, parent: QWidget | None = None, *, movable: bool = False) -> None:
        super().__init__(parent)
        self._session = session
        self.lines = PassageModel(self, movable=movable)
        self._drawing = PassageDelegate(self)
        self.keys: dict[tuple[Qt.Key, Qt.KeyboardModifier], tuple[str, Callable[[], None]]] = {
            (Qt.Key.Key_Return, _PLAIN): ("Open in Read", self.open),
            (Qt.Key.Key_Return, _SHIFT): ("Open the other in Read", self.open_other),
            (Qt.Key.Key_C, _PLAIN): ("Copy with citation", self.copy),
            (Qt.Key.Key_C, _CONTROL): ("", self.copy),
            (Qt.Key.Key_K, _PLAIN): ("Collect", self.collect),
        }
        self.setModel(self.lines)
        self.setItemDelegate(self._drawing)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_menu)
        self.doubleClicked.connect(lambda _: self.open())
        self.lines.modelReset.connect(self._drawing.forget)
        theme.changed.connect(self._measure_again)

    @property
    def line(self) -> PassageLine | None:
        """The line in use."""
        found = self.currentIndex().data(LINE_ROLE)
        return found if isinstance(found, PassageLine) else None

    def show_lines(self, lines: tuple[PassageLine, ...]) -> None:
        """Show these, with the same one in use if it is still there, else the one in its place."""
        before, row = self.line, max(0, self.currentIndex().row())
        self.lines.show_lines(self._led(lines))
        self.scheduleDelayedItemsLayout()
        if lines and self.line is None:
            same = (at for at, one in enumerate(lines) if before is not None and one.id == before.id)
            self.setCurrentIndex(self.lines.index(next(same, min(row, len(lines) - 1))))

    def replace(self, line: PassageLine) -> None:
        """Show the line with this id in another way."""
        self.lines.replace(*self._led([line]))

    def let_drag(self) -> None:
        """Let lines be dragged to another place in the list."""
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def open(self) -> None:
        """Open the passage in use in Read."""
        self._open(self.line.target if self.line is not None else None)

    def open_other(self) -> None:
        """Open the second passage of the pair in use, or the only one."""
        line = self.line
        self._open((line.other or line.target) if line is not None else None)

    def copy(self) -> None:
        """Copy the words in use with their citation; of a pair both."""
        targets = [one for one in (self.line.target, self.line.other) if one is not None] if self.line else []
        found = [made for one in targets if (made := quotation(self._session.library, one)) is not None]
        if found:
            copy_cited(self._session, self, found)

    def collect(self) -> None:
        """Put the words in use into the list that is being collected in."""
        for one in (self.line.target, self.line.other) if self.line else ():
            if one is not None:
                collect(self._session, one.document, [(one.block, one.start, one.end)])

    def _led(self, lines: Sequence[PassageLine]) -> list[PassageLine]:
        """The lines with what introduces their passages where that must be said."""
        shown = [(line.target, line.other) for line in lines]
        leads = led_by(self._session.library, (one for pair in shown for one in pair if one is not None))
        found = ([leads.get(one.block, "") if one is not None else "" for one in pair] for pair in shown)
        return [with_lead_ins(line, *each) for line, each in zip(lines, found, strict=True)]

    def _open(self, target: Target | None) -> None:
        if target is not None:
            self.passage_activated.emit(target.document, target.block)

    def _answer(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What this key does here, outside a field. Letters do nothing where people have switched them off."""
        if self.state() is QAbstractItemView.State.EditingState:
            return None
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        letter = Qt.Key.Key_A <= key <= Qt.Key.Key_Z and modifiers == _PLAIN
        if letter and not self._session.settings.now.single_keys:
            return None
        found = self.keys.get((key, modifiers))
        return found[1] if found is not None else None

    def _offer_menu(self, point: QPoint) -> None:
        line = self.line
        if line is None or line.target is None:
            return
        menu = QMenu(self)
        for text, slot in self.keys.values():
            if text and (slot != self.open_other or line.other is not None):
                menu.addAction(caption(text), slot)
        offer(menu, self.viewport().mapToGlobal(point))

    def _measure_again(self) -> None:
        self._drawing.width = self.viewport().width()
        self._drawing.forget()
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        line = current.data(LINE_ROLE)
        if isinstance(line, PassageLine):
            self.line_chosen.emit(line)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._answer(event):
            event.accept()  # the comparison beside has these keys too
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = self._answer(event)
        if answer is not None:
            answer()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._drawing.width:
            self._measure_again()
