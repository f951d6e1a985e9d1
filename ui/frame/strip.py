"""What lies over the foot of the page: long work with its progress, and quiet sentences with one step to take."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from index.events import Progress
from ui import theme
from ui.shared.overlay import Raised
from ui.shared.placeholder import Step
from ui.theme.icons import icon
from ui.theme.parts import Line
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, ICON, SIX, STEP, TWO
from ui.theme.words import caption, give_tip

WORK_SHOWS_AFTER_MS = 600
SENTENCE_STAYS_MS = 12_000
_BAR_WIDTH = 160
_ABOVE = SIX + STEP  # what stands at the foot of a place stays in sight
_PLACED = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)
_WIDTH = 560  # pixels at 100 %, or what the page has


class Strip(Raised):
    """A panel at the foot of `over` that moves nothing: work under way, and the last quiet sentence, one at a time.

    It is there only while it says something. A sentence goes after a while, unless somebody is at it, and with the
    place in which it was said; a question stays until it is answered or put away. Where another panel that floats over
    the page lies there already, it lies clear of it.
    """

    cancelled = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, "Messages")
        self._over = over
        self._place = ""
        self._step: Step | None = None
        self._question: tuple[str, Step] | None = None
        self._asks = False  # whether the question is what stands there
        self._between = Line()
        self._work = _Work(self)
        self._sentence = _Sentence(self)
        self._work.cancel.clicked.connect(self.cancelled)
        self._sentence.step.clicked.connect(self._take_step)
        self._sentence.dismiss.clicked.connect(self._dismiss)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(STEP, HALF, HALF, HALF)
        self._rows.setSpacing(0)
        for row in (self._sentence, self._between, self._work):
            self._rows.addWidget(row)
            row.hide()
        self.hide()
        self._soon = QTimer(self, singleShot=True, interval=WORK_SHOWS_AFTER_MS)
        self._soon.timeout.connect(self._show_work)
        self._later = QTimer(self, singleShot=True, interval=SENTENCE_STAYS_MS)
        self._later.timeout.connect(self._clear_if_left)
        over.installEventFilter(self)

    @property
    def sentence(self) -> str:
        """The quiet sentence that stands there now, "" for none."""
        return self._sentence.text.text() if self._sentence.isVisibleTo(self) else ""

    @property
    def shows_work(self) -> bool:
        """Whether long work is shown."""
        return self._work.isVisibleTo(self)

    @property
    def place(self) -> str:
        """The place that the person is in, "" before there is one."""
        return self._place

    @Slot(str)
    def arrive(self, place: str) -> None:
        """The person is in this place now: what was said in another one is past."""
        if self._place and place != self._place and not self._asks:
            self.clear()
        self._place = place

    def begin(self, text: str, done: int = 0, of: int = 0) -> None:
        """Long work has begun, or is a step further; it is shown when it is not over soon.

        `done` of `of` steps are behind it; 0 of 0 where that is not known.
        """
        self._show_step(text, done, of)
        if not self._work.isVisibleTo(self) and not self._soon.isActive():
            self._soon.start()

    def progress(self, progress: Progress) -> None:
        """How far reading is."""
        pages = max(progress.pages, 1)
        if progress.by_ocr:
            self._show_step(describe(progress), progress.page - 1, progress.pages)
        else:
            done = progress.done * pages + min(progress.page, pages - 1)
            self._show_step(describe(progress), done, progress.total * pages)

    def end(self) -> None:
        """The work is over."""
        self._soon.stop()
        self._work.hide()
        self._fit()

    def say(self, sentence: str, step: Step | None = None) -> None:
        """Show a sentence for a while, with the step that can be taken; announce it."""
        self._show(sentence, step, asks=False)
        self._later.start()
        self.announce(sentence)

    def ask(self, question: str, step: Step) -> None:
        """Show a question until its step is taken, it is put away or `answered`; other sentences come between."""
        self._question = question, step
        self._later.stop()
        self._show(question, step, asks=True)
        self.announce(question)

    @Slot()
    def answered(self) -> None:
        """The question has been answered somewhere else."""
        self._question = None
        if self._asks:
            self.clear()

    def announce(self, sentence: str) -> None:
        """Tell screen readers alone: whoever sees the page sees it there."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow, and the first window is silent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def clear(self) -> None:
        """Take the sentence away; a question that is open comes back."""
        self._later.stop()
        if self._question is not None:
            self._show(*self._question, asks=True)
            return
        self._asks = False
        self._sentence.hide()
        self._fit()

    def stop(self) -> None:
        """Let nothing come or go any more: the window closes."""
        self._soon.stop()
        self._later.stop()
        for watched in (self._over, *self._over.findChildren(Raised)):
            watched.removeEventFilter(self)

    @Slot()
    def _take_step(self) -> None:
        step = self._step
        self._dismiss()
        if step is not None:
            step.take()

    @Slot()
    def _dismiss(self) -> None:
        if self._asks:
            self._question = None
        self.clear()

    def _show(self, sentence: str, step: Step | None, *, asks: bool) -> None:
        self._asks, self._step = asks, step
        self._sentence.text.setText(sentence)
        self._sentence.step.setVisible(step is not None)
        self._sentence.step.setText(caption(step.words) if step is not None else "")
        self._sentence.show()
        self._fit()

    def _show_step(self, text: str, done: int, of: int) -> None:
        self._work.say(text)
        self._work.bar.setRange(0, of)
        self._work.bar.setValue(done)
        if self.shows_work:
            self._fit()

    @Slot()
    def _show_work(self) -> None:
        self._work.show()
        self._fit()

    @Slot()
    def _clear_if_left(self) -> None:
        """Nobody loses a sentence, or the button under their hands, while they are at it."""
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self):
            self._later.start()
        else:
            self.clear()

    def _fit(self) -> None:
        """Lie in the middle of the foot, as high as what is said; be away while nothing is."""
        says, works = self._sentence.isVisibleTo(self), self._work.isVisibleTo(self)
        self._between.setVisible(says and works)
        self.setVisible(says or works)
        for row in (self._sentence, self._work):
            row.updateGeometry()  # what it says has changed, which layouts else learn only later
        room = self._over.size()
        width = min(round(_WIDTH * theme.tokens().scale), room.width() - 2 * TWO)
        height = self._rows.totalHeightForWidth(width)
        usual = QRect((room.width() - width) // 2, room.height() - height - _ABOVE, width, height)
        self.setGeometry(usual if self.isHidden() else self._clear_of_others(usual))
        self.raise_()

    def _clear_of_others(self, usual: QRect) -> QRect:
        """The usual place, else the nearest above whatever floats there, else the upper edge."""
        there = []
        for other in self._over.findChildren(Raised):
            if other is not self:
                other.installEventFilter(self)
                if other.isVisible():
                    at = other.mapTo(self._over, QPoint(0, 0))
                    there.append(QRect(at, other.size()).adjusted(-STEP, -STEP, STEP, STEP))
        place = QRect(usual)
        for box in sorted(there, key=QRect.bottom, reverse=True):
            if box.intersects(place):
                place.moveBottom(box.top() - 1)
        if place.top() < STEP:
            place.moveTop(STEP)
        return usual if any(box.intersects(place) for box in there) else place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        of_page = watched is self._over and event.type() is QEvent.Type.Resize
        if (of_page or (watched is not self._over and event.type() in _PLACED)) and not self.isHidden():
            self._fit()
        return False


class _Work(QWidget):
    """What is being done, how far it is, and Cancel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = Text("", Role.BODY)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setAccessibleName("Progress")
        self.cancel = QPushButton("Cancel")
        _row(self, self.text, self.bar, self.cancel)

    def say(self, text: str) -> None:
        self.text.setText(text)
        self.bar.setAccessibleDescription(text)


class _Sentence(QWidget):
    """What has just happened, what can be done about it, and a way to put it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = Text("", Role.BODY)
        self.step = QPushButton()
        self.step.hide()
        self.dismiss = QToolButton()
        self.dismiss.setAutoRaise(True)
        self.dismiss.setIconSize(QSize(ICON, ICON))
        self.dismiss.setAccessibleName("Dismiss")
        give_tip(self.dismiss, "Dismiss")
        _row(self, self.text, self.step, self.dismiss)
        theme.changed.connect(self._draw_icon)

    def _draw_icon(self) -> None:
        self.dismiss.setIcon(icon("close"))

    def setVisible(self, visible: bool) -> None:
        if visible:
            self._draw_icon()
        super().setVisible(visible)


def _row(widget: QWidget, text: Text, *controls: QWidget) -> None:
    text.wrapped()
    row = QHBoxLayout(widget)
    row.setContentsMargins(HALF, HALF, 0, HALF)
    row.setSpacing(STEP)
    row.addWidget(text, 1)
    for control in controls:
        if isinstance(control, QAbstractButton):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # whoever clicks there stays where they were
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)


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
