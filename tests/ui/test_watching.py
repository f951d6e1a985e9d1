"""What other processes do to the library is seen by an open window, and never undone there without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from shelf import shelve

from reader.errors import EditedMeanwhile, NotFound
from reader.home import Home
from reader.library import edits
from reader.library.library import Library
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.session.watching import Watcher


def elsewhere(folder: Home, make: Callable[[Library], object]) -> None:
    """Do this on a connection of its own, as another process would."""
    with Library.open(folder, session="another process") as library:
        make(library)


def party(document: str, name: str) -> Callable[[Library], object]:
    return lambda library: library.apply(edits.set_fields(library, document, {"party": name}))


def correct(session: Session, document: str, name: str) -> None:
    session.apply(edits.set_fields(session.library, document, {"party": name}))


def party_now(session: Session, document: str) -> str:
    found = session.library.document(document)
    assert found is not None
    return found.party


@pytest.fixture
def document(folder: Home, session: Session) -> str:
    """A manifesto that was there before the window watched."""
    made = shelve(folder, "Forward")
    session.watch()
    return made


@pytest.fixture
def changes(session: Session, document: str) -> list[LibraryChange]:
    told: list[LibraryChange] = []
    session.library_changed.connect(told.append)
    return told


def test_an_edit_of_another_process_is_told_like_ones_own(
    folder: Home, session: Session, document: str, changes: list[LibraryChange], sentences: list[str]
) -> None:
    applied: list[str] = []
    session.edit_applied.connect(lambda edit, _who: applied.append(edit.label))
    elsewhere(folder, party(document, "Harbour"))
    session.watcher.look()
    session.watcher.look()
    assert changes == [LibraryChange(frozenset({document}))]
    assert len(applied) == 1
    elsewhere(folder, Library.undo)
    session.watcher.look()
    assert changes[1:] == [LibraryChange(frozenset({document}))]


def test_what_this_process_does_is_told_once(session: Session, document: str, changes: list[LibraryChange]) -> None:
    correct(session, document, "Harbour")
    session.undo()
    session.watcher.look()
    assert changes == [LibraryChange(frozenset({document}))] * 2


def test_manifestos_and_failures_of_another_process_are_told(
    folder: Home, session: Session, changes: list[LibraryChange]
) -> None:
    added = shelve(folder, "Later")
    session.watcher.look()
    assert changes == [LibraryChange(frozenset({added}))]
    elsewhere(folder, lambda library: library.fail(Path("quay.pdf"), NotFound("It is not there.", "Look again.")))
    session.watcher.look()
    assert changes[1:] == [LibraryChange()]


@pytest.fixture
def sentences(session: Session) -> list[str]:
    said: list[str] = []
    session.noticed.connect(lambda sentence, _undo: said.append(sentence))
    return said


def test_undo_names_what_another_process_did_before_it_takes_that_back(
    folder: Home, session: Session, document: str, sentences: list[str]
) -> None:
    correct(session, document, "Lamplighters")
    elsewhere(folder, party(document, "Harbour"))
    session.undo()
    (sentence,) = sentences
    assert sentence.startswith("Another window or program was the last to change this: “")
    assert party_now(session, document) == "Harbour"
    session.undo()
    assert party_now(session, document) == "Lamplighters"
    session.undo()
    assert party_now(session, document) == ""


def test_redo_names_what_another_process_undid_before_it_does_that_again(
    folder: Home, session: Session, document: str, sentences: list[str]
) -> None:
    correct(session, document, "Harbour")
    elsewhere(folder, Library.undo)
    session.redo()
    assert party_now(session, document) == ""
    assert sentences[-1].endswith("Do it again once more to go on.")
    session.redo()
    assert party_now(session, document) == "Harbour"


def test_an_edit_from_before_the_window_opened_is_undone_at_once(folder: Home, session: Session) -> None:
    document = shelve(folder, "Forward")
    elsewhere(folder, party(document, "Harbour"))
    session.watch()
    session.undo()
    assert party_now(session, document) == ""


@pytest.mark.parametrize(("importing", "told_first"), [(True, False), (False, True)])
def test_what_ones_own_import_brings_back_is_ones_own_edit(
    folder: Home, session: Session, document: str, importing: bool, told_first: bool
) -> None:
    session.apply(edits.remove(session.library, [document]))
    watcher = Watcher(session.library, lambda: importing, session)
    watcher.start()
    elsewhere(folder, lambda library: library.restore(document))
    number, sentence = watcher.next_step(undone=False)
    watcher.stop()
    assert number > 0
    assert bool(sentence) is told_first


def test_undo_takes_back_no_other_edit_than_the_expected_one(folder: Home, session: Session, document: str) -> None:
    correct(session, document, "Harbour")
    with pytest.raises(EditedMeanwhile):
        session.library.undo(99)
    assert session.library.undo_label() is not None
    assert party_now(session, document) == "Harbour"
