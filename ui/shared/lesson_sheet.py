"""The sheet of what a lesson shows, over the window: figures of its manifestos, its order, and what is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from index.exports.publication import Heading, Paragraph, Table, plain
from index.exports.publication import Role as Written
from reader.wording import tr
from ui.session.session import Session
from ui.shared import calm_table
from ui.shared.offer import Offer
from ui.shared.overlay import Overlay
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.text import Role, Text
from ui.theme.tokens import HALF, STEP, TWO

if TYPE_CHECKING:
    from index.lessons.sheet import LessonSheet


_WIDTH = 944  # as wide as six columns of figures want to be


class SheetOverlay(Overlay):
    """Over one window until Esc. It tells and asks nothing: whatever it says, the lesson can be held."""

    def __init__(self, window: QWidget, session: Session, sheet: LessonSheet) -> None:
        self.sheet = _Sheet(sheet)
        super().__init__(window, self.sheet, self.sheet.title, _WIDTH)
        self._session, self._shown = session, sheet
        self.sheet.export_button.clicked.connect(self._export)
        self.sheet.close_button.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def _export(self) -> None:
        from index.exports.lesson_sheet import exportable

        self.dismiss()
        self._session.export_wished.emit(Offer(tr("What the lesson shows"), exportable(self._shown)))


class _Sheet(QWidget):
    """The same words as in the file, one below the other."""

    def __init__(self, sheet: LessonSheet) -> None:
        from index.exports.lesson_sheet import publication

        super().__init__()
        made = publication(sheet)
        self.title = made.title
        self.export_button, self.close_button = QPushButton(tr("Export…")), QPushButton(tr("Close"))
        self.sentences: list[str] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, TWO, 0)
        self._column.setSpacing(HALF)
        for block in made.blocks:
            self._show(block)
        self._column.addStretch()
        self._area = QScrollArea()
        self._area.setAccessibleName(made.title)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.export_button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(TWO, STEP, TWO, STEP)
        whole.setSpacing(STEP)
        whole.addWidget(Text(made.title, Role.TITLE).wrapped())
        whole.addWidget(self._area, 1)
        whole.addLayout(buttons)
        self.setFocusProxy(self._area)

    def _show(self, block: object) -> None:
        if isinstance(block, Heading):
            self._column.addSpacing(STEP)
            self._say(block.text, Role.STRONG)
        elif isinstance(block, Paragraph):
            self._say(plain(block.runs), Role.SECONDARY if block.role is Written.ABOUT else Role.BODY)
        elif isinstance(block, Table):
            self._column.addSpacing(STEP)
            self._column.addWidget(_table(block))

    def _say(self, sentence: str, role: Role) -> None:
        self.sentences.append(sentence)
        self._column.addWidget(Text(sentence, role).wrapped())

    def sizeHint(self) -> QSize:
        inside, around = self._inside.sizeHint(), super().sizeHint()
        return QSize(around.width(), around.height() - self._area.sizeHint().height() + inside.height())


def _table(block: Table) -> QWidget:
    """A table of figures, as high as its rows."""
    cells = Cells((block.corner, *(head.name for head in block.columns)))
    cells.show_rows(
        [
            (row.head, *(" ".join(plain(one.runs) for one in cell if isinstance(one, Paragraph)) for cell in row.cells))
            for row in block.rows
        ]
    )
    table = PlainTable(cells, block.caption, raised=True)
    cells.setParent(table)
    table.setFixedHeight(calm_table.rows_height(table))
    return table
