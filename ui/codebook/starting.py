"""Codes from elsewhere: from topics and their rows, from files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.wording import tr, tr_count
from ui.codebook.acts import CodeActs
from ui.session.session import Session
from ui.shared.choosing import Choice, ChoiceList, choose
from ui.shared.file_asking import ask_for_file
from ui.shared.taking_in import take_in


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


def ask_for_file_of_codes(session: Session, over: QWidget) -> None:
    """Let a file with a codebook be chosen, and take it in."""
    kinds = tr("Codebooks ({patterns})", patterns="*.qdc *.csv")
    if (chosen := ask_for_file(session.settings, over, tr("Codes from a file"), kinds)) is not None:
        take_codes_in(session, chosen)


def take_codes_in(session: Session, path: Path) -> None:
    """Make the codes that this file has and the codebook has not, in one edit."""
    from index.annotations.importing_codebook import codebook  # reads XML, which few windows need

    take_in(session, path, codebook)
