"""Counts hands at a question: 1 to 4 add one, Shift takes one away; numbers are typed into the answer in use."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from index.lessons.slides import QuestionSlide
from reader.wording import tr
from ui.present.answers import answer_said

if TYPE_CHECKING:
    from ui.present.stage import Stage

# The keys of the upper row on a Mac, which are told by no other number there while Shift is held.
_COCOA = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9, 29: 0}
_FIRST_SCAN_CODE = 9  # of 0 or, one later, 1, where X11 or Wayland number keys
_DIGITS = 3


class Voting:
    """Hears the keys of one wall, while a question is on it."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._course = stage, stage.course
        self._typing: tuple[str, int] | None = None  # the question and the answer into which a number is being typed

    def answer(self, event: QKeyEvent, *, letters: bool) -> Callable[[], object] | None:
        """What this key counts, None for nothing. `letters`: keys of one sign work while no answer is in use."""
        slide, used = self._course.slide, self._stage.column_in_use
        if not isinstance(slide, QuestionSlide) or self._course.blank:
            return None
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        number, shift = digit_of(event), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if used is not None and not shift and plain:
            if number is not None:
                return partial(self._type, slide, used, number)
            if event.key() == Qt.Key.Key_Backspace:
                return partial(self._take_back, slide, used)
        if number is None or not plain or not letters or not 1 <= number <= len(slide.answers):
            return None
        return partial(self._count, slide, number - 1, -1 if shift else 1)

    def _count(self, slide: QuestionSlide, answer: int, by: int) -> None:
        self._typing = None
        self._course.votes = self._course.votes.counted(slide, answer, by)
        self._tell(slide, answer)

    def _type(self, slide: QuestionSlide, answer: int, number: int) -> None:
        """The first digit begins a number, what follows goes on with it."""
        before = self._course.votes.of(slide)[answer] if self._typing == (slide.id, answer) else 0
        self._typing = (slide.id, answer)
        typed = f"{before}{number}"[-_DIGITS:]
        self._course.votes = self._course.votes.set_to(slide, answer, int(typed))
        self._tell(slide, answer)

    def _take_back(self, slide: QuestionSlide, answer: int) -> None:
        self._typing = (slide.id, answer)
        self._course.votes = self._course.votes.set_to(slide, answer, self._course.votes.of(slide)[answer] // 10)
        self._tell(slide, answer)

    def _tell(self, slide: QuestionSlide, answer: int) -> None:
        self._stage.show_votes()
        said = answer_said(answer + 1, slide.answers[answer].name, right=False)
        self._stage.tell(tr("{answer}: {count}", answer=said, count=self._course.votes.of(slide)[answer]))


def digit_of(event: QKeyEvent) -> int | None:
    """The digit on the key, whatever Shift makes it write; None for none."""
    if len(event.text()) == 1 and event.text() in "0123456789":
        return int(event.text())
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return int(event.key()) - int(Qt.Key.Key_0)
    if event.key() < Qt.Key.Key_Escape and not event.text().isalpha():
        return _by_place(QGuiApplication.platformName(), event.nativeScanCode(), event.nativeVirtualKey())
    return None


def _by_place(platform: str, scan_code: int, virtual_key: int) -> int | None:
    """The digit of the key at this place in the upper row."""
    if platform == "windows":
        return virtual_key - ord("0") if ord("0") <= virtual_key <= ord("9") else None
    if platform == "cocoa":
        return _COCOA.get(virtual_key)
    place = scan_code - _FIRST_SCAN_CODE
    return place % 10 if 1 <= place <= 10 else None
