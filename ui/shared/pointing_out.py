"""Pointing passages out as examples, where they are found, and making a topic from them."""

from __future__ import annotations

from collections.abc import Callable

from reader.wording import tr, tr_count
from ui.session.session import Session

Passage = tuple[str, str]


def answer(session: Session, place: str, in_use: Callable[[], Passage | None], make: Callable[[], None]) -> None:
    """Answer the actions of a place that point out the passage `in_use` there, and `make` a topic from examples."""
    name = f"{place}.topic-from-examples"

    def allow() -> None:
        session.actions.allow(name, bool(session.examples.passages))

    def point_out() -> None:
        passage = in_use()
        if passage is None:
            session.say(tr("Choose a passage first, with the arrow keys or a click."))
            return
        there = session.examples.toggle(*passage)
        said = tr("An example.") if there else tr("No longer an example.")
        session.say(f"{said} {_counted(len(session.examples.passages))}")

    session.actions.connect(f"{place}.example", point_out)
    session.actions.connect(name, make)
    session.examples.changed.connect(allow)
    allow()


def _counted(examples: int) -> str:
    if not examples:
        return tr("There are no examples now.")
    return tr_count(
        "One example so far; Ctrl+Shift+N makes a topic from them.",
        "{count} examples so far; Ctrl+Shift+N makes a topic from them.",
        examples,
    )
