"""The program as its ZIP is unpacked, run as on a strange machine: nothing of this environment helps it out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

_NAME = "hustings.exe" if os.name == "nt" else "hustings"
_PATIENCE = 60.0  # seconds


def unpack(archive: Path, to: Path) -> Path:
    """Unpack it as people's programs do, with the rights that it names; the folder of the program in it."""
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            Path(packed.extract(entry, to)).chmod(entry.external_attr >> 16 & 0o777)
        return to / packed.namelist()[0].split("/")[0]


@dataclass(frozen=True)
class Machine:
    """The program in a folder, on a machine with an empty home and an empty folder for temporary files."""

    program: Path
    home: Path
    temporary: Path
    user: int | None = None  # whose process it is, None for ours
    under: tuple[str, ...] = ()  # the command that it is run by

    @property
    def data(self) -> Path:
        return self.program / "data"

    def carried_to(self, program: Path, user: int | None = None) -> Machine:
        return replace(self, program=program, user=user)

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self._command, *map(str, arguments)],
            cwd=self.home,
            env=self._environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=240,
            user=self.user,
            group=self.user,
        )

    def answer(self, *arguments: str | Path) -> Any:
        """What a command prints as JSON; it must succeed."""
        done = self.run(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    @contextmanager
    def window(self) -> Iterator[subprocess.Popen[bytes]]:
        """The open window, ended at once at the end of this where it has not been before."""
        process = subprocess.Popen(self._command, cwd=self.home, env=self._environment, user=self.user, group=self.user)
        try:
            # By then it hears of other starts.
            assert wait_until(lambda: any(self.temporary.glob("hustings-*/window"))), "no window opened"
            yield process
        finally:
            process.kill()
            process.wait()

    def closes_when_asked(self, window: subprocess.Popen[bytes]) -> bool:
        """Ask the program to end, as a system does at logging out; whether it did so in good order."""
        window.send_signal(signal.SIGTERM)
        return window.wait(_PATIENCE) == 0

    @property
    def left(self) -> list[str]:
        """What is in the home and among the temporary files of the machine."""
        return sorted(str(path) for folder in (self.home, self.temporary) for path in folder.rglob("*"))

    @property
    def _command(self) -> list[str]:
        return [*self.under, str(self.program / _NAME)]

    @property
    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        places = {"HOME": self.home, "USERPROFILE": self.home, "APPDATA": self.home, "LOCALAPPDATA": self.home}
        places |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self.temporary)
        return kept | {name: str(place) for name, place in places.items()} | {"QT_QPA_PLATFORM": "offscreen"}


def wait_until(condition: Any) -> bool:
    until = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True
