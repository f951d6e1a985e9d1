"""What is to be coded: a small overlay to go on with what was begun, or to choose manifestos, units and a sample."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.edits import Edit
from reader.errors import UserError
from reader.home import Home
from reader.library import units
from reader.library.journal import Heed
from reader.library.library import Library
from reader.library.unit_edits import Drawn, make_scheme
from reader.library.units import Base, Scheme
from reader.wording import tr, tr_count
from ui.coding.course import Progress, progress
from ui.coding.saying import progress_said
from ui.session.background import Task
from ui.session.long_work import LongWork
from ui.session.session import Session
from ui.shared.overlay import Overlay
from ui.theme.rows import NOTE_ROLE, Rows, floating
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, STEP, TWO
from ui.theme.words import one_line

_ID = Qt.ItemDataRole.UserRole + 20
_SCHEMES_HIGH, _MANIFESTOS_HIGH = 3, 4
_USUAL_SAMPLE, _LARGEST_SAMPLE, _LARGEST_SEED = 100, 100_000, 999_999


def begin(over: QWidget, session: Session, document: str, chosen: Callable[[str], object]) -> Beginning:
    """Ask over the window of this widget; `chosen` gets the id of the scheme to be coded, made anew or not."""
    form = Beginning(session, document)
    overlay = Overlay(over.window(), form, tr("Code sentence by sentence"))

    def take(scheme: str) -> None:
        overlay.dismiss()
        chosen(scheme)

    form.chosen.connect(take)
    form.resized.connect(overlay.fit)
    overlay.closed.connect(overlay.deleteLater)
    overlay.open()
    return form


class Beginning(QWidget):
    """Return in the list of what was begun goes on with it; Return anywhere else begins anew."""

    chosen = Signal(str)  # the id of a scheme
    resized = Signal()

    def __init__(self, session: Session, document: str = "") -> None:
        """`document` (id) alone is chosen at first, all for ""."""
        super().__init__()
        self._session = session
        self._schemes = session.library.schemes()
        self.begun = _List(tr("Begun before"), _SCHEMES_HIGH)
        for scheme in reversed(self._schemes):
            self.begun.add(scheme.id, scheme.name)
        self.manifestos = _List(tr("Manifestos"), _MANIFESTOS_HIGH)
        for one in session.library.documents():
            self.manifestos.add(one.id, one_line(one.name), ticked=not document or one.id == document)
        self.base = QComboBox()
        for base, words in ((Base.SENTENCE, tr("Sentences")), (Base.PARAGRAPH, tr("Paragraphs"))):
            self.base.addItem(words, base)
        self.headings = QCheckBox(tr("Headings too"))
        self.sampled = QCheckBox(tr("Only a sample of"))
        self.wanted = _number(tr("Units in the sample"), _LARGEST_SAMPLE, _USUAL_SAMPLE)
        self.seed = _number(tr("Seed"), _LARGEST_SEED, random.SystemRandom().randint(1, _LARGEST_SEED))
        self.problem = Text("", Role.ERROR).wrapped()
        self.start = QPushButton(tr("Begin"))
        self.start.setDefault(True)
        self.cancel = QPushButton(tr("Cancel"))
        self.progress = Text("", Role.SECONDARY)
        self._work: LongWork | None = None  # units are being made
        self._left = False
        self._looking: Task | None = None
        self._lay_out()
        self._connect()
        self._look()

    def make(self) -> None:
        """Part the chosen manifestos into units, away from the window, and have them coded."""
        documents = self.manifestos.ticked()
        if self._work is not None:
            return
        if not documents:
            self._refuse(tr("Choose at least one manifesto."))
            return
        sample = Drawn(self.wanted.value(), self.seed.value()) if self.sampled.isChecked() else None
        base, headings = Base(self.base.currentData()), self.headings.isChecked()
        name = self._name(documents, base, sample)

        def make(library: Library, heed: Heed) -> Edit:
            return make_scheme(library, name, base, documents, headings=headings, sample=sample, heed=heed)

        sentences = (tr("Parting manifestos into units"), tr("Keeping the units"))
        try:
            self._work = self._session.long_edits.make(sentences, make, self._take, self._failed, self._stopped)
        except UserError as error:
            self._failed(error)
            return
        self._show_work()

    def _take(self, edit: Edit) -> None:
        if self._left:  # the units were as good as made by then
            self._session.say(edit.label, undo=True)
            return
        self._end()
        self.chosen.emit(edit.changes[0].id)

    def _failed(self, error: UserError) -> None:
        if self._left:
            self._session.say_problem(error)
            return
        self._end()
        self._refuse(f"{error.problem} {error.advice}")

    def _stopped(self) -> None:
        self._session.say(tr("Stopped. No units were made."))
        if not self._left:
            self._end()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _end(self) -> None:
        self._work = None
        self._show_work()

    @Slot()
    def _show_work(self) -> None:
        """How far the making of units is; the form waits meanwhile."""
        work = self._work
        said = tr("{what}: {done:,} of {of:,}", what=work.sentence, done=work.done, of=work.of) if work else ""
        self.progress.setText(said if work is not None and work.of else "")
        held = self.start.hasFocus() or self.cancel.hasFocus()
        self.start.setEnabled(work is None)
        if self.cancel.isHidden() is not (work is None):
            self.cancel.setVisible(work is not None)
            if held:  # a button that can be pressed no more has no keys
                (self.start if work is None else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever closes this has no units made."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._left = True
            self._stop()
            if self._looking is not None:
                self._looking.forget()

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.resized.emit()

    def _name(self, documents: Sequence[str], base: Base, sample: Drawn | None) -> str:
        """What the units are called: nobody is asked for a name; one that is taken gets a number."""
        one = self._session.library.document(documents[0]) if len(documents) == 1 else None
        of = (
            one_line(one.name, COLUMN_WIDTH)
            if one
            else tr_count("{count} manifesto", "{count} manifestos", len(documents))
        )
        words = tr("Sentences of {manifestos}", manifestos=of)
        if base is Base.PARAGRAPH:
            words = tr("Paragraphs of {manifestos}", manifestos=of)
        if sample is not None:
            words = tr("{units}, {size} drawn with seed {seed}", units=words, size=sample.size, seed=sample.seed)
        taken = {scheme.name.casefold() for scheme in self._session.library.schemes()}
        names = (words if number == 1 else f"{words} ({number})" for number in range(1, len(taken) + 2))
        return next(name for name in names if " ".join(name.split()).casefold() not in taken)

    def _look(self) -> None:
        """How far each of the schemes is, once that is known."""
        home, coder, schemes = self._session.home, self._session.library.coder, self._schemes

        def done(found: dict[str, Progress]) -> None:
            for scheme, one in found.items():
                self.begun.note(scheme, progress_said(one))

        if schemes:
            self._looking = self._session.run(lambda: _progress(home, coder, schemes), done)

    def _lay_out(self) -> None:
        sample = QHBoxLayout()
        sample.setSpacing(STEP)
        for widget in (self.sampled, self.wanted, Text(tr("with seed")), self.seed):
            sample.addWidget(widget)
        sample.addStretch()
        form = QFormLayout()
        form.setHorizontalSpacing(TWO)
        form.setVerticalSpacing(STEP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(Text(tr("Manifestos")), self.manifestos)
        form.addRow(Text(tr("Units")), self.base)
        form.addRow(Text(""), self.headings)
        form.addRow(Text(""), sample)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        if self._schemes:
            column.addWidget(Text(tr("Go on with"), Role.STRONG))
            column.addWidget(self.begun)
            column.addWidget(Text(tr("Or begin anew"), Role.STRONG))
        else:
            column.addWidget(Text(tr("Code sentence by sentence"), Role.STRONG))
        column.addLayout(form)
        column.addWidget(Text(tr("The same seed draws the same units again, whoever draws them."), Role.SMALL))
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.setSpacing(STEP)
        foot.addWidget(self.start)
        foot.addWidget(self.cancel)
        foot.addWidget(self.progress)
        foot.addStretch()
        column.addLayout(foot)
        self.cancel.hide()
        self.begun.setVisible(bool(self._schemes))
        self.problem.hide()
        self.setFocusProxy(self.begun if self._schemes else self.start)

    def _connect(self) -> None:
        self.begun.taken.connect(self.chosen)
        self.manifestos.taken.connect(self.make)
        self.start.clicked.connect(self.make)
        self.cancel.clicked.connect(self._stop)
        self._session.working.connect(self._show_work)
        self.base.setAccessibleDescription(tr("Units"))
        self.sampled.toggled.connect(self._follow)
        self.wanted.valueChanged.connect(lambda _: self.sampled.setChecked(True))
        self._follow(False)

    def _follow(self, sampled: bool) -> None:
        self.seed.setEnabled(sampled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.make()
        else:
            super().keyPressEvent(event)


class _List(QListView):
    """Rows of which Return or a double click takes one; where they can be ticked, Space does."""

    taken = Signal(str)  # its id

    def __init__(self, name: str, high: int) -> None:
        super().__init__()
        self._rows = QStandardItemModel(self)
        self._high = high
        self.setModel(self._rows)
        self.setItemDelegate(Rows(self, floating=True, whole=True, elided=True))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.taken.emit(str(index.data(_ID))))
        floating(self)

    def add(self, name: str, words: str, *, ticked: bool | None = None) -> None:
        """One more row; `ticked` is None where there is nothing to tick."""
        item = QStandardItem(words)
        item.setData(name, _ID)
        item.setEditable(False)
        if ticked is not None:
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._rows.appendRow(item)
        self.setFixedHeight(self.sizeHint().height())

    def note(self, name: str, words: str) -> None:
        """A quiet word beside the row with this id."""
        for row in range(self._rows.rowCount()):
            item = self._rows.item(row)
            if item.data(_ID) == name:
                item.setData(words, NOTE_ROLE)
                item.setData(f"{item.text()}, {words}", Qt.ItemDataRole.AccessibleTextRole)

    def ticked(self) -> list[str]:
        """The ids of the rows that are ticked."""
        items = [self._rows.item(row) for row in range(self._rows.rowCount())]
        return [str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def sizeHint(self) -> QSize:
        rows = max(1, min(self._rows.rowCount(), self._high))
        return QSize(super().sizeHint().width(), rows * max(1, self.sizeHintForRow(0)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(str(self.currentIndex().data(_ID)))
        else:
            super().keyPressEvent(event)


def _number(name: str, most: int, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setAccessibleName(name)
    field.setRange(1, most)
    field.setValue(value)
    return field


def _progress(home: Home, coder: str, schemes: Sequence[Scheme]) -> dict[str, Progress]:
    """How far a coder is with each of these; for work given to run()."""
    with Library.open(home) as library:
        return {one.id: progress(library.read(partial(units.states, scheme=one.id, coder=coder))) for one in schemes}
