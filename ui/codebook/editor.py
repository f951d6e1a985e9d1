"""What is written of the code in use: definition, what belongs and what does not, example, colour, key, memo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.library.code_looks import with_pattern
from reader.library.codes import Code
from reader.library.memos import MemoOf
from reader.wording import tr
from ui import theme
from ui.annotating.annotating import annotating
from ui.codebook.acts import CodeActs
from ui.codebook.lines import passages
from ui.codebook.writing import Lines, OneLine
from ui.session.session import Session
from ui.shared.elided import Elided
from ui.shared.named import name_box
from ui.theme import code_marks
from ui.theme.code_marks import LineLook
from ui.theme.mark_paint import paint_line
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP, TWO
from ui.theme.topic_colours import TOPIC_COLOURS, colour_name
from ui.theme.words import one_line

_KEY = 96  # pixels


class CodeFields(QScrollArea):
    """Each field is one edit when it is left; another code may be shown by then."""

    def __init__(self, session: Session, acts: CodeActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._acts = acts
        self._code: Code | None = None
        self._memo = ""
        self._body = QWidget()
        self._path = Elided("", Role.STRONG)
        self._count = Text("", Role.SMALL).wrapped()
        self.colour = QComboBox()
        name_box(self.colour, tr("Colour of the code"))
        self.key = OneLine(tr("Key of the code"), tr("None"))
        self.codable = QCheckBox(tr("Passages can have it"))
        self.topic = QComboBox()
        name_box(self.topic, tr("Topic that the code belongs to"))
        self.texts = {
            "definition": Lines(tr("Definition"), tr("What the code means")),
            "include": Lines(tr("Include"), tr("What belongs to it")),
            "exclude": Lines(tr("Exclude"), tr("What does not, though it looks so")),
            "example": Lines(tr("Example"), tr("A passage that shows it")),
        }
        self.memo = Lines(tr("Your memo"), tr("What you think about it"))
        self._lay_out()
        self._connect()
        self.show_code(None)

    def show_code(self, code: Code | None) -> None:
        """Show what is written of this code; what is being written of another is kept first."""
        if self._code is not None and (code is None or code.id != self._code.id):
            self.keep()
        fresh = code is None or self._code is None or code.id != self._code.id
        self._code = code
        self._body.setVisible(code is not None)
        if code is None:
            return
        book = self._acts.book
        self._path.say(book.written_path(code.id))
        own = self._acts.touched([code.id])
        said = passages(own)
        if book.children(code.id):
            every = passages(self._acts.touched([code.id], below=True))
            said = tr("{own} of its own, {all} with the codes under it", own=said, all=every)
        self._count.setText(said)
        self._memo = self._written_memo(code.id)
        for name, field in self.texts.items():
            if fresh or not field.hasFocus():
                field.show_text(getattr(code, name))
        if fresh or not self.key.hasFocus():
            self.key.show_text(code.key)
        if fresh or not self.memo.hasFocus():
            self.memo.show_text(self._memo)
        with QSignalBlocker(self.codable):
            self.codable.setChecked(code.codable)
        self._offer(code)

    def keep(self) -> None:
        """Keep what has been written."""
        for name in self.texts:
            self._keep(name)
        self._keep_key()
        self._keep_memo()

    def _offer(self, code: Code) -> None:
        """Offer the colours and topics that there are."""
        look = code_marks.look_in(self._acts.book, code)
        with QSignalBlocker(self.colour):
            self.colour.clear()
            self.colour.setIconSize(QSize(code_marks.SAMPLE, TWO))
            for value in dict.fromkeys([*(value for _, value in TOPIC_COLOURS), look.colour]):
                self.colour.addItem(_sample(LineLook(value, look.pattern)), colour_name(value), value)
            self.colour.setCurrentIndex(self.colour.findData(look.colour))
        with QSignalBlocker(self.topic):
            self.topic.clear()
            self.topic.addItem(tr("None"), "")
            for topic in self._session.topics:
                self.topic.addItem(one_line(topic.name), topic.id)
            if code.topic and self.topic.findData(code.topic) < 0:
                self.topic.addItem(code.topic, code.topic)
            self.topic.setCurrentIndex(self.topic.findData(code.topic))

    def _keep(self, name: str) -> None:
        code, written = self._code, self.texts[name].written
        if code is not None and written != getattr(code, name):
            self._write(**{name: written})

    def _keep_colour(self) -> None:
        """Another colour leaves the code its pattern."""
        code = self._code
        if code is not None:
            look = code_marks.look_in(self._acts.book, code)
            chosen = str(self.colour.currentData())
            if chosen != look.colour:
                self._write(colour=with_pattern(chosen, look.pattern))

    def _keep_key(self) -> None:
        code = self._code
        if code is not None and self.key.written.strip() != code.key and not self._write(key=self.key.written):
            self.key.show_text(code.key)

    def _keep_memo(self) -> None:
        code, written = self._code, self.memo.written
        if code is not None and written.strip() != self._memo.strip():
            before, self._memo = self._memo, written
            if annotating(self._session).write_memo(MemoOf.CODE, code.id, written) is None:
                self._memo = before  # it was refused: what is written is kept later

    def _write(self, **fields: str | bool) -> bool:
        """Write fields of the code that is shown; whether that was accepted."""
        code = self._code
        if code is None or self._acts.book.get(code.id) is None:
            return False
        kept = self._acts.change(code.id, **fields)
        if kept and self._code is not None and self._code.id == code.id:
            self._code = self._acts.book.get(code.id)
        return kept

    def _written_memo(self, code: str) -> str:
        library = self._session.library
        return next((memo.text for memo in library.memos(MemoOf.CODE, code) if memo.coder.id == library.coder), "")

    def _lay_out(self) -> None:
        body = self._body
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(TWO)
        form.setVerticalSpacing(STEP)
        self.key.setMaximumWidth(_KEY)
        rows: tuple[tuple[str, QWidget], ...] = (
            *((field.accessibleName(), field) for field in self.texts.values()),
            (tr("Colour"), self.colour),
            (tr("Key"), self.key),
            ("", self.codable),
            (tr("Topic"), self.topic),
            (tr("Your memo"), self.memo),
        )
        for name, field in rows:
            form.addRow(Text(name, Role.SMALL), field)
        column = QVBoxLayout(body)
        column.setContentsMargins(TWO, STEP, TWO, STEP)
        column.setSpacing(STEP)
        column.addWidget(self._path)
        column.addWidget(self._count)
        column.addLayout(form)
        column.addStretch()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)

    def _connect(self) -> None:
        for name, field in self.texts.items():
            field.left.connect(_keeping(self._keep, name))
        self.key.left.connect(self._keep_key)
        self.memo.left.connect(self._keep_memo)
        self._session.closing.connect(self.keep)
        self.colour.activated.connect(lambda _: self._keep_colour())
        self.topic.activated.connect(lambda _: self._write(topic=str(self.topic.currentData())))
        self.codable.toggled.connect(lambda on: self._write(codable=on))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()


def _keeping(keep: Callable[[str], object], name: str) -> Callable[[], object]:
    return lambda: keep(name)


def _sample(look: LineLook) -> QPixmap:
    """A piece of the line that a code of this look has."""
    now = theme.tokens()
    picture = QPixmap(code_marks.SAMPLE, TWO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    thick = 2 * code_marks.thickness(now)
    shown = code_marks.line_on_text(look, now)
    paint_line(painter, 0, code_marks.SAMPLE, (TWO - thick) // 2, thick, colour=shown, pattern=look.pattern)
    painter.end()
    return picture
