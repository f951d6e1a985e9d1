"""What measurements run on: real manifestos where they are at hand, else made-up ones; and the program itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import make_manifestos

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT.parent / "shared" / "corpus" / "uk-2017"


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of manifestos, and what it is in words."""

    folder: Path
    name: str


def collection(work: Path) -> Collection:
    """The ten PDFs of uk-2017 where they are there, else ten made-up ones of as many pages, written into `work`."""
    if REAL.is_dir():
        return Collection(REAL, "uk-2017")
    folder = work / "made-up"
    if not folder.is_dir():
        make_manifestos(folder, 10, (20, 130))
    return Collection(folder, "ten made-up manifestos, ../shared being absent")


def program(*arguments: str) -> list[str]:
    """The command that runs Hustings with these arguments."""
    return [sys.executable, "-m", "ui", *arguments]


def driver(name: str, *arguments: str) -> list[str]:
    """The command that runs one of the measuring programs of this package."""
    return [sys.executable, "-m", f"benchmarks.{name}", *arguments]


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Run a command to its end and return what it printed. Raises RuntimeError with its words where it fails."""
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **(environment or {})}, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def platform() -> str:
    """Where windows open in this run."""
    return f"Qt platform {os.environ.get('QT_QPA_PLATFORM') or 'of the desktop'}"
