"""Set-up killed at any moment is finished by the next start. It needs the package registry.

python3 start.py soak tests/soak/test_kill_setup.py
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
_KILLS = 20


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="kills a group of processes")
def test_a_set_up_killed_at_any_moment_is_finished_by_the_next_start(tmp_path: Path) -> None:
    checkout = tmp_path / "hustings"
    kept = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "tests", "docs")
    shutil.copytree(ROOT, checkout, ignore=kept)
    began = time.monotonic()
    assert version(checkout).startswith("hustings ")
    whole = time.monotonic() - began
    chance = random.Random(2024)  # noqa: S311  # only for picking moments
    for _ in range(_KILLS):
        shutil.rmtree(checkout / ".venv")
        start = started(checkout)
        time.sleep(chance.uniform(0.0, whole))
        kill(start)
        assert version(checkout).startswith("hustings ")


def version(checkout: Path) -> str:
    """What a start that is left alone says of the program's version."""
    start = started(checkout)
    said, _ = start.communicate(timeout=600)
    assert start.returncode == 0, said
    return said.strip().splitlines()[-1]


def started(checkout: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "start.py", "--version"],
        cwd=checkout,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def kill(start: subprocess.Popen[str]) -> None:
    """Kill it and all that it began, as the power does."""
    children = psutil.Process(start.pid).children(recursive=True) if start.poll() is None else []
    start.kill()
    for process in children:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    start.communicate(timeout=60)
