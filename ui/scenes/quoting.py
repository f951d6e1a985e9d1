"""An essay whose quotations are checked against the samples: each verdict once at least."""

from __future__ import annotations

from typing import cast

from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.search.quotes.face import QuotesFace

_ESSAY = """Two candidates, one harbour

Both of Brackenmouth’s leading candidates want more police, and both count them carefully. Maren Oldacre reminds \
voters that she “promised 240 more police officers and delivered 262”, and now offers “180 more neighbourhood officers \
[…] so that no ward has fewer than four”. Corin Pryce answers that he would “recruit 500 police officers in four \
years, all of them for front-line duty”, and calls the Mayor’s record "a shelf of strategies".

On trust they part. Oldacre writes that “[t]rust cannot be ordered like a new fleet of vans”; Pryce says that officers \
who break the law “will be dismissed within 28 days”, and that “we won't hire by quota”. Neither goes as far as the \
columnist who asked for “a curfew for everybody who was ever late with a library book”, though “reform” is a word that \
both like.

> A Policing Panel of twelve residents, drawn by lot, will question the Chief Constable in public four times a year.

Pryce’s reply is short: “One elected Mayor should answer to the voters for the police.”
"""


def checked(stage: Stage) -> Window:
    """An essay with its quotations, an altered one in use."""
    window = _on_quotes(stage)
    face = _face(window)
    face.check_text(_ESSAY)
    stage.settle(window)
    window.strip.clear()
    window.activateWindow()
    face.list.choose(2)
    face.take_focus()
    stage.settle(window)
    return window


def inviting(stage: Stage) -> Window:
    """Before anything was pasted."""
    window = _on_quotes(stage)
    stage.settle(window)
    return window


def _on_quotes(stage: Stage) -> Window:
    window = stage.open_samples()
    window.places.go("search")
    window.places.search.show_face("quotes")
    return window


def _face(window: Window) -> QuotesFace:
    return cast(QuotesFace, window.places.search.face_called("quotes"))


SCENES = {"check-quotes": checked, "check-quotes-empty": inviting}
