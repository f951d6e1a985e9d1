"""The topic editor by itself: what arrives late, and what is asked again after the library has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from indexed import Indexed, Written
from PySide6.QtWidgets import QApplication
from waiting import wait

from index.topics.model import Topic, TopicQuery
from ui.compare.topics.editor import TopicEditor
from ui.session.session import Session
from ui.session.signals import LibraryChange

PIERS = ("The wooden pier needs planks before winter.", "We mend the wooden pier.", "A wooden pier is a joy.")
FERRIES = ("The island ferry sails twice.", "We pay for the island ferry.", "An island ferry carries bread.")
OWN = Topic("nets", 1, "Nets", "#3a6ea5", "What is said of nets.", (TopicQuery("nets"),))

Place = tuple[str, str]


@pytest.fixture
def indexed(tmp_path: Path) -> Indexed:
    nets = [f"Nets are mended on the {day} day of spring." for day in ("first", "second", "third", "fourth")]
    return Indexed(tmp_path, Written("\n".join(("# Harbour", *PIERS, *FERRIES, *nets))))


@pytest.fixture
def session(themed: QApplication, indexed: Indexed) -> Iterator[Session]:
    opened = Session(indexed.home)
    yield opened
    opened.close()


@pytest.fixture
def editor(session: Session) -> Iterator[TopicEditor]:
    made = TopicEditor(session)
    made.show()
    yield made
    made.close()


def places(session: Session, passages: tuple[str, ...]) -> list[Place]:
    """Document and block of the passages with these words."""
    (document,) = session.library.documents()
    return [(document.id, block.id) for block in session.library.blocks(document.id) if block.text in passages]


def settle(session: Session, editor: TopicEditor) -> None:
    wait(lambda: editor.settled and not session.busy)


def test_words_proposed_for_one_draft_are_not_written_into_another(session: Session, editor: TopicEditor) -> None:
    editor.begin_new(passages=places(session, PIERS))
    editor.edit(OWN)
    settle(session, editor)
    assert editor.draft.topic == OWN
    assert editor.terms.terms.rowCount() == 0


def test_of_two_sets_of_examples_the_later_makes_the_topic(session: Session, editor: TopicEditor) -> None:
    editor.begin_new(passages=places(session, PIERS))
    editor.begin_new(passages=places(session, FERRIES))
    settle(session, editor)
    offered = {query.query for _, query in editor.terms.terms.terms}
    assert offered == {'"island ferry"'}
    assert {query.query for query in editor.draft.topic.queries} <= offered


def test_words_proposed_for_a_topic_that_is_dropped_are_not_offered(session: Session, editor: TopicEditor) -> None:
    editor.begin_new(passages=places(session, PIERS))
    editor.dropped()
    settle(session, editor)
    assert not editor.draft.topic.queries


def test_passages_that_share_no_words_say_so(session: Session, editor: TopicEditor) -> None:
    editor.begin_new(passages=places(session, (PIERS[0], FERRIES[0])))
    settle(session, editor)
    assert editor.terms.isVisible()
    assert editor.terms.said.startswith("These passages share no words")


def test_a_draft_that_was_hidden_while_the_library_changed_is_counted_anew(
    session: Session, editor: TopicEditor, indexed: Indexed
) -> None:
    editor.edit(OWN)
    editor.draft.change(replace(OWN, name="Nets and lines"))
    settle(session, editor)
    assert editor.preview.said == ("“nets”: 4 passages", "The topic: 4 passages in 1 of 1 manifesto")
    editor.hide()
    indexed.add(Written("# Nets\nNets dry on the wall."))
    session.library_changed.emit(LibraryChange())
    settle(session, editor)
    editor.show()
    editor.edit(OWN)
    settle(session, editor)
    assert editor.draft.topic.name == "Nets and lines"
    assert editor.preview.said == ("“nets”: 5 passages", "The topic: 5 passages in 2 of 2 manifestos")


def test_nothing_is_counted_again_when_people_only_say_something(
    session: Session, editor: TopicEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.edit(OWN)
    settle(session, editor)
    counted: list[str] = []
    count = session.count

    def counting(query: str, *, passages_only: bool = False) -> int:
        counted.append(query)
        return count(query, passages_only=passages_only)

    monkeypatch.setattr(session, "count", counting)
    session.library_changed.emit(LibraryChange(only_said=True))
    settle(session, editor)
    assert counted == []
    session.library_changed.emit(LibraryChange())
    settle(session, editor)
    assert counted == ["nets"]
