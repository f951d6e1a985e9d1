"""The window that one presents in: the wall, the keys, the mouse, and what is asked over it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

from index.lessons.slides import Lesson, Slide
from index.lessons.votes import Votes
from reader.wording import tr
from ui import theme
from ui.present import screens
from ui.present.acts import Acts
from ui.present.bar import Bar
from ui.present.countdown import Countdown
from ui.present.course import Course
from ui.present.keys import KeyTable, digit
from ui.present.page_view import PageView
from ui.present.presented import Presented
from ui.present.presenter import PresenterView
from ui.present.stage import Stage
from ui.present.voting import Voting
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.overlay import Overlay
from ui.shared.own_keys import OwnKeys
from ui.theme.parts import Surface


class PresentWindow(OwnKeys, Surface):
    """Presents until `ended`. The course is whoever made it's: it can be gone on with in another window."""

    ended = Signal()
    keys_wished = Signal()  # show what the keys do, over this window
    activated = Signal(bool)  # the window has come to the front, or left it

    def __init__(self, session: Session, presented: Presented, course: Course) -> None:
        super().__init__(None)
        self._session = session
        self.presented, self.course = presented, course
        self.setWindowTitle(tr("{title}: presented", title=presented.lesson.title))
        self.setAccessibleName(tr("Presenting {title}", title=presented.lesson.title))
        self.setMouseTracking(True)
        self.stage = Stage(course, self)
        self.page = PageView(session, self.stage)
        self.countdown = Countdown(self)
        self.presenter: PresenterView | None = None
        self.acts = Acts(self, session)
        self._voting = Voting(self.stage)
        self.bar = Bar(self, session.actions)
        self._keys = KeyTable()
        self._hiding: Task | None = None
        self._ended = False
        self._pressed: QPoint | None = None
        self.page.came.connect(self.acts.page_came)
        self.page.refused.connect(self.acts.say)
        self.countdown.ticked.connect(self.stage.foot.show_time)
        self.countdown.go_on(course.until)
        self.stage.setMouseTracking(True)
        self.stage.moved.connect(self.acts.allow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.stage.show_again)
        self._make_hidden()

    # Showing

    def open(self, where: str) -> None:
        """Show it full on the screen of this name, or as a window (`screens.WINDOW`)."""
        screens.show_on(self, where)
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for, and the next slide is ready."""
        hiding = self._hiding is not None and self._hiding.waiting
        return self.stage.settled and self.page.settled and not hiding

    @property
    def overlay(self) -> Overlay | None:
        """What is asked over the wall, None for nothing."""
        return next((one for one in self.findChildren(Overlay) if one.isVisible()), None)

    def end(self) -> None:
        """Present no more."""
        if self._ended:
            return
        self._ended = True
        self.course.until = self.countdown.until
        self.course.votes = Votes()
        self.countdown.rest()
        self.stage.stop()
        self.bar.stop()
        if self._hiding is not None:
            self._hiding.forget()
        self.acts.stop()
        if self.presenter is not None:
            self.presenter.finish()
        self.page.close_pictures()
        theme.changed.disconnect(self.stage.show_again)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def _make_hidden(self) -> None:
        """Have the lesson made in which names are hidden, so that it is there when the key is pressed."""
        hide, lesson = self.presented.hide, self.presented.lesson
        if hide is not None and not self.course.names.ready:
            self._hiding = self._session.run(lambda: hide(lesson), self._take_hidden)

    def _take_hidden(self, hidden: Lesson) -> None:
        self._hiding = None
        self.course.names.take(hidden)
        self.acts.hidden_came()

    # Keys

    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        letters = self._session.settings.now.single_keys
        if self.acts.naming and (named := self.acts.named(event)) is not None:
            return named
        if not self.page.isVisible() and (counted := self._voting.answer(event, letters=letters)) is not None:
            return counted
        if letters and (number := digit(event)) is not None and not event.modifiers():
            return lambda: self.acts.use_column(number - 1)
        name = self._keys.action(event, letters=letters)
        action = self._session.actions.action(name) if name else None
        if action is None or not action.isEnabled():
            return None
        return action.trigger

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.acts.naming or event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control):
            super().keyPressEvent(event)

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.bar.appear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click in the right half goes on, one in the left half back."""
        if event.button() is Qt.MouseButton.LeftButton and self._pressed is not None:
            self._pressed = None
            self.acts.next() if event.position().x() >= self.width() / 2 else self.acts.back()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing: a wheel sends many at once, and rows would fly past."""
        event.accept()

    # The window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stage.setGeometry(self.rect())
        self.page.setGeometry(0, 0, self.width(), self.height() - self.stage.look.foot)
        if self.bar.isVisible():
            self.bar.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self._ended:
            self.activated.emit(self.isActiveWindow())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.end()

    # Notes, and the second window

    def notes_of(self, slide: Slide) -> str:
        """The teacher's notes on a slide, with those written since."""
        return self.course.notes.get(slide.id, slide.notes)

    def keep_notes(self, slide: Slide, text: str) -> None:
        """Keep what was written on a slide, if it is anything new."""
        if self.presented.keep_notes is not None and text != self.notes_of(slide):
            self.course.notes[slide.id] = text
            self.presented.keep_notes(slide.id, text)

    def toggle_presenter(self) -> None:
        """Open the presenter view, or close it."""
        if self.presenter is not None:
            self.presenter.finish()
            self.presenter = None
            self.activateWindow()
        else:
            self.presenter = PresenterView(self)
            self.presenter.open_beside(self)

    def second_screen(self) -> bool:
        """Whether there is a screen that this window does not stand on."""
        return len(QGuiApplication.screens()) > 1
