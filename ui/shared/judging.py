"""What people say of passages, done at once and said in the strip with Undo; in Compare, Read and Search alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from index.topics.model import StatementKind, Topic
from reader.edits import Edit
from reader.library import judging
from reader.library.verdicts import Verdict
from reader.wording import tr
from ui.session.session import Session
from ui.shared.choosing import Choice, choose


def say_belongs(session: Session, document: str, block: str, topic: Topic, belongs: bool) -> bool:
    """Say that the passage belongs to the topic or does not; whether that could be done."""
    verdict = Verdict.BELONGS if belongs else Verdict.DOES_NOT_BELONG
    kept, left = tr("Belongs to “{topic}”.", topic=topic.name), tr("Left out of “{topic}”.", topic=topic.name)
    sentence = kept if belongs else left
    return _apply(session, lambda: judging.set_verdict(session.library, document, block, topic, verdict), sentence)


def say_rows(session: Session, document: str, block: str, topic: Topic, rows: Sequence[str]) -> bool:
    """Say in which rows of the topic the passage belongs; none for "More on this topic"."""
    names = [f"“{one.name}”" for one in topic.subtopics if one.id in rows] or [tr("“More on this topic”")]
    return _apply(
        session,
        lambda: judging.set_rows(session.library, document, block, topic, rows),
        tr("Stands in {rows}.", rows=tr(" and ").join(names)),
    )


def say_kind(session: Session, document: str, block: str, span: tuple[int, int], kind: StatementKind) -> bool:
    """Say of which kind the sentence at these code points of the passage is."""
    return _apply(
        session,
        lambda: judging.set_statement_kind(session.library, document, block, *span, kind.value),
        tr("Marked as {kind}.", kind=kind.value),
    )


def say_silent(session: Session, document: str, topic: Topic, row: str) -> bool:
    """Confirm that the manifesto says nothing on the topic; on one row of it where `row` is not empty."""
    return _apply(
        session, lambda: judging.confirm_silence(session.library, document, topic, row), tr("The silence is confirmed.")
    )


def take_back(session: Session, annotations: Sequence[str]) -> bool:
    """Withdraw what was said under these ids."""
    return _apply(session, lambda: judging.withdraw(session.library, annotations), tr("Taken back."))


def ask_rows(
    over: QWidget, topic: Topic, title: str, chosen: Sequence[str], taken: Callable[[tuple[str, ...]], object]
) -> None:
    """Ask for rows of the topic, those of `chosen` ticked at first."""
    choices = [Choice(one.id, one.name, chosen=one.id in chosen) for one in topic.subtopics]
    choose(over, title, choices, taken, several=True, hint=tr("With none chosen it comes under “More on this topic”."))


def add_to_topic(session: Session, over: QWidget, document: str, blocks: Sequence[str]) -> None:
    """Ask for a topic and its rows, and add these passages there: one edit."""

    def ask_for_rows(chosen: tuple[str, ...]) -> None:
        topic = next(each for each in session.topics if each.id == chosen[0])
        if topic.subtopics:
            ask_rows(
                over, topic, tr("In which rows of “{topic}”?", topic=topic.name), (), lambda rows: add(topic, rows)
            )
        else:
            add(topic, ())

    def add(topic: Topic, rows: tuple[str, ...]) -> None:
        _apply(
            session,
            lambda: _adding(session, document, blocks, topic, rows),
            tr("Added to “{topic}”.", topic=topic.name),
        )

    topics = [Choice(topic.id, topic.name) for topic in session.topics]
    if topics:
        choose(over, tr("Add to which topic?"), topics, ask_for_rows)


def _adding(session: Session, document: str, blocks: Sequence[str], topic: Topic, rows: Sequence[str]) -> Edit:
    edits = []
    for block in blocks:
        edits.append(judging.set_verdict(session.library, document, block, topic, Verdict.BELONGS))
        if rows:
            edits.append(judging.set_rows(session.library, document, block, topic, rows))
    label = (
        edits[0].label
        if len(blocks) == 1
        else tr("Mark {count} passages as about “{topic}”", count=len(blocks), topic=topic.name)
    )
    return Edit(label, tuple(change for edit in edits for change in edit.changes))


def _apply(session: Session, make: Callable[[], Edit], sentence: str) -> bool:
    edit = session.attempt(make)
    if edit is None:
        return False
    if edit.changes:
        session.say(sentence, undo=True)
    else:
        session.say(tr("You have already decided that."))
    return True
