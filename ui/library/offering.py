"""Values offered under a field while it is typed in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

_MOST = 7
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def offer_values(field: QLineEdit, values: Sequence[str]) -> None:
    """Offer those of the values that hold what is typed, in their order. Only one that is pointed at is taken."""
    if not values:
        return
    completer = QCompleter(list(values), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(_MOST)
    completer.setWidget(field)
    popup = QListView()
    popup.setAccessibleName("Values to choose from")
    completer.setPopup(popup)
    popup.installEventFilter(_Ending(completer, popup, field))  # asked before the completer's own
    field.setCompleter(completer)


class _Ending(QObject):
    """What ends the writing ends it with the list open too. The list alone would keep Return and Tab to itself."""

    def __init__(self, completer: QCompleter, popup: QListView, field: QLineEdit) -> None:
        super().__init__(completer)
        self._popup = popup
        self._field = field

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress or event.key() not in _ENDS:
            return False
        chosen = self._popup.currentIndex().data()  # Qt shows it in the field only when it is told that it was taken
        self._popup.hide()
        if chosen:
            self._field.setText(str(chosen))
        passed_on = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        QCoreApplication.sendEvent(self._field, passed_on)
        return True
