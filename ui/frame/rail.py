"""The slim rail on the left that switches between the places."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ui import theme
from ui.actions.offered import CODING, PLACES, READ, Actions
from ui.theme import fonts
from ui.theme.icons import picture
from ui.theme.style import OwnFocus
from ui.theme.tokens import HALF, RADIUS, RAIL_ICON, RAIL_WIDTH, STEP
from ui.theme.words import caption, give_tip, words_on

_BUTTON_HEIGHT = 64
_BAR = 3
_COUNT_SIZE = 0.92  # of small type
_MOST_COUNTED = 999


class PlaceButton(OwnFocus, QRadioButton):
    """One place: its icon with its name below; a bar, bold ink and the accent say that it is the one in use."""

    def __init__(self, name: str, label: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = name
        self._label, self._key = label, key
        self._count = 0
        self.setText(caption(label))
        give_tip(self, f"{label} ({key})")
        self.setAccessibleDescription(key)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, count: int, what: str) -> None:
        """Show this number beside the icon, none for 0; `what` tells what it counts."""
        self._count = count
        told = f": {what}" if count else ""
        give_tip(self, f"{self._label} ({self._key}){told}")
        self.setAccessibleDescription(f"{self._key}{told}")
        self.update()

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def sizeHint(self) -> QSize:
        return QSize(_scaled(RAIL_WIDTH), _scaled(_BUTTON_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens().colours
        if self.isChecked():
            painter.fillRect(QRect(0, 0, _BAR, self.height()), QColor(colours.accent))
        elif self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.hover))
        colour = colours.accent if self.isChecked() else colours.secondary
        ratio = self.devicePixelRatio()
        icon = _scaled(RAIL_ICON)
        size = round(icon * ratio)
        drawn = picture(self._icon, colour, QSize(size, size))
        text_height = painter.fontMetrics().height()
        top = (self.height() - icon - HALF - text_height) // 2
        painter.drawPixmap(QRect((self.width() - icon) // 2, top, icon, icon), drawn)
        if self._count:
            painter.setFont(fonts.interface(round(theme.tokens().small * _COUNT_SIZE), bold=True, figures=True))
            painter.setPen(QColor(colour))
            beside = QRect((self.width() + icon) // 2 + 1, top - HALF, self.width(), painter.fontMetrics().height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft, str(min(self._count, _MOST_COUNTED)))
        painter.setFont(fonts.interface(theme.tokens().small, bold=self.isChecked()))
        painter.setPen(QColor(colours.ink if self.isChecked() else colours.secondary))
        words = QRect(0, top + icon + HALF, self.width(), text_height)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, words_on(self))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(self.rect().adjusted(6, 4, -5, -5), RADIUS, RADIUS)


class Rail(QWidget):
    """The places, one of them in use. Choosing one triggers its action."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Places")
        self._buttons = {place: self._button(place, actions) for place in PLACES}
        group = QButtonGroup(self)
        group.setExclusive(True)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, STEP, 1, STEP)
        layout.setSpacing(0)
        for button in self._buttons.values():
            group.addButton(button)
            layout.addWidget(button)
        layout.addStretch()
        self._size()
        theme.changed.connect(self._size)

    @property
    def buttons(self) -> tuple[PlaceButton, ...]:
        """The places from top to bottom."""
        return tuple(self._buttons.values())

    def add_below(self, widget: QWidget) -> None:
        """Let this stand at the foot."""
        self._column.addWidget(widget)

    def show_place(self, place: str) -> None:
        """Mark this place as the one in use; who codes unit after unit is reading."""
        self._buttons[READ if place == CODING else place].setChecked(True)

    def show_count(self, place: str, count: int, what: str) -> None:
        """Show at this place how many there are of `what`."""
        self._buttons[place].show_count(count, what)

    def _size(self) -> None:
        self.setFixedWidth(_scaled(RAIL_WIDTH))
        for button in self._buttons.values():
            button.updateGeometry()

    def _button(self, place: str, actions: Actions) -> PlaceButton:
        spec = actions.spec(f"go-{place}")
        button = PlaceButton(place, spec.text, spec.shortcut, self)
        button.clicked.connect(actions.action(spec.id).trigger)
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.tokens().colours
        painter.fillRect(self.rect(), QColor(colours.window))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), QColor(colours.line))


def _scaled(pixels: int) -> int:
    """Larger with larger text; never smaller."""
    return round(pixels * max(1.0, theme.tokens().scale))
