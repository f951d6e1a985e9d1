"""What every kind of slide on the wall is: parts that come one after the other, columns, and what is said of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from index.lessons.slides import Extract
from ui.present.look import Look
from ui.present.words import Face, Words


class SlideView(QWidget):
    """One part of a slide, laid out for one size. `goes_on`: there is another part after it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.goes_on = False
        self.spoken = ""  # what is told to those who do not see that another slide is shown
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # a click anywhere goes on or back
        self.resize(look.width, look.height - look.foot)

    @property
    def columns(self) -> list[QWidget]:
        """What the keys can go to, from left to right; none for a slide without columns."""
        return []

    def extract(self, column: int) -> Extract | None:
        """The first passage that is seen in this column (from 0), None for none."""
        del column
        return None

    def words(self, text: str, face: Face, pixels: int, at: QRect, *, lines: int = 0, centred: bool = False) -> Words:
        """Words at the top left of this rectangle, in its width."""
        made = Words(text, face, pixels, at.width(), lines=lines, centred=centred, parent=self)
        made.move(at.topLeft())
        return made

    @property
    def inner(self) -> QRect:
        """The slide without its margins."""
        margin = self.look.margin
        return self.rect().adjusted(margin, round(margin * 0.8), -margin, 0)
