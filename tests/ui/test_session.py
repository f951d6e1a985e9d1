"""The session that the places share: edits, undo, reading files in a process of its own."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pytestqt.qtbot import QtBot
from shelf import shelve

from index.topics.views import Views
from reader.edits import Edit
from reader.errors import NotFound
from reader.home import Home
from reader.library import edits
from reader.library.library import Library
from ui.session.edited import documents_in, judged_anew
from ui.session.session import Session
from ui.session.signals import LibraryChange

_MANY = 12


def test_an_edit_is_told_to_everybody_with_who_asked(folder: Home, session: Session) -> None:
    document = shelve(folder, "Forward")
    who = object()
    edit = edits.set_fields(session.library, document, {"party": "Harbour"})
    applied: list[tuple[Edit, object]] = []
    changes: list[LibraryChange] = []
    session.edit_applied.connect(lambda *told: applied.append(told))
    session.library_changed.connect(changes.append)
    session.apply(edit, who)
    assert applied == [(edit, who)]
    assert changes == [LibraryChange(frozenset({document}), who)]


def test_topic_views_do_not_outlive_a_correction_of_who_speaks(folder: Home, session: Session) -> None:
    document = shelve(folder, "Forward")
    (topic, *_) = session.topics
    with Views(folder) as views:
        views.keep(topic, {document: ()})
        session.apply(edits.set_fields(session.library, document, {"year": "1999"}))
        assert views.cached(topic, [document])[1] == []
        session.apply(edits.set_fields(session.library, document, {"party": "Harbour"}))
        assert views.cached(topic, [document])[1] == [document]
        views.keep(topic, {document: ()})
        session.undo()
        assert views.cached(topic, [document])[1] == [document]


def test_all_topic_files_with_faults_are_told_in_one_sentence_and_each_once(folder: Home, session: Session) -> None:
    told: list[str] = []
    session.noticed.connect(lambda sentence, _undo: told.append(sentence))
    for name in ("lamps", "quays"):
        (folder.topics / f"{name}.toml").write_text("nonsense\n")
    session.reload_topics("“Boats” is imported.")
    (sentence,) = told
    assert sentence.startswith("“Boats” is imported. 2 topic files cannot be used. lamps.toml, line 1: ")
    assert "quays.toml, line 1: " in sentence
    session.reload_topics()
    assert told == [sentence]
    (folder.topics / "gulls.toml").write_text("nonsense\n")
    session.reload_topics()
    assert told[1].startswith("gulls.toml, line 1: ")
    session.tell_topic_faults()
    assert told[2].startswith("3 topic files cannot be used.")


def test_a_password_for_all_files_is_told_once_and_one_for_each_with_each(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [tmp_path / f"{number}.pdf" for number in range(3)]
    told: list[None] = []
    session.passwords_changed.connect(lambda: told.append(None))
    session.open_protected(files, "lamp", shared=True)
    assert len(told) == 1
    session.open_protected(files, "lamp", shared=False)
    assert len(told) == 4
    qtbot.waitUntil(lambda: not session.busy, timeout=30_000)


def test_undo_and_redo_say_what_they_did(folder: Home, session: Session, qtbot: QtBot) -> None:
    document = shelve(folder, "Forward")
    session.apply(edits.remove(session.library, document))
    with qtbot.waitSignal(session.noticed) as told:
        session.undo()
    assert told.args == ["Undone: Remove “Forward”", False]
    assert [each.id for each in session.library.documents()] == [document]
    with qtbot.waitSignal(session.noticed) as told:
        session.redo()
    assert told.args == ["Done again: Remove “Forward”", False]
    assert session.library.documents() == []


def test_undoing_what_has_been_changed_since_is_refused_in_words(folder: Home, session: Session, qtbot: QtBot) -> None:
    document = shelve(folder, "Forward")
    session.apply(edits.set_fields(session.library, document, {"party": "Harbour"}))
    with sqlite3.connect(folder.database) as behind_our_back:
        behind_our_back.execute("UPDATE documents SET party = 'Meadow'")
    behind_our_back.close()
    with qtbot.waitSignal(session.noticed) as told:
        session.undo()
    assert "has changed in the meantime" in told.args[0]
    assert session.library.undo_label() is None


def test_the_ids_an_edit_speaks_of_are_those_of_documents(folder: Home, session: Session) -> None:
    one, other = shelve(folder, "Forward"), shelve(folder, "Backward")
    made = edits.make_set(session.library, "Both", [one, other])
    assert documents_in(made) == {one, other}
    assert documents_in(Edit("Nothing", ())) == frozenset()


def test_a_problem_nobody_asked_for_is_shown_in_words(session: Session, qtbot: QtBot) -> None:
    def missing() -> None:
        raise NotFound("It is gone.", "Look elsewhere.")

    with qtbot.waitSignal(session.noticed) as told:
        session.run(missing, lambda _: None)
    assert told.args == ["It is gone. Look elsewhere.", False]


def test_files_are_read_while_the_window_goes_on_and_what_cannot_be_is_listed(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text("Streets\n\nWe will mend every street lamp within a week of being told.\n", encoding="utf-8")
    bad.touch()
    told: list[str] = []
    session.document_added.connect(lambda event: told.append(f"added {Path(event.path).name}"))
    session.document_failed.connect(lambda event: told.append(f"failed {Path(event.path).name}"))
    with qtbot.waitSignal(session.import_ended, timeout=60_000):
        session.add_files([good, bad])
    assert sorted(told) == ["added good.txt", "failed bad.pdf"]
    assert [failed.path for failed in session.library.failures()] == [str(bad)]
    with qtbot.waitSignals([session.already_there, session.import_ended], timeout=60_000):
        session.add_files([good])
    assert len(session.library.documents()) == 1
    results: list[int] = []
    session.run(lambda: session.search("lamp").total, results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=20_000)
    assert results == [1]


def test_correcting_what_decides_on_topics_has_them_looked_for_again(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "manifesto.txt"
    file.write_text("Streets\n\nWe will recruit twelve more police officers for the quay.\n", encoding="utf-8")
    with qtbot.waitSignal(session.import_ended, timeout=60_000):
        session.add_files([file])
    document = session.library.documents()[0].id
    changes: list[LibraryChange] = []
    session.library_changed.connect(changes.append)
    with qtbot.waitSignal(session.import_ended, timeout=60_000):
        session.apply(edits.set_fields(session.library, document, {"party": "Harbour"}))
    assert changes == [LibraryChange(frozenset({document}))]
    with Views(session.home) as views:
        assert views.cached(session.topics[0], [document])[1] == []
    session.apply(edits.set_fields(session.library, document, {"year": "2019"}))
    assert not session.busy


def test_only_corrections_of_language_party_and_candidate_have_topics_looked_for_again(
    folder: Home, session: Session
) -> None:
    document = shelve(folder, "Forward", party="Harbour")
    judged = {
        field: judged_anew(edits.set_fields(session.library, document, {field: "new"}))
        for field in ("language", "party", "candidate", "title", "year", "colour")
    }
    assert {field for field, found in judged.items() if found == {document}} == {"language", "party", "candidate"}
    assert not judged_anew(edits.confirm(session.library, document))


def test_closing_in_the_middle_leaves_a_queue_that_the_next_start_goes_on_with(
    folder: Home, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(_MANY):
        (tmp_path / f"{number}.txt").write_text(f"{number} lamps will be mended by the council.\n" * 200, "utf-8")
    with qtbot.waitSignal(session.import_progressed, timeout=60_000):
        session.add_files([tmp_path / f"{number}.txt" for number in range(_MANY)])
    session.close()
    with Library.open(folder) as library:
        waiting = len(library.waiting())
        assert waiting + len(library.documents()) == _MANY
        assert waiting
    again = Session(folder)
    assert again.settings.now.importing
    with qtbot.waitSignal(again.import_ended, timeout=60_000):
        again.go_on_if_needed()
    assert len(again.library.documents()) == _MANY
    assert not again.settings.now.importing
    again.close()


def test_an_empty_folder_is_answered_with_a_sentence(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with qtbot.waitSignal(session.noticed) as told:
        session.add_files([empty])
    assert told.args[0] == "There are no files in that folder."
    assert not session.importing


def test_cancelling_stops_reading_and_takes_the_rest_off_the_list(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(_MANY)]
    for number, file in enumerate(files):
        file.write_text(f"{number} lamps will be mended by the council.\n" * 200, encoding="utf-8")
    with qtbot.waitSignal(session.import_progressed, timeout=60_000):
        session.add_files(files)
    with qtbot.waitSignal(session.import_ended, timeout=60_000):
        session.cancel_import()
    assert session.library.waiting() == []
    assert len(session.library.documents()) < _MANY


def test_a_session_can_be_closed_twice(session: Session) -> None:
    session.close()
