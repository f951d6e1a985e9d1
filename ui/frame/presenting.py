"""Leads from the places to the room in which one presents, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from index.lessons.slides import Lesson
from ui.frame.places import Places
from ui.session.session import Session

if TYPE_CHECKING:
    from ui.frame.keys_help import KeysHelp
    from ui.present.presented import Presented
    from ui.present.room import PresentRoom


class Presenting(QObject):
    """Presents what places wish for. The room is imported when it is first wanted."""

    def __init__(self, window: QMainWindow, session: Session, places: Places) -> None:
        super().__init__(window)
        self._window, self._session, self._places = window, session, places
        self._room: PresentRoom | None = None
        self._keys: KeysHelp | None = None
        places.lesson_wished.connect(self.present_lesson)
        places.plan_wished.connect(self.present_plan)

    @property
    def room(self) -> PresentRoom:
        """Where one presents."""
        if self._room is None:
            from ui.present.room import PresentRoom

            self._room = PresentRoom(self._session, self)
            self._room.ended.connect(self._come_back)
            self._room.keys_wished.connect(self._show_keys)
        return self._room

    @property
    def settled(self) -> bool:
        """Whether nothing is still to come on the wall."""
        return self._room is None or self._room.settled

    def present_lesson(self, lesson: Lesson, start: str = "") -> None:
        """Present a comparison from the slide with this id on; notes are kept on its rows."""
        from ui.frame.lesson_means import keep_row_note, presented

        self.present(presented(self._session, lesson, start, lambda *note: keep_row_note(self._session, *note)))

    def present_plan(self, lesson: Lesson, plan: str) -> None:
        """Present the lesson of the plan with this id; notes are kept on its parts."""
        from ui.frame.lesson_means import keep_part_note, presented

        self.present(presented(self._session, lesson, "", lambda *note: keep_part_note(self._session, plan, *note)))

    def present(self, presented: Presented) -> None:
        """Present this; with several screens it is asked first on which."""
        self.room.present(presented, self._window)

    def _come_back(self) -> None:
        self._session.actions.show_place(self._places.here)
        if self._room is not None and self._room.window is None:
            self._window.activateWindow()

    def _show_keys(self, over: QWidget) -> None:
        from ui.frame.keys_help import KeysHelp

        self._keys = KeysHelp(over, self._session.actions)
        self._keys.open(self._session.actions.spec("compare.present").text)
