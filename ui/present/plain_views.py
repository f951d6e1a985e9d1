"""Slides without columns on the wall: words of the teacher's own, a quotation, a chart, the notice."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap

from index.lessons.slides import ChartSlide, Extract, NoticeSlide, QuotationSlide, TextSlide
from reader.wording import tr
from ui import theme
from ui.present.fitting import Fitted, Room
from ui.present.look import Look
from ui.present.row_view import Head
from ui.present.slide_view import SlideView
from ui.present.words import Face, Words, font_of, height_of
from ui.theme.text import Text

# Words that fill the width of a wide screen are hard to read: as a multiple of the type.
_MEASURE = 30


class TextView(SlideView):
    """A heading, and what the teacher wrote below it; a heading alone stands in the middle."""

    def __init__(self, slide: TextSlide, look: Look, part: int) -> None:
        super().__init__(look)
        inner = self.inner
        measure = inner.adjusted(0, 0, min(0, _MEASURE * look.type - inner.width()), 0)
        if not slide.text:
            title = self.words(slide.title, Face.TITLE, round(look.title * 1.3), inner, centred=True)
            title.move(inner.left(), max(inner.top(), (self.height() - title.height()) // 2))
        else:
            top = inner.top()
            if slide.title:
                title = self.words(slide.title, Face.TITLE, look.title, inner, lines=3)
                top = title.geometry().bottom() + look.between
            font = font_of(Face.READ, look.type)
            room = Room(self.height() - top, lambda text: height_of(text, font, measure.width()))
            fitted = Fitted([Extract(slide.text, slide.text)], room)
            self.words(
                "".join(piece.text for piece in fitted.portion(part).pieces),
                Face.READ,
                look.type,
                QRect(measure.left(), top, measure.width(), 0),
            )
            self.goes_on = fitted.goes_on(part)
        self.spoken = ". ".join(filter(None, [slide.title, slide.text]))


class QuotationView(SlideView):
    """What the writer says beside it, the quotation, whose it is, and its citation."""

    def __init__(self, slide: QuotationSlide, look: Look, part: int) -> None:
        super().__init__(look)
        inner = self.inner
        width = min(inner.width(), _MEASURE * look.type)
        head = Head(slide.who, look, width)
        head.setParent(self)
        head.move(inner.left(), inner.top())
        top = head.geometry().bottom() + look.between
        if slide.sentence:
            own = self.words(slide.sentence, Face.SILENT, look.type, QRect(inner.left(), top, width, 0), lines=4)
            top = own.geometry().bottom() + look.between
        where = slide.cited or slide.extract.place
        cited = self.words(where, Face.QUIET, look.small, QRect(inner.left(), 0, width, 0), lines=3) if where else None
        bottom = self.height() - (cited.height() if cited is not None else 0)
        font = font_of(Face.READ, look.title)
        room = Room(bottom - top - look.between // 2, lambda text: height_of(text, font, width))
        fitted = Fitted([slide.extract], room)
        for piece in fitted.portion(part).pieces:
            words = Words(piece.text, Face.READ, look.title, width, marks=piece.marks, parent=self)
            words.move(inner.left(), top)
            top = words.geometry().bottom() + look.between // 2
        if cited is not None:
            cited.move(inner.left(), top)
        self._extract = slide.extract
        self.goes_on = fitted.goes_on(part)
        self.spoken = ". ".join(filter(None, [slide.who.name, slide.sentence, slide.extract.words, where]))

    def extract(self, column: int) -> Extract | None:
        return self._extract if column == 0 else None


class ChartView(SlideView):
    """A chart as large as there is room, on paper: its colours were chosen for that."""

    def __init__(self, slide: ChartSlide, look: Look) -> None:
        super().__init__(look)
        inner = self.inner
        title = self.words(slide.title, Face.TITLE, look.title, inner, lines=2)
        bottom = self.height()
        if slide.caption:
            caption = self.words(slide.caption, Face.QUIET, look.small, inner, lines=2)
            bottom -= caption.height()
            caption.move(inner.left(), bottom)
        top = title.geometry().bottom() + look.between
        self._picture = Text(parent=self).wrapped()
        self._picture.setAccessibleName(slide.alt)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setGeometry(inner.left(), top, inner.width(), max(1, bottom - top - look.between // 2))
        self._show(slide.png)
        self.spoken = ". ".join(filter(None, [slide.title, slide.alt, slide.caption]))

    def _show(self, png: bytes) -> None:
        picture = QPixmap()
        if not picture.loadFromData(png):
            self._picture.setText(self._picture.accessibleName())
            return
        ratio = self.devicePixelRatioF()
        room: QSize = self._picture.size() * ratio
        scaled = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        self._picture.setPixmap(scaled)


class NoticeView(SlideView):
    """The notice, alone: what follows, whom to talk to, and the keys that go on."""

    def __init__(self, slide: NoticeSlide, look: Look) -> None:
        super().__init__(look)
        inner = self.inner
        width = min(inner.width(), _MEASURE * look.type)
        left = (self.width() - width) // 2
        place = QRect(left, 0, width, 0)
        parts = [
            self.words(slide.text, Face.TITLE, look.title, place, centred=True),
            self.words(slide.advice, Face.READ, look.type, place, centred=True),
            self.words(keys_said(), Face.QUIET, look.small, place, centred=True),
        ]
        gaps = (look.type, look.type * 2, 0)
        top = max(inner.top(), (self.height() - sum(part.height() for part in parts) - sum(gaps)) // 2)
        for part, gap in zip(parts, gaps, strict=True):
            part.move(left, top)
            top += part.height() + gap
        self._line = QRect((self.width() - look.type * 2) // 2, parts[1].y() - look.type // 2, look.type * 2, 2)
        self.spoken = f"{slide.text} {slide.advice} {keys_said()}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self._line, QColor(theme.tokens().colours.control))


def keys_said() -> str:
    """What the keys do at the notice."""
    return tr("Space shows it, S goes on without it.")
