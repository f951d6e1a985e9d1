"""How the codes and notes that are found leave: in every format that what coders made has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.annotations.listing import Annotations, Listed
from index.exports import noted
from index.exports.coded import Chosen, from_home
from index.exports.registry import Exportable
from reader.library.clock import now
from reader.wording import tr
from ui.session.session import Session
from ui.shared.annotated_copies import copies_of
from ui.shared.citation_style import opened_style
from ui.shared.offer import Offer
from ui.version import PROGRAM


def coded_offer(session: Session, annotations: Annotations, rows: Sequence[Listed], *, by_party: bool) -> Offer:
    """These rows, in tables in their order; a report is by code, or `by_party` as Notes shows it."""
    home, style, made = session.home, session.settings.now.citation_style, now()
    only = tuple(row.id for row in rows)

    def anew() -> Exportable:
        found = from_home(home, lambda: Chosen(opened_style(style), made, PROGRAM, only=only))
        if not by_party:
            return found
        return replace(found, publication=lambda: noted.report(annotations, rows, made, PROGRAM))

    there = {row.document for row in rows}
    documents = [document for document in annotations.documents if document.id in there]
    copies = copies_of(documents, only=frozenset(only))
    return Offer(tr("The codes and notes found"), anew(), anew=anew, copies=copies)
