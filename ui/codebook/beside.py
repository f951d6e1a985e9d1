"""The codebook beside a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter

from reader.wording import tr
from ui.session.session import Session
from ui.shared.beside import Beside

if TYPE_CHECKING:
    from ui.codebook.panel import CodebookPanel


def codebook_beside(session: Session, action: str, splitter: QSplitter) -> Beside[CodebookPanel]:
    """The codebook, opened by this action."""

    def make(session: Session) -> CodebookPanel:
        from ui.codebook.panel import CodebookPanel

        return CodebookPanel(session)

    return Beside(session, action, splitter, tr("Codebook"), make)
