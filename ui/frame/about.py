"""What the program is, under which licence, and where it keeps everything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from index import cache
from reader.home import Home
from ui.theme.text import Role, Text
from ui.theme.tokens import MEASURE, STEP, THREE
from ui.version import PROGRAM

_WHAT = "Sets election manifestos side by side, topic by topic, with the original page one key away."
_LICENCE = "Free software under the GNU Affero General Public License, version 3 or later. It comes with no warranty."


def show_about(window: QWidget, home: Home) -> QDialog:
    """Show it over the window, without stopping anything else."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("About Hustings")
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(THREE, THREE, THREE, THREE)
    layout.setSpacing(STEP)
    folders = f"Library: {home.library}\nCache: {cache.folder(home)}\nSettings: {home.settings}\nLog: {home.logs}"
    for words, role in (
        (PROGRAM, Role.TITLE),
        (_WHAT, Role.BODY),
        (_LICENCE, Role.SECONDARY),
        (folders, Role.SMALL),
    ):
        label = Text(words, role, dialog).wrapped()
        label.setMinimumWidth(MEASURE)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout.addWidget(label)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.close)
    layout.addWidget(buttons)
    dialog.show()
    return dialog
