"""Words that are selected somewhere, and what the bar asks of the view in which they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from reader.library.verdicts import Selection


@dataclass(frozen=True, slots=True)
class Selected:
    """Words of a document (an id) as they stand, and where."""

    document: str
    place: Selection
    words: str


class Surroundings(Protocol):
    """The view in which words are selected."""

    @property
    def widget(self) -> QWidget:
        """What the bar lies over: rectangles that it is given are in its coordinates."""

    def select(self, place: Selection) -> None:
        """Show these words as selected: a coding was chosen, or its ends are being moved."""

    def copy(self) -> None:
        """Copy the selected words with their citation."""

    def collect(self) -> None:
        """Add the selected words to the plan."""
