"""Runs a command on a screen and a bus of its own while somebody listens to it as a screen reader does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import real_screen

# The system's own: `gi` is no package of the environment.
_PYTHON = "/usr/bin/python3"
_BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_LISTENING = Path(__file__).with_name("listening.py")


def missing() -> str:
    """What is not installed here that listening needs; "" where all is there."""
    if not real_screen.available():
        return "Xvfb (apt-get install xvfb)"
    if shutil.which("dbus-run-session") is None or not _BUS.exists():
        return "the accessibility bus (apt-get install dbus-daemon at-spi2-core)"
    asks = [_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not Path(_PYTHON).exists() or subprocess.run(asks, check=False, capture_output=True).returncode:
        return "gi for the system's Python (apt-get install python3-gi gir1.2-atspi-2.0)"
    return ""


def run_listened_to(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments; `listening.py` leaves in `folder` what it heard."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "COV_", "COVERAGE_"))}
    command = ["dbus-run-session", "--", _PYTHON, "-W", "ignore", str(_LISTENING), str(folder)]
    with real_screen.virtual_screen() as display:
        environment = kept | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            # The bridge warns when it is asked for what has just gone, and by each new listener for what Qt lacks.
            "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",
            "PYTHONPATH": str(Path(__file__).parent),
        }
        said = [*command, sys.executable, "-X", "faulthandler", *map(str, arguments)]
        return subprocess.run(said, check=False, env=environment, capture_output=True, text=True)
