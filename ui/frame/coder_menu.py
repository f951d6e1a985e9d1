"""The small chooser of coders: who is at work, their names and colours, and whose codes and verdicts are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QActionGroup, QColor, QIcon, QPainter, QPixmap, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui import theme
from ui.annotating.annotating import Annotating
from ui.frame.coder_name import CoderName
from ui.session.shown_coders import EVERYBODY, MINE
from ui.theme.tokens import DOT
from ui.theme.topic_colours import TOPIC_COLOURS
from ui.theme.words import caption


def coder_menu(parent: QWidget, annotating: Annotating) -> QMenu:
    """The menu, over this window. Whoever asks for it shows it."""
    menu = QMenu(parent)
    at_work, coders, session = annotating.coder, annotating.coders, annotating.session
    _say(menu, "At work")
    _choices(
        menu,
        [(one.name, one.id == at_work.id, partial(annotating.work_as, one.id), _dot(one.colour)) for one in coders],
    )
    menu.addAction(caption("Somebody else…"), lambda: CoderName(parent, session, another=annotating.work_as))
    menu.addAction(caption(f"Name of {at_work.name}…"), lambda: CoderName(parent, session))
    colours = menu.addMenu(caption(f"Colour of {at_work.name}"))
    _choices(
        colours,
        [
            (name, value == at_work.colour, partial(annotating.colour_coder, at_work.id, value), _dot(value))
            for name, value in TOPIC_COLOURS
        ],
    )
    menu.addSeparator()
    _say(menu, "Codes, notes and verdicts")
    shown = [("Of everybody", EVERYBODY), ("Only my own", MINE)]
    shown += [(f"Only of {one.name}", one.id) for one in coders if one.id != at_work.id]
    _choices(
        menu,
        [(name, annotating.shown == value, partial(annotating.show_coders, value), QIcon()) for name, value in shown],
    )
    return menu


def _say(menu: QMenu, words: str) -> None:
    """A quiet line over the choices below it."""
    menu.addAction(caption(words)).setEnabled(False)


def _choices(menu: QMenu, choices: list[tuple[str, bool, Callable[[], object], QIcon]]) -> None:
    """Choices of which one is in use."""
    group = QActionGroup(menu)
    for name, chosen, choose, icon in choices:
        action = menu.addAction(caption(name))
        action.setIcon(icon)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _on, choose=choose: choose())
        group.addAction(action)


def _dot(colour: str) -> QIcon:
    """A dot in a colour; an empty one where none was chosen."""
    colours = theme.tokens().colours
    picture = QPixmap(QSize(DOT, DOT) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawn = QColor(theme.legible(colour or colours.secondary, colours.raised, colours.ink))
    painter.setPen(drawn)
    painter.setBrush(drawn if colour else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(0, 0, DOT - 1, DOT - 1)
    painter.end()
    return QIcon(picture)
