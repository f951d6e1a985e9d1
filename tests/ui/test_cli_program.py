"""The frame of the command line: finding the command, help, exit statuses, output in UTF-8, no Qt without need."""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from benchmarks.documents import make_manifestos
from reader import wording
from reader.wording import tr
from ui import assets
from ui.cli.log import logged
from ui.cli.program import COMMANDS, run, split
from ui.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "assets" / "samples"


def hustings(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The real program in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        cwd=ROOT,
        env={**kept, "HUSTINGS_HOME": str(home), **environment},
        check=False,
        capture_output=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("given", "command", "rest"),
    [
        (["list"], "list", []),
        (["--library", "D", "list", "--json"], "list", ["--library", "D", "--json"]),
        (["list", "--library", "D"], "list", ["--library", "D"]),
        (["--library=D", "list"], "list", ["--library=D"]),
        (["--library", "list"], "", ["--library", "list"]),
        (["search", "list"], "search", ["list"]),
        (["./list"], "", ["./list"]),
        ([], "", []),
    ],
)
def test_a_command_is_found_wherever_the_library_is_named(given: list[str], command: str, rest: list[str]) -> None:
    found, left = split(given)
    assert (found.name, left) == (command, rest)


def test_the_version_is_the_project_s(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION
    with pytest.raises(SystemExit) as left:
        run(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"hustings {VERSION}\n"


def test_the_environment_names_the_language_of_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(wording.VARIABLE, "cy")
    try:
        with pytest.raises(SystemExit):
            run(["--version"])
        assert tr("Words to know") == "Geiriau i'w gwybod"
    finally:
        wording.use(assets.translations())


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert all(re.search(rf"^  {command.name} +{command.purpose}$", shown, re.M) for command in COMMANDS)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_and_takes_a_library(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run([command, "--help"])
    assert left.value.code == 0
    assert "--library DIR" in capsys.readouterr().out


def test_the_documentation_tells_of_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    documented = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"hustings {command.name} " in documented
        with pytest.raises(SystemExit):
            run([command.name, "--help"])
        options = set(re.findall(r"(?<![\w-])--[a-z-]+", capsys.readouterr().out.split("options:")[1]))
        assert {option for option in options - {"--help"} if option not in documented} == set()


def test_a_mistyped_command_is_not_taken_for_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["serach", "police"])
    assert left.value.code == 2
    assert "“serach” is neither a command nor a file" in capsys.readouterr().err


def test_the_library_may_be_named_before_or_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["--library", str(tmp_path / "a"), "list"], ["list", "--library", str(tmp_path / "b")]):
        assert run(arguments) == 0
    assert (tmp_path / "a" / "library.sqlite3").exists()
    assert (tmp_path / "b" / "library.sqlite3").exists()
    assert "The library is empty." in capsys.readouterr().out


def test_a_library_that_is_none_ends_in_a_sentence_and_not_in_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "library.sqlite3").write_bytes(b"no library at all" * 100)
    assert run(["list", "--json", "--library", str(tmp_path)]) == 1
    shown = capsys.readouterr()
    (error,) = json.loads(shown.out)["errors"]
    assert error["code"] == "LibraryDamaged"
    assert shown.err.strip() == f"{error['problem']} {error['advice']}"


def test_without_a_screen_the_window_says_so_and_names_the_command_line(tmp_path: Path) -> None:
    environment = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    if sys.platform != "linux":
        pytest.skip("only Linux can be without a screen")
    done = hustings(home=tmp_path, **environment)
    assert done.returncode == 1
    assert "no screen" in done.stderr.decode()
    assert "hustings --help" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = hustings(
        "extract",
        str(SAMPLES / "anchor-2024-hold-fast.txt"),
        "--out",
        str(out),
        home=tmp_path,
        LC_ALL="C",
        PYTHONIOENCODING="ascii",
        PYTHONCOERCECLOCALE="0",
        PYTHONUTF8="0",
    )
    assert done.returncode == 0, done.stderr
    assert "→" in done.stdout.decode("utf-8")


def test_no_qt_is_loaded_for_commands_that_show_no_window(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from ui.cli.program import COMMANDS, parser, run\n"
        "import importlib\n"
        "for command in COMMANDS: importlib.import_module(command.module)\n"
        "run(['list'])\n"
        "print(sorted(name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "HUSTINGS_HOME": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_ends_the_program_quietly(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("there are no such pipes on Windows")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "ui", "list", "--json"],
        cwd=ROOT,
        env={**os.environ, "HUSTINGS_HOME": str(tmp_path)},
        check=False,
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(writer)
    assert done.returncode == 141
    assert done.stderr == b""


@pytest.fixture
def ctrl_c_heard() -> Iterator[None]:
    """Programs hear Ctrl+C also where these tests do not: a shell has what it starts with & ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c_heard")
def test_ctrl_c_ends_the_program_and_its_processes_without_a_traceback(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("process groups hear of Ctrl+C in another way on Windows")
    manifestos = make_manifestos(tmp_path / "files", 2, (30, 40))
    program = subprocess.Popen(
        [sys.executable, "-m", "ui", "add", *map(str, manifestos)],
        cwd=ROOT,
        env={**os.environ, "HUSTINGS_HOME": str(tmp_path / "home")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + 30
    children: list[psutil.Process] = []
    while len(children) < 2 and time.monotonic() < deadline:
        children = psutil.Process(program.pid).children(recursive=True)
        time.sleep(0.1)  # each look goes through all processes of the machine
    os.killpg(program.pid, signal.SIGINT)
    _, complaint = program.communicate(timeout=30)
    assert (program.returncode, complaint) == (130, b"Stopped.\n")
    _, alive = psutil.wait_procs(children, timeout=10)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []


def test_a_bug_that_is_logged_goes_to_a_file_and_not_to_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with logged(tmp_path / "logs"):
        assert not (tmp_path / "logs").exists()
        logging.getLogger("reader.supervision").error("the reader of “quay.pdf” failed")
    assert "“quay.pdf” failed" in (tmp_path / "logs" / "command-line.log").read_text("utf-8")
    assert capfd.readouterr().err == ""
