"""The room as the window of the program knows it: presents what it is given, and remembers where that was left."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.actions.offered import PRESENT, actions_of
from ui.present import screens
from ui.present.course import Course
from ui.present.presented import Presented
from ui.present.window import PresentWindow
from ui.session.session import Session


class PresentRoom(QObject):
    """At most one lesson is presented at a time."""

    began = Signal()
    ended = Signal()
    keys_wished = Signal(object)  # the window over which they are to be shown

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.window: PresentWindow | None = None
        self._left: tuple[Presented, Course] | None = None
        for spec in actions_of(PRESENT):
            session.actions.connect(spec.id, lambda name=spec.id: self._do(name.partition(".")[2]))
        session.closing.connect(self.end)

    @property
    def settled(self) -> bool:
        """Whether nothing is still to come on the wall."""
        window = self.window
        return window is None or (window.settled and (window.presenter is None or window.presenter.settled))

    def present(self, presented: Presented, over: QWidget) -> None:
        """Present this; with several screens it is asked first on which, over this window.

        What was presented last, from the same slide on, goes on where it was left, names hidden as they were: a clicker
        that ends with one press and begins with the next loses nothing.
        """
        if self.window is not None or not presented.lesson.slides:
            return
        settings, there = self._session.settings, QGuiApplication.screens()
        where = screens.chosen(settings, there)
        if where is None:
            screens.ask(over, settings, there, lambda: self.present(presented, over))
            return
        course = Course(presented.lesson, presented.start)
        if self._left is not None and self._left[0] == presented:
            course = self._left[1]
            course.blank = False
        self._left = (presented, course)
        self.window = window = PresentWindow(self._session, presented, course)
        window.ended.connect(self._forget)
        window.keys_wished.connect(lambda: self.keys_wished.emit(window))
        window.activated.connect(self._offer)
        self._session.actions.attach(PRESENT, window)
        self._session.actions.show_place(PRESENT)
        window.open(where)
        if where != screens.WINDOW and len(there) > 1:
            window.toggle_presenter()
        self.began.emit()

    def end(self) -> None:
        """Present no more."""
        if self.window is not None:
            self.window.end()

    def _do(self, name: str) -> None:
        if self.window is not None:
            self.window.acts.do(name)

    def _offer(self, active: bool) -> None:
        """The keys of the room are its window's; while that is behind, those of the place below are offered again."""
        if active:
            self._session.actions.show_place(PRESENT)
            if self.window is not None:
                self.window.acts.allow()
        elif self.window is not None and self.window.presenter is None:
            self.ended.emit()

    def _forget(self) -> None:
        self.window = None
        self.ended.emit()
