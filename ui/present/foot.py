"""The line at the foot of the wall: that names are hidden, what was just said, the time that is left, where one is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.present.look import Look
from ui.present.words import Face, Words

_SAID_MS = 5_000


class Foot(QWidget):
    """Quiet words, none of which is ever covered by another: what was said gives way to what must be in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._parts: dict[str, str] = {"left": "", "said": "", "time": "", "where": ""}
        self._words: list[Words] = []
        self._ending = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._ending.timeout.connect(lambda: self._show(said=""))

    @property
    def text(self) -> str:
        """All that stands there, from left to right."""
        return " · ".join(filter(None, self._parts.values()))

    def fit(self, look: Look) -> None:
        """Look so."""
        if look != self._look:
            self._look = look
            self._lay_out()

    def show_state(self, *, left: str, where: str) -> None:
        """What is always in sight (that names are hidden, "" for nothing), and where one is."""
        self._show(left=left, where=where)

    def show_time(self, time: str) -> None:
        """The time that is left, "" for none."""
        self._show(time=time)

    def say(self, sentence: str) -> None:
        """Say this for some seconds."""
        self._show(said=sentence)
        self._ending.start()

    def stop(self) -> None:
        """Say nothing more."""
        self._ending.stop()

    def _show(self, **parts: str) -> None:
        changed = {**self._parts, **parts}
        if changed != self._parts:
            self._parts = changed
            self._lay_out()

    def _lay_out(self) -> None:
        look = self._look
        if look is None:
            return
        for words in self._words:
            words.hide()
            words.deleteLater()
        self._words = []
        right = look.width - look.margin
        for part in ("where", "time"):
            right = self._place(self._parts[part], look, right, from_right=True)
        left = self._place(self._parts["left"], look, look.margin, from_right=False, end=right)
        if self._parts["said"]:
            self._place(self._parts["said"], look, left, from_right=False, end=right)

    def _place(self, text: str, look: Look, at: int, *, from_right: bool, end: int = 0) -> int:
        """Set the words at this edge; where the next may stand."""
        if not text:
            return at
        most = at - look.margin if from_right else end - at
        if most <= look.type:
            return at
        words = Words(text, Face.QUIET, look.small, most, lines=1, parent=self)
        wide = min(most, words.natural_width + 1)
        words.resize(wide, words.height())
        left = at - wide if from_right else at
        words.move(left, (look.foot - words.height()) // 2)
        words.show()
        self._words.append(words)
        return left - look.gap if from_right else at + wide + look.gap
