"""What the faces of Search have in common: one box, one set of manifestos, and what each face answers to these."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.session.session import Session
from ui.shared.offer import Offer


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a face: a query as it was typed, "" for none, in these documents (ids), None for all."""

    query: str = ""
    documents: tuple[str, ...] | None = None


class Around(QObject):
    """What a face may wish of the place around it. Every face is given the same one."""

    passage_activated = Signal(str, str)  # document, block: to be read in its manifesto
    query_wished = Signal(str)  # to be put into the box and looked for
    places_wished = Signal(str, str)  # query, manifesto (id, "" for those chosen): each of its places as a line
    topic_wished = Signal(str)  # a query of which a topic is to be made
    look_again_wished = Signal()  # what people say of passages is different: ask again soon
    refused = Signal(object)  # UserError: said under the box, where the query stands
    left_upwards = Signal()  # the keys are to go back to the box


class Face(Protocol):
    """One way of looking at what is asked; each is a widget too. It is made when it is first gone to."""

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""

    @property
    def said(self) -> str:
        """The sentence over what is shown: how much there is."""

    @property
    def passage(self) -> tuple[str, str] | None:
        """Document and block of the passage in use, None for none."""

    @property
    def answers(self) -> Mapping[str, Callable[[], object]]:
        """What it does for actions of the place (ids); all others of the place are not offered while it is shown."""

    def ask(self, asked: Asked) -> None:
        """Show this at once; the newest wins. Asked the same once more, something in the library is different."""

    def arrived(self) -> None:
        """It has come into sight: be up to date."""

    def take_focus(self) -> None:
        """Take the keys, at what was in use last."""

    def offer(self) -> Offer | str:
        """What can be exported of it; or why there is nothing."""

    def state(self) -> dict[str, Any]:
        """How it is now, as plain JSON values."""

    def restore(self, state: Mapping[str, Any]) -> None:
        """Be again as `state` says, as far as that is possible."""


@dataclass(frozen=True, slots=True)
class FaceSpec:
    """A face before it is made. `id` is its name in states, and "search.<id>" the action that leads to it.

    `title` and `hint` stand on its tab, in the language of the window. `make` gives the widget, which is a Face; it
    imports what it needs. `box` says whether it answers to the box and the set of manifestos; they are hidden if not.
    """

    id: str
    title: Callable[[], str]
    hint: Callable[[], str]
    make: Callable[[Session, Around], QWidget]
    box: bool = True
