"""The actions of Read that the bar beside selected words answers to, from the palette as by its own keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.wording import tr
from ui.annotating.bar import SelectionBar
from ui.session.session import Session


def answer(session: Session, bar: Callable[[], SelectionBar | None]) -> None:
    """Let the bar in front, if it is open, answer; `bar` gives it."""
    acts: dict[str, Callable[[SelectionBar], object]] = {
        "read.recent-code": SelectionBar.pick,
        "read.last-code": SelectionBar.use_last,
        "read.find-code": SelectionBar.pick,
        "read.words-code": SelectionBar.code_from_words,
        "read.memo": SelectionBar.write,
        "read.remove-code": SelectionBar.remove,
        "read.move-end": partial(SelectionBar.move_end, start=False, forward=True),
        "read.move-start": partial(SelectionBar.move_end, start=True, forward=True),
    }
    for name, act in acts.items():
        session.actions.connect(name, partial(_do, session, bar, act))


def _do(session: Session, bar: Callable[[], SelectionBar | None], act: Callable[[SelectionBar], object]) -> None:
    shown = bar()
    if shown is None or not shown.open:
        session.say(tr("Select words first: drag over them, or hold Shift and press an arrow key."))
    else:
        act(shown)
