"""Who said it? A passage with its names hidden, and the answers with their numbers; then which of them is right."""

from __future__ import annotations

from index.lessons.slides import QuestionSlide
from reader.wording import tr
from ui.present.fitting import Fitted, Room
from ui.present.look import Look
from ui.present.slide_view import SlideView
from ui.present.words import Face, Words, font_of, height_of

_MEASURE = 30  # as a multiple of the type


class QuestionView(SlideView):
    """`answered` says which answer is right, and where the passage stands."""

    def __init__(self, slide: QuestionSlide, look: Look, part: int, *, answered: bool) -> None:
        super().__init__(look)
        inner = self.inner
        width = min(inner.width(), _MEASURE * look.type)
        asked = tr("Who said it? {number} of {of}", number=slide.number, of=slide.of)
        top = self.words(asked, Face.QUIET, look.small, inner, lines=1).geometry().bottom() + look.between
        answers = [
            Words(
                self._said(number, who.name, right=answered and number == slide.right),
                Face.NAME if answered and number == slide.right else Face.READ,
                look.type,
                inner.width(),
                lines=1,
                parent=self,
            )
            for number, who in enumerate(slide.answers)
        ]
        source = slide.source if answered else ""
        below = [*answers]
        if source:
            below.append(Words(source, Face.QUIET, look.small, inner.width(), lines=2, parent=self))
        bottom = self.height() - sum(each.height() for each in below)
        font = font_of(Face.READ, look.title)
        room = Room(bottom - top - look.between, lambda text: height_of(text, font, width))
        fitted = Fitted([slide.extract], room)
        for piece in fitted.portion(part).pieces:
            words = Words(piece.text, Face.READ, look.title, width, parent=self)
            words.move(inner.left(), top)
            bottom = min(bottom, words.geometry().bottom() + 2 * look.between)
        for each in below:
            each.move(inner.left(), bottom)
            bottom += each.height()
        self.goes_on = fitted.goes_on(part)
        said = [self._said(number, who.name, right=False) for number, who in enumerate(slide.answers)]
        right = tr("It was {name}.", name=slide.answers[slide.right].name) if answered else ""
        self.spoken = ". ".join(filter(None, [asked, slide.extract.words, *said, right, source]))

    def _said(self, number: int, name: str, *, right: bool) -> str:
        if right:
            return tr("{number}  {name}: right", number=number + 1, name=name)
        return tr("{number}  {name}", number=number + 1, name=name)
