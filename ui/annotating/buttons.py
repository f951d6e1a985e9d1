"""The buttons of the bar: the codes on keys, and what else can be done with the words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reader.wording import tr
from ui.annotating.acts import Acts
from ui.annotating.annotating import Annotating
from ui.annotating.chip import Chip
from ui.annotating.flow_layout import FlowLayout
from ui.annotating.recent import SLOTS
from ui.shared.menus import offer
from ui.theme.code_marks import colour_in
from ui.theme.tokens import HALF
from ui.theme.words import caption

_COPY_KEY = "Ctrl+Shift+C"  # too long for its button
_TOOLS = ("find", "words", "memo", "remove", "next", "collect", "copy")


class Buttons(QWidget):
    """`acts` is what each of the tools does."""

    slot_used = Signal(int)  # number of a code's key, from 0
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.acts: dict[str, Callable[[], object]] = {}
        self._codes = codes = QWidget()
        self._tools = tools = QWidget()
        codes.setAccessibleName(tr("Codes"))
        tools.setAccessibleName(tr("More for these words"))
        in_codes, in_tools = FlowLayout(codes, 0), FlowLayout(tools, 0)
        self.slots = [Chip(codes) for _ in range(SLOTS)]
        for number, chip in enumerate(self.slots):
            chip.clicked.connect(partial(self.slot_used.emit, number))
            in_codes.addWidget(chip)
        self.tools = {name: Chip(codes if name == "find" else tools) for name in _TOOLS}
        for name, chip in self.tools.items():
            chip.clicked.connect(partial(self._do, name))
            (in_codes if name == "find" else in_tools).addWidget(chip)
        self.more = Chip(tools)
        self.more.say("…", "", hint=tr("Code…"))
        self.more.setAccessibleName(tr("More"))
        self.more.clicked.connect(self._offer_more)
        in_tools.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(codes)
        column.addWidget(tools)

    def show_acts(self, annotating: Annotating, acts: Acts, *, digits: bool) -> None:
        """Show what can be done with the words now; with `digits` codes are typed as such, so that keys are Alt+1."""
        slots, coding = annotating.recent.slots(), len(annotating.codebook) > 0
        for number, chip in enumerate(self.slots):
            code = annotating.codebook.get(slots[number]) if number < len(slots) else None
            chip.setVisible(code is not None)
            if code is not None:
                key = f"Alt+{number + 1}" if digits else str(number + 1)
                also = f"{key} Q" if code.id == annotating.recent.last else key
                there = code.id in acts.codes_there
                path = annotating.codebook.written_path(code.id)
                hint = "\n".join(filter(None, (path if path != code.name else "", code.definition)))
                chip.say(code.name, also, colour=colour_in(annotating.codebook, code), there=there, hint=hint)
        memo = tr("Memo") if acts.memo_subject is not None else tr("Note")
        said = {
            "find": (tr("Find a code"), tr("Space"), coding),
            "words": (tr("Code from the words"), "V", coding),
            "memo": (memo, "M", True),
            "remove": (
                tr("Remove “{code}”", code=acts.removable.name) if acts.removable else "",
                "U",
                acts.removable is not None,
            ),
            "next": (tr("Next of {many}", many=len(acts.here)), "O", len(acts.here) > 1),
            "collect": (tr("Add to plan"), "K", True),
            "copy": (tr("Copy with citation"), "", True),
        }
        for name, (words, key, offered) in said.items():
            self.tools[name].setVisible(offered)
            self.tools[name].say(words, key, hint=_COPY_KEY if name == "copy" else "")
        self._codes.setVisible(coding)
        self.more.setVisible(not coding)
        for part in (self._codes, self._tools, self):
            part.updateGeometry()  # at once: the bar asks for the height now

    def take_focus(self) -> None:
        """Give the keys to the first button."""
        first = next((chip for chip in self._chips() if chip.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _chips(self) -> list[Chip]:
        tools = [self.tools[name] for name in _TOOLS]
        return [*self.slots, *tools, self.more]

    def _do(self, name: str) -> None:
        self.acts[name]()

    def _offer_more(self) -> None:
        menu = QMenu(self)
        menu.addAction(caption(tr("Code…")), self.acts["find"])
        offer(menu, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
