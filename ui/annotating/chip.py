"""A quiet button that shows its key, a code's line and a name; it gives way to narrow places by cutting the name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reader.wording import tr
from ui import theme
from ui.theme import code_marks, fonts
from ui.theme.code_marks import SAMPLE, LineLook
from ui.theme.mark_paint import paint_line
from ui.theme.style import OwnFocus
from ui.theme.tokens import FOUR, HALF, RADIUS, STEP
from ui.theme.words import give_tip, one_line


class Chip(OwnFocus, QPushButton):
    """`key` is what to press for it, `also` a second key; `look` is that of a code's line, None for what is no code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._also, self._name = "", "", ""
        self._look: LineLook | None = None
        self._there = False
        self._lead: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(
        self,
        name: str,
        key: str,
        *,
        also: str = "",
        look: LineLook | None = None,
        there: bool = False,
        hint: str = "",
    ) -> None:
        """Show this; `there` says that the code stands on the words already, `hint` more of it for the tip."""
        self._name, self._key, self._also, self._look, self._there = one_line(name), key, also, look, there
        keys = " ".join(filter(None, (key, also)))
        self.setAccessibleName(tr("{code}, on these words", code=self._name) if there else self._name)
        self.setAccessibleDescription(", ".join(filter(None, (keys, hint))))
        give_tip(self, "\n".join(filter(None, (f"{self._name} ({keys})" if keys else self._name, hint))))
        self.updateGeometry()
        self.update()

    @property
    def key_width(self) -> int:
        """How wide its key is, in pixels; 0 without one."""
        return _metrics(small=True).horizontalAdvance(self._key) if self._key else 0

    @property
    def name_at(self) -> int:
        """How far from its left edge its name begins, in pixels."""
        return STEP + self._before(self._keys()[0])

    @property
    def is_short(self) -> bool:
        """Whether its key is one letter or digit, alone or with Alt."""
        return len(self._key.rpartition("+")[2]) == 1

    def lead(self, width: int | None) -> None:
        """Stand in a column in which keys have so much room, so that all names begin below each other.

        A wider key, and a second one, then stand at the right end. None: it stands in a line of text.
        """
        if width != self._lead:
            self._lead = width
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        name = _metrics(bold=self._there).horizontalAdvance(self._name)
        before, after = self._keys()
        end = _metrics(small=True).horizontalAdvance(after) + STEP if after else 0
        width = 2 * STEP + self._before(before) + name + end + 1
        return QSize(width, round((FOUR - HALF) * max(1.0, theme.tokens().scale)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _keys(self) -> tuple[str, str]:
        """The keys that stand before the name and at the right end."""
        if self._lead is None:
            return " ".join(filter(None, (self._key, self._also))), ""
        if self.key_width > self._lead:
            return "", " ".join(filter(None, (self._key, self._also)))
        return self._key, self._also

    def _before(self, keys: str) -> int:
        """How much room is taken before the name: by these keys and the line."""
        room = self._lead if self._lead is not None else _metrics(small=True).horizontalAdvance(keys)
        return (room + STEP if room else 0) + (SAMPLE + STEP - 2 if self._look is not None else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.tokens().colours
        inside = self.rect().adjusted(0, 0, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, RADIUS, RADIUS)
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        before, after = self._keys()
        x, right = self.name_at, self.width() - STEP // 2
        painter.setFont(fonts.interface(theme.tokens().small, figures=True))
        painter.setPen(QColor(colours.secondary))
        painter.drawText(QRect(STEP, 0, self.width(), self.height()), middle, before)
        if after:
            right = self.width() - STEP - painter.fontMetrics().horizontalAdvance(after)
            painter.drawText(QRect(right, 0, self.width(), self.height()), middle, after)
            right -= STEP
        if self._look is not None:
            now, left = theme.tokens(), x - SAMPLE - STEP + 2
            colour, thick = code_marks.line_on_text(self._look, now), code_marks.thickness(now)
            top = (self.height() - thick) // 2 + 1
            paint_line(painter, left, left + SAMPLE, top, thick, colour=colour, pattern=self._look.pattern)
        painter.setFont(fonts.interface(theme.tokens().body, bold=self._there))
        painter.setPen(QColor(colours.ink))
        words = QRect(x, 0, right - x, self.height())
        elided = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, elided)


def _metrics(*, small: bool = False, bold: bool = False) -> QFontMetrics:
    now = theme.tokens()
    return QFontMetrics(fonts.interface(now.small, figures=True) if small else fonts.interface(now.body, bold=bold))


def stand_in_column(chips: Iterable[Chip], *, column: bool = True) -> None:
    """Let the keys of these chips, those that are one letter or digit, have one width; outside a column their own."""
    found = list(chips)
    widths = [chip.key_width for chip in found if chip.is_short]
    for chip in found:
        chip.lead(max(widths, default=0) if column else None)
