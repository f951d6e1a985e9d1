"""Finding words in the manifesto that is open: what was found, which one is current, and stepping through them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.manifesto.finding import Found, find
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.read.find_bar import FindBar


class Finder(QObject):
    """Between the find row and the views. Nothing is found while the row is closed."""

    found_changed = Signal()
    went_to = Signal(object)  # Found
    closed = Signal()

    def __init__(self, bar: FindBar, here: Callable[[], Place]) -> None:
        """`here` tells what is being read: what is typed is looked for from there on."""
        super().__init__(bar)
        self._bar = bar
        self._here = here
        self._from = Place(0)
        self._manifesto: OpenManifesto | None = None
        self._at: int | None = None
        self.found: list[Found] = []
        bar.words_changed.connect(self._type)
        bar.closed.connect(self.close)

    @property
    def current(self) -> Found | None:
        """The occurrence that was gone to last."""
        return self.found[self._at] if self._at is not None else None

    def open(self, manifesto: OpenManifesto | None) -> None:
        """Look in this manifesto from now on."""
        self._manifesto = manifesto
        self._look()

    def start(self) -> None:
        """Show the row; what was found last is found again, and nothing gone to."""
        self._from = self._here()
        self._bar.open()
        self._look()

    def close(self) -> None:
        """Hide the row and find nothing any more."""
        self._bar.hide()
        self._look()
        self.closed.emit()

    def step(self, *, back: bool) -> None:
        """Go to the next or previous occurrence; the first time, to the one nearest after (before) what is read."""
        if self._bar.isHidden():
            self.start()
        if not self.found:
            return
        if self._at is None:
            after = self._after(self._here())
            self._go_to((after - 1 if back else after) % len(self.found))
        else:
            self._go_to((self._at + (-1 if back else 1)) % len(self.found))

    def _type(self) -> None:
        self._look()
        if self.found:
            self._go_to(self._after(self._from) % len(self.found))

    def _after(self, place: Place) -> int:
        return bisect_left(self.found, (place.block, place.offset, 0))

    def _go_to(self, at: int) -> None:
        self._at = at
        self._tell()
        self.went_to.emit(self.found[at])

    def _look(self) -> None:
        wanted = "" if self._bar.isHidden() or self._manifesto is None else self._bar.words
        self.found = find(self._manifesto.shown, wanted) if self._manifesto and wanted else []
        self._at = None
        self._tell()

    def _tell(self) -> None:
        self._bar.show_count(self._at, len(self.found))
        self.found_changed.emit()
