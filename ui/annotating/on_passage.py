"""The bar on a passage in a list: on a card, a result, a near miss. Shift and the arrow keys narrow its words first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from reader.library.verdicts import Selection
from reader.wording import tr
from ui.annotating.selected import Selected
from ui.session.session import Session

if TYPE_CHECKING:
    from ui.annotating.bar import SelectionBar


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's block (ids; code points, end exclusive; None for all of it)."""

    document: str
    block: str
    start: int = 0
    end: int | None = None


class PassageBar(QObject):
    """Opens on the passage that `chosen` gives, drawn at `at` (in `over`), with the keys that `keys` has.

    The bar is made when it is first wanted: a start needs none.
    """

    def __init__(
        self,
        session: Session,
        over: QWidget,
        *,
        keys: Callable[[], QWidget],
        chosen: Callable[[], Passage | None],
        at: Callable[[], QRect],
        copy: Callable[[], object],
        collect: Callable[[], object],
    ) -> None:
        super().__init__(over)
        self._session = session
        self._over = over
        self._keys, self._chosen, self._at = keys, chosen, at
        self._copy, self._collect = copy, collect
        self._bar: SelectionBar | None = None
        self._passage: Passage | None = None

    @property
    def widget(self) -> QWidget:
        """What the bar lies over."""
        return self._over

    @property
    def bar(self) -> SelectionBar:
        """The bar, made if it has not been."""
        if self._bar is None:
            from ui.annotating.annotating import annotating
            from ui.annotating.bar import SelectionBar

            self._bar = SelectionBar(annotating(self._session), self, self._keys, own_ends=True)
        return self._bar

    @property
    def opened(self) -> bool:
        """Whether the bar is open."""
        return self._bar is not None and self._bar.open

    def open(self) -> None:
        """Offer the chosen passage to be coded, noted, copied or collected; where it is, find a code for it."""
        passage = self._chosen()
        if self.opened and passage == self._passage:
            self.bar.pick()
            return
        block = self._session.library.block(passage.document, passage.block) if passage is not None else None
        if passage is None or block is None:
            self._session.say(tr("Choose a passage first, with the arrow keys or a click."))
            return
        self._passage = passage
        end = len(block.text) if passage.end is None else passage.end
        self.select(Selection(block.id, passage.start, block.id, end))

    def follow(self) -> None:
        """The passage may stand elsewhere now."""
        if self._bar is not None and self._bar.open:
            self._bar.follow(self._at(), self._at())

    def look(self) -> None:
        """Another passage may be chosen, or none: what is not about the chosen one closes."""
        if self._bar is not None and self._bar.open and self._chosen() != self._passage:
            self._bar.leave()

    # What the bar asks

    def select(self, place: Selection) -> None:
        """Act on these words of the document."""
        passage = self._passage
        if passage is not None:
            self.bar.offer(Selected(passage.document, place, self._words(place)), self._at(), self._at())

    def copy(self) -> None:
        """Copy the passage with its citation."""
        self._copy()

    def collect(self) -> None:
        """Add the passage to the plan."""
        self._collect()

    def _words(self, place: Selection) -> str:
        texts = self._session.library.texts([place.first_block, place.last_block])
        if place.first_block == place.last_block:
            return texts.get(place.first_block, "")[place.start : place.end]
        return f"{texts.get(place.first_block, '')[place.start :]}\n{texts.get(place.last_block, '')[: place.end]}"
