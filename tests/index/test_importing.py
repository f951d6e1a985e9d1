"""An import reads what waits, makes it searchable, tells of it, and goes on after whatever ended the last one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from importing import (
    all_gone,
    children_of,
    enqueue,
    finished,
    found,
    import_all,
    wait_until,
    write_manifestos,
    write_topic,
)
from whoosh.util.filelock import FileLock

from index import generations
from index.events import AlreadyThere, DocumentAdded, DocumentFailed, Finished, Progress
from index.importing import ImportCrashed, start_import
from index.topics.files import load_topics
from index.topics.views import Views
from reader.home import Home, home
from reader.library import edits
from reader.library.library import Library

ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return home(tmp_path / "home")


@pytest.mark.spawned
def test_a_document_told_of_can_be_searched_and_has_its_views(place: Home, tmp_path: Path) -> None:
    topics = [write_topic(tmp_path / "topics")]
    paths = write_manifestos(tmp_path / "files", 3)
    enqueue(place, [*paths, tmp_path / "not-there.txt"])
    told: dict[str, str] = {}
    failures = []
    reports = []
    for event in start_import(place, topics).events():
        if isinstance(event, DocumentAdded):
            told[event.path] = event.document
            number = event.path.rpartition("-")[2].removesuffix(".txt")
            assert found(place, f"word{number}") == {Path(event.path).name}
            with Views(place) as views:
                kept, missing = views.cached(load_topics(topics)[0], [event.document])
            assert not missing
            assert len(kept[event.document]) == 1
        elif isinstance(event, DocumentFailed):
            failures.append(event)
        elif isinstance(event, Progress):
            reports.append(event)
    assert event == Finished(added=3, failed=1)
    assert set(told) == set(map(str, paths))
    assert [failure.code for failure in failures] == ["NotFound"]
    assert (reports[-1].done, reports[-1].total) == (4, 4)
    with Library.open(place) as library:
        assert {document.id for document in library.documents()} == set(told.values())
        assert library.waiting() == []
        assert [file.problem for file in library.failures()] == [failures[0].problem]


def test_files_that_are_there_already_say_so(place: Home, tmp_path: Path) -> None:
    (path,) = write_manifestos(tmp_path / "files", 1)
    twin = path.with_name("twin.txt")
    shutil.copy(path, twin)
    enqueue(place, [path, twin])
    first = import_all(place)
    assert [type(event) for event in first] == [DocumentAdded, AlreadyThere, Finished] or [
        type(event) for event in first
    ] == [AlreadyThere, DocumentAdded, Finished]
    document = next(event for event in first if isinstance(event, DocumentAdded)).document
    with Library.open(place) as library:
        library.apply(edits.remove(library, document))
        library.enqueue([twin])
    # A removed document comes back when its file is added again.
    again = import_all(place)
    assert again == [DocumentAdded(str(twin), document, "OUR PLAN 0"), Finished(1, 0)]
    assert found(place, "word0") == {path.name}


def test_the_users_own_parties_are_gone_by_and_what_is_wrong_with_them_is_told(place: Home, tmp_path: Path) -> None:
    place.settings.mkdir(parents=True)
    own = place.settings / "parties.toml"
    paths = write_manifestos(tmp_path / "files", 2)
    for path in paths:
        path.write_text(f"Promoted by A. Person on behalf of the Lamp Union\n\n{path.read_text()}")
    own.write_text('[[party]]\nname = "Lamps"\nnames = ["lamp union"]\n', encoding="utf-8")
    enqueue(place, paths[:1])
    assert not [event for event in start_import(place, ()).events() if isinstance(event, DocumentFailed)]
    own.write_text('[[party]]\nname = "Lamps"\n', encoding="utf-8")
    enqueue(place, paths[1:])
    told = [event for event in start_import(place, ()).events() if isinstance(event, DocumentFailed)]
    assert [(event.path, event.code, event.listed) for event in told] == [(str(own), "PartiesInvalid", False)]
    with Library.open(place) as library:
        assert [document.party for document in library.documents()] == ["Lamps", ""]
        assert library.failures() == []


def test_what_the_library_holds_and_the_index_does_not_is_indexed(place: Home, tmp_path: Path) -> None:
    paths = write_manifestos(tmp_path / "files", 4)
    enqueue(place, paths[:3])
    assert finished(import_all(place)).added == 3
    generation = generations.current(place)
    assert generation is not None
    # Missing as a whole: built again, and nobody is told of documents that they have had for long.
    generations.condemn(place, generation)
    assert import_all(place) == [Finished(0, 0)]
    assert found(place, "lamp") == {path.name for path in paths[:3]}
    # Damaged, which the writers find out.
    generation = generations.current(place)
    assert generation is not None
    for file in generation.glob("*/*.seg"):
        file.write_bytes(bytes(file.stat().st_size))
    enqueue(place, paths[3:])
    assert finished(import_all(place)).added == 1
    assert found(place, "lamp") == {path.name for path in paths}
    assert "damaged" in (place.logs / "import.log").read_text()


def test_a_corrected_language_is_indexed_again_and_a_stored_document_is_told_of(place: Home, tmp_path: Path) -> None:
    paths = write_manifestos(tmp_path / "files", 1)
    enqueue(place, paths)
    assert finished(import_all(place)).added == 1
    assert found(place, "streets")
    with Library.open(place) as library:
        (document,) = library.documents()
        library.apply(edits.set_fields(library, document.id, {"language": "Welsh"}))
    events = import_all(place)
    assert events == [DocumentAdded(document.file_name, document.id, document.title), Finished(1, 0)]
    assert not found(place, "streets")
    assert found(place, "street")


def test_cancelling_ends_soon_and_keeps_what_was_stored(place: Home, tmp_path: Path) -> None:
    paths = write_manifestos(tmp_path / "files", 300)
    enqueue(place, paths)
    run = start_import(place, [])
    added = set()
    for event in run.events():
        if isinstance(event, Progress) and event.done >= 3:
            run.cancel()
        if isinstance(event, DocumentAdded):
            added.add(Path(event.path).name)
    assert isinstance(event, Finished)
    with Library.open(place) as library:
        left = len(library.waiting())
        assert {document.file_name for document in library.documents()} == added
    assert 3 <= len(added) == 300 - left < 300
    assert found(place, "lamp") == added


@pytest.mark.spawned
def test_a_killed_import_leaves_nothing_behind_and_the_next_goes_on(place: Home, tmp_path: Path) -> None:
    paths = write_manifestos(tmp_path / "files", 60)
    enqueue(place, paths)
    run = start_import(place, [])
    seen: list[psutil.Process] = []

    def follow_and_kill() -> None:
        for event in run.events():
            if isinstance(event, Progress) and event.done >= 5 and not seen:
                assert run.process_id is not None
                seen.extend(children_of(run.process_id))
                psutil.Process(run.process_id).kill()

    with pytest.raises(ImportCrashed):
        follow_and_kill()
    assert len(seen) >= 3
    assert all_gone(seen, within=2.0)
    events = import_all(place)
    assert finished(events).failed == 0
    with Library.open(place) as library:
        assert library.waiting() == []
        assert len(library.documents()) == 60
    assert found(place, "lamp") == {path.name for path in paths}


@pytest.mark.spawned
def test_an_import_and_its_workers_leave_when_the_parent_is_killed(place: Home, tmp_path: Path) -> None:
    enqueue(place, write_manifestos(tmp_path / "files", 400))
    code = (
        "import sys; from pathlib import Path; from reader.home import home; from index.importing import start_import\n"
        "if __name__ == '__main__':\n"
        "    for event in start_import(home(Path(sys.argv[1])), []).events(): print(event.__class__, flush=True)\n"
    )
    script = tmp_path / "parent.py"
    script.write_text(code)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(script), str(place.library)], env=environment, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        assert wait_until(lambda: len(children_of(parent.pid)) >= 5, 10.0)
        children = children_of(parent.pid)
        parent.kill()
        assert all_gone(children, within=2.0)


def test_two_imports_of_one_library_take_turns(place: Home, tmp_path: Path) -> None:
    paths = write_manifestos(tmp_path / "files", 20)
    enqueue(place, paths)
    first = start_import(place, [])
    first_events = first.events()
    next(first_events)
    second = start_import(place, [])
    events = [*first_events, *second.events()]
    assert sum(isinstance(event, DocumentAdded) for event in events) == 20
    assert sum(isinstance(event, Finished) for event in events) == 2
    assert not any(isinstance(event, DocumentFailed) for event in events)
    assert found(place, "lamp") == {path.name for path in paths}


def test_an_import_that_waits_for_another_can_be_cancelled(place: Home) -> None:
    place.make()
    lock = FileLock(str(place.library / "import.lock"))
    assert lock.acquire()
    run = start_import(place, [])
    run.cancel()
    assert list(run.events()) == [Finished(0, 0)]
    lock.release()


def test_a_shard_that_stays_locked_is_given_up_and_built_again(place: Home, tmp_path: Path) -> None:
    paths = write_manifestos(tmp_path / "files", 2)
    enqueue(place, paths[:1])
    import_all(place)
    generation = generations.current(place)
    assert generation is not None
    locks = [FileLock(str(generation / shard / "MAIN_WRITELOCK")) for shard in ("0", "1")]
    assert all(lock.acquire() for lock in locks)
    enqueue(place, paths[1:])
    assert finished(import_all(place)).failed == 0
    assert generations.current(place) not in (None, generation)
    assert found(place, "lamp") == {path.name for path in paths}
    for lock in locks:
        lock.release()


def test_a_bug_is_logged_and_ends_the_process(place: Home, tmp_path: Path) -> None:
    enqueue(place, write_manifestos(tmp_path / "files", 1))
    run = start_import(place, [None])  # type: ignore[list-item]  # no folder: as a bug of ours would have it
    with pytest.raises(ImportCrashed):
        list(run.events())
    assert "Traceback" in (place.logs / "import.log").read_text()


@pytest.mark.spawned
def test_ending_a_run_ends_its_process(place: Home, tmp_path: Path) -> None:
    enqueue(place, write_manifestos(tmp_path / "files", 100))
    run = start_import(place, [])
    events = run.events()
    next(events)
    assert run.process_id is not None
    processes = [psutil.Process(run.process_id), *children_of(run.process_id)]
    run.end()
    assert all_gone(processes, within=2.0)
    run.end()
    run.cancel()


def test_the_window_loads_no_search_engine_to_start_an_import() -> None:
    code = "import sys, index.importing; sys.exit(bool({'whoosh', 'pymupdf', 'sqlite3'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


def test_building_the_index_again_reports_how_far_it_is(place: Home, tmp_path: Path) -> None:
    enqueue(place, write_manifestos(tmp_path / "files", 3))
    import_all(place)
    generation = generations.current(place)
    assert generation is not None
    generations.condemn(place, generation)
    enqueue(place, write_manifestos(tmp_path / "files", 1, first=3))
    reports = [event for event in start_import(place, []).events() if isinstance(event, Progress)]
    assert (reports[-1].done, reports[-1].total) == (4, 4)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its pipes in no folder")
def test_a_pipe_keeps_no_import_waiting_nor_the_next_one(place: Home, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    first, second = write_manifestos(folder, 2)
    os.mkfifo(folder / "a pipe.pdf")
    (folder / "b.pdf").symlink_to("/dev/zero")
    enqueue(place, [folder])
    # What was a file when the library was last closed.
    second.unlink()
    os.mkfifo(second)
    failed = {Path(event.path).name: event for event in import_all(place) if isinstance(event, DocumentFailed)}
    assert {name: event.problem for name, event in failed.items()} == {
        "a pipe.pdf": "“a pipe.pdf” is a named pipe, not a file.",
        "b.pdf": "“b.pdf” leads to a device, not to a file.",
        second.name: f"“{second.name}” is a named pipe, not a file.",
    }
    with Library.open(place) as library:
        assert [document.file_name for document in library.documents()] == [first.name]
        assert library.waiting() == []
        assert {Path(file.path).name for file in library.failures()} == set(failed)
