"""Codes from elsewhere: from topics and their rows, from files."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.wording import tr, tr_count
from ui.codebook.acts import CodeActs
from ui.session.session import Session
from ui.shared.choosing import Choice, ChoiceList, choose


def ask_for_topics(session: Session, acts: CodeActs, over: QWidget) -> ChoiceList:
    """Let topics be chosen and make codes of them and their rows."""

    def take(chosen: tuple[str, ...]) -> None:
        topics = [topic for topic in session.topics if topic.id in chosen]
        if topics:
            acts.from_topics(topics)

    choices = [
        Choice(topic.id, topic.name, tr_count("{count} row", "{count} rows", len(topic.subtopics)))
        for topic in session.topics
    ]
    return choose(over, tr("Make codes of topics and their rows"), choices, take, several=True)
