"""The list of passages: arrow keys go from one to the next, single keys open, copy and collect the one in use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from index.sensitive import note_on
from ui.annotating.on_passage import Passage, PassageBar
from ui.passages.delegate import PassageDelegate
from ui.passages.line import PassageLine, Target, noted, with_lead_ins
from ui.passages.model import PassageModel
from ui.passages.quoting import led_by, quotation
from ui.session.session import Session
from ui.shared.collecting import collect
from ui.shared.copying import copy_cited
from ui.shared.keyed_list import PLAIN, Offers
from ui.shared.lines import LINE_ROLE, Index, LineList
from ui.shared.sensitive import Sensitive

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class PassageList(LineList[PassageLine]):
    """Return opens a passage, Shift+Return the other one of a pair, C copies with citation, K adds it to the plan."""

    passage_activated = Signal(str, str)  # document, block
    line_chosen = Signal(object)  # PassageLine: it has become the one in use

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        self.lines = PassageModel()
        super().__init__(session.settings, name, self.lines, PassageDelegate(), parent)
        self._session = session
        self._sensitive = Sensitive(session, self)
        self._noted = ("", "")
        self.keys |= {
            (Qt.Key.Key_Return, PLAIN): ("Open in Read", self.open),
            (Qt.Key.Key_Return, _SHIFT): ("Open the other in Read", self.open_other),
            (Qt.Key.Key_C, PLAIN): ("Copy with citation", self.copy),
            (Qt.Key.Key_C, _CONTROL): ("", self.copy),
            (Qt.Key.Key_K, PLAIN): ("Add to plan", self.collect),
            (Qt.Key.Key_Return, _CONTROL): ("Code…", self.code),
        }
        self._coding = PassageBar(
            session,
            self,
            keys=lambda: self,
            chosen=self._passage,
            at=lambda: self.visualRect(self.currentIndex()),
            copy=self.copy,
            collect=self.collect,
        )
        self.doubleClicked.connect(lambda _: self.open())
        self.lines.modelReset.connect(self._coding.look)
        self.selectionModel().currentChanged.connect(self._coding.look)
        self.verticalScrollBar().valueChanged.connect(self._coding.follow)

    def show_lines(self, lines: tuple[PassageLine, ...]) -> None:
        """Show these, with the same one in use if it is still there, else the one in its place."""
        before, row = self.line, max(0, self.currentIndex().row())
        self._noted = self._note_on(lines)
        self.lines.show_lines(self._led(lines))
        self.scheduleDelayedItemsLayout()
        if lines and self.line is None:
            same = (at for at, one in enumerate(lines) if before is not None and one.id == before.id)
            self.setCurrentIndex(self.lines.index(next(same, min(row, len(lines) - 1))))

    def replace(self, line: PassageLine) -> None:
        """Show the line with this id in another way."""
        self.lines.replace(*self._led([line]))

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
        """Add the words in use to the plan."""
        for one in (self.line.target, self.line.other) if self.line else ():
            if one is not None:
                collect(self._session, one.document, [(one.block, one.start, one.end)])

    def code(self) -> None:
        """Open the bar on the words in use."""
        self._coding.open()

    @property
    def coding(self) -> PassageBar:
        """The bar on the passage in use."""
        return self._coding

    def _passage(self) -> Passage | None:
        target = self.line.target if self.line is not None else None
        return Passage(target.document, target.block, target.start, target.end) if target is not None else None

    def _led(self, lines: Sequence[PassageLine]) -> list[PassageLine]:
        """The lines with what introduces their passages where that must be said."""
        shown = [(line.target, line.other) for line in lines]
        leads = led_by(self._session.library, (one for pair in shown for one in pair if one is not None))
        found = ([leads.get(one.block, "") if one is not None else "" for one in pair] for pair in shown)
        led = [with_lead_ins(line, *each) for line, each in zip(lines, found, strict=True)]
        first, note = self._noted
        return [noted(line, note) if line.id == first else line for line in led]

    def _note_on(self, lines: Sequence[PassageLine]) -> tuple[str, str]:
        """The id of the first line whose words speak of violence, and what is said before it; "" for none."""
        shown = [
            (line.id, (one.document, one.block))
            for line in lines
            for one in (line.target, line.other)
            if one is not None
        ]
        speaking = self._sensitive.among(passage for _, passage in shown)
        first = next((name for name, passage in shown if passage in speaking), "")
        return first, note_on(len(speaking), len(shown))

    def _open(self, target: Target | None) -> None:
        if target is not None:
            self.passage_activated.emit(target.document, target.block)

    def offered(self) -> Offers:
        if self.line is None or self.line.target is None:
            return []
        return [one for one in super().offered() if one[1] != self.open_other or self.line.other is not None]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if (line := current.data(LINE_ROLE)) is not None:
            self.line_chosen.emit(line)
