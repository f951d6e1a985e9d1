"""The question in which style people cite, asked at the first citation and whenever they want another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.citations.copied import copied
from index.citations.styles import EXAMPLE, STYLES, USUAL, Opened, opened
from reader.errors import UserError
from reader.wording import tr
from ui import assets
from ui.session.session import Session
from ui.shared.choosing import Choice, ChoiceList
from ui.shared.file_asking import ask_for_file
from ui.shared.overlay import WIDTH, Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP

_OWN = "own"


def opened_style(chosen: str) -> Opened:
    """The style with this id or path, ready for use. Not for the GUI thread. Raises NotFound, NotAStyle."""
    return opened(chosen or USUAL, assets.citation_styles())


class StyleQuestion(QWidget):
    """The styles, each with an example, and a file of one's own. Whoever leaves it the first time takes the usual."""

    def __init__(
        self, session: Session, over: QWidget, then: Callable[[], object], problem: UserError | None = None
    ) -> None:
        super().__init__()
        self._session = session
        self._then = then
        self._first = not session.settings.now.citation_style
        self._window = over.window()
        self._problem = Text("", Role.ERROR).wrapped()
        self._problem.hide()
        own = _own_name(session.settings.now.citation_style)
        choices = [Choice(each.id, each.name, each.example) for each in STYLES]
        now = tr("now {style}", style=own) if own else ""
        choices.append(Choice(_OWN, tr("Choose a .csl file…"), now))
        title = tr("In which style do you cite?")
        self.styles = ChoiceList(title, choices, self._take, several=False, hint="")
        self.styles.list.setCurrentIndex(self.styles.list.model().index(self._row(), 0))
        escape = tr("Esc leaves it as it is.")
        if self._first:
            escape = tr(
                "Esc takes {style}. Another can be chosen any time: Edit > Citation style…",
                style=STYLES[self._row()].name,
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.styles)
        self._hint = Text(escape, Role.SMALL).wrapped()
        for text in (self._problem, self._hint):
            text.setContentsMargins(STEP, 0, STEP, STEP)
            column.addWidget(text)
        self.setFocusProxy(self.styles)
        self._overlay = Overlay(self._window, self, title)
        self._overlay.closed.connect(self._leave)
        self._overlay.closed.connect(self._overlay.deleteLater)
        session.closing.connect(self._end)
        if problem is not None:
            self._refuse(problem)
        self._overlay.open()

    def use_file(self, path: Path) -> None:
        """Cite in the style of this file from now on; what is wrong with it is said below the styles."""
        chosen = str(path.absolute())
        self._session.run(lambda: copied(opened_style(chosen), [EXAMPLE]), lambda _: self._keep(chosen), self._refuse)

    def sizeHint(self) -> QSize:
        """As high as all styles and what is said below them; the list's own height is not that of its layout."""
        said = [text for text in (self._problem, self._hint) if not text.isHidden()]
        below = sum(text.heightForWidth(WIDTH - 4 * STEP) + STEP for text in said)
        return QSize(WIDTH, self.styles.sizeHint().height() + below)

    def _row(self) -> int:
        """Where the style stands that is set, else the usual one."""
        wanted = self._session.settings.now.citation_style or USUAL
        return next((row for row, each in enumerate(STYLES) if each.id == wanted), len(STYLES))

    def _take(self, chosen: tuple[str, ...]) -> None:
        if chosen != (_OWN,):
            self._keep(*chosen)
            return
        kinds = tr("Citation styles (*.csl)")
        file = ask_for_file(self._session.settings, self._window, tr("Choose a citation style"), kinds)
        if file is not None:
            self.use_file(file)

    def _keep(self, chosen: str) -> None:
        self._first = False
        self._session.settings.change(citation_style=chosen)
        then, self._then = self._then, _nothing
        self._overlay.dismiss()
        then()

    def _leave(self) -> None:
        """It was closed, after a choice or without one."""
        if self._first:
            self._keep(USUAL)

    @Slot()
    def _end(self) -> None:
        """The window closes: nobody waits for an answer any more."""
        self._first, self._then = False, _nothing
        self._overlay.dismiss()

    def _refuse(self, error: UserError) -> None:
        self._problem.setText(f"{error.problem} {error.advice}")
        self._problem.show()
        self._overlay.fit()


def ask_style(
    session: Session, over: QWidget, then: Callable[[], object], problem: UserError | None = None
) -> StyleQuestion:
    """Ask for the style over the window of this widget, then go on; `problem` says why it is asked again."""
    return StyleQuestion(session, over, then, problem)


def choose_style(session: Session, over: QWidget) -> StyleQuestion:
    """Let people change the style, and say which it is."""
    return ask_style(session, over, partial(_say_style, session))


def _say_style(session: Session) -> None:
    now = session.settings.now.citation_style
    name = next((each.name for each in STYLES if each.id == now), _own_name(now))
    session.say(tr("Citations are now in this style: {style}.", style=name))


def _own_name(chosen: str) -> str:
    """The name of one's own style file, "" for a style that ships."""
    return "" if not chosen or chosen in {each.id for each in STYLES} else Path(chosen).name


def _nothing() -> None:
    return
