"""What the actions of the window ask or tell over it: files to add, who is at work, the style of citations, sources.

Whatever is asked is imported and made when it is first wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.session.session import Session
from ui.shared.menus import offer


class Asking:
    """Over one window. `rail` is what the choice of coders opens beside."""

    def __init__(self, window: QWidget, session: Session, rail: QWidget) -> None:
        self._window = window
        self._session = session
        self._rail = rail

    @property
    def answers(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action, by the action's id."""
        return {
            "add-files": self._choose_files,
            "add-folder": self._choose_folder,
            "paste": self._paste,
            "import": self._choose_coded,
            "coder-name": self._ask_name,
            "coder": self._offer_coders,
            "citation-style": self._ask_style,
            "sources": self._show_sources,
            "about": self._show_about,
        }

    def _choose_files(self) -> None:
        from ui.shared.file_asking import ask_for_files

        self._session.add_files(ask_for_files(self._session.settings, self._window, "Add manifestos"))

    def _choose_folder(self) -> None:
        from ui.shared.file_asking import ask_for_folder

        chosen = ask_for_folder(self._session.settings, self._window, "Add a folder of manifestos")
        if chosen is not None:
            self._session.add_files([chosen])

    def _paste(self) -> None:
        self._session.add_text(QGuiApplication.clipboard().text())

    def _choose_coded(self) -> None:
        from ui.frame.taken_in import ask_for_coded

        ask_for_coded(self._session, self._window)

    def _ask_name(self) -> None:
        from ui.frame.coder_name import CoderName

        CoderName(self._window, self._session)

    def _offer_coders(self) -> None:
        """Offer who is at work and whose codes are shown, beside the name in the rail."""
        from ui.annotating.annotating import annotating
        from ui.frame.coder_menu import coder_menu

        foot = self._rail.mapToGlobal(self._rail.rect().bottomRight())
        menu = coder_menu(self._window, annotating(self._session))
        offer(menu, foot - QPoint(0, menu.sizeHint().height()))

    def _ask_style(self) -> None:
        from ui.shared.citation_style import choose_style

        choose_style(self._session, self._window)

    def _show_sources(self) -> None:
        from ui.frame.sources import show_sources

        show_sources(self._window)

    def _show_about(self) -> None:
        from ui.frame.about import show_about

        show_about(self._window, self._session.home)
