"""The line under the title of a manifesto: the codes of the whole of it, and what coders noted of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reader.edits import Edit
from reader.library.memos import Memo, MemoOf
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.annotating.chip import Chip
from ui.annotating.code_question import CodeQuestion
from ui.annotating.coding import Coding
from ui.annotating.memo_field import MemoField
from ui.annotating.name_question import NameQuestion
from ui.session.session import Session
from ui.shared.menus import offer
from ui.theme.code_marks import look_in
from ui.theme.tokens import HALF, STEP, THREE, TWO
from ui.theme.words import caption, one_line


class DocumentLine(QWidget):
    """A chip for each code and note, which offers what can be done with it; without any it takes no room."""

    left = Signal()  # it wants the keys no longer

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Codes and memos on the whole manifesto"))
        self._session = session
        self._annotating = annotating(session)
        self._document = ""
        self.chips: list[Chip] = []
        self.question: CodeQuestion | None = None
        self.name = NameQuestion(self._annotating)
        self.field = MemoField()
        self.field.setAccessibleName(tr("Memo on the whole manifesto"))
        self.field.setPlaceholderText(tr("Memo on the whole manifesto. Return keeps it."))
        self._row = QHBoxLayout()
        self._row.setSpacing(HALF)
        column = QVBoxLayout(self)
        column.setContentsMargins(TWO, 0, THREE, STEP)
        column.setSpacing(HALF)
        column.addLayout(self._row)
        for part in (self.name, self.field):
            part.hide()
            column.addWidget(part)
        self.hide()
        self.field.kept.connect(self._keep)
        self.field.left.connect(self._end_writing)
        self.name.left.connect(self._end_writing)
        self._annotating.changed.connect(self._look)

    def open(self, document: str) -> None:
        """Speak of this manifesto (id), "" for none; a note that is being written is kept."""
        self.field.keep()
        for part in (self.name, self.field):
            part.hide()
        self._document = document
        self._show()

    @property
    def codings(self) -> list[Coding]:
        """The codes of the whole manifesto, of the coders that are shown."""
        every = self._annotating.codings(self._document) if self._document else ()
        return [one for one in every if one.of_document and one.code is not None]

    @property
    def memos(self) -> list[Memo]:
        """What the coders that are shown noted of it."""
        every = self._session.library.memos(MemoOf.DOCUMENT, self._document) if self._document else []
        return [one for one in every if self._annotating.shows(one.coder.id)]

    def code(self) -> None:
        """Let a code be chosen for the whole manifesto."""
        coders, document = self._annotating, self._document
        if document:
            self._ask(
                tr("Code the whole manifesto as"),
                lambda code: coders.apply(document, None, code),
                lambda name: coders.apply_new(document, None, name),
            )

    def write(self) -> None:
        """Write the note of the coder at work on the whole manifesto."""
        if not self._document:
            return
        self.show()
        if not self._annotating.coder.confirmed:
            self.name.show()
            self.name.ask(self.write)
            return
        self.name.hide()
        self.field.show()
        mine = self._annotating.coder.id
        every = self._session.library.memos(MemoOf.DOCUMENT, self._document)
        self.field.begin(next((one.text for one in every if one.coder.id == mine), ""))

    # Acting

    def _ask(
        self, title: str, act: Callable[[str], Edit | None], make: Callable[[str], Edit | None] | None = None
    ) -> None:
        def tell(edit: Edit | None) -> None:
            if edit is not None and edit.changes:
                self._session.say(edit.label, undo=True)
            elif edit is not None:
                self._session.say(tr("The manifesto has that code already."))

        made = None if make is None else lambda name: tell(make(name))
        self.question = CodeQuestion(self._annotating, self, title, lambda code: tell(act(code)), made)

    def _offer(self, chip: Chip, coding: Coding) -> None:
        menu = QMenu(self)
        menu.addAction(caption(tr("Another code…")), partial(self._recode, coding))
        menu.addAction(caption(tr("Take the code off")), partial(self._remove, coding))
        offer(menu, chip.mapToGlobal(QPoint(0, chip.height())))

    def _recode(self, coding: Coding) -> None:
        self._ask(tr("Recode the manifesto as"), lambda code: self._annotating.recode([coding.id], code))

    def _remove(self, coding: Coding) -> None:
        edit = self._annotating.remove([coding.id])
        if edit is not None and edit.changes:
            self._session.say(edit.label, undo=True)

    @Slot(str)
    def _keep(self, text: str) -> None:
        edit = self._annotating.write_memo(MemoOf.DOCUMENT, self._document, text)
        if edit is None:
            self.field.go_on()
            return
        if edit.changes:
            self._session.say(edit.label, undo=True)
        self._end_writing()

    def _end_writing(self) -> None:
        focused = self._has_keys()
        self.name.hide()
        self.field.hide()
        self._show()
        if focused:
            self.left.emit()

    # Showing

    @Slot(str)
    def _look(self, document: str) -> None:
        if document in ("", self._document):
            self._show()

    def _show(self) -> None:
        focused = self._has_keys() and not self._writes
        while (item := self._row.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        self.chips = [*map(self._of_code, self.codings), *map(self._of_memo, self.memos)]
        for chip in self.chips:
            self._row.addWidget(chip)
        self._row.addStretch()
        self.setVisible(bool(self.chips) or self._writes)
        if focused and self.chips:
            self.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused:
            self.left.emit()

    @property
    def _writes(self) -> bool:
        return not self.field.isHidden() or not self.name.isHidden()

    def _has_keys(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _of_code(self, coding: Coding) -> Chip:
        chip = Chip()
        mine = coding.coder.id == self._annotating.coder.id
        code = coding.code
        look = look_in(self._annotating.codebook, code) if code is not None else None
        by = "" if mine else tr(" ({coder})", coder=coding.coder.name)
        chip.say(f"{coding.name}{by}", "", look=look, hint=code.definition if code is not None else "")
        chip.setAccessibleName(tr("{code}, code of the whole manifesto", code=f"{coding.name}{by}"))
        if mine:
            chip.clicked.connect(lambda: self._offer(chip, coding))
        return chip

    def _of_memo(self, memo: Memo) -> Chip:
        chip = Chip()
        mine = memo.coder.id == self._annotating.coder.id
        words = one_line(memo.text)
        said = tr("Memo: {words}", words=words) if mine else f"{memo.coder.name}: {words}"
        chip.say(said, "", hint=memo.text if "\n" in memo.text else "")
        chip.setAccessibleName(tr("{memo}, on the whole manifesto", memo=said))
        if mine:
            chip.clicked.connect(self.write)
        return chip
