"""One row of a comparison on the wall: topic and row, and two to four columns of passages under their names."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from index.lessons.slides import Cell, Extract, RowSlide, Who
from reader.wording import tr, tr_count
from ui import theme
from ui.present.fitting import Fitted, Portion, Room
from ui.present.look import Look, leading
from ui.present.slide_view import SlideView
from ui.present.words import Face, Words, font_of, height_of

_NAME_LINES = 2
_ABOUT_LINES = 2  # that it is one chapter alone stands at the end, and must not be cut


class RowView(SlideView):
    """One part of a row. The parts of all columns go on together; a column that has no more stays as it is."""

    def __init__(self, slide: RowSlide, look: Look, part: int, fitted: list[Fitted] | None = None) -> None:
        """`fitted` are the columns of another part of the same slide at the same size."""
        super().__init__(look)
        inner = self.inner
        topic = self.words(slide.topic, Face.QUIET, look.small, inner, lines=1)
        title = self.words(slide.title, Face.TITLE, look.title, inner.translated(0, topic.height()), lines=2)
        top = title.geometry().bottom() + look.between
        count = len(slide.columns)
        width = (inner.width() - look.gap * (count - 1)) // max(1, count)
        heads = [Head(who, look, width) for who in slide.columns]
        below = max((head.height() for head in heads), default=0)
        height = self.height() - top - below - round(look.between * 0.7) - leading(look.small)
        self.fitted = fitted or [Fitted(cell.extracts, room_for(look, width, height)) for cell in slide.cells]
        self._columns: list[Column] = []
        for number, (who, cell) in enumerate(zip(slide.columns, slide.cells, strict=True)):
            portion = self.fitted[number].portion(part)
            place = QRect(inner.left() + number * (width + look.gap), top, width, self.height() - top)
            self._columns.append(Column(self, who, cell, portion, heads[number], below, look, place))
        self.goes_on = any(one.goes_on(part) for one in self.fitted)
        self.spoken = ". ".join(filter(None, [slide.topic, slide.title, *(each.spoken for each in self._columns)]))

    @property
    def columns(self) -> list[QWidget]:
        return list(self._columns)

    def extract(self, column: int) -> Extract | None:
        pieces = self._columns[column].portion.pieces
        return pieces[0].extract if pieces else None


class Head(QWidget):
    """Who speaks: a small bar in the party's colour, the name, and what the manifesto is."""

    def __init__(self, who: Who, look: Look, width: int) -> None:
        super().__init__()
        self._colour = who.colour
        self._bar = max(4, look.type // 5)
        name = Words(who.name, Face.NAME, look.name, width, lines=_NAME_LINES, parent=self)
        name.move(0, self._bar + look.type // 3)
        bottom = name.geometry().bottom() + 1
        if said := who.about.removeprefix(f"{who.name}, "):
            about = Words(said, Face.QUIET, look.small, width, lines=_ABOUT_LINES, parent=self)
            about.move(0, bottom)
            bottom += about.height()
        self._width = min(width, look.type * 2)
        self.resize(width, bottom + round(look.between * 0.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.tokens().colours
        colour = theme.legible(self._colour, colours.surface, colours.ink) if self._colour else colours.control
        QPainter(self).fillRect(QRect(0, 0, self._width, self._bar), QColor(colour))


class Column(QWidget):
    """One manifesto's passages. The keys can go to it; then a line under its head says so."""

    def __init__(
        self, parent: QWidget, who: Who, cell: Cell, portion: Portion, head: Head, below: int, look: Look, place: QRect
    ) -> None:
        super().__init__(parent)
        self.setGeometry(place)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(", ".join(filter(None, [who.name, who.about])))
        self.portion = portion
        self._line = below - 1
        self._thickness = max(2, look.type // 10)
        head.setParent(self)
        bottom = below + round(look.between * 0.7)
        said = []
        if not portion.pieces:
            silence = Words(cell.silence, Face.SILENT, look.type, place.width(), parent=self)
            silence.move(0, bottom)
            said.append(cell.silence)
        for piece in portion.pieces:
            words = Words(piece.text, Face.READ, look.type, place.width(), marks=piece.marks, parent=self)
            words.move(0, bottom)
            bottom += words.height()
            where = piece.extract.place
            if where:
                below_words = Words(where, Face.QUIET, look.small, place.width(), lines=1, parent=self)
                below_words.move(0, bottom)
                bottom += below_words.height()
            words.setAccessibleName(" ".join(filter(None, [f"{who.name}:", piece.text, where])))
            said.append(" ".join(filter(None, [piece.text, where])))
            bottom += look.between
        if more := more_said(portion):
            note = Words(more, Face.QUIET, look.small, place.width(), lines=1, parent=self)
            note.move(0, place.height() - note.height())
            said.append(more)
        self.spoken = f"{who.name}: {' '.join(said)}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            colour = QColor(theme.tokens().colours.accent)
            QPainter(self).fillRect(QRect(0, self._line, self.width(), self._thickness), colour)


def room_for(look: Look, width: int, height: int) -> Room:
    """The room of a column of this size."""
    font = font_of(Face.READ, look.type)
    return Room(height, lambda text: height_of(text, font, width), leading(look.small), look.between)


def more_said(portion: Portion) -> str:
    """What is still to come in a column, "" for nothing."""
    if portion.more:
        return tr_count("One more", "{count} more", portion.more)
    return tr("The rest follows") if portion.rest else ""
