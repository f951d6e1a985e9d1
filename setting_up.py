"""Sets Hustings up on this machine and runs it, its tests, measurements and builds: what `start.py` is for."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "hustings-setup.json"
LOCK = ROOT / ".setting-up"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PROGRAM = BIN / ("hustings.exe" if os.name == "nt" else "hustings")
# Where Linux keeps files in memory, and what the files of all tests take there at most, in bytes.
MEMORY, ROOM_FOR_TESTS = "/dev/shm", 4 << 30  # noqa: S108  # pytest makes a folder of its own in it
LOCKS = {"runtime": "requirements.lock", "development": "requirements-dev.lock"}

# What Qt's wheels expect of a Linux system: the library that must load, and its package in apt, dnf and pacman.
QT_LIBRARIES = (
    ("libEGL.so.1", "libegl1", "mesa-libEGL", "libglvnd"),
    ("libGL.so.1", "libgl1", "mesa-libGL", "libglvnd"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    ("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    ("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
)
INSTALLERS = {
    "apt-get": (1, ["apt-get", "install", "-y", "--no-install-recommends"]),
    "dnf": (2, ["dnf", "install", "-y"]),
    "pacman": (3, ["pacman", "-S", "--needed", "--noconfirm"]),
}


class SetupError(Exception):
    """Setting up cannot go on; the message says what is missing and what to do."""


def digest(*names: str) -> str:
    return hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in names)).hexdigest()


def run(command: Sequence[str | Path], *, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False, env=env, stdout=output).returncode


def set_up(kind: str) -> None:
    """Make the environment and install the lock of that kind ("runtime" or "development") unless it stands already."""
    # The development lock holds all of the runtime lock.
    kinds = ("runtime", "development") if kind == "development" else ("runtime",)
    wanted = {name: digest(LOCKS[name], "pyproject.toml") for name in kinds} | {"place": str(ROOT)}
    if stands(wanted):
        return
    with alone():
        if not stands(wanted):  # somebody else's set-up may have been waited for
            set_up_anew(LOCKS[kind], wanted)


def stands(wanted: dict[str, str]) -> bool:
    """Whether a set-up that was finished is all that is wanted."""
    return PYTHON.exists() and wanted.items() <= finished().items()


def finished() -> dict[str, str]:
    """What the last finished set-up noted; nothing where none was finished."""
    try:
        noted = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Wait until nobody else sets up in this folder; the system lets go of the lock when a process dies."""
    try:
        with LOCK.open("a") as lock:
            wait_for(lock.fileno())
            yield
    except OSError as error:
        why = error.strerror or error
        raise SetupError(
            f"Hustings could not be set up in its folder ({why}): {ROOT}\n"
            "It needs about 600 MB there and the right to write. Make room, or copy the folder to where you may write, "
            "and run this again."
        ) from error


def wait_for(lock: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        while True:
            with contextlib.suppress(OSError):  # it gives up after ten seconds
                msvcrt.locking(lock, msvcrt.LK_LOCK, 1)
                return
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)


def set_up_anew(lock: str, wanted: dict[str, str]) -> None:
    """Install into an environment that was finished once, else into a new one.

    Where a set-up was broken off, no package can be trusted: pip takes for installed what it had only begun to copy.
    An environment does not survive being moved either.
    """
    print("Setting up (the first time this downloads about 150 MB) ...", flush=True)
    if not PYTHON.exists() or finished().get("place") != str(ROOT):
        remove_environment()
        make_environment()
    STAMP.unlink(missing_ok=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-deps"]
    if run([*pip, "--require-hashes", "-r", ROOT / lock]) or run([*pip, "--no-build-isolation", "-e", ROOT]):
        raise SetupError(
            "The packages could not be installed (pip's own words stand above). Check the network and the room on the "
            "disk, and run this again."
        )
    compile_program()
    unfinished = STAMP.with_suffix(".new")
    unfinished.write_text(json.dumps(wanted), encoding="utf-8")
    unfinished.replace(STAMP)


def compile_program() -> None:
    """Keep the program as bytecode, so that neither a first start nor a machine that keeps none waits for it."""
    run([PYTHON, "-m", "compileall", "-q", "reader", "index", "ui"])


def make_environment() -> None:
    made = run([sys.executable, "-m", "venv", VENV])
    if made and may_install("apt-get"):
        # Debian and Ubuntu split venv off from Python.
        remove_environment()
        install_packages(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
        made = run([sys.executable, "-m", "venv", VENV])
    if made:
        remove_environment()
        raise SetupError(
            "Python's venv module is missing or incomplete, or the disk is full (its own words stand above). "
            "On Debian and Ubuntu: sudo apt-get install python3-venv"
        )


def remove_environment() -> None:
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)


def may_install(installer: str) -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which(installer) is not None


def install_packages(*packages: str) -> bool:
    run(["apt-get", "update", "-qq"], quiet=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return run([*INSTALLERS["apt-get"][1], "-qq", *packages], env=environment, quiet=True) == 0


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def check_qt_libraries() -> None:
    """Install the system libraries that Qt misses on this Linux, where that is allowed; else say how."""
    if sys.platform != "linux":
        return
    missing = [row for row in QT_LIBRARIES if not loads(row[0])]
    if not missing:
        return
    if may_install("apt-get"):
        print("Installing the system libraries that Qt needs ...", flush=True)
        install_packages(*sorted({row[1] for row in missing}))
        missing = [row for row in missing if not loads(row[0])]
    if missing:
        names = ", ".join(row[0] for row in missing)
        raise SetupError(f"Qt needs system libraries that are not here: {names}.\nInstall them with: {advice(missing)}")


def advice(missing: list[tuple[str, str, str, str]]) -> str:
    for installer, (column, command) in INSTALLERS.items():
        if shutil.which(installer):
            return "sudo " + " ".join([*command, *sorted({row[column] for row in missing})])
    return "your system's package manager"


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_program(arguments: list[str]) -> int:
    set_up("runtime")
    if not has_display():
        print(
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n"
            f"The command line works without one: {PROGRAM.relative_to(ROOT)} --help"
        )
        return 1
    check_qt_libraries()
    command = [str(PROGRAM), *arguments]
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606  # the program takes this process's place; no shell is involved
    return run([*command])


def test_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HUSTINGS_")}
    return {"QT_QPA_PLATFORM": "offscreen", **kept}


def prepare_development(*, display: bool) -> None:
    set_up("development")
    check_qt_libraries()
    if display and sys.platform == "linux" and shutil.which("Xvfb") is None:
        if may_install("apt-get"):
            print("Installing Xvfb for the test that opens a real window ...", flush=True)
            install_packages("xvfb", "xauth")
        else:
            print("Xvfb is missing: the test that opens a real window is skipped (sudo apt-get install xvfb xauth).")


def test(arguments: list[str]) -> int:
    prepare_development(display=True)
    quick: list[tuple[str, list[str | Path]]] = [
        ("ruff check", [BIN / "ruff", "check", "."]),
        ("ruff format", [BIN / "ruff", "format", "--check", "."]),
        ("import-linter", [BIN / "lint-imports"]),
    ]
    failed = [name for name, command in quick if not told(checked(name, command))]
    # Four workers for two cores: many tests wait for processes of their own.
    command: list[str | Path] = [PYTHON, "-m", "pytest", "-n", "4", "--dist", "worksteal", *arguments]
    with ThreadPoolExecutor(1) as beside, in_memory() as variables:
        types = beside.submit(checked, "mypy --strict", [BIN / "mypy"])
        began = time.monotonic()
        if run(command, env=test_environment() | variables):
            failed.append("pytest")
        report_step("pytest", time.monotonic() - began, "pytest" not in failed)
    if not told(types.result()):
        failed.append(types.result().name)
    print("failed: " + ", ".join(failed) if failed else "all green", flush=True)
    return 1 if failed else 0


@contextlib.contextmanager
def in_memory() -> Iterator[dict[str, str]]:
    """Variables by which tests write to memory instead of to a disk that they wait for, where Linux has the room.

    Nothing is left there afterwards.
    """
    if not has_room_for_tests():
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="hustings-", dir=MEMORY, ignore_cleanup_errors=True) as folder:
        yield {"TMPDIR": folder}


def has_room_for_tests() -> bool:
    if sys.platform != "linux":
        return False
    try:
        # Some tests write programs and start them.
        return shutil.disk_usage(MEMORY).free >= ROOM_FOR_TESTS and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    except OSError:
        return False


class Check(NamedTuple):
    """A check that has been run: how long it took, in seconds, and what it said if it did not pass, else ""."""

    name: str
    seconds: float
    said: str


def checked(name: str, command: Sequence[str | Path]) -> Check:
    began = time.monotonic()
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False, capture_output=True, text=True)
    said = done.stdout + done.stderr or f"exit status {done.returncode}"
    return Check(name, time.monotonic() - began, said if done.returncode else "")


def told(check: Check) -> bool:
    """Report a check: one line when it passed, all it said when it did not. Whether it passed."""
    report_step(check.name, check.seconds, not check.said)
    if check.said:
        print(check.said, flush=True)
    return not check.said


def report_step(name: str, seconds: float, passed: bool) -> None:
    print(f"{name:16} {'ok' if passed else 'FAILED':8} {seconds:6.1f} s", flush=True)


def soak(arguments: list[str]) -> int:
    prepare_development(display=True)
    return run([PYTHON, "-m", "pytest", "-m", "soak", "--timeout", "3600", *arguments], env=test_environment())


def bench(arguments: list[str]) -> int:
    prepare_development(display=True)
    compile_program()
    return run([PYTHON, "-m", "benchmarks", *arguments], env=test_environment())


def build(arguments: list[str]) -> int:
    prepare_development(display=False)
    # Without chance in the order of sets and dictionaries the same sources give the same program.
    environment = os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "315532800"}
    if run([PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec"], env=environment):
        print("PyInstaller could not build the program; its own words stand above.")
        return 1
    if run([PYTHON, "packing.py"]):
        print("The ZIP could not be made; the reason stands above.")
        return 1
    # Starts the program as it is unpacked: what it draws, reads and writes, and that it leaves nothing behind.
    return run([PYTHON, "-m", "pytest", "-m", "frozen", "-v", "tests/frozen", *arguments], env=test_environment())


COMMANDS = {"test": test, "soak": soak, "bench": bench, "build": build}


def main(arguments: list[str]) -> int:
    """Do what the arguments of `start.py` ask for; the exit code."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    try:
        return command(arguments[1:]) if command else open_program(arguments)
    except SetupError as error:
        print(error)
        return 1
    except KeyboardInterrupt:
        return 130
