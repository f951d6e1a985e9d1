"""The notice stands alone before the first passage that speaks of violence; whoever skips meets none of them."""

from __future__ import annotations

from index.lessons.notices import next_calm, with_notice
from index.lessons.slides import Cell, Extract, NoticeSlide, RowSlide, Slide, TextSlide, Who

WHO = (Who("a", "Lamp Party"),)


def row(name: str, *, violent: bool) -> RowSlide:
    calm = Extract("Lamps.", "Lamps.")
    passage = Extract("Beaten.", "Beaten.", speaks_of_violence=violent)
    return RowSlide(name, "T", name, WHO, (Cell((calm, passage)),))


CALM, OWN = row("calm", violent=False), TextSlide("own", "Words")
FIRST, SECOND = row("first", violent=True), row("second", violent=True)


def told(*slides: Slide) -> list[str]:
    return [f"{one.text} {one.advice}" if isinstance(one, NoticeSlide) else one.id for one in with_notice(slides)]


def test_one_notice_stands_before_the_first_such_passage() -> None:
    advice = "Talk to an adult you trust in school."
    assert told(OWN, CALM) == ["own", "calm"]
    assert told(OWN, CALM, FIRST, OWN, SECOND) == [
        "own", "calm", f"What follows speaks of violence and abuse. {advice}", "first", "own", "second",
    ]  # fmt: skip
    assert told(FIRST, CALM)[0] == f"Some of what follows speaks of violence and abuse. {advice}"
    notice = with_notice((CALM, FIRST), " Ask\nme. ")[1]
    assert isinstance(notice, NoticeSlide)
    assert (notice.advice, notice.before) == ("Ask me.", "first")


def test_skipping_goes_on_where_nothing_speaks_of_violence() -> None:
    slides = with_notice((CALM, FIRST, SECOND, OWN, FIRST))
    assert next_calm(slides, 1) == 4
    assert next_calm(slides, 4) is None
