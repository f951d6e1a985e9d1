"""A quiz for the plan: on which topic is chosen from a menu; it asks about the manifestos that the plan shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from index.topics.model import Topic
from reader.library.plans import LessonItem, Part
from reader.wording import tr
from ui.theme.words import caption

_FEWEST = 2  # manifestos between which one can choose


def manifestos_of(parts: Sequence[Part]) -> tuple[str, ...]:
    """The ids of the manifestos that these parts show or quote, each once, in their order."""
    found: dict[str, None] = {}
    for part in parts:
        if part.item is not None:
            found |= dict.fromkeys(part.item.documents)
        elif part.quoted is not None:
            found[part.quoted.document.id] = None
    return tuple(found)


def quiz_menu(
    parent: QWidget, topics: Sequence[Topic], parts: Sequence[Part], chosen: Callable[[LessonItem], object]
) -> QMenu | None:
    """The topics on which it can ask; None where the plan shows fewer than two manifestos.

    Topics that speak of violence are not among them.
    """
    documents = manifestos_of(parts)
    if len(documents) < _FEWEST:
        return None
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Topic of the quiz"))
    for topic in topics:
        if not topic.sensitive:
            menu.addAction(caption(topic.name), partial(chosen, LessonItem(topic.id, documents)))
    return menu
