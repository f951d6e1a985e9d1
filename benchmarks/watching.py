"""Starts a measuring program and reads the marks that it prints, with the time since its start."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.marks import PREFIX
from benchmarks.surroundings import ROOT


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened `after` so many seconds since the program's start, with figures of it."""

    after: float
    figures: dict[str, float]


def marks_of(command: Sequence[str], environment: Mapping[str, str] | None = None) -> dict[str, Mark]:
    """Run a program to its end; every mark by its name. Raises RuntimeError where it fails."""
    marks: dict[str, Mark] = {}
    said: list[str] = []
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            after = time.perf_counter() - began
            if line.startswith(PREFIX):
                figures = json.loads(line.removeprefix(PREFIX))
                marks[figures.pop("name")] = Mark(after, figures)
            else:
                said.append(line)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{''.join(said)}")
    return marks
