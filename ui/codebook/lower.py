"""The lower part of the codebook: what is written of the code in use, or that none is."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.library.codes import Code
from reader.wording import tr
from ui.codebook.editor import CodeFields
from ui.shared.placeholder import Placeholder


class LowerPart(QStackedWidget):
    """Shows the fields of one code; for none and several what to do."""

    def __init__(self, fields: CodeFields, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self.instead = Placeholder(leading=True)
        self.addWidget(self.instead)
        self.addWidget(fields)

    def show_code(self, code: Code | None, chosen: int) -> None:
        """Show the code in use, None where none is or several are `chosen`."""
        self._fields.show_code(code)
        if chosen > 1:
            self.instead.say(tr("{count} codes are chosen", count=chosen), tr("Choose one alone to see what it means."))
        else:
            self.instead.say(tr("No code is chosen"), tr("Choose one to see and write what it means."))
        self.setCurrentWidget(self._fields if code is not None else self.instead)
