"""How the codes and notes of the manifesto that is being read leave."""

from __future__ import annotations

from index.exports.coded import Chosen, from_home
from index.exports.registry import Exportable
from reader.library.clock import now
from reader.library.records import Document
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.session.session import Session
from ui.shared.annotated_copies import copies_of
from ui.shared.citation_style import opened_style
from ui.shared.offer import Offer
from ui.version import PROGRAM


def coded_offer(session: Session, document: Document) -> Offer | str:
    """The codes and notes of the coders that are shown, by place; or why there is nothing to export."""
    coders, home = annotating(session), session.home
    if not coders.codings(document.id):
        return tr("Code or note a passage of this manifesto first: it can then be exported.")
    style, made, coder = session.settings.now.citation_style, now(), coders.coder_shown

    def anew() -> Exportable:
        return from_home(home, lambda: Chosen(opened_style(style), made, PROGRAM, coder=coder, document=document.id))

    what = tr("Its codes and notes")
    return Offer(what, anew(), anew=anew, copies=copies_of([document], coder=coder))
