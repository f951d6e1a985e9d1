"""Who said it? A passage with its names hidden, and the answers with their numbers; then which of them is right."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from index.lessons.slides import Extract, QuestionSlide
from reader.wording import tr
from ui.present.answers import AnswerRow, answer_said
from ui.present.fitting import Fitted, Room
from ui.present.look import Look
from ui.present.slide_view import SlideView
from ui.present.words import Face, Words, font_of, height_of

_MEASURE = 27  # as a multiple of the type: a line of about sixty letters


class QuestionView(SlideView):
    """`answered` says which answer is right, and where the passage stands."""

    def __init__(self, slide: QuestionSlide, look: Look, part: int, *, answered: bool) -> None:
        super().__init__(look)
        self._slide, self._answered = slide, answered
        inner = self.inner
        asked = tr("Who said it? {number} of {of}", number=slide.number, of=slide.of)
        top = self.words(asked, Face.QUIET, look.small, inner, lines=1).geometry().bottom() + look.between
        self._rows = [
            AnswerRow(at + 1, who.name, look, inner.width(), right=answered and at == slide.right, parent=self)
            for at, who in enumerate(slide.answers)
        ]
        # The place of the source is kept free, so that nothing moves when the answer is said.
        source = Words(slide.source, Face.QUIET, look.small, inner.width(), lines=3, parent=self)
        source.setVisible(answered)
        below: list[QWidget] = [*self._rows, source]
        bottom = self.height() - sum(each.height() for each in below) - look.between // 2
        top = self._show_passage(QRect(inner.left(), top, inner.width(), bottom - top - look.between), part)
        bottom = min(bottom, top + look.between)
        for each in below:
            bottom += look.between // 2 if each is source else 0
            each.move(inner.left(), bottom)
            bottom += each.height()
        said = [answer_said(at, who.name, right=False) for at, who in enumerate(slide.answers, 1)]
        right = tr("It was {name}.", name=slide.answers[slide.right].name) if answered else ""
        self.spoken = ". ".join(
            filter(None, [right, slide.source if answered else ""] if answered else [asked, slide.extract.words, *said])
        )

    def _show_passage(self, place: QRect, part: int) -> int:
        """The passage as large as it fits, larger than the answers; where it ends."""
        look, words_shown = self.look, self._slide.extract.words
        sizes = (round(look.title * 1.35), look.title, look.type)
        widths = {pixels: min(place.width(), _MEASURE * pixels) for pixels in sizes}
        fits = (
            pixels
            for pixels in sizes
            if height_of(words_shown, font_of(Face.READ, pixels), widths[pixels]) <= place.height()
        )
        pixels = next(fits, look.type)
        width = widths[pixels]
        font = font_of(Face.READ, pixels)
        fitted = Fitted([self._slide.extract], Room(place.height(), lambda text: height_of(text, font, width)))
        end = place.top()
        for piece in fitted.portion(part).pieces:
            words = Words(piece.text, Face.READ, pixels, width, parent=self)
            words.move(place.left(), end)
            end = words.geometry().bottom()
        self.goes_on = fitted.goes_on(part)
        return end

    @property
    def columns(self) -> list[QWidget]:
        return [*self._rows]

    def extract(self, column: int) -> Extract | None:
        """Once the answer is said its page may be seen too: in the column of whoever said it."""
        return self._slide.extract if self._answered and column == self._slide.right else None

    def show_votes(self, totals: tuple[int, ...]) -> None:
        """The hands counted for each answer, in their order."""
        for row, votes in zip(self._rows, totals, strict=True):
            row.show_votes(votes, max(1, *totals), shown=any(totals))
