"""The faces of Search in the order of their tabs. A new face is one line here, and one action "search.<id>"."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.wording import tr
from ui.search.face import Around, FaceSpec
from ui.session.session import Session


def _passages(session: Session, around: Around) -> QWidget:
    from ui.search.passages.face import PassagesFace

    return PassagesFace(session, around)


def _concordance(session: Session, around: Around) -> QWidget:
    from ui.search.concordance.face import ConcordanceFace

    return ConcordanceFace(session, around)


def _words(session: Session, around: Around) -> QWidget:
    from ui.search.words.face import WordsFace

    return WordsFace(session, around)


def _quotes(session: Session, around: Around) -> QWidget:
    from ui.search.quotes.face import QuotesFace

    return QuotesFace(session, around)


FACES: tuple[FaceSpec, ...] = (
    FaceSpec("passages", lambda: tr("Passages"), lambda: tr("Whole passages, by manifesto, best first"), _passages),
    FaceSpec("concordance", lambda: tr("Concordance"), lambda: tr("A line for each place"), _concordance),
    FaceSpec("words", lambda: tr("Words"), lambda: tr("How often, by whom, where and beside what"), _words),
    FaceSpec("quotes", lambda: tr("Quotes"), lambda: tr("Check the quotations of an essay"), _quotes, box=False),
)
