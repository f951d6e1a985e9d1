"""What the keys of the room do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent

from index.lessons.slides import Extract, QuestionSlide, RowSlide, Slide, extracts, speakers
from reader.wording import tr
from ui.present import screens
from ui.present.asking import Entry, Listed, ask_list, ask_minutes, ask_notes
from ui.present.countdown import minutes_of
from ui.present.keys import digit
from ui.present.look import steps_within
from ui.present.names import is_concealed, letter_of
from ui.present.views import called
from ui.session.background import Task
from ui.session.session import Session

if TYPE_CHECKING:
    from ui.present.window import PresentWindow


class Acts:
    """Answers the actions of the room for one window."""

    def __init__(self, window: PresentWindow, session: Session) -> None:
        self._window, self._session = window, session
        self._course, self._stage = window.course, window.stage
        self.naming = False  # the next key says who is to be revealed
        self._wants_hiding = False
        self._finding: Task | None = None
        self._slots: dict[str, Callable[[], object]] = {
            "next": self.next,
            "back": self.back,
            "more": partial(self._turn, 1),
            "less": partial(self._turn, -1),
            "blank": self._blank,
            "hide": self._hide,
            "reveal": self._reveal,
            "reveal-all": self._reveal_all,
            "telltales": self._telltales,
            "page": self._page,
            "column-1": partial(self.use_column, 0),
            "skip": self._skip,
            "larger": partial(self._size, 1),
            "smaller": partial(self._size, -1),
            "slides": self._slides,
            "first": partial(self._go, self._course.first),
            "last": partial(self._go, self._course.last),
            "countdown": self._countdown,
            "notes": self._notes,
            "presenter": window.toggle_presenter,
            "window": self._toggle_window,
            "screen": self._next_screen,
            "keys": window.keys_wished.emit,
            "end": self._end,
        }

    def do(self, name: str) -> None:
        """Do what this action of the room says ("next")."""
        naming, self.naming = self.naming, False
        if naming:
            self._stage.foot.say("")
            if name == "end":
                return
        self._slots[name]()

    def allow(self) -> None:
        """Offer what can be done with what is shown now."""
        course, view, page = self._course, self._stage.view, self._window.page
        concealed = is_concealed(course.slide, course.names)
        asks = isinstance(course.slide, QuestionSlide) and not course.names.answered(course.slide)
        presented = self._window.presented
        allowed = {
            "more": page.goes_on if page.isVisible() else view is not None and view.goes_on,
            "less": course.part > 0 or page.isVisible(),
            "hide": presented.hide is not None,
            "reveal": concealed or asks,
            "reveal-all": concealed,
            "telltales": presented.hide is not None and presented.telltales is not None,
            "page": page.isVisible() or self._column_with_page() is not None,
            "column-1": view is not None and bool(view.columns),
            "skip": course.notice is not None,
            "notes": presented.keep_notes is not None,
            "screen": self._window.second_screen(),
        }
        for name, there in allowed.items():
            self._session.actions.allow(f"present.{name}", there)

    # Going on

    def next(self) -> None:
        """Show the slide again where the wall is blank, at a question its answer, else the next slide."""
        course = self._course
        asks = isinstance(course.slide, QuestionSlide) and not course.names.answered(course.slide)
        if asks and not course.blank and not self._window.page.isVisible():
            self._reveal()
            return
        self._go(self._course.next, tr("This is the last slide."))

    def back(self) -> None:
        """Show the slide again where the wall is blank, else the one before."""
        self._go(self._course.back, tr("This is the first slide."))

    def use_column(self, at: int) -> None:
        """Give the keys to this column; on an original page, show that column's."""
        self.naming = False
        self._stage.use_column(at)
        if self._window.page.isVisible():
            self._show_page()
        self.allow()

    def _go(self, step: Callable[[], bool], otherwise: str = "") -> None:
        course = self._course
        if course.blank:
            course.blank = False
            self._stage.show_now()
            return
        self._window.page.leave()
        if step():
            self._stage.show_now()
        elif otherwise:
            self._say(otherwise)
        self.allow()

    def _turn(self, by: int) -> None:
        page, view = self._window.page, self._stage.view
        if page.isVisible():
            page.turn(by)
        elif by < 0 or (view is not None and view.goes_on):
            self._course.part = max(0, self._course.part + by)
            self._stage.show_now()
        self.allow()

    def _skip(self) -> None:
        self._go(self._course.skip, tr("Nothing else follows."))

    def _slides(self) -> None:
        course = self._course
        places = course.places()
        entries = [
            Entry(
                f"{number}  {called(self._seen(at))}",
                _speaking(self._seen(at)),
                partial(self._go, partial(course.go, at)),
            )
            for number, at in enumerate(places, 1)
        ]
        here = places.index(course.at) if course.at in places else 0
        listed = Listed(tr("Slides"), "", entries, here, find=tr("Number or name"))
        ask_list(self._window, listed, tr("Slides"))

    def _seen(self, at: int) -> Slide:
        slide = self._course.lesson.slides[at]
        return self._course.names.shown(slide) or slide

    def _end(self) -> None:
        if self._window.page.isVisible():
            self._window.page.leave()
            self._stage.show_now(tell=False)
            self.allow()
        else:
            self._window.end()

    # What is seen

    def _blank(self) -> None:
        self._course.blank = not self._course.blank
        self._stage.show_now()

    def _size(self, by: int) -> None:
        self._course.steps, self._course.part = steps_within(self._course.steps + by), 0
        self._stage.show_again()

    def _page(self) -> None:
        if self._window.page.isVisible():
            self._end()
        else:
            self._show_page()

    def _show_page(self) -> None:
        column, view = self._column_with_page(), self._stage.view
        extract = view.extract(column) if view is not None and column is not None else None
        if extract is None or column is None:
            return
        who = speakers(self._course.shown)
        name = who[column].name if column < len(who) else ""
        self._window.page.show_passage(extract, name, self._stage.look)

    def page_came(self) -> None:
        """The original page is seen."""
        self._stage.foot.raise_()
        self._stage.tell(self._window.page.accessibleName())
        self.allow()

    def say(self, sentence: str) -> None:
        """Say this at the foot."""
        self._say(sentence)
        self.allow()

    def _column_with_page(self) -> int | None:
        """The column in use, where it has a passage whose page may be shown, else the first that has."""
        view, used = self._stage.view, self._stage.column_in_use
        if view is None or self._course.blank:
            return None
        columns = range(max(1, len(view.columns)))
        with_page = [at for at in columns if (found := view.extract(at)) is not None and found.document]
        return used if used in with_page else next(iter(with_page), None)

    # Names

    def hidden_came(self) -> None:
        """The lesson without names is there: hide them where that was wished meanwhile."""
        if self._wants_hiding:
            self._hide()

    def named(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What this key does while it is asked who is to be revealed; None for what has nothing to do with that."""
        columns = speakers(self._course.shown)
        number, letter = digit(event), event.text().upper()
        if number is not None and number <= len(columns):
            return partial(self._tell_who, columns[number - 1].key)
        found = (who.key for who in columns if letter and letter_of(who) == letter)
        key = next(found, None)
        return partial(self._tell_who, key) if key is not None else None

    def _hide(self) -> None:
        names = self._course.names
        self._wants_hiding = not names.ready
        if not names.ready:
            self._say(tr("Names are being hidden …"))
            return
        if names.hidden:
            names.show()
        else:
            names.hide()
        self._window.page.leave()
        self._course.stay()
        self._stage.show_now()

    def _reveal(self) -> None:
        course = self._course
        if isinstance(course.slide, QuestionSlide):
            course.names.answer(course.slide)
            self._stage.show_now()
            return
        columns, used = speakers(course.shown), self._stage.column_in_use
        concealed = [who for who in columns if course.names.conceals(who)]
        if used is not None and columns[used] in concealed:
            self._tell_who(columns[used].key)
        elif len(concealed) == 1:
            self._tell_who(concealed[0].key)
        elif concealed:
            self.naming = True
            letters = ", ".join(letter_of(who) or who.name for who in concealed)
            self._say(tr("Reveal whom? {letters}, or 1 to {count} from the left", letters=letters, count=len(columns)))

    def _tell_who(self, key: str) -> None:
        self.naming = False
        self._stage.foot.say("")
        self._course.names.reveal(key)
        self._stage.show_now()

    def _reveal_all(self) -> None:
        self._course.names.reveal_all()
        self._stage.show_now()

    def _telltales(self) -> None:
        """List the phrases that tell who governs, found on another thread: there may be hundreds of passages."""
        find, slides = self._window.presented.telltales, self._course.names.without
        if find is None:
            return
        if not self._course.names.ready:
            self._say(tr("Names are being hidden …"))
            return

        def look() -> list[tuple[Slide, str, str]]:
            return [
                (slide, who, _phrase(one.words, start, end))
                for slide in slides
                for who, one in told_by(slide)
                for start, end in find(one.words)
            ]

        self._finding = self._session.run(look, self._list_telltales)

    def _list_telltales(self, found: list[tuple[Slide, str, str]]) -> None:
        self._finding = None
        at = {slide.id: place for place, slide in enumerate(self._course.lesson.slides)}
        entries = [
            Entry(phrase, f"{who} · {called(slide)}", partial(self._go, partial(self._course.go, at[slide.id])))
            for slide, who, phrase in found
        ]
        empty = tr("No phrase was found that tells who governs. Style may still tell.")
        ask_list(self._window, Listed(tr("What may give names away"), empty, entries), tr("What may give names away"))

    def stop(self) -> None:
        """Nothing that is still being found is wanted."""
        if self._finding is not None:
            self._finding.forget()

    # Beside the slides

    def _countdown(self) -> None:
        countdown = self._window.countdown
        if countdown.running:
            countdown.stop()
            self._say(tr("The countdown has been stopped."))
            return

        def given(typed: str) -> bool:
            minutes = minutes_of(typed)
            if minutes is not None:
                countdown.start(minutes)
            return minutes is not None

        ask_minutes(self._window, given)

    def _notes(self) -> None:
        if self._window.presenter is not None:
            self._window.presenter.write_notes()
        elif self._course.names.hidden:
            self._say(tr("Notes may hold names: write them in the presenter view (V)."))
        else:
            slide = self._course.slide
            title = tr("Notes on {slide}", slide=called(slide))
            ask_notes(self._window, title, self._window.notes_of(slide), partial(self._window.keep_notes, slide))

    def _toggle_window(self) -> None:
        full = self._window.isFullScreen()
        where = screens.WINDOW if full else self._window.screen().name()
        self._session.settings.change(present_on=where)
        self._window.open(where)

    def _next_screen(self) -> None:
        where = screens.next_screen(self._window.screen())
        if where is not None:
            self._session.settings.change(present_on=where)
            self._window.open(where)
            if self._window.presenter is not None:
                self._window.presenter.open_beside(self._window)

    def _say(self, sentence: str) -> None:
        self._stage.foot.say(sentence)
        self._stage.tell(sentence)


def _speaking(slide: Slide) -> str:
    """Who speaks in a row, which may stand on several slides."""
    return ", ".join(who.name for who in slide.columns) if isinstance(slide, RowSlide) else ""


def told_by(slide: Slide) -> list[tuple[str, Extract]]:
    """Each passage of a slide with the name of who says it."""
    if isinstance(slide, QuestionSlide):
        return []  # what may tell stands in the notes, and nobody is to be named
    if isinstance(slide, RowSlide):
        pairs = zip(slide.columns, slide.cells, strict=True)
        return [(who.name, one) for who, cell in pairs for one in cell.extracts]
    return [(who.name, one) for who, one in zip(speakers(slide), extracts(slide), strict=False)]


def _phrase(text: str, start: int, end: int) -> str:
    """The phrase with some words around it."""
    before, after = text[:start].split()[-4:], text[end:].split()[:4]
    return " ".join([*before, f"“{text[start:end].strip()}”", *after])
