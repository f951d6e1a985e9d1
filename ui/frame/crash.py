"""What happens when something goes wrong that is nobody's fault but ours: a log, one calm box, and on we go."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from reader.full_disk import in_words

LOG_NAME = "hustings.log"
_LOG_BYTES = 512 * 1024
_LOG_FILES = 3
_log = logging.getLogger("hustings")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHook(QObject):
    """Hears every exception that nobody caught, in slots, threads and finalisers, from install() to remove()."""

    _crashed = Signal()
    problem = Signal(str)  # a UserError that nobody showed: its sentences

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = logs / LOG_NAME
        self._handler = _LateLog(self.file)
        self._window: QWidget | None = None
        self._shown = False
        self._box: QWidget | None = None
        self._crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear from now on. Qt's own warnings go to the log too."""
        logging.getLogger().addHandler(self._handler)
        sys.excepthook = self.report
        threading.excepthook = self._report_thread
        sys.unraisablehook = self._report_unraisable
        qInstallMessageHandler(_log_qt)

    def remove(self) -> None:
        """Leave everything as it was before."""
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        if self._box is not None:
            self._box.close()

    def show_on(self, window: QWidget) -> None:
        """Where the box belongs."""
        self._window = window

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the exception and say so, once per start. What is nobody's bug is shown in its sentences."""
        if (told := in_words(error)) is not None:
            _log.warning("%s", told)
            self.problem.emit(f"{told.problem} {told.advice}")
            return
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = "".join(traceback.format_exception(kind, error, trace))
        _log.error("%s", words)
        if sys.stderr is not None:
            sys.stderr.write(words)
        self._crashed.emit()

    def _report_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _report_unraisable(self, caught: sys.UnraisableHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_type, caught.exc_value, caught.exc_traceback)

    @Slot()
    def _show(self) -> None:
        if self._shown:
            return
        self._shown = True
        from PySide6.QtWidgets import QMessageBox  # most starts need none

        from ui.shared.message import message

        problem = "Something went wrong, and it is our fault. Nothing you made is lost."
        box = message(problem, f"You can go on. What happened is written in {self.file}.", self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setModal(False)
        shown = box.addButton("Show the log", QMessageBox.ButtonRole.ActionRole)
        shown.clicked.connect(self.show_log)
        box.setEscapeButton(box.addButton("Go on", QMessageBox.ButtonRole.AcceptRole))
        box.destroyed.connect(self._forget_box)
        self._box = box
        box.show()

    @Slot()
    def show_log(self) -> None:
        """Open the folder of the log in the system's file browser."""
        from PySide6.QtCore import QUrl

        from ui.shared.opening_outside import open_outside

        open_outside(QUrl.fromLocalFile(str(self.file.parent)))

    @Slot()
    def _forget_box(self) -> None:
        self._box = None


class _LateLog(logging.Handler):
    """Writes to a rotating file from the first line on; where that cannot be written, to the terminal."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.INFO)
        self._file = file
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            self._opened = self._open()
        self._opened.emit(record)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()

    def _open(self) -> logging.Handler:
        from reader.logs import LogFile  # loads what most starts do not need

        return LogFile(self._file, most=_LOG_BYTES, former=_LOG_FILES, spare=logging.StreamHandler())


def _log_qt(kind: QtMsgType, _context: object, message: str) -> None:
    _log.log(_LEVELS[kind], "Qt: %s", message)
