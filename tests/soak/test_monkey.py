"""Monkeys on the real window: whatever can be done is done at random. Nothing may fail, complain, die or stay open.

python3 start.py soak tests/soak/test_monkey.py --monkey-seeds 1 --monkey-seed 117 --monkey-actions 500
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import monkey
import pytest

from reader.home import home
from ui.scenes.homes import copied_to, samples

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 900  # a window that does not close keeps its process

pytestmark = [pytest.mark.soak, pytest.mark.timeout(LONGEST_S + 100)]


def test_nothing_that_can_be_done_harms_the_window(
    monkey_seed: int, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """Each seed plays in a process of its own, so that one that dies is named."""
    copied_to(home(tmp_path / "home"), samples())
    actions = pytestconfig.getoption("--monkey-actions")
    command = [sys.executable, str(Path(monkey.__file__)), str(tmp_path), str(monkey_seed), str(actions)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    played = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    steps = (tmp_path / "steps.txt").read_text("utf-8").splitlines()[-20:]
    told = "\n".join([f"seed {monkey_seed} of {actions} actions ended with {played.returncode}", *steps])
    assert played.returncode == 0, f"{told}\n{played.stderr[-4000:]}"
