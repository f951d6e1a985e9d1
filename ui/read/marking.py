"""Codes and notes in Read: marks in both views, the bar beside selected words, what is chosen, what is spoken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from reader.library.verdicts import Selection
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.annotating.answering import answer
from ui.annotating.bar import Selected, SelectionBar
from ui.manifesto.finding import Found
from ui.manifesto.grains import Grain
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.marks import Mark, Marks
from ui.manifesto.stretch import words_of
from ui.manifesto.stretching import parts_of, selection_of
from ui.read.copying import Copying
from ui.read.views import Views
from ui.session.session import Session


class Marking(QObject):
    """Keeps what the views show of codes in step with the library, and the bar beside what is selected or chosen."""

    def __init__(self, session: Session, views: Views, copying: Copying) -> None:
        super().__init__(views)
        self._session = session
        self._views = views
        self._copying = copying
        self._annotating = annotating(session)
        self._manifesto: OpenManifesto | None = None
        self._marks = Marks()
        self._made_of: OpenManifesto | None = None  # whose marks they are
        self.bar = SelectionBar(self._annotating, self, lambda: views.currentWidget())
        self.bar.closed.connect(self._let_go)
        self._annotating.changed.connect(self._on_changed)
        self._annotating.codebook_changed.connect(self._show)
        self._annotating.chosen_changed.connect(self._on_chosen)
        views.selection_changed.connect(self._on_selected)
        views.cursor_moved.connect(self._say_codes)
        views.cursor_left.connect(self._leave)
        views.mark_clicked.connect(self.choose)
        views.place_clicked.connect(self._on_clicked)
        views.moved.connect(self._follow)
        answer(session, lambda: self.bar)
        answers: dict[str, Callable[[], object]] = {
            "read.code": self.code,
            "read.codes-here": self.choose_here,
            "read.next-marked": lambda: self.choose_beside(on=True),
            "read.previous-marked": lambda: self.choose_beside(on=False),
            "read.grow": lambda: views.grow(more=True),
            "read.shrink": lambda: views.grow(more=False),
            "read.sentence-on": lambda: views.extend(Grain.SENTENCE, on=True),
            "read.sentence-back": lambda: views.extend(Grain.SENTENCE, on=False),
            "read.paragraph-on": lambda: views.extend(Grain.PARAGRAPH, on=True),
            "read.paragraph-back": lambda: views.extend(Grain.PARAGRAPH, on=False),
        }
        for name, slot in answers.items():
            session.actions.connect(name, slot)

    @property
    def marks(self) -> Marks:
        return self._marks

    def opening(self, manifesto: OpenManifesto | None) -> None:
        """This manifesto is about to be opened; room for the names of codes is kept where there are any."""
        self._manifesto = None
        self.bar.leave()
        self._annotating.choose("")
        coded = manifesto is not None and (
            len(self._annotating.codebook) > 0 or bool(self._annotating.all_codings(manifesto.document.id))
        )
        self._views.keep_margin(coded)
        self._manifesto = manifesto
        self._make()

    def opened(self) -> None:
        """It has been."""
        self._show()

    # What is chosen

    def choose(self, annotation: str, *, cursor_stays: bool = False) -> None:
        """Choose a code or note and come to its words; the cursor too, unless it stays."""
        mark = self._marks.get(annotation)
        if mark is None:
            return
        self._annotating.choose(annotation)
        if not cursor_stays:
            self._views.unselect(mark.first)
            self._views.show_place(mark.first)
        self._offer(mark.parts)

    def code(self) -> None:
        """Offer codes for what is selected, else for the passage that was opened or the paragraph at the cursor."""
        if self.bar.open:
            self.bar.pick()
            return
        parts = self._views.selected or self._views.passage
        if parts:
            self._views.select(parts)
            self._offer(parts)
        else:
            self._views.extend(Grain.PARAGRAPH, on=True)

    def choose_here(self) -> None:
        """Choose what stands at the cursor or on the selected words; with each call the next of several."""
        first, last = self._views.stretch.first, self._views.stretch.last
        here = [mark.id for mark in self._marks.at(first, last)]
        if not here:
            self._session.say(tr("No code stands here."))
            return
        chosen = self._annotating.chosen
        self.choose(here[(here.index(chosen) + 1) % len(here)] if chosen in here else here[0])

    def choose_beside(self, *, on: bool) -> None:
        """Choose the next code or note in reading order, or the one before."""
        chosen = self._marks.get(self._annotating.chosen)
        if chosen is not None:
            numbers = {mark.id: number for number, mark in enumerate(self._marks.all)}
            number = numbers[chosen.id] + (1 if on else -1)
            found = self._marks.all[number] if 0 <= number < len(self._marks.all) else None
        else:
            found = self._marks.beside(self._views.stretch.first, on=on)
        if found is None:
            self._session.say(tr("There is no further code.") if on else tr("There is no code before."))
        else:
            self.choose(found.id)

    # What the bar asks for

    @property
    def widget(self) -> QWidget:
        return self._views

    def select(self, place: Selection) -> None:
        """Show these words as selected: those of what is chosen stand on its tint, others are selected for real."""
        if self._manifesto is None:
            return
        parts = parts_of(self._manifesto, place)
        chosen = self._chosen
        if chosen is not None and selection_of(self._manifesto, chosen.parts) == place:
            self._views.unselect(chosen.first)
            self._views.show_place(chosen.first)
            self._offer(chosen.parts)
        else:
            self._views.select(parts)

    def copy(self) -> None:
        self._copying.cite()

    def collect(self) -> None:
        self._copying.collect()

    # How it comes about

    @property
    def _chosen(self) -> Mark | None:
        return self._marks.get(self._annotating.chosen)

    def _make(self) -> None:
        manifesto = self._manifesto
        before = self._marks if self._made_of is manifesto else None
        self._made_of = manifesto
        codings = self._annotating.codings(manifesto.document.id) if manifesto is not None else ()
        self._marks = Marks(manifesto, codings, self._annotating.codebook, before)

    @Slot(str)
    def _on_changed(self, document: str) -> None:
        if self._manifesto is not None and document in ("", self._manifesto.document.id):
            self._make()
            self._show()

    @Slot()
    def _show(self) -> None:
        chosen = self._chosen
        self._views.show_marks(self._marks, chosen, self._annotating.coder.id)
        self._say_codes()

    @Slot(str)
    def _on_chosen(self, _annotation: str) -> None:
        self._show()

    @Slot()
    def _let_go(self) -> None:
        """The bar was closed: nothing is chosen any more, and what is selected stays so."""
        self._annotating.choose("")

    @Slot()
    def _leave(self) -> None:
        """The cursor has gone on from what was chosen."""
        self._annotating.choose("")
        self.bar.leave()

    @Slot()
    def _on_selected(self) -> None:
        parts = self._views.selected
        if parts:
            self._offer(parts)
        elif self._chosen is None or not self._views.is_chosen:
            self.bar.leave()

    @Slot(object)
    def _on_clicked(self, place: Place) -> None:
        """A click on marked words chooses the shortest of their marks, a further one the next."""
        here = [mark.id for mark in self._marks.at(place)]
        chosen = self._annotating.chosen
        if not here:
            self._leave()
        else:
            following = here[(here.index(chosen) + 1) % len(here)] if chosen in here else here[0]
            self.choose(following, cursor_stays=True)

    def _offer(self, parts: Sequence[Found]) -> None:
        manifesto = self._manifesto
        place = selection_of(manifesto, parts) if manifesto is not None else None
        if manifesto is None or place is None:
            self.bar.leave()
            return
        at, column = self._around(parts)
        self.bar.offer(Selected(manifesto.document.id, place, words_of(manifesto, parts)), at, column)

    @Slot()
    def _follow(self) -> None:
        if self.bar.open and self._views.selected:
            self.bar.follow(*self._around(self._views.selected))

    def _around(self, parts: Sequence[Found]) -> tuple[QRect, QRect]:
        return self._views.covered(parts), self._views.column()

    @Slot()
    def _say_codes(self) -> None:
        """Tell a screen reader which codes stand at the cursor, or on what is selected."""
        if self._annotating.session.closed:
            return
        stretch = self._views.stretch
        here = self._marks.at(stretch.first, stretch.last)
        own = self._annotating.coder.id
        names = dict.fromkeys(_said(mark, own) for mark in here)
        self._views.say_codes(
            tr("Codes here: {names}", names="; ".join(names)) if names else "", QAccessible.isActive()
        )


def _said(mark: Mark, own: str) -> str:
    coding = mark.coding
    parts = [coding.name] if coding.coder.id == own else [coding.name, coding.coder.name]
    parts += [tr("memo: {words}", words=memo.text) for memo in coding.memos]
    return ", ".join(parts)
