"""The notice that stands alone before the first passage that speaks of violence, and where skipping it leads."""

from __future__ import annotations

from collections.abc import Sequence

from index.lessons.slides import NoticeSlide, Slide, extracts
from reader.wording import tr

NOTICE = "notice"


def speaks_of_violence(slide: Slide) -> bool:
    """Whether a passage on the slide speaks of violence and abuse."""
    return any(extract.speaks_of_violence for extract in extracts(slide))


def with_notice(slides: Sequence[Slide], advice: str = "") -> tuple[Slide, ...]:
    """The slides with the notice before the first that speaks of violence; as they are where none does.

    `advice` is whom to talk to, in the teacher's own words, "" for those of the program.
    """
    at = next((at for at, slide in enumerate(slides) if speaks_of_violence(slide)), None)
    if at is None:
        return tuple(slides)
    following = [slide for slide in slides[at:] if any(extracts(slide))]
    notice = NoticeSlide(
        NOTICE,
        _on_all() if all(map(speaks_of_violence, following)) else _on_some(),
        " ".join(advice.split()) or usual_advice(),
        slides[at].id,
    )
    return (*slides[:at], notice, *slides[at:])


def usual_advice() -> str:
    """Whom to talk to, until the teacher has written a line of their own."""
    return tr("Talk to an adult you trust in school.")


def _on_all() -> str:
    return tr("What follows speaks of violence and abuse.")


def _on_some() -> str:
    return tr("Some of what follows speaks of violence and abuse.")


def next_calm(slides: Sequence[Slide], at: int) -> int | None:
    """The place of the next slide after this one that does not speak of violence; None where there is none.

    Whoever skips at the notice goes on here, now and whenever another such slide would come.
    """
    calm = (place for place in range(at + 1, len(slides)) if not speaks_of_violence(slides[place]))
    return next(calm, None)
