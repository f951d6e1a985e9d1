"""Pointing passages out as examples, where they are found, and making a topic from them."""

from __future__ import annotations

from collections.abc import Callable

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
            session.say("Choose a passage first, with the arrow keys or a click.")
            return
        there = session.examples.toggle(*passage)
        session.say(f"{'An example' if there else 'No longer an example'}. {_counted(len(session.examples.passages))}")

    session.actions.connect(f"{place}.example", point_out)
    session.actions.connect(name, make)
    session.examples.changed.connect(allow)
    allow()


def _counted(examples: int) -> str:
    if not examples:
        return "There are no examples now."
    number = "One example" if examples == 1 else f"{examples} examples"
    return f"{number} so far; Ctrl+Shift+N makes a topic from them."
