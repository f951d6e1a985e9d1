"""A full disk under each folder of the program in turn, at every step: a sentence, nothing lost, on once there is room.

Small file systems in memory are mounted over the folders, which takes the rights for it (root on Linux).
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from importing import enqueue, found, import_all, write_manifestos, write_topic
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from small_disks import fill, mount, mounted, read_only, skip_without_mounting, unmount

from reader.edits import Edit
from reader.errors import DiskFull, UserError
from reader.home import Home
from reader.library import collected, edits
from reader.library.codebook_edits import code_as_new
from reader.library.coding import make_note
from reader.library.collecting import collect
from reader.library.judging import set_verdict
from reader.library.library import Library
from reader.library.verdicts import Selection, Span, Verdict
from reader.model import Kind
from ui.frame.crash import CrashHook
from ui.session.session import Session
from ui.shared.saving import save_as

pytestmark = [pytest.mark.soak, pytest.mark.timeout(0)]

# The folders that are mounted, each with the room of its disk in bytes.
DISKS = {"library": 12 << 20, "cache": 12 << 20, "settings": 1 << 20, "logs": 1 << 20, "out": 1 << 20}
# How much room is left on the disk when the steps begin, in bytes.
ROOMS = (0, 40 << 10, 400 << 10)
_BEFORE, _NEW = 3, 4
ROOT = Path(__file__).parents[2]
# What nobody may be told of a full disk.
_NOT_A_SENTENCE = ("Traceback", "unexpectedly", "our fault", "--- Logging error", "Error:", "Errno")


@dataclass
class Place:
    """A home whose folders are in one folder, and what was said of each step."""

    folder: Path
    files: list[Path]
    said: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)  # the edits that were made

    @property
    def home(self) -> Home:
        return Home(self.library, self.folder / "cache", self.library / "settings", self.library / "logs")

    @property
    def library(self) -> Path:
        return self.folder / "library"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def disk(self, name: str) -> Path:
        return self.library / name if name in ("settings", "logs") else self.folder / name

    def command(self, *arguments: object) -> tuple[int, str]:
        """Run a command; gives its exit status and what it said on stderr."""
        done = subprocess.run(
            [sys.executable, "-m", "ui", "--library", str(self.library), *map(str, arguments)],
            env={**os.environ, "HUSTINGS_CACHE": str(self.folder / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )
        # The lines of progress stand before what was said last.
        return done.returncode, done.stderr.replace("\r", "\n").strip()

    def note(self, step: str, said: str) -> None:
        assert not any(word in said for word in _NOT_A_SENTENCE), f"{step}: {said}"
        self.said[step] = said.replace(str(self.folder), "…")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library of some manifestos, indexed and viewed, in which people have written."""
    skip_without_mounting()
    folder = tmp_path_factory.mktemp("prepared")
    place = Place(folder, [])
    for name in DISKS:
        place.disk(name).mkdir(parents=True)
    write_topic(place.home.make().topics)
    enqueue(place.home, write_manifestos(folder / "files", _BEFORE))
    import_all(place.home, [place.home.topics])
    with Library.open(place.home) as library:
        library.apply(edits.set_fields(library, library.documents()[0].id, {"party": "Lamp Party"}))
    return folder


def _own(place: Home) -> dict[str, object]:
    """What people have written in a library."""
    with Library.open(place) as library:
        lists = library.read(collected.collections)
        return {
            "party": library.documents()[0].party,
            "verdicts": len(library.all_annotations()),
            "code": [one.name for one in library.codebook().codes],
            "note": [one.memo for one in library.noted() if one.memo],
            "coded": len(library.noted()),
            "collected": sum(len(library.read(partial(collected.items, collection=one.id))) for one in lists),
        }


# The steps


def _commands(place: Place) -> None:
    new, out = place.files, place.out
    for step, arguments in {
        "add": ("add", *new[:2]),
        "list": ("list",),
        "search": ("search", "lamp"),
        "topics": ("topics", new[0]),
        "compare": ("compare", "--topic", "lamps"),
        "compare --out": ("compare", "--topic", "lamps", "--out", out / "lamps.html"),
        "plan --out": ("plan", "--out", out / "plan.md"),
        "export --out": ("export", "annotations", "--out", out / "annotations.csv"),
        "extract --out": ("extract", new[2], "--out", out),
    }.items():
        status, said = place.command(*arguments)
        told = said.splitlines()[-1] if status else "done"
        assert status in (0, 1), f"{step}: {status} {said}"
        assert status == 0 or told.endswith("."), f"{step}: {said}"
        place.note(step, said if status else "")
        place.said[step] = told.replace(str(place.folder), "…")


def _edits(library: Library) -> dict[str, Callable[[], Edit]]:
    document = library.documents()[0]
    block = next(one for one in library.blocks(document.id) if one.kind is not Kind.HEADING)

    def verdict() -> Edit:
        from index.topics.files import read_topics

        topic = read_topics([library.home.topics])[0][0]
        return set_verdict(library, document.id, block.id, topic, Verdict.BELONGS)

    return {
        "fields": lambda: edits.set_fields(library, document.id, {"party": "Street Party", "year": "2031"}),
        "verdict": verdict,
        "code": lambda: code_as_new(library, document.id, Selection(block.id, 0, block.id, 12), "Lamps"),
        "note": lambda: make_note(library, document.id, Selection(block.id, 3, block.id, 12), "What of the rest?"),
        "collect": lambda: collect(library, "", document.id, [Span(block.id, 0, 12)]),
    }


def _window(place: Place, qtbot: QtBot, ballast: Path) -> None:
    """The steps in a session, then room, and the end of the import that waited for it."""
    hook, told = CrashHook(place.home.logs), list[str]()
    bugs: list[bool] = []
    hook._crashed.connect(lambda: bugs.append(True))  # what would open a box
    hook.problem.connect(told.append)
    hook.install()
    try:
        session = Session(place.home)
    except UserError as error:
        place.note("window: open", str(error))
        hook.remove()
        ballast.unlink(missing_ok=True)
        return
    session.noticed.connect(lambda sentence, _undo: told.append(sentence))
    session.import_stopped.connect(told.append)

    def step(name: str, act: Callable[[], object]) -> None:
        told.clear()
        act()
        qtbot.waitUntil(lambda: not session.busy, timeout=120_000)
        place.note(f"window: {name}", " | ".join(dict.fromkeys(told)) or "done")

    def edit(name: str, make: Callable[[], Edit]) -> None:
        if session.attempt(make) is not None:
            place.kept.add(name)

    try:
        step("settings", lambda: session.settings.change(theme="dark"))
        for name, make in _edits(session.library).items():
            step(f"edit: {name}", partial(edit, name, make))
        step("undo", session.undo)
        step("redo", session.redo)
        step("log", lambda: logging.getLogger("lamps").warning("The lamp is out."))
        step("export", lambda: save_as(session, place.out / "saved.md", lambda: "lamp\n" * 20_000))
        step("add", lambda: session.add_files(place.files[2:]))
        step("search", lambda: session.run(lambda: session.search("lamp"), lambda found: told.append(f"{found.total}")))
        ballast.unlink(missing_ok=True)
        if isinstance(session.standstill.reason, DiskFull):
            step("room", session.standstill.look)
            assert session.standstill.reason is None
            assert not session.library.waiting()
    finally:
        session.close()
        hook.remove()
    assert not bugs


def _placed(prepared: Path, tmp_path: Path) -> Place:
    place = Place(tmp_path / "place", write_manifestos(tmp_path / "new", _NEW, words=4000, first=_BEFORE))
    shutil.copytree(prepared, place.folder)
    # The cache belongs to a place: this one has its own.
    import_all(place.home, [place.home.topics])
    return place


def _check_annotated(place: Place, after: dict[str, object]) -> None:
    """What was coded and noted is there if it was made, and nothing of what was refused."""
    assert after["code"] == (["Lamps"] if "code" in place.kept else [])
    assert after["note"] == (["What of the rest?"] if "note" in place.kept else [])
    assert after["coded"] == len(place.kept & {"code", "note"})


def _show(place: Place, disk: str, how: str) -> None:
    print("", *(f"{disk:8} {how:9} {step:21} {said}" for step, said in place.said.items()), sep="\n")  # noqa: T201  # the table


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("disk", DISKS)
def test_a_full_disk_is_said_and_nothing_is_lost(
    disk: str, room: int, prepared: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    place = _placed(prepared, tmp_path)
    with mounted(place.disk(disk), DISKS[disk]):
        ballast = fill(place.disk(disk), room)
        _commands(place)
        _window(place, qtbot, ballast)
        # Room again: what waited is read, what was there is there.
        status, said = place.command("add", *place.files)
        assert status == 0, said
        assert found(place.home, "lamp") == {f"manifesto-{number}.txt" for number in range(_BEFORE + _NEW)}
        after = _own(place.home)
    _show(place, disk, f"{room >> 10:6} KB")
    assert after["party"] == ("Street Party" if "fields" in place.kept else "Lamp Party")
    assert after["verdicts"] == ("verdict" in place.kept)
    _check_annotated(place, after)
    # It was the last edit, so it was taken back and made again where there was room for that.
    assert after["collected"] == ("collect" in place.kept) or "full" in place.said["window: redo"]


@pytest.mark.parametrize("disk", DISKS)
def test_a_folder_that_can_only_be_read_is_said_and_nothing_is_lost(
    disk: str, prepared: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    place = _placed(prepared, tmp_path)
    with read_only(place.disk(disk)):
        _commands(place)
        _window(place, qtbot, tmp_path / "no ballast")
    _show(place, disk, "read only")
    status, said = place.command("add", *place.files)
    assert status == 0, said
    assert found(place.home, "lamp") == {f"manifesto-{number}.txt" for number in range(_BEFORE + _NEW)}
    after = _own(place.home)
    assert after["verdicts"] == ("verdict" in place.kept)
    _check_annotated(place, after)


def test_a_checkout_that_can_only_be_read_starts_and_nothing_is_written_there(prepared: Path, tmp_path: Path) -> None:
    place = _placed(prepared, tmp_path)
    copy = tmp_path / "checkout"
    copy.mkdir()
    mount("--bind", ROOT, copy)
    try:
        mount("-o", "remount,bind,ro", copy)
        for arguments in (("add", *place.files), ("search", "lamp"), ("compare", "--topic", "lamps")):
            done = subprocess.run(
                [sys.executable, "-m", "ui", "--library", str(place.library), *map(str, arguments)],
                cwd=copy,
                env={**os.environ, "HUSTINGS_CACHE": str(place.folder / "cache"), "PYTHONPATH": str(copy)},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
    finally:
        unmount(copy)
