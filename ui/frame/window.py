"""The window: rail, places, the line about the samples, the strip; menus, dropping files, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from reader.library.plans import size
from ui.actions.offered import COMPARE, PLACES, PLANS
from ui.frame.appearance import Appearance
from ui.frame.asking import Asking
from ui.frame.coder_button import CoderButton
from ui.frame.drop_hint import DropHint
from ui.frame.export_ways import Opened
from ui.frame.help_pages import START
from ui.frame.import_news import ImportNews
from ui.frame.places import Places
from ui.frame.presenting import Presenting
from ui.frame.rail import Rail
from ui.frame.samples_line import SamplesLine
from ui.frame.strip import Strip
from ui.frame.undo_words import doing
from ui.session.session import Session
from ui.shared.collecting import chosen_plan
from ui.shared.explained import page_of
from ui.shared.menus import fill
from ui.shared.placeholder import Step
from ui.theme.parts import MenuBar
from ui.theme.words import caption, words_on

if TYPE_CHECKING:
    from ui.frame.copies import Copies
    from ui.frame.export_dialog import ExportDialog
    from ui.frame.first_start import FirstStart
    from ui.frame.help_panel import Help
    from ui.frame.history import History
    from ui.frame.keys_help import KeysHelp
    from ui.frame.palette import Palette
    from ui.shared.offer import Offer

USUAL_SIZE = QSize(1280, 800)
SMALLEST_SIZE = QSize(1024, 640)  # points; the screen, where that has less room


class Window(QMainWindow):
    """The one window of the program. It closes the session when it closes.

    What does not show at once is imported and made when it is first wanted.
    """

    log_wanted = Signal()
    copy_wanted = Signal(object)  # the Path of a copy of the library to go back to

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._first: FirstStart | None = None
        self._doubted = ""  # the document of which something cited is to be checked
        self._finder: Palette | None = None
        self._keys: KeysHelp | None = None
        self._help: Help | None = None
        self.exporting: ExportDialog | None = None
        self.over: History | Copies | None = None
        self.successor: Window | None = None  # the window that took its place, on a copy of its library
        self.setWindowTitle("Hustings")
        self.setAcceptDrops(True)
        self._fit_to_screen()
        self.rail = Rail(session.actions)
        self.rail.add_below(CoderButton(session))
        self.places = Places(session)
        self.presenting = Presenting(self, session, self.places)
        self._page = QWidget()
        self.strip = Strip(self._page)
        self.samples_line = SamplesLine()
        self._news = ImportNews(session, self.strip)
        self._drop_hint = DropHint(self)
        self._asking = Asking(self, session, self.rail)
        self._lay_out()
        self._connect_actions()
        appearance.connect_actions(session.actions)
        self._connect_session()
        self._restore_geometry()

    @property
    def session(self) -> Session:
        """The library that the window is open on."""
        return self._session

    @property
    def settled(self) -> bool:
        """Whether nothing is going on that will change what the window shows."""
        reading_samples = self._first is not None and not self._first.failed
        return not self._session.busy and not reading_samples and self.places.settled and self.presenting.settled

    def open_place(self) -> None:
        """Go to the place where the program was left."""
        remembered = self._session.settings.now.place
        self.places.go(remembered if remembered in PLACES else COMPARE)

    @property
    def finder(self) -> Palette:
        """The palette, made when it is first wanted."""
        if self._finder is None:
            from ui.frame.palette import Palette

            self._finder = Palette(self, self._session, self.places.open_passage, self.places.show_topic)
        return self._finder

    def read_samples(self) -> None:
        """A first start: read the samples and say so; when they are there they are compared on the first topic."""
        from ui.frame.first_start import FirstStart

        self._first = FirstStart()
        self.places.addWidget(self._first)
        self.places.setCurrentWidget(self._first)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rail.show_place(COMPARE)
        self._session.import_progressed.connect(self._first.progress)
        self._session.add_samples()

    @Slot(object)
    def open_files(self, files: list[Path]) -> None:
        """Another start of the program was made, with these files: come to the front and read them."""
        from ui.frame.instance import bring_forward

        bring_forward(self)
        if files:
            self._session.add_files(files)

    @property
    def help(self) -> Help:
        """The help, made when it is first wanted."""
        if self._help is None:
            from ui.frame.help_panel import Help

            self._help = Help(self, self._session.actions, self.show_keys)
        return self._help

    def show_help(self) -> None:
        """Explain the part of the place in use that has the keys, else the place."""
        self.help.open(page_of(self.focusWidget()) or self.places.here or START)

    def show_keys(self) -> None:
        """Show what the keys do in the place in use."""
        if self._keys is None:
            from ui.frame.keys_help import KeysHelp

            self._keys = KeysHelp(self, self._session.actions)
        if self.places.here:
            self._keys.open(self._session.actions.spec(f"go-{self.places.here}").text)

    def export(self, opened: Opened) -> None:
        """Ask how what the place in use shows is to leave, or say why it cannot now."""
        self._export(self.places.offer(), opened)

    def _export(self, offer: Offer | str, opened: Opened = Opened.EXPORT) -> None:
        if isinstance(offer, str):
            self._session.say(offer)
            return
        from ui.frame.export_dialog import ExportDialog

        self.exporting = ExportDialog(self, self._session, offer, opened)

    def _lay_out(self) -> None:
        bar = MenuBar()
        fill(bar, self._session.actions)
        self.setMenuBar(bar)
        main = QVBoxLayout(self._page)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self.samples_line)
        main.addWidget(self.places, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._page, 1)
        self.setCentralWidget(whole)

    def _connect_actions(self) -> None:
        actions = self._session.actions
        slots: dict[str, Callable[..., object]] = {
            **self._asking.answers,
            "check-cited": self._check,
            "add-samples": self._session.add_samples,
            "quit": self.close,
            "undo": self._session.undo,
            "redo": self._session.redo,
            "back": self.places.go_back,
            "palette": lambda: self.finder.open(),
            "help": self.show_help,
            "keys": self.show_keys,
            "log": self.log_wanted.emit,
            "history": self._show_history,
            "copies": self._show_copies,
            "export": lambda: self.export(Opened.EXPORT),
            "print": lambda: self.export(Opened.PRINT),
            "go-coding": self.places.begin_coding,
            "compare.worksheet": lambda: self.export(Opened.WORKSHEET),
        }
        for name, slot in slots.items():
            actions.connect(name, slot)
        for place in PLACES:
            actions.connect(f"go-{place}", lambda place=place: self.places.go(place))
        for action in actions.everywhere():
            self.addAction(action)
        self.places.gone_to.connect(self.rail.show_place)
        self.places.gone_to.connect(self.strip.arrive)
        self.places.gone_to.connect(self._allow_exports)
        actions.allow("check-cited", False)
        self._label_undo()

    def _connect_session(self) -> None:
        session = self._session
        session.library_changed.connect(self._label_undo)
        session.edit_applied.connect(self._label_undo)
        session.library_changed.connect(self._show_samples_line)
        session.settings.changed.connect(self._show_samples_line)
        for told in (session.edit_applied, session.library_changed, session.settings.changed):
            told.connect(self._count_plan)
        session.import_ended.connect(self._end_first_start)
        session.export_wished.connect(self._export)
        session.doubted.connect(self._offer_check)
        self._news.comparison_wished.connect(self.places.compare_only)
        self.samples_line.dismissed.connect(self._put_samples_line_away)
        self._show_samples_line()
        self._count_plan()

    def _restore_geometry(self) -> None:
        kept = QByteArray.fromBase64(self._session.settings.now.geometry.encode())
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = self.screen().availableSize()
            self.resize(USUAL_SIZE.boundedTo(room))

    @Slot()
    def _allow_exports(self) -> None:
        for name in ("export", "print"):
            self._session.actions.allow(name, self.places.exports)

    @Slot()
    def _fit_to_screen(self) -> None:
        self.setMinimumSize(SMALLEST_SIZE.boundedTo(self.screen().availableSize()))

    @Slot()
    def _end_first_start(self) -> None:
        """The samples have been read, or could not be."""
        if self._first is None:
            return
        if not self._session.library.documents():
            self._first.fail([failed.problem for failed in self._session.library.failures()])
            return
        first, self._first = self._first, None
        self._session.import_progressed.disconnect(first.progress)
        if self.places.currentWidget() is first:  # whoever went elsewhere meanwhile stays there
            self.places.show_topic(self._session.topics[0].id)
        self.places.removeWidget(first)
        first.deleteLater()
        self.strip.clear()  # what is in sight says that they are there

    @Slot()
    def _label_undo(self) -> None:
        actions, library = self._session.actions, self._session.library
        for name, label in (("undo", library.undo_label()), ("redo", library.redo_label())):
            word = actions.spec(name).text
            actions.action(name).setText(caption(f"{word} {doing(label)}" if label else word))
            actions.allow(name, label is not None)

    @Slot()
    def _show_samples_line(self) -> None:
        there = [document.sample for document in self._session.library.documents()]
        self.samples_line.setVisible(bool(there) and all(there) and self._session.settings.now.samples_note)

    @Slot()
    def _count_plan(self) -> None:
        plan = chosen_plan(self._session)
        count = self._session.library.read(lambda connection: size(connection, plan.id)) if plan is not None else 0
        parts = "one part" if count == 1 else f"{count} parts"
        self.rail.show_count(PLANS, count, f"{parts} in “{plan.name}”" if plan is not None else "")

    @Slot()
    def _put_samples_line_away(self) -> None:
        self._session.settings.change(samples_note=False)

    def _show_history(self) -> None:
        from ui.frame.history import History

        self.over = History(self, self._session)

    def _show_copies(self) -> None:
        from ui.frame.copies import Copies

        self.over = copies = Copies(self, self._session)
        copies.wanted.connect(self.copy_wanted)

    def _check(self) -> None:
        """Go to what is to be checked: that it is to be has been said."""
        self.strip.clear()
        self.places.check(self._doubted)

    @Slot(str, str)
    def _offer_check(self, sentence: str, document: str) -> None:
        self._doubted = document
        self._session.actions.allow("check-cited", True)
        check = self._session.actions.action("check-cited")
        key = check.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.strip.say(sentence, Step(f"{words_on(check)} ({key})", check.trigger))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.windowHandle().screenChanged.connect(self._fit_to_screen, Qt.ConnectionType.UniqueConnection)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._session.settings.change(geometry=geometry)
        self.places.remember()
        self.strip.stop()
        self.hide()  # what still runs may take a moment to stop
        self._stop_what_waits()
        self._session.close()
        super().closeEvent(event)

    def _stop_what_waits(self) -> None:
        """Neither a pause in typing nor an open menu may come to its end once the library is closed."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        for menu in self.findChildren(QMenu):
            menu.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()
            self._drop_hint.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_hint.hide()
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._session.add_files(files)


def files_in(dropped: QMimeData) -> list[Path]:
    """The local files and folders among what is being dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
