"""The field into which passwords are typed: dots, nothing suggested, nothing kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.wording import tr

FIELD_WIDTH = 280


def password_field(placeholder: str = "") -> QLineEdit:
    """A field that shows dots and that input methods learn nothing from; `placeholder` stands in it while it is empty.

    Without one it is its name.
    """
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    hints = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
    field.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase)
    field.setAccessibleName(tr("Password"))
    field.setPlaceholderText(placeholder or tr("Password"))
    return field


def taken(field: QLineEdit) -> str:
    """What was typed, which the field then forgets."""
    password = field.text()
    field.clear()
    return password


def announce(widget: QWidget, sentence: str) -> None:
    """Say a sentence through a screen reader."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
