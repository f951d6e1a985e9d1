"""The topics as tabs: the built-in ones, then the user's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from index.topics.model import Topic
from ui.theme.parts import TabBar


class TopicTabs(TabBar):
    """One tab per topic."""

    topic_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Topics")
        self._ids: list[str] = []
        self.currentChanged.connect(self._tell)

    def show_topics(self, topics: Sequence[Topic], chosen: str) -> str:
        """Show these topics with `chosen`, or else the first, in front; gives the id of that one, "" without topics."""
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            self._ids = [topic.id for topic in topics]
            for topic in topics:
                self.add(topic.name, topic.definition)
        self.choose(chosen)
        return self._ids[self.currentIndex()] if self._ids else ""

    def choose(self, topic: str) -> None:
        """Bring the tab of this topic to the front, if there is one, without saying that it was chosen."""
        if topic in self._ids:
            with QSignalBlocker(self):
                self.setCurrentIndex(self._ids.index(topic))
            self.update()

    def step(self, by: int) -> None:
        """Choose the next topic (1) or the one before (-1), round and round."""
        if self._ids:
            self.setCurrentIndex((self.currentIndex() + by) % len(self._ids))

    def _tell(self, at: int) -> None:
        if 0 <= at < len(self._ids):
            self.topic_chosen.emit(self._ids[at])
