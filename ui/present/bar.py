"""A small bar that appears where the mouse moves: what the keys do, for hands that hold none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reader.wording import tr
from ui.actions.offered import Actions
from ui.annotating.flow_layout import FlowLayout
from ui.shared.overlay import Raised
from ui.theme.tokens import HALF, SIX, STEP, THREE
from ui.theme.words import caption, give_tip, words_on

_SHOWN_MS = 3_000
_MARGIN = THREE


class Bar(QWidget):
    """Buttons for what can be done now. It goes when the mouse has rested, unless that rests on it."""

    def __init__(self, over: QWidget, actions: Actions) -> None:
        super().__init__(over)
        self._over, self._actions = over, actions
        self._buttons: dict[str, QToolButton] = {}
        panel = Raised(self, tr("What can be done"))
        flow = FlowLayout(inside := QWidget(), HALF)
        for name, words in _buttons().items():
            button = QToolButton()
            action = actions.action(f"present.{name}")
            button.setText(caption(words))
            button.setAccessibleName(words_on(action))
            give_tip(button, _hint(actions, f"present.{name}"))
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
            button.clicked.connect(action.trigger)
            flow.addWidget(button)
            self._buttons[name] = button
        within = QVBoxLayout(panel)
        within.setContentsMargins(STEP, STEP, STEP, STEP)
        within.addWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        around.addWidget(panel)
        self._flow = flow
        self._resting = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._resting.timeout.connect(self._go)
        self.hide()

    def appear(self) -> None:
        """Show what can be done now, at the lower edge, for some seconds."""
        for name, button in self._buttons.items():
            button.setVisible(self._actions.action(f"present.{name}").isEnabled())
        if self.isHidden():
            self._over.setCursor(Qt.CursorShape.ArrowCursor)
        self.place()
        self.show()
        self.raise_()
        self._resting.start()

    def place(self) -> None:
        """Stand in the middle of the lower edge, as wide as the buttons need."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        beside = 2 * (_MARGIN + STEP)
        wanted = sum(button.sizeHint().width() + HALF for button in shown) + beside
        width = min(self._over.width(), wanted)
        height = self._flow.heightForWidth(width - beside) + beside
        corner = QPoint((self._over.width() - width) // 2, self._over.height() - height - SIX + _MARGIN)
        self.setGeometry(corner.x(), corner.y(), width, height)

    def stop(self) -> None:
        """Appear no more."""
        self._resting.stop()
        self.hide()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._resting.start()

    def _go(self) -> None:
        if self.underMouse() or any(button.hasFocus() for button in self._buttons.values()):
            self._resting.start()
            return
        self.hide()
        self._over.setCursor(Qt.CursorShape.BlankCursor)


def _buttons() -> dict[str, str]:
    """What stands on the bar, by the names of actions, with the short words there is room for."""
    return {
        "back": tr("Back"),
        "next": tr("Next"),
        "more": tr("More"),
        "less": tr("Less"),
        "skip": tr("Go on without it"),
        "blank": tr("Blank"),
        "hide": tr("Hide names"),
        "reveal": tr("Reveal"),
        "reveal-all": tr("Reveal all"),
        "telltales": tr("Telltales"),
        "page": tr("Page"),
        "smaller": tr("Smaller"),
        "larger": tr("Larger"),
        "slides": tr("Slides"),
        "countdown": tr("Countdown"),
        "notes": tr("Notes"),
        "presenter": tr("Presenter view"),
        "window": tr("Window"),
        "screen": tr("Other screen"),
        "keys": tr("Keys"),
        "end": tr("End"),
    }


def _hint(actions: Actions, name: str) -> str:
    spec = actions.spec(name)
    keys = " ".join((spec.shortcut, *spec.also)).strip()
    return f"{spec.text.rstrip('…')} ({keys})" if keys else spec.text
