"""The file that says who has a library open: it holds while its process runs, and believes no more than it must."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import LibraryNotWritable
from reader.home import Home, home
from reader.library.occupancy import Holder, Occupancy

ANN = Holder("ann", "desk", "m1", 41, "hustings-" + "0" * 32)


@pytest.fixture
def chosen(tmp_path: Path) -> Home:
    return home(tmp_path)


def test_a_library_is_taken_once_and_free_again_when_it_is_left(chosen: Home) -> None:
    first, second = Occupancy(chosen), Occupancy(chosen)
    assert first.free()
    first.take(ANN)
    assert (second.free(), second.holder()) == (False, ANN)
    first.leave()
    assert (second.free(), second.holder()) == (True, None)
    second.close()


def test_a_process_that_is_killed_locks_nobody_out(chosen: Home) -> None:
    script = (
        "import sys, pathlib\n"
        "from reader.home import home\n"
        "from reader.library.occupancy import Holder, Occupancy\n"
        "mine = Occupancy(home(pathlib.Path(sys.argv[1])))\n"
        "print(mine.free(), flush=True)\n"
        "mine.take(Holder('ann', 'desk', 'm1', 41, ''))\n"
        "print('taken', flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(chosen.library)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert [other.stdout.readline(), other.stdout.readline()] == ["True\n", "taken\n"]
        mine = Occupancy(chosen)
        assert not mine.free()
        other.kill()
    assert mine.free()
    assert mine.holder() == Holder("ann", "desk", "m1", 41, "")  # whose crash it was is still to be seen
    mine.close()


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 3000, "nobody", '{"user"'])
def test_a_file_that_is_not_understood_names_nobody(chosen: Home, content: str) -> None:
    (chosen.library / "window.lock").write_text(content, "utf-8")
    mine = Occupancy(chosen)
    assert (mine.free(), mine.holder()) == (True, None)
    mine.close()


def test_what_a_foreign_file_says_is_short_and_printable_and_names_no_server_but_ours(chosen: Home) -> None:
    said = {"user": "a\x1b[2J" + "n" * 500, "host": "<b>\n", "machine": 3, "process": "41", "server": "/home/ann/.ssh"}
    (chosen.library / "window.lock").write_text(json.dumps(said), "utf-8")
    mine = Occupancy(chosen)
    assert mine.holder() == Holder("a[2J" + "n" * 75, "<b>", "3", 0, "")
    mine.close()


def test_a_link_or_a_folder_in_its_place_is_not_written_through(chosen: Home, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Ann", "utf-8")
    (chosen.library / "window.lock").symlink_to(tmp_path / "letter")
    with pytest.raises(LibraryNotWritable):
        Occupancy(chosen)
    assert (tmp_path / "letter").read_text("utf-8") == "Dear Ann"
