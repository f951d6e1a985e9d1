"""The draft that the editor's parts show and change, with every step back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from index.topics.model import Topic


class Draft(QObject):
    """One topic being edited; `before` is what it was when it was last kept, None for one that never was."""

    changed = Signal()

    def __init__(self, topic: Topic, before: Topic | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.topic = topic
        self.before = before
        self._earlier: list[Topic] = []
        self._typing = ""

    @property
    def clean(self) -> bool:
        """Whether there is nothing to keep."""
        return self.topic == self.before

    def change(self, topic: Topic, typing: str = "") -> None:
        """Be this from now on. Steps of `typing` in one field are taken back together."""
        if topic == self.topic:
            return
        if not typing or typing != self._typing:
            self._earlier.append(self.topic)
        self._typing = typing
        self.topic = topic
        self.changed.emit()

    def undo(self) -> bool:
        """Be as before the last change; whether there was one."""
        if not self._earlier:
            return False
        self._typing = ""
        self.topic = self._earlier.pop()
        self.changed.emit()
        return True

    def begin(self, topic: Topic, before: Topic | None) -> None:
        """Go on with another topic; steps back end here."""
        self._earlier.clear()
        self._typing = ""
        self.topic, self.before = topic, before
        self.changed.emit()
