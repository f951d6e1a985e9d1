"""How mouse and keys select words, in flowing text and on pages alike: by letters, words, sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from reader.directions import runs_right_to_left
from ui.manifesto.grains import Grain, Grains
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.presses import Presses
from ui.manifesto.stretching import Growing, Stretch, dragged

_ASIDE = {Qt.Key.Key_Right.value: True, Qt.Key.Key_Left.value: False}
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Selecting:
    """The rules of selecting for one view, which tells what is selected now (`stretch`) and shows another (`take`)."""

    def __init__(self, stretch: Callable[[], Stretch], take: Callable[[Stretch], object]) -> None:
        self._stretch = stretch
        self._take = take
        self._presses = Presses()
        self._held: tuple[Grain, tuple[Place, Place]] | None = None  # what the mouse selects by, and where it began
        self.open(None)

    def open(self, manifesto: OpenManifesto | None) -> None:
        """Select in this manifesto from now on."""
        self._shown = manifesto.shown if manifesto else ()
        self.grains = Grains(self._shown, manifesto.document.language[:2] if manifesto else "")
        self._growing = Growing(self.grains)
        self._held = None

    @property
    def holds(self) -> bool:
        """Whether the mouse was pressed on a grain and drags further ones."""
        return self._held is not None

    def press(self, event: QMouseEvent, place: Place, first: Grain | None = None) -> bool:
        """Take the word, sentence or paragraph that this press takes; whether it takes any.

        The first press of several takes nothing; dragging takes `first` from there on, where that is given.
        """
        self._held = None
        if event.button() is not Qt.MouseButton.LeftButton or not self._shown:
            return False
        grain = self._presses.grain(event)
        wanted = grain or first
        if wanted is not None:
            self._held = wanted, self.grains.around(place, wanted)
        if grain is not None and self._held is not None:
            self._take(Stretch(*self._held[1]))
        elif not event.modifiers() & _SHIFT and not self._stretch().is_empty:
            self._take(Stretch(place, place))  # Qt takes a press on selected words for the beginning of dragging them
        return grain is not None

    def drag(self, place: Place) -> None:
        """The mouse that was pressed has come to this point."""
        if self._held is not None:
            self._take(dragged(self.grains, *self._held, place))

    def release(self) -> None:
        """The mouse was let go."""
        self._held = None

    def extend(self, grain: Grain, *, on: bool) -> None:
        """Move the end of the selection to the next end of a grain, or to the beginning before it."""
        now = self._stretch()
        self._take(Stretch(now.begun, self.grains.moved(now.cursor, grain, on=on)))

    def grow(self, *, more: bool) -> None:
        """Select the word, the sentence, the paragraph round what is selected; not `more`: as it was before."""
        now = self._stretch()
        self._take(self._growing.grown(now) if more else self._growing.shrunk(now))

    def hear(self, event: QKeyEvent, letters: bool) -> bool:
        """Do what Shift and an arrow aside ask for, with Ctrl by words, without if `letters`. Whether they did."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ASIDE or not self._shown or held not in (_SHIFT, _SHIFT | _CONTROL):
            return False
        if held == _SHIFT and not letters:
            return False
        self.step(Grain.WORD if held & _CONTROL else Grain.LETTER, right=_ASIDE[event.key()])
        return True

    def step(self, grain: Grain, *, right: bool) -> None:
        """Move the end of the selection by a grain to the right or left of the screen."""
        self.extend(grain, on=right != runs_right_to_left(self._shown[self._stretch().cursor.block].text))
