"""What a place can export: named apart from how it is made into files, so that a start does not load that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.exports.registry import Exportable
    from index.exports.shown import Shown
    from ui.shared.annotated_copies import Copies
    from ui.shared.lesson_offer import LessonOffer


@dataclass(frozen=True, slots=True)
class Offer:
    """What leaves when people export what a place shows.

    `what` names it in the dialog ("The comparison"). `shown` is there for what a worksheet can be made of. `anew` is
    there for what has the names of coders in it: it makes the thing again once the one at work has another name.
    `copies` are of the PDFs in which it stands, with it as highlights. `lesson` is what is shown to a class of it.
    """

    what: str
    thing: Exportable
    shown: Shown | None = None
    anew: Callable[[], Exportable] | None = None
    copies: Copies | None = None
    lesson: LessonOffer | None = None
