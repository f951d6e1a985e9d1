"""What the command line prints: delivered or said not to be, nothing that steers a terminal, no noise of libraries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.cli import output
from ui.cli.program import COMMANDS, run

ROOT = Path(__file__).resolve().parents[2]
CLI = ROOT / "ui" / "cli"
Add = Callable[[Path, Path], tuple[int, str, str]]
HOSTILE = "Plan\x1b]0;owned\x07\x9b2J \u202etxt.exe\nadded: all.txt"


def hustings(*arguments: str | Path, folder: Path, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        [sys.executable, "-m", "ui", *map(str, arguments)],
        cwd=ROOT,
        env={**kept, "HUSTINGS_HOME": str(folder)},
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture
def add(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Add:
    """Adds files to the library in a folder, in this process; the exit status, and what was printed and complained."""

    def add(files: Path, folder: Path) -> tuple[int, str, str]:
        monkeypatch.setenv("HUSTINGS_HOME", str(folder))
        status = run(["add", str(files)])
        printed, complained = capsys.readouterr()
        return status, printed, complained

    return add


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["topics"], ["--help"], ["--version"]])
def test_output_that_finds_no_room_is_one_sentence_and_a_failure(tmp_path: Path, arguments: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("only Linux has a device that is always full")
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        done = hustings(*arguments, folder=tmp_path, stdout=full)
    finally:
        os.close(full)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "The output could not be written: there is no room left where it goes. "
        "Send it somewhere else and run the command again."
    ]


@pytest.mark.parametrize(
    "arguments",
    [["--library", "", "list"], ["--library=", "list"], ["add", ""], ["extract", "", "--out", "x"], [""]],
)
def test_an_empty_name_is_refused_and_names_no_folder(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(arguments)
    assert left.value.code == 2
    assert "an empty name was given, which names no file or folder" in capsys.readouterr().err


def test_file_names_and_titles_cannot_steer_a_terminal(tmp_path: Path, add: Add) -> None:
    if os.name == "nt":
        pytest.skip("Windows allows no such names")
    files = tmp_path / "files"
    files.mkdir()
    (files / f"{HOSTILE}.txt").write_text(f"{HOSTILE}\n\nWe will open the harbour. We will mend the quay.\n", "utf-8")
    (files / f"{HOSTILE}.pdf").write_bytes(b"")
    status, added, complained = add(files, tmp_path / "home")
    listed = hustings("list", folder=tmp_path / "home")
    as_json = hustings("list", "--json", folder=tmp_path / "home")
    assert status == 1
    assert len(added.splitlines()) == len(complained.splitlines()) == 1
    assert r"Plan\u001b]0;owned\u0007\u009b2J \u202etxt.exe\u000aadded: all.txt" in added
    for told in (added, complained, listed.stdout, as_json.stdout):
        assert told == output.shown(told, but="\n")
    (document,) = json.loads(as_json.stdout)["documents"]
    assert document["file"] == f"{HOSTILE}.txt"


def test_every_command_prints_through_the_one_place_that_escapes() -> None:
    assert len(COMMANDS) > 5
    printing = [file.name for file in sorted(CLI.glob("*.py")) if "print(" in file.read_text("utf-8")]
    assert printing == ["output.py", "progress.py"]


def test_what_libraries_print_is_logged_and_does_not_reach_the_terminal(tmp_path: Path) -> None:
    script = (
        "import os, subprocess, sys, warnings\n"
        "from pathlib import Path\n"
        "from ui.cli import output\n"
        "from ui.cli.noise import kept_from_terminal\n"
        "with kept_from_terminal(Path(sys.argv[1])):\n"
        "    os.write(1, b'a C library talks\\n')\n"
        "    subprocess.run([sys.executable, '-c', 'import sys; sys.stderr.write(\"a child talks\\\\n\")'])\n"
        "    output.say('our own line')\n"
        "    output.complain('our own complaint')\n"
        "output.say('after')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("our own line\nafter\n", "our own complaint\n")
    logged = (tmp_path / "command-line.log").read_text("utf-8")
    assert "a C library talks" in logged
    assert "a child talks" in logged


def test_a_library_in_a_folder_that_a_service_copies_is_warned_of_and_used(tmp_path: Path, add: Add) -> None:
    text = tmp_path / "quay.txt"
    text.write_text("We will mend the quay. We will open the harbour to every boat.\n", "utf-8")
    status, _, complained = add(text, tmp_path / "Dropbox" / "library")
    assert status == 0
    assert complained.startswith("This library is in a folder that Dropbox keeps in step with other computers")
    assert len(complained.splitlines()) == 1
