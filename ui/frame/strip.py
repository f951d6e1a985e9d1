"""The strip at the bottom of the window: long work with its progress, and quiet sentences with Undo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from index.events import Progress
from ui import theme
from ui.theme.icons import icon
from ui.theme.parts import Line
from ui.theme.text import Role, Text
from ui.theme.tokens import ICON, STEP, THREE, TWO
from ui.theme.words import caption, give_tip, words_on

WORK_SHOWS_AFTER_MS = 600
SENTENCE_STAYS_MS = 12_000
_BAR_WIDTH = 240


class Strip(QWidget):
    """Two rows that are there only when they say something: work under way, and the last quiet sentence."""

    cancelled = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = _Work(self)
        self._sentence = _Sentence(self)
        self._work.cancel.clicked.connect(self.cancelled)
        self._sentence.undo.clicked.connect(self._undo)
        self._sentence.dismiss.clicked.connect(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for row in (self._sentence, self._work):
            layout.addWidget(row)
            row.hide()
        self._soon = QTimer(self, singleShot=True, interval=WORK_SHOWS_AFTER_MS)
        self._soon.timeout.connect(self._work.show)
        self._later = QTimer(self, singleShot=True, interval=SENTENCE_STAYS_MS)
        self._later.timeout.connect(self.clear)

    @property
    def sentence(self) -> str:
        """The quiet sentence that stands there now, "" for none."""
        return self._sentence.text.text() if self._sentence.isVisibleTo(self) else ""

    @property
    def shows_work(self) -> bool:
        """Whether long work is shown."""
        return self._work.isVisibleTo(self)

    def begin(self, text: str) -> None:
        """Long work has begun; it is shown when it is not over soon."""
        self._work.say(text)
        self._work.bar.setRange(0, 0)
        if not self._work.isVisibleTo(self):
            self._soon.start()

    def progress(self, progress: Progress) -> None:
        """How far the work is."""
        self._work.say(describe(progress))
        if progress.by_ocr:
            self._work.bar.setRange(0, progress.pages)
            self._work.bar.setValue(progress.page - 1)
            return
        pages = max(progress.pages, 1)
        self._work.bar.setRange(0, progress.total * pages)
        self._work.bar.setValue(progress.done * pages + min(progress.page, pages - 1))

    def end(self) -> None:
        """The work is over."""
        self._soon.stop()
        self._work.hide()

    def say(self, sentence: str, *, undo: bool = False, offered: QAction | None = None) -> None:
        """Show a sentence for a while, with what is `offered` to do about it, and announce it to screen readers."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow, and the first window is silent

        self._sentence.text.setText(sentence)
        self._sentence.undo.setVisible(undo)
        self._sentence.offer(offered)
        self._sentence.show()
        self._later.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def clear(self) -> None:
        """Take the sentence away."""
        self._later.stop()
        self._sentence.hide()

    def stop(self) -> None:
        """Let nothing come or go any more: the window closes."""
        self._soon.stop()
        self._later.stop()

    def _undo(self) -> None:
        self.clear()
        self.undo_wanted.emit()


class _Work(QWidget):
    """What is being done, how far it is, and Cancel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = Text("", Role.BODY)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setAccessibleName("Progress of reading")
        self.cancel = QPushButton("Cancel")
        _row(self, self.text, self.bar, self.cancel)

    def say(self, text: str) -> None:
        self.text.setText(text)
        self.bar.setAccessibleDescription(text)


class _Sentence(QWidget):
    """What has just happened, Undo where it can be undone, and a way to put the sentence away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = Text("", Role.BODY)
        self.undo = QPushButton("Undo")
        self.answer = QPushButton()
        self.answer.hide()
        self._offered: QAction | None = None
        self.answer.clicked.connect(lambda: self._offered.trigger() if self._offered is not None else None)
        self.dismiss = QToolButton()
        self.dismiss.setAutoRaise(True)
        self.dismiss.setIconSize(QSize(ICON, ICON))
        self.dismiss.setAccessibleName("Dismiss")
        give_tip(self.dismiss, "Dismiss")
        _row(self, self.text, self.answer, self.undo, self.dismiss)
        theme.changed.connect(self._draw_icon)

    def offer(self, action: QAction | None) -> None:
        """Offer this beside the sentence, under the action's name with its key; nothing for none."""
        self._offered = action
        self.answer.setVisible(action is not None)
        if action is not None:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self.answer.setText(caption(f"{words_on(action)} ({key})"))

    def _draw_icon(self) -> None:
        self.dismiss.setIcon(icon("close"))

    def setVisible(self, visible: bool) -> None:
        if visible:
            self._draw_icon()
        super().setVisible(visible)


def _row(widget: QWidget, text: Text, *controls: QWidget) -> None:
    text.wrapped()
    inner = QHBoxLayout()
    inner.setContentsMargins(THREE, STEP, TWO, STEP)
    inner.setSpacing(TWO)
    inner.addWidget(text, 1)
    for control in controls:
        inner.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    outer = QVBoxLayout(widget)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(Line())
    outer.addLayout(inner)


def describe(progress: Progress) -> str:
    """One sentence on how far reading is: "Reading 2 of 12: labour-2017.pdf, page 31 of 128"."""
    if progress.by_ocr:
        return f"Reading page {progress.page} of {progress.pages} of {_name(progress)} by OCR"
    if progress.total and progress.done >= progress.total:
        return "Looking for topics"
    place = f"Reading {min(progress.done + 1, progress.total)} of {progress.total}"
    if not progress.file:
        return place
    pages = f", page {progress.page} of {progress.pages}" if progress.pages > 1 else ""
    return f"{place}: {_name(progress)}{pages}"


def _name(progress: Progress) -> str:
    return progress.file.replace("\\", "/").rsplit("/", 1)[-1]
