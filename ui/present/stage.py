"""The wall: draws the slide in use, has the next one ready, and can be blank."""

from __future__ import annotations

from collections import OrderedDict
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from index.lessons.slides import QuestionSlide, Slide
from reader.wording import tr
from ui.present.course import Course
from ui.present.fitting import Fitted
from ui.present.foot import Foot
from ui.present.look import Look, look_for
from ui.present.question_view import QuestionView
from ui.present.row_view import RowView
from ui.present.slide_view import SlideView
from ui.present.views import view_of, widest
from ui.theme.parts import Surface
from ui.theme.tokens import BLANK

_Key: TypeAlias = tuple[object, ...]
# The slide in use, its next part, and the slides before and after it.
_KEPT = 5


class Stage(Surface):
    """Shows what the course says. `moved` is sent whenever another slide, or another part of one, is shown."""

    moved = Signal()

    def __init__(self, course: Course, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.course = course
        self.foot = Foot(self)
        self._views: OrderedDict[_Key, SlideView] = OrderedDict()
        self._view: SlideView | None = None
        self._columns = widest(course.lesson.slides)
        self._cover = Cover(self)
        self._preparing = QTimer(self, singleShot=True, interval=0)
        self._preparing.timeout.connect(self._prepare)

    @property
    def look(self) -> Look:
        """How large everything is now."""
        return look_for(self.width(), self.height(), self._columns, self.course.steps)

    @property
    def view(self) -> SlideView | None:
        """The slide that is shown, None before the stage has been shown at all."""
        return self._view

    @property
    def settled(self) -> bool:
        """Whether the slides that may come next are ready."""
        return not self._preparing.isActive()

    @property
    def following(self) -> SlideView | None:
        """The slide that comes next, as it will be seen, None at the end. It belongs to the stage."""
        at = self.course.following()
        return None if at is None else self._made(self.course.lesson.slides[at], 0)

    def show_now(self, *, tell: bool = True) -> None:
        """Show where the course is; `tell` those who do not see it."""
        before, view = self._view, self._made(self.course.slide, self.course.part)
        focused = self.column_in_use
        self._view = view
        if before is not None and before is not view:
            before.hide()
        view.move(0, 0)
        view.show()
        view.lower()
        if focused is not None and focused < len(view.columns):
            view.columns[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        self._cover.setVisible(self.course.blank)
        self._cover.raise_()
        self._show_foot()
        self.show_votes()
        if tell:
            self.tell(tr("Blank") if self.course.blank else view.spoken)
        self._preparing.start()
        self.moved.emit()

    def show_votes(self) -> None:
        """Show the hands that were counted, where a question is on the wall."""
        if isinstance(self._view, QuestionView) and isinstance(self.course.slide, QuestionSlide):
            self._view.show_votes(self.course.votes.of(self.course.slide))

    def tell(self, sentence: str) -> None:
        """Have this spoken."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def show_again(self) -> None:
        """Everything may look different: forget what was laid out."""
        self._forget()
        self.show_now(tell=False)

    @property
    def column_in_use(self) -> int | None:
        """The column that the keys are on, from 0; None for none."""
        columns = self._view.columns if self._view is not None else []
        return next((at for at, column in enumerate(columns) if column.hasFocus()), None)

    def use_column(self, at: int) -> None:
        """Give the keys to this column, counted from 0, where there is one."""
        if self._view is not None and at < len(self._view.columns):
            self._view.columns[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """Nothing more is going to be shown."""
        self._preparing.stop()
        self.foot.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover.setGeometry(self.rect())
        self.course.part = 0
        self.show_again()

    def _show_foot(self) -> None:
        look, course = self.look, self.course
        self.foot.setGeometry(0, self.height() - look.foot, self.width(), look.foot)
        self.foot.fit(look)
        places = course.places()
        where = tr("{number} of {of}", number=places.index(course.at) + 1 if course.at in places else 1, of=len(places))
        if course.part:
            where = tr("part {part} · {where}", part=course.part + 1, where=where)
        hidden = tr("Names hidden; style may still tell") if course.names.hidden else ""
        self.foot.show_state(left=hidden, where=where)

    def _made(self, slide: Slide, part: int) -> SlideView:
        """The view of this part of a slide of the open lesson, laid out once."""
        names, look = self.course.names, self.look
        key = (slide.id, part, look, names.state)
        view = self._views.get(key)
        if view is None:
            seen = names.shown(slide) or slide
            view = view_of(seen, look, part, answered=names.answered(slide), fitted=self._fitted(key))
            view.setParent(self)
            view.hide()
            self._views[key] = view
        self._views.move_to_end(key)
        while len(self._views) > _KEPT:
            oldest = next(name for name, one in self._views.items() if one is not self._view)
            self._views.pop(oldest).deleteLater()
        return view

    def _fitted(self, key: _Key) -> list[Fitted] | None:
        """What fits of another part of the same slide."""
        for known, view in self._views.items():
            if known[0] == key[0] and known[2:] == key[2:] and isinstance(view, RowView):
                return view.fitted
        return None

    def _prepare(self) -> None:
        """Lay out what the next key may ask for."""
        course = self.course
        if self._view is not None and self._view.goes_on:
            self._made(course.slide, course.part + 1)
        for at in (course.following(), course.at - 1):
            if at is not None and at >= 0 and course.names.shown(course.lesson.slides[at]) is not None:
                self._made(course.lesson.slides[at], 0)

    def _forget(self) -> None:
        for view in self._views.values():
            view.hide()
            view.deleteLater()
        self._views.clear()
        self._view = None


class Cover(QWidget):
    """Lies over everything while the wall is blank."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Blank"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(BLANK))
