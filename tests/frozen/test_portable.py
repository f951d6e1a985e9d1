"""The program on a memory stick: all in its folder, nothing left on the machine, at home wherever it is put."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from unpacked import Machine, wait_until

import packing
from ui.opening.reading_ahead import LIBRARIES

SAMPLES = packing.ROOT / "assets" / "samples"
KHAN = SAMPLES / "khan-2024-making-london-safer.txt"
STRANGER = 54_321  # the number of a user whom no machine knows

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(os.name == "nt", reason="signals and users are asked for as Unix has them"),
]
as_root = pytest.mark.skipif(os.name != "nt" and os.geteuid() != 0, reason="only root may become another user")


def test_the_zip_can_be_unpacked_on_any_drive_and_says_its_licences() -> None:
    with zipfile.ZipFile(packing.archive()) as packed:
        names = {name.partition("/")[2] for name in packed.namelist()}
        assert not [entry for entry in packed.infolist() if (entry.external_attr >> 16) & 0o170000 != 0o100000]
    assert {"portable", "LICENSE.txt", "licences/licences.txt"} <= names
    assert len(names) == len({name.casefold() for name in names}), "two files of one name where case does not count"


def test_commands_and_window_leave_nothing_on_the_machine(machine: Machine) -> None:
    assert len(machine.answer("add", KHAN)["added"]) == 1
    assert machine.answer("search", "police")["hits"]
    for form in ("pdf", "docx"):
        out = machine.data / f"policing.{form}"
        assert machine.run("compare", "--topic", "policing", "--out", out).returncode == 0
        assert out.exists()
    with machine.window() as window:
        assert machine.closes_when_asked(window)
    assert machine.left == []
    assert (machine.data / "library.sqlite3").exists()
    assert (machine.data / "settings" / "window.json").exists()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_process_of_it_speaks_to_a_network(machine: Machine) -> None:
    trace = machine.temporary / "trace.txt"
    traced = replace(machine, under=("strace", "-f", "-e", "trace=socket,connect,bind,sendto", "-o", str(trace)))
    assert traced.run("add", KHAN).returncode == 0
    told = trace.read_text()
    assert traced.run("compare", "--topic", "policing", "--out", machine.data / "policing.pdf").returncode == 0
    told += trace.read_text()
    with traced.window() as window:
        # strace hands no signal on: the program itself is asked.
        os.kill(_child_of(window.pid), signal.SIGTERM)
        assert window.wait(60) == 0
    told += trace.read_text()
    assert "AF_UNIX" in told, "the trace tells nothing"
    assert [line for line in told.splitlines() if "AF_INET" in line or "AF_PACKET" in line] == []


def test_the_first_start_reads_the_samples_and_a_second_start_hands_its_files_over(machine: Machine) -> None:
    with machine.window() as window:
        assert wait_until(lambda: len(machine.answer("list")["documents"]) == 3)
        again = machine.run(_written(machine))
        assert again.returncode == 0, again.stderr
        assert window.poll() is None
        assert wait_until(lambda: len(machine.answer("list")["documents"]) == 4)
        assert machine.closes_when_asked(window)
    assert machine.left == [str(_written(machine))]


def test_what_a_killed_run_left_goes_at_the_next_start_and_a_running_one_keeps_its_own(machine: Machine) -> None:
    with machine.window() as window:
        (own,) = machine.temporary.iterdir()
        assert own.stat().st_mode & 0o777 == 0o700
        assert machine.run("list").returncode == 0
        assert own.is_dir()
        assert window.poll() is None
    assert own.is_dir(), "it was killed"
    assert machine.run("list").returncode == 0
    assert machine.left == []


@as_root
def test_moved_to_another_path_and_user_it_opens_and_finds_its_data(machine: Machine, strange_folder: Path) -> None:
    machine.answer("add", KHAN)
    moved = Path(shutil.move(machine.program, strange_folder / "Élan of a stick"))
    try:
        _give(moved, STRANGER)
        there = machine.carried_to(moved, STRANGER)
        assert [each["title"] for each in there.answer("list")["documents"]] == ["Making London Safer"]
        hit = there.answer("search", "police")["hits"][0]
        assert hit["text"]
        with there.window() as window:
            assert there.closes_when_asked(window)
        assert there.left == []
    finally:
        _give(moved, 0)
        shutil.move(moved, machine.program)


@as_root
def test_where_nothing_may_be_written_it_says_so(machine: Machine) -> None:
    refused = machine.carried_to(machine.program, STRANGER).run("list")
    assert refused.returncode == 1
    assert "beside the program, and nothing can be written" in refused.stderr
    assert "Copy the whole folder" in refused.stderr
    assert machine.left == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system decides what it reads ahead")
def test_what_is_read_ahead_is_there(machine: Machine) -> None:
    frozen = machine.program / "_internal"
    assert [pattern for pattern in LIBRARIES if not any(frozen.glob(pattern))] == []


def test_without_the_file_it_keeps_its_data_where_the_system_keeps_them(machine: Machine) -> None:
    (machine.program / "portable").rename(machine.program / "not-portable")
    try:
        assert machine.run("list").returncode == 0
    finally:
        (machine.program / "not-portable").rename(machine.program / "portable")
    assert not machine.data.exists()
    assert any(path.endswith("library.sqlite3") for path in machine.left)


def _child_of(process: int) -> int:
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])


def _give(folder: Path, user: int) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, user)


def _written(machine: Machine) -> Path:
    file = machine.home / "harbour.txt"
    if not file.exists():
        file.write_text("# Harbour Party\n\nWe will open every harbour by 2031.\n", encoding="utf-8")
    return file
