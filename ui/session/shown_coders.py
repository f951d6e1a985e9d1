"""Whose codes, notes and verdicts are shown: everybody's, one's own, or those of one coder."""

from __future__ import annotations

from ui.session.session import Session

EVERYBODY, MINE = "", "mine"


def shown_coder(session: Session) -> str:
    """The id of the only coder whose saying is shown, "" where everybody's is."""
    shown = session.settings.now.coders_shown
    if shown == MINE:
        return session.library.coder
    return shown if any(one.id == shown for one in session.library.coders()) else ""


def shown_in_words(session: Session) -> str:
    """A short sentence of it, "" where everybody's is shown."""
    shown = session.settings.now.coders_shown
    if shown == MINE:
        return "Only your own codes and verdicts are shown."
    name = next((one.name for one in session.library.coders() if one.id == shown), "")
    return f"Only the codes and verdicts of {name} are shown." if name else ""
