"""Where one is in a lesson, and where the keys lead from there: to the next slide, past the notice, or not."""

from __future__ import annotations

from index.lessons.notices import speaks_of_violence
from index.lessons.slides import Lesson, NoticeSlide, Slide
from index.lessons.votes import Votes
from ui.present.names import Names


class Course:
    """Begins at the slide with this id, else at the first; the notice comes first where that slide needs it.

    `part` is how far one has gone down in a slide that does not fit as a whole, from 0.
    """

    def __init__(self, lesson: Lesson, start: str = "") -> None:
        self.lesson = lesson
        self.start = start
        self.names = Names(lesson)
        self.at = 0
        self.part = 0
        self.steps = 0  # by how many the type is larger than usual
        self.blank = False
        self.until: float | None = None  # when a countdown ends, by the clock of `Countdown`
        self.notes: dict[str, str] = {}  # what was written meanwhile, by the ids of slides
        self.votes = Votes()  # hands counted at questions
        self._told = False  # the notice has been read, and what follows is to be shown
        self._skipping = False
        self._wanted: int | None = None  # where one wanted to go when the notice came first
        at = next((at for at, slide in enumerate(lesson.slides) if slide.id == start), 0)
        self.go(at)

    @property
    def slide(self) -> Slide:
        """The slide in use, with its names."""
        return self.lesson.slides[self.at]

    @property
    def shown(self) -> Slide:
        """What is seen of it."""
        return self.names.shown(self.slide) or self.slide

    @property
    def notice(self) -> NoticeSlide | None:
        """The notice, while it is the slide in use."""
        return self.slide if isinstance(self.slide, NoticeSlide) else None

    def go(self, at: int) -> bool:
        """Go to the slide at this place, counted from 0, or to the notice that stands before it; whether one has."""
        if not 0 <= at < len(self.lesson.slides) or self._left_out(at):
            return False
        notice = self._notice_before(at)
        self._wanted = at if notice is not None else None
        self.at, self.part = (at if notice is None else notice), 0
        return True

    def next(self) -> bool:
        """Go on; from the notice to what it stood before. Whether there was anything."""
        if self.notice is not None:
            self._told, self._skipping = True, False
            if self._wanted is not None:
                return self.go(self._wanted)
        return any(self.go(at) for at in range(self.at + 1, len(self.lesson.slides)))

    def back(self) -> bool:
        """Go back; whether there was anything."""
        return any(self.go(at) for at in range(self.at - 1, -1, -1))

    def skip(self) -> bool:
        """At the notice: pass over everything that speaks of violence from now on; whether anything else follows.

        Whoever goes back to the notice can still have it shown.
        """
        if self.notice is None:
            return False
        self._skipping, self._told = True, False
        return any(self.go(at) for at in range(self.at + 1, len(self.lesson.slides)))

    def first(self) -> bool:
        """Go to the first slide that is shown."""
        return any(self.go(at) for at in range(len(self.lesson.slides)))

    def last(self) -> bool:
        """Go to the last slide that is shown."""
        return any(self.go(at) for at in range(len(self.lesson.slides) - 1, -1, -1))

    def following(self) -> int | None:
        """The place of the slide that `next` leads to, None for the end."""
        begin = self._wanted if self.notice is not None and self._wanted is not None else self.at + 1
        places = (at for at in range(begin, len(self.lesson.slides)) if self.names.shown(self.lesson.slides[at]))
        return next(places, None)

    def places(self) -> list[int]:
        """The places of all slides that one can go to now, in order."""
        return [at for at in range(len(self.lesson.slides)) if not self._left_out(at)]

    def stay(self) -> None:
        """Names were hidden or shown: go on to a slide that can be seen, where the one in use cannot."""
        if self._left_out(self.at) and not self.next():
            self.back()
        self.part = 0

    def _left_out(self, at: int) -> bool:
        slide = self.lesson.slides[at]
        if self.names.shown(slide) is None:
            return True
        return self._skipping and speaks_of_violence(slide)

    def _notice_before(self, at: int) -> int | None:
        """The place of the notice that is still to be read before this slide, None for none."""
        if self._told or not speaks_of_violence(self.lesson.slides[at]):
            return None
        notices = (place for place, slide in enumerate(self.lesson.slides[:at]) if isinstance(slide, NoticeSlide))
        return next(notices, None)
