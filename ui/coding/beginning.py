"""What is to be coded: a small overlay to go on with what was begun, or to choose manifestos, units and a sample."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.edits import Edit
from reader.errors import UserError
from reader.library.journal import Heed
from reader.library.library import Library
from reader.library.unit_edits import Drawn, make_scheme
from reader.library.units import Base
from reader.wording import tr, tr_count
from ui.coding.begun import BegunSchemes
from ui.coding.choice_list import ChoiceList
from ui.session.long_work import LongWork
from ui.session.session import Session
from ui.shared.overlay import Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, STEP, TWO
from ui.theme.words import one_line

_MANIFESTOS_HIGH = 4
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
        self.begun = BegunSchemes(session)
        self._title = Text("", Role.STRONG)
        self.manifestos = ChoiceList(tr("Manifestos"), _MANIFESTOS_HIGH)
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
        self._lay_out()
        self._connect()

    def make(self) -> None:
        """Split the chosen manifestos into units, away from the window, and have them coded."""
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

    def _lay_out(self) -> None:
        sample = QHBoxLayout()
        sample.setSpacing(STEP)
        for widget in (self.sampled, self.wanted, Text(tr("with seed")), self.seed):
            sample.addWidget(widget)
        sample.addStretch()
        headings = QHBoxLayout()
        headings.addWidget(self.headings)
        form = QFormLayout()
        form.setHorizontalSpacing(TWO)
        form.setVerticalSpacing(STEP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(Text(tr("Manifestos")), self.manifestos)
        form.addRow(Text(tr("Units")), self.base)
        for row in (headings, sample):
            row.setContentsMargins(STEP, 0, 0, 0)  # as deep as the rows of the list
            form.addRow(Text(""), row)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(self.begun)
        column.addWidget(self._title)
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
        self.problem.hide()

    def _connect(self) -> None:
        self.begun.taken.connect(self.chosen)
        self.begun.changed.connect(self._follow_begun)
        self.manifestos.taken.connect(self.make)
        self.start.clicked.connect(self.make)
        self.cancel.clicked.connect(self._stop)
        self._session.working.connect(self._show_work)
        self.base.setAccessibleDescription(tr("Units"))
        self.sampled.toggled.connect(self._follow)
        self.wanted.valueChanged.connect(lambda _: self.sampled.setChecked(True))
        self._follow(False)
        self._follow_begun()

    def _follow_begun(self) -> None:
        """There are other units by now to go on with, or none."""
        there = self.begun.there
        self.begun.setVisible(there)
        self._title.setText(tr("Or begin anew") if there else tr("Code sentence by sentence"))
        self.setFocusProxy(self.begun.list if there else self.start)
        self.resized.emit()

    def _follow(self, sampled: bool) -> None:
        self.seed.setEnabled(sampled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.make()
        else:
            super().keyPressEvent(event)


def _number(name: str, most: int, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setAccessibleName(name)
    field.setRange(1, most)
    field.setValue(value)
    return field
