"""Who is at work, quietly at the foot of the rail; a click chooses another, and whose codes are shown."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reader.edits import Edit
from ui import theme
from ui.session.session import Session
from ui.session.shown_coders import shown_in_words
from ui.theme import fonts
from ui.theme.style import OwnFocus
from ui.theme.tokens import DOT, HALF, RADIUS, RAIL_WIDTH, STEP
from ui.theme.words import give_tip, one_line


class CoderButton(OwnFocus, QPushButton):
    """A dot in the coder's colour with the name below; a ring in place of the dot where not all coders are shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name, self._colour, self._narrowed = "", "", False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(session.actions.action("coder").trigger)
        session.edit_applied.connect(self._hear)
        session.settings.changed.connect(self._look)
        theme.changed.connect(self.updateGeometry)
        self._look()

    @Slot(object, object)
    def _hear(self, edit: Edit, _who: object) -> None:
        if any(change.table == "coders" for change in edit.changes):
            self._look()

    @Slot()
    def _look(self) -> None:
        library = self._session.library
        at_work = library.coder
        coder = next((one for one in library.coders() if one.id == at_work), None)
        if coder is None:
            return
        self._name, self._colour = one_line(coder.name), coder.colour
        shown = shown_in_words(self._session)
        self._narrowed = bool(shown)
        self.setAccessibleName(f"Coder: {self._name}")
        self.setAccessibleDescription(shown)
        unsure = "" if coder.confirmed else "This is the name of your log-in: it is asked for before your first code."
        give_tip(self, "\n".join(filter(None, (f"{self._name} is at work.", shown, unsure))))
        self.update()

    def sizeHint(self) -> QSize:
        scale = max(1.0, theme.tokens().scale)
        return QSize(round(RAIL_WIDTH * scale), round((DOT + 4 * STEP) * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens().colours
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(0, 0, -1, 0), QColor(colours.hover))
        painter.setFont(fonts.interface(theme.tokens().small))
        height = painter.fontMetrics().height()
        top = (self.height() - DOT - HALF - height) // 2
        colour = QColor(theme.legible(self._colour or colours.secondary, colours.window, colours.ink))
        dot = QRect((self.width() - DOT) // 2, top, DOT, DOT)
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._narrowed else colour)
        painter.drawEllipse(dot.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(colours.secondary))
        words = QRect(HALF, top + DOT + HALF, self.width() - 2 * HALF, height)
        elided = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, elided)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(6, 2, -7, -3), RADIUS, RADIUS)
