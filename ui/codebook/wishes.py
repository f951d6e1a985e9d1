"""What a codebook leads to elsewhere in the window; whoever shows places listens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.session.session import Session


class Wishes(QObject):
    """One for all codebooks of a window."""

    passages_wished = Signal(str)  # a query that finds them
    search_wished = Signal()  # something is to be looked for, whose passages will be coded
    topic_wished = Signal(object, object)  # a Topic as it is begun, and passages: (document, block)s


def wishes(session: Session) -> Wishes:
    """Those of this window, made when they are first wanted."""
    found = session.findChild(Wishes)
    return found if isinstance(found, Wishes) else Wishes(session)
