"""The view of a slide, whatever kind it is."""

from __future__ import annotations

from index.lessons.slides import ChartSlide, NoticeSlide, QuestionSlide, QuotationSlide, RowSlide, Slide, speakers
from reader.wording import tr
from ui.present.fitting import Fitted
from ui.present.look import Look
from ui.present.plain_views import ChartView, NoticeView, QuotationView, TextView
from ui.present.question_view import QuestionView
from ui.present.row_view import RowView
from ui.present.slide_view import SlideView


def view_of(
    slide: Slide, look: Look, part: int, *, answered: bool = False, fitted: list[Fitted] | None = None
) -> SlideView:
    """This part (from 0) of a slide, as it looks. `fitted` is that of another part of the same row, `answered` whether
    the answer to a question is said."""
    if isinstance(slide, RowSlide):
        return RowView(slide, look, part, fitted)
    if isinstance(slide, QuotationSlide):
        return QuotationView(slide, look, part)
    if isinstance(slide, ChartSlide):
        return ChartView(slide, look)
    if isinstance(slide, NoticeSlide):
        return NoticeView(slide, look)
    if isinstance(slide, QuestionSlide):
        return QuestionView(slide, look, part, answered=answered)
    return TextView(slide, look, part)


def called(slide: Slide) -> str:
    """What a slide is called in a list of them."""
    if isinstance(slide, RowSlide):
        return f"{slide.topic}: {slide.title}"
    if isinstance(slide, QuestionSlide):
        return tr("Who said it? {number} of {of}", number=slide.number, of=slide.of)
    if isinstance(slide, NoticeSlide):
        return tr("Notice")
    if isinstance(slide, QuotationSlide):
        return tr("Quotation: {name}", name=slide.who.name)
    if isinstance(slide, ChartSlide):
        return slide.title
    return slide.title or slide.text.partition("\n")[0]


def widest(slides: tuple[Slide, ...]) -> int:
    """The most columns that a slide of these has."""
    return max((len(speakers(slide)) for slide in slides if isinstance(slide, RowSlide)), default=1)
