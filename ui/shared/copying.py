"""Copying with a citation: rich text and plain on the clipboard, and what is to be checked is said.

What makes citations is imported when somebody copies, or before that on another thread: a start needs none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from weakref import ref

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from index.citations.places import Quotation
from reader.errors import UserError
from reader.library.records import Document
from reader.wording import tr, tr_count
from ui.session.background import Task
from ui.session.session import Session

if TYPE_CHECKING:
    from index.citations.copied import Copied


# What takes the citations that were made, with what they cite.
Done: TypeAlias = "Callable[[Sequence[Quotation], Copied], None]"


class _Latest:
    """What was asked for last: whoever copies twice in a row gets the second."""

    task: Callable[[], Task | None] = staticmethod(lambda: None)  # weak: what is done keeps no window alive


def copy_cited(session: Session, over: QWidget, quotations: Sequence[Quotation]) -> None:
    """Put the quotations with their citations on the clipboard, as rich text and plain, and say what is to be checked.

    The style is asked for over the window of `over` where nobody has chosen one. A moment later: on another thread.
    """
    cite(session, over, quotations, partial(_put, session))


def cite(session: Session, over: QWidget, quotations: Sequence[Quotation], done: Done) -> None:
    """Make the citations in the style that is set, asking for one where none is, and hand them over.

    The manifestos are cited as the library has them now: who shows the words may have read them before a correction.
    """
    from ui.shared.citation_style import ask_style

    chosen = session.settings.now.citation_style
    again = partial(cite, session, over, quotations, done)

    def ask_again(problem: UserError) -> None:
        ask_style(session, over, again, problem)

    if not chosen:
        ask_style(session, over, again)
        return
    if (before := _Latest.task()) is not None:
        before.forget()
    found = ((one, session.library.document(one.document.id)) for one in quotations)
    current = [replace(one, document=document or one.document) for one, document in found]
    _Latest.task = ref(session.run(lambda: _made(chosen, current), partial(done, current), ask_again))


def warm(session: Session) -> None:
    """Have what makes citations in memory before anybody copies: importing it takes a fifth of a second."""
    chosen = session.settings.now.citation_style
    session.run(lambda: _made(chosen, ()), lambda _: None, lambda _: None)


def _made(chosen: str, quotations: Sequence[Quotation]) -> Copied:
    """The citations in this style. Not for the GUI thread. Raises NotFound, NotAStyle."""
    from index.citations.copied import copied
    from ui.shared.citation_style import opened_style

    return copied(opened_style(chosen), quotations)


def say_cited(session: Session, documents: Sequence[Document], sure: str, doubtful: str) -> None:
    """Say that it is done, and of the first document of which something is missing or guessed what is to be checked."""
    from index.citations.works import doubt_sentence

    doubted = next((each for each in documents if doubt_sentence(each)), None)
    if doubted is None:
        session.say(sure)
        return
    whose = "" if len({each.id for each in documents}) == 1 else f"{doubted.name}: "
    session.doubted.emit(f"{doubtful} {whose}{doubt_sentence(doubted)}", doubted.id)


def put(text: str, html: str, image: QImage | None = None) -> None:
    """Put the forms of the same on the clipboard; whatever is pasted into takes what it can show. `html` is escaped."""
    forms = QMimeData()
    forms.setText(text)
    forms.setHtml(html)
    if image is not None:
        forms.setImageData(image)
    QGuiApplication.clipboard().setMimeData(forms)


def _put(session: Session, quotations: Sequence[Quotation], made: Copied) -> None:
    put(made.text, made.html)
    sure = tr_count("Copied with its citation.", "Copied with their citations.", len(quotations))
    say_cited(session, [one.document for one in quotations], sure, tr("Copied."))
