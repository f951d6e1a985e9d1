"""Who said it? Asks how many questions to draw from the comparison, says from what, and has them presented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from index.lessons.notices import with_notice
from index.lessons.slides import Lesson
from index.topics.model import Topic
from reader.errors import UserError
from reader.library.records import Document
from reader.wording import spoken, tr, tr_count
from ui.session.background import Task
from ui.session.session import Session
from ui.shared.overlay import WIDTH, Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, STEP, TWO
from ui.version import PROGRAM

if TYPE_CHECKING:
    from index.quiz.quiz import Pool, Sources

T = TypeVar("T")
_LARGEST_SEED = 999_999
_MOST = 50  # questions in a row
_USUAL = 10


class QuizQuestion(QWidget):
    """How many questions, drawn by which seed, with passages that speak of violence or not; `wished` is given the quiz.

    The passages are looked through once, on another thread, and again when the switch is turned.
    """

    def __init__(
        self, session: Session, topic: Topic, documents: Sequence[Document], wished: Callable[[Lesson], object]
    ) -> None:
        super().__init__()
        self.left: Callable[[], object] = lambda: None
        self._session, self._topic, self._documents, self._wished = session, topic, tuple(documents), wished
        self._pool: Pool | None = None
        self._task: Task | None = None
        self.count = _number(tr("Questions"), _MOST, _USUAL)
        self.seed = _number(tr("Seed"), _LARGEST_SEED, 1)
        self.sensitive = QCheckBox(tr("With passages that speak of violence and abuse"))
        self._found = Text("", Role.SECONDARY).wrapped()
        self._why = Text("", Role.SMALL).wrapped()
        self.ask = QPushButton(tr("Ask"))
        self.ask.setDefault(True)
        self.ask.clicked.connect(self._draw)
        self.sensitive.toggled.connect(self._look)
        self.count.valueChanged.connect(self._describe)
        self._compose()
        self.setFocusProxy(self.count)
        self._look()

    def sizeHint(self) -> QSize:
        """As high as its words are in the width that an overlay has."""
        width = WIDTH - 2 * STEP
        return QSize(width, self._column.totalHeightForWidth(width))

    def stop(self) -> None:
        """Nothing that is still being found is wanted."""
        if self._task is not None:
            self._task.forget()

    def _compose(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(TWO)
        form.setVerticalSpacing(STEP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(Text(tr("Questions")), self.count)
        form.addRow(Text(tr("Seed")), self.seed)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(TWO, STEP, TWO, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(tr("Who said it? {topic}", topic=self._topic.name), Role.TITLE).wrapped())
        column.addWidget(
            Text(
                tr(
                    "Passages of these manifestos with their names hidden, each manifesto as often as the others. "
                    "The same seed draws the same questions again."
                ),
                Role.SECONDARY,
            ).wrapped()
        )
        column.addLayout(form)
        column.addWidget(self.sensitive)
        column.addWidget(self._found)
        column.addWidget(self._why)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)

    # What it is drawn from

    def _look(self) -> None:
        """Look through the passages."""
        from index.quiz.quiz import pool_of

        topic, documents, sensitive = self._topic, self._documents, self.sensitive.isChecked()
        self.stop()
        self._pool = None
        self._say(tr("Passages are being looked through …"))
        make = self._with_sources(lambda sources: pool_of(sources, topic, documents, sensitive=sensitive))
        self._task = self._session.run(make, self._take, self._fail)

    def _take(self, pool: Pool) -> None:
        self._pool = pool
        self._describe()

    def _describe(self) -> None:
        from index.quiz.quiz import Asked, Quiz, left_out, possible_in

        if self._pool is None:
            return
        most = possible_in(self._pool)
        wanted = Quiz(self._pool.topic, Asked(), (), self._pool.usable, most)
        passages = tr_count("1 passage can be asked about", "{count:,} passages can be asked about", wanted.passages)
        if not most:
            self._say(tr("{passages}: too few for a quiz, which needs two manifestos.", passages=passages))
        elif most < self.count.value():
            enough = tr_count("enough for 1 question", "enough for {count} questions", most)
            self._say(tr("{passages}: {enough}.", passages=passages, enough=enough))
        else:
            self._say(tr("{passages}.", passages=passages))
        self._why.setText(left_out(wanted))
        self._why.setVisible(bool(self._why.text()))
        self.ask.setEnabled(most > 0)
        self._fit()

    def _say(self, sentence: str) -> None:
        self._found.setText(sentence)
        self._why.hide()
        self.ask.setEnabled(False)
        self._fit()

    def _fit(self) -> None:
        overlay = self.parent()
        while overlay is not None and not isinstance(overlay, Overlay):
            overlay = overlay.parent()
        if isinstance(overlay, Overlay) and overlay.isVisible():
            overlay.fit()

    def _fail(self, error: UserError) -> None:
        self._say(f"{error.problem} {error.advice}")

    # The quiz

    def _draw(self) -> None:
        from index.quiz.quiz import Asked, quiz_from

        pool, asked = self._pool, Asked(self.seed.value(), self.count.value(), self.sensitive.isChecked())
        if pool is None:
            return
        self.ask.setEnabled(False)

        def present(lesson: Lesson) -> None:
            self.left()
            self._wished(lesson)

        def made(sources: Sources) -> Lesson:
            questions = quiz_from(sources, pool, asked).questions
            title = tr("Who said it? {topic}", topic=pool.topic.name)
            return Lesson(title, with_notice(questions), spoken(), PROGRAM)

        self._task = self._session.run(self._with_sources(made), present, self._fail)

    def _with_sources(self, work: Callable[[Sources], T]) -> Callable[[], T]:
        """The work with a library of its own, for another thread."""
        home, topics = self._session.home, tuple(self._session.topics)
        style = self._session.settings.now.citation_style

        def run() -> T:
            from index.quiz.quiz import Sources
            from index.topics.views import Views
            from reader.facts import usable_facts
            from reader.library.library import Library
            from ui.shared.citation_style import opened_style

            with Library.open(home) as library, Views(home) as views:
                return work(Sources(library, views, topics, usable_facts(home.settings), opened_style(style)))

        return run


def ask_for_quiz(
    session: Session, over: QWidget, topic: Topic, documents: Sequence[Document], wished: Callable[[Lesson], object]
) -> Overlay:
    """Ask over the window how a quiz is to be drawn; `wished` is given the lesson that it makes."""
    page = QuizQuestion(session, topic, documents, wished)
    overlay = Overlay(over, page, tr("Who said it?"))
    page.left = overlay.dismiss
    overlay.closed.connect(page.stop)
    overlay.closed.connect(overlay.deleteLater)
    overlay.open()
    return overlay


def _number(name: str, most: int, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setAccessibleName(name)
    field.setRange(1, most)
    field.setValue(value)
    field.setMaximumWidth(COLUMN_WIDTH)
    return field
