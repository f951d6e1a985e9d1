"""Shows a chart: drawn to the width there is, walked with the arrow keys, each value told to a screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui import theme
from ui.charts.figure import Figure, Spot, paint
from ui.theme.tokens import HALF, TWO, Tokens
from ui.theme.words import show_tip

Drawn = Callable[[float, Tokens], Figure]

_EMPTY = Figure(QSizeF(1, 1), (), ())
_MARGIN = TWO


class FigureView(QScrollArea):
    """Holds the chart; it is drawn anew for every width and theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart()
        self._drawn: Drawn | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.chart)
        self.setWidgetResizable(True)
        self.setFocusProxy(self.chart)
        self.chart.moved.connect(self._follow)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.chart.update())
        theme.changed.connect(self._draw)

    def show_figure(self, name: str, drawn: Drawn) -> None:
        """Show the chart that `drawn` makes for a width and a theme; `name` is what it is called."""
        self._drawn = drawn
        self.chart.setAccessibleName(name)
        self._draw()

    def _draw(self) -> None:
        if self._drawn is not None:
            figure = self._drawn(self.viewport().width() - 2.0 * _MARGIN, theme.tokens())
            self.chart.show_figure(figure)

    def _follow(self, rect: QRectF) -> None:
        middle = rect.center()
        self.ensureVisible(round(middle.x()), round(middle.y()), round(rect.width()), round(rect.height()))
        across = self.horizontalScrollBar()
        behind = across.value() + self.chart.figure.kept.right() + HALF + _MARGIN - rect.left()
        if behind > 0:
            across.setValue(across.value() - round(behind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()


class Chart(QWidget):
    """The chart itself. Arrow keys go from value to value, Return or a click opens what it stands for."""

    activated = Signal(object)  # Spot
    moved = Signal(QRectF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = _EMPTY
        self._at = 0
        self._walked = False  # whether the keys have been used here: only then a ring shows what they act on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    @property
    def spot(self) -> Spot | None:
        """The value that the keys act on."""
        return self._figure.spots[self._at] if self._figure.spots else None

    def show_figure(self, figure: Figure) -> None:
        """Show another chart; the keys stay at the same value where it is still there."""
        self._figure = figure
        self._at = min(self._at, max(0, len(figure.spots) - 1))
        self.setMinimumSize(round(figure.size.width()) + 2 * _MARGIN, round(figure.size.height()) + 2 * _MARGIN)
        self._describe()
        self.update()

    def go_to(self, at: int) -> None:
        """Make the spot with this number the one that the keys act on, and say what it is."""
        self._at = at
        spot = self.spot
        if spot is not None:
            self._describe()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spot.spoken))
            self.moved.emit(spot.rect.translated(_MARGIN, _MARGIN))
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.spot.spoken if self.spot else "")

    def _under(self, event: QMouseEvent) -> int | None:
        point = event.position() - QPointF(_MARGIN, _MARGIN)
        return None if self._kept_here().contains(point) else self._figure.spot_at(point)

    def _kept_here(self) -> QRectF:
        """Where what stays in sight stands now; nowhere while the chart has not been scrolled sideways."""
        gone = -self.x()
        return self._figure.kept.translated(gone, 0).adjusted(-_MARGIN, 0, 0, 0) if gone > 0 else QRectF()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.colours.surface))
        painter.translate(_MARGIN, _MARGIN)
        paint(self._figure, painter, tokens)
        if self._walked and self.hasFocus() and self.spot is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.colours.ink), 2))
            painter.drawRect(self.spot.rect.adjusted(-HALF / 2, -HALF / 2, HALF / 2, HALF / 2))
        self._paint_kept(painter)

    def _paint_kept(self, painter: QPainter) -> None:
        here = self._kept_here()
        if here.isEmpty():
            return
        tokens = theme.tokens()
        painter.setClipRect(here)
        painter.fillRect(here, QColor(tokens.colours.surface))
        painter.translate(-self.x(), 0)
        paint(self._figure, painter, tokens)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._walked = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, at = self._figure, self._at
        self._walked = True
        if not figure.spots or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left as key:
                self.go_to(figure.beside(at, 1 if key == Qt.Key.Key_Right else -1))
            case Qt.Key.Key_Down | Qt.Key.Key_Up as key:
                self.go_to(figure.above_or_below(at, 1 if key == Qt.Key.Key_Down else -1))
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(figure.spots) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.activated.emit(self.spot)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._under(event)
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self.go_to(at)
            self.activated.emit(self.spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._under(event)
        self.setCursor(Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor)
        if at is None:
            show_tip(QPoint(), "", self)
        else:
            show_tip(event.globalPosition().toPoint(), self._figure.spots[at].spoken, self)
