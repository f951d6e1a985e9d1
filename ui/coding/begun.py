"""What was begun to be coded: to go on with, to rename and to delete; each says how much it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.edits import Edit
from reader.home import Home
from reader.library import units
from reader.library.library import Library
from reader.library.unit_edits import delete_scheme, rename_scheme
from reader.library.units import Extent, Scheme
from reader.wording import tr, tr_count
from ui.coding.choice_list import ChoiceList
from ui.coding.course import Progress, progress
from ui.coding.saying import progress_said
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.editing import edit_current
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP
from ui.theme.words import give_tip

_HIGH = 3


class BegunSchemes(QWidget):
    """Return goes on with the units in use, F2 renames them, Del deletes them with what was said of them."""

    taken = Signal(str)  # the id of a scheme
    changed = Signal()  # there are others

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._schemes: Sequence[Scheme] = ()
        self._looking: Task | None = None
        self.list = ChoiceList(tr("Begun before"), _HIGH, named=True)
        self.list.installEventFilter(self)
        self.rename, self.delete = QPushButton(tr("Rename")), QPushButton()
        give_tip(self.rename, tr("Write another name where it stands (F2)"))
        give_tip(self.delete, tr("With what coders said of the units (Del). Codes stay; Undo brings all back."))
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.rename)
        buttons.addWidget(self.delete)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(Text(tr("Go on with"), Role.STRONG))
        column.addWidget(self.list)
        column.addLayout(buttons)
        self._connect()
        self._show()

    @property
    def there(self) -> bool:
        """Whether anything was begun."""
        return bool(self._schemes)

    def rename_current(self) -> None:
        """Let the name of the units in use be written."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        edit_current(self.list)

    def delete_current(self) -> None:
        """Delete the units in use, and say how much that was."""
        scheme = self.list.current
        if not scheme:
            return
        said = _said(self._extent(scheme))
        if self._do(lambda: delete_scheme(self._session.library, scheme)) is not None:
            self._session.say(tr("Deleted: {units}.", units=said), undo=True)

    def _rename(self, scheme: str, name: str) -> None:
        if self._do(lambda: rename_scheme(self._session.library, scheme, name)) is None:
            self._show()  # as it is called still

    def _do(self, make: Callable[[], Edit]) -> Edit | None:
        return self._session.attempt(make, self)

    def _extent(self, scheme: str) -> Extent:
        return self._session.library.read(partial(units.extent, scheme=scheme))

    def _show(self) -> None:
        current = self.list.current
        self._schemes = self._session.library.schemes()
        self.list.clear()
        for scheme in reversed(self._schemes):
            self.list.add(scheme.id, scheme.name)
        self.list.use(current)
        self._offer()
        self._look()
        self.changed.emit()

    def _offer(self) -> None:
        """Say what deleting the units in use would take away."""
        scheme = self.list.current
        if scheme:
            self.delete.setText(tr("Delete: {units}", units=_said(self._extent(scheme))))

    def _look(self) -> None:
        """How far each of them is, once that is known."""
        home, coder, schemes = self._session.home, self._session.library.coder, self._schemes

        def done(found: dict[str, Progress]) -> None:
            for scheme, one in found.items():
                self.list.note(scheme, progress_said(one))

        self._forget()
        if schemes:
            self._looking = self._session.run(lambda: _progress(home, coder, schemes), done)

    def _forget(self) -> None:
        if self._looking is not None:
            self._looking.forget()
            self._looking = None

    def _follow(self, edit: Edit, _who: object) -> None:
        if any(change.table == "schemes" for change in edit.changes):
            self._show()

    def _connect(self) -> None:
        self.list.taken.connect(self.taken)
        self.list.used.connect(self._offer)
        self.list.renamed.connect(self._rename, Qt.ConnectionType.QueuedConnection)  # the list is filled anew
        self.rename.clicked.connect(lambda _: self.rename_current())
        self.delete.clicked.connect(lambda _: self.delete_current())
        self._session.edit_applied.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if watched is not self.list or self.list.state() is ChoiceList.State.EditingState:
            return False
        acts = {Qt.Key.Key_F2: self.rename_current, Qt.Key.Key_Delete: self.delete_current}
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        return act is not None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget()


def _said(extent: Extent) -> str:
    """How much there is: "120 units, 34 marks", which say that one is unsure or that no code fits."""
    many = tr_count("{count} unit", "{count:,} units", extent.units)
    if not extent.marks:
        return many
    return tr("{units}, {marks}", units=many, marks=tr_count("{count} mark", "{count} marks", extent.marks))


def _progress(home: Home, coder: str, schemes: Sequence[Scheme]) -> dict[str, Progress]:
    """How far a coder is with each of these; for work given to run()."""
    with Library.open(home) as library:
        return {one.id: progress(library.read(partial(units.states, scheme=one.id, coder=coder))) for one in schemes}
