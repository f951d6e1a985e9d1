"""What the teacher alone sees, on another screen: this slide and the next, notes, the clock, the time that is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTime, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from index.lessons.slides import Slide
from reader.wording import tr
from ui import theme
from ui.present.views import called
from ui.shared.own_keys import OwnKeys
from ui.theme.text import Role, Text
from ui.theme.tokens import SIX, STEP, THREE, TWO

if TYPE_CHECKING:
    from ui.present.window import PresentWindow

_CLOCK_MS = 5_000
_SIZE = QSize(1024, 700)


class PresenterView(OwnKeys, QWidget):
    """Follows the wall, and hears the same keys."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(None)
        self._wall = window
        self._slide: Slide | None = None
        self.setWindowTitle(tr("Presenter view"))
        self.setAccessibleName(tr("Presenter view"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.now, self.then = Picture(tr("Now")), Picture(tr("Next"))
        self.where = Text("", Role.STRONG)
        self.then_called = Text("", Role.SECONDARY).wrapped()
        self.clock, self.left = Text("", Role.TITLE), Text("", Role.TITLE)
        self.notes = NotesField()
        self.notes.setReadOnly(window.presented.keep_notes is None)
        self.notes.left.append(self._keep)
        self._following = QTimer(self, singleShot=True, interval=0)
        self._following.timeout.connect(self._draw)
        self._ticking = QTimer(self, interval=_CLOCK_MS)
        self._ticking.timeout.connect(self._tick)
        window.stage.moved.connect(self._follow)
        window.countdown.ticked.connect(self.left.setText)
        self.left.setText(window.countdown.text)
        self._lay_out()

    @property
    def settled(self) -> bool:
        """Whether it shows what the wall shows."""
        return not self._following.isActive()

    def open_beside(self, window: PresentWindow) -> None:
        """Show it full on a screen that the wall is not on, else in a window."""
        other = next((one for one in QGuiApplication.screens() if one is not window.screen()), None)
        if other is not None and window.isFullScreen():
            self.setScreen(other)
            self.setGeometry(other.geometry())
            self.showFullScreen()
        else:
            room = window.screen().availableGeometry()
            size = _SIZE.boundedTo(room.size())
            self.setGeometry(QRect(room.topLeft(), size))
            self.show()
        self._ticking.start()
        self._tick()
        self._follow()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_notes(self) -> None:
        """Give the keys to the notes."""
        self.activateWindow()
        self.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Keep the notes, and go."""
        self._keep()
        self._ticking.stop()
        self._following.stop()
        self._wall.stage.moved.disconnect(self._follow)
        self._wall.countdown.ticked.disconnect(self.left.setText)
        self.hide()
        self.deleteLater()

    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        return self._wall.answer(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(THREE)
        head.addWidget(self.where, 1)
        head.addWidget(self.left)
        head.addWidget(self.clock)
        beside = QVBoxLayout()
        beside.setSpacing(STEP)
        beside.addWidget(Text(tr("Next"), Role.STRONG))
        beside.addWidget(self.then_called)
        beside.addWidget(self.then, 1)
        beside.addStretch(1)
        wall = QVBoxLayout()
        wall.setSpacing(STEP)
        wall.addWidget(self.now, 5)
        wall.addWidget(Text(tr("Notes"), Role.STRONG))
        wall.addWidget(self.notes, 3)
        body = QHBoxLayout()
        body.setSpacing(THREE)
        body.addLayout(wall, 5)
        body.addLayout(beside, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(THREE, TWO, THREE, TWO)
        column.setSpacing(TWO)
        column.addLayout(head)
        column.addLayout(body, 1)

    def _follow(self) -> None:
        """The wall has moved: its pictures are drawn once it has been seen there."""
        self._keep()
        course = self._wall.course
        places = course.places()
        number = places.index(course.at) + 1 if course.at in places else 1
        self.where.setText(tr("{number} of {of}  {slide}", number=number, of=len(places), slide=called(course.slide)))
        self._slide = course.slide
        self.notes.setPlainText(self._wall.notes_of(course.slide))
        self._following.start()

    def _draw(self) -> None:
        stage, course = self._wall.stage, self._wall.course
        self.now.show_picture(_picture(stage), stage.view.spoken if stage.view is not None else "")
        following, at = stage.following, course.following()
        self.then.show_picture(_picture(following) if following is not None else None, "")
        self.then_called.setText(called(course.lesson.slides[at]) if at is not None else tr("This is the last slide."))

    def _keep(self) -> None:
        if self._slide is not None and not self.notes.isReadOnly():
            self._wall.keep_notes(self._slide, self.notes.toPlainText().strip())

    def _tick(self) -> None:
        self.clock.setText(QTime.currentTime().toString("HH:mm"))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._wall.toggle_presenter()


def _picture(widget: QWidget) -> QPixmap:
    """What is seen of the widget, on the ground that words are read on."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme.tokens().colours.surface))
    widget.render(picture, renderFlags=QWidget.RenderFlag.DrawChildren)
    return picture


class Picture(Text):
    """A picture of a slide as large as there is room; a screen reader hears what is on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._whole: QPixmap | None = None
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMinimumSize(SIX, SIX)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_picture(self, picture: QPixmap | None, spoken: str) -> None:
        """Show this, nothing for None."""
        self._whole = picture
        self.setAccessibleName(f"{self._name}: {spoken}" if spoken else self._name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole is None:
            self.clear()
            return
        ratio = self.devicePixelRatioF()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        scaled = self._whole.scaled(self.size() * ratio, keep, smooth)
        scaled.setDevicePixelRatio(ratio)
        self.setPixmap(scaled)


class NotesField(QPlainTextEdit):
    """Notes, in which all keys are typed until Esc leaves them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left: list[Callable[[], object]] = []
        self.setAccessibleName(tr("Notes"))
        self.setPlaceholderText(tr("Notes on this slide; E writes them, Esc keeps them."))
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setFont(theme.fonts.reading(theme.tokens().reading))
        self.document().setDocumentMargin(0)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            for tell in self.left:
                tell()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.window().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
