"""The parts of a plan in one list: written where they stand, ordered by dragging and by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.library.plans import PartKind
from reader.wording import tr
from ui.passages.quoting import quotation
from ui.plans.delegate import PlanDelegate
from ui.plans.lines import PartLine
from ui.plans.model import PlanModel
from ui.session.session import Session
from ui.shared.copying import copy_cited
from ui.shared.editing import edit_current
from ui.shared.keyed_list import PLAIN, Offers
from ui.shared.lines import LineList
from ui.theme.tokens import MEASURE, SIX

_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class PartsView(LineList[PartLine]):
    """Tells what people wish; makes no edit itself."""

    passage_activated = Signal(str, str)  # document, block
    writing_ended = Signal()
    removal_wished = Signal()
    skip_wished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.parts, self._writing = PlanModel(), PlanDelegate()
        super().__init__(session.settings, tr("Parts of the plan"), self.parts, self._writing, parent)
        self._session = session
        self.keys |= {
            (Qt.Key.Key_Return, PLAIN): (tr("Open in Read"), self.open),
            (Qt.Key.Key_F2, PLAIN): (tr("Write"), self.write),
            (Qt.Key.Key_N, PLAIN): (tr("New sentence after"), lambda: self.begin(PartKind.OWN)),
            (Qt.Key.Key_N, _SHIFT): (tr("New sentence before"), lambda: self.begin(PartKind.OWN, before=True)),
            (Qt.Key.Key_H, PLAIN): (tr("New heading after"), lambda: self.begin(PartKind.HEADING)),
            (Qt.Key.Key_H, _SHIFT): (tr("New heading before"), lambda: self.begin(PartKind.HEADING, before=True)),
            (Qt.Key.Key_S, PLAIN): (tr("New slide after"), lambda: self.begin(PartKind.SLIDE)),
            (Qt.Key.Key_E, PLAIN): (tr("Note for the lesson"), self.note),
            (Qt.Key.Key_X, PLAIN): (tr("Skip in the lesson"), self.skip),
            (Qt.Key.Key_Up, _ALT): (tr("Move up"), lambda: self.move_part(-1)),
            (Qt.Key.Key_Down, _ALT): (tr("Move down"), lambda: self.move_part(1)),
            (Qt.Key.Key_C, PLAIN): (tr("Copy with citation"), self.copy),
            (Qt.Key.Key_C, _CONTROL): ("", self.copy),
            (Qt.Key.Key_Delete, PLAIN): (tr("Take out of the plan"), self.removal_wished.emit),
        }
        self.doubleClicked.connect(lambda _: self.open())
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._writing.closeEditor.connect(self._end)

    def show_lines(self, lines: tuple[PartLine, ...]) -> None:
        """Show these. What has come to the same plan is in use then, else what was, else what is in its place."""
        before, row, known = self.line, self.currentIndex().row(), {one.key for one in self.parts.lines}
        self.parts.show_lines(lines)
        self.scheduleDelayedItemsLayout()
        came = [at for at, one in enumerate(lines) if one.key not in known]
        if known and came and len(came) < len(lines):
            self.use(came[-1])
        elif lines and self.line is None and row >= 0:
            same = (at for at, one in enumerate(lines) if before is not None and one.key == before.key)
            self.use(next(same, min(row, len(lines) - 1)))

    @property
    def in_use(self) -> bool:
        """Whether somebody has chosen a part: the focus alone chooses none."""
        return self.selectionModel().isSelected(self.currentIndex())

    def use(self, row: int) -> None:
        """Make the part in this row the one in use."""
        self.setCurrentIndex(self.parts.index(row))
        self.scrollTo(self.currentIndex())

    def offered(self) -> Offers:
        """What makes sense for the part in use, under the name that fits it."""
        line = self.line
        if line is None:
            return []
        quoted = line.kind is PartKind.QUOTATION
        never = {self.copy} if not quoted else set()
        if line.target is None:
            never.add(self.open)
        if not line.is_written:
            never.add(self.write)
        if not line.can_be_skipped:
            never.add(self.skip)
        found = [(text, slot) for text, slot in super().offered() if slot not in never]
        named: dict[Callable[[], object], str] = {self.write: tr("In your own words")} if quoted else {}
        if line.skipped:
            named[self.skip] = tr("Show in the lesson again")
        return [(named.get(slot, text), slot) for text, slot in found]

    # What people do

    def open(self) -> None:
        """Open the quotation in use in Read; write in any other part."""
        line = self.line
        if line is not None and line.kind is not PartKind.QUOTATION:
            self.write()
        elif line is not None and line.target is not None:
            self.passage_activated.emit(line.target.document, line.target.block)

    def write(self) -> None:
        """Write in the part in use; of a quotation, what it says in the person's own words; nothing in one chosen."""
        if self.line is None or not self.line.is_written:
            return
        self._edit(noting=False)

    def note(self) -> None:
        """Write the note on the part in use."""
        if self.line is not None and not self.writing:
            self._edit(noting=True)

    def skip(self) -> None:
        """Let a lesson pass over the part in use, or show it again; headings and quotations are taken out instead."""
        if self.line is not None and self.line.can_be_skipped:
            self.skip_wished.emit()

    def _edit(self, *, noting: bool) -> None:
        if self.writing:
            return
        self._writing.noting = noting
        self.scrollTo(self.currentIndex())
        edit_current(self)

    def begin(self, kind: PartKind, *, before: bool = False) -> None:
        """Write a new part after the one in use, or before it; at the end where none is."""
        if self.writing:
            return
        row = self.currentIndex().row() if self.line is not None else len(self.parts.lines) - 1
        at = max(0, row + (not before))
        self.parts.begin(kind, at)
        self.setCurrentIndex(self.parts.index(at))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.write()

    def move_part(self, by: int) -> None:
        """Move the part in use up or down."""
        row = self.currentIndex().row()
        if row >= 0 and 0 <= row + by < len(self.parts.lines):
            self.parts.move_wished.emit(row, row + by + (by > 0))

    def copy(self) -> None:
        """Copy the quotation in use with its citation."""
        line = self.line
        found = quotation(self._session.library, line.target) if line is not None and line.target is not None else None
        if found is not None:
            copy_cited(self._session, self, [found])

    def _end(self) -> None:
        self.parts.end()
        self.writing_ended.emit()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        if self.writing:  # the field makes room for itself, which may be below what is in sight
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Words run no wider than reads well; the scrollbar stays at the edge.
        self.setViewportMargins(0, 0, max(0, self.width() - MEASURE - 2 * SIX), 0)
        super().resizeEvent(event)
