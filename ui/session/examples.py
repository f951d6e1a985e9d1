"""Passages that people point out as examples, until a topic is made from them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Examples(QObject):
    """Passages (document, block) in the order in which they were pointed out, each once."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages: dict[tuple[str, str], None] = {}

    @property
    def passages(self) -> tuple[tuple[str, str], ...]:
        return tuple(self._passages)

    def toggle(self, document: str, block: str) -> bool:
        """Take the passage in, or out where it is in; whether it is in now."""
        place = (document, block)
        if place in self._passages:
            del self._passages[place]
        else:
            self._passages[place] = None
        self.changed.emit()
        return place in self._passages

    def clear(self) -> None:
        self._passages.clear()
        self.changed.emit()
