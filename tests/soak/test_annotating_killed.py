"""The window killed at any moment while somebody annotates: what was finished is there, and the next start goes on.

A short version is in the gate.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from typing import IO

import annotating_until_killed
import pytest
from annotating_until_killed import State, kept

from reader.home import CACHE_VARIABLE, Home
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import rename_coder
from reader.library.library import Library
from ui.scenes.homes import copied_to, filled, fresh

_LIBRARIES, _KILLS = 10, 20
_SENTENCES = (
    "We will light every pier by the harbour and keep it lit. Nobody walks home in the dark.",
    "Homes come before hotels. The council builds four hundred of them in five years, all for rent.",
    "Trams run until midnight. A child pays nothing, and neither does who goes to school.",
    "The office of the fish market opens at five. It shuts when the boats are in.",
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A library with one manifesto, read and indexed, and two codes."""
    file = tmp_path_factory.mktemp("files") / "harbour.txt"
    file.write_text("A harbour for all\n\n" + "\n\n".join(_SENTENCES), "utf-8")
    made = filled([(file, {"title": "A harbour for all"})])
    with Library.open(made, durable=False) as library:
        library.apply(create_code(library, "Lamps"))
        library.apply(create_code(library, "Homes"))
        library.apply(rename_coder(library, library.coder, "Ines Example"))
    return made


class Killed:
    """One library in which somebody annotates, killed time after time; counts how what was told stands to the disk."""

    def __init__(self, place: Home, chance: random.Random) -> None:
        self._place = place
        self._chance = chance
        self.edits = 0
        self.found: Counter[str] = Counter()
        with Library.open(place) as library:
            self._document = library.documents()[0].id
            self._state = kept(library, self._document)

    def run(self) -> None:
        """Start the window, let it annotate, kill it, look."""
        started = [sys.executable, annotating_until_killed.__file__, str(self._place.library)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        if self._place.caches is not None:
            environment[CACHE_VARIABLE] = str(self._place.caches)
        seed = str(self._chance.randrange(1 << 30))
        errors = self._place.library / "errors.txt"
        with (
            errors.open("w") as said,
            subprocess.Popen([*started, seed], env=environment, stdout=subprocess.PIPE, stderr=said) as window,
        ):
            assert window.stdout is not None
            try:
                told = [window.stdout.readline() for _ in range(self._chance.randint(2, 40))]
                time.sleep(self._chance.uniform(0.0, 0.03))  # any moment of what it does next
            finally:
                window.kill()
            told += _whole_lines(window.stdout)
        assert b"" not in told, errors.read_text()
        assert "Traceback" not in errors.read_text(), errors.read_text()
        states: list[State] = [json.loads(line) for line in told]
        assert states[0] == self._state, "the next start shows what there was"
        self.edits += len(states) - 1
        self._look(states[-1])

    def _look(self, told: State) -> None:
        with Library.open(self._place) as library:
            assert library._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert library._connection.execute("PRAGMA foreign_key_check").fetchall() == []
            there = kept(library, self._document)
            self._state = there
            if there == told:
                self.found["as told"] += 1
                return
            # It was killed between an edit or its undoing and telling of it: one step away is what it told.
            undone = library.undo()
            if kept(library, self._document) == told:
                assert library.redo() is not None
                self.found["one edit more"] += 1
            else:
                if undone is not None:
                    library.redo()
                assert library.redo() is not None
                assert kept(library, self._document) == told
                library.undo()
                self.found["one edit undone"] += 1
            assert kept(library, self._document) == there


def _whole_lines(told: IO[bytes]) -> list[bytes]:
    """What was still in the pipe; the last line may have been cut."""
    return [line for line in told.read().splitlines(keepends=True) if line.endswith(b"\n")]


def test_what_was_annotated_is_there_after_the_window_is_killed(prepared: Home) -> None:
    killed = Killed(copied_to(fresh(), prepared), random.Random(5))  # noqa: S311  # only for picking moments
    for _ in range(2):
        killed.run()
    assert killed.edits > 1


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_what_was_annotated_is_there_after_two_hundred_kills(prepared: Home) -> None:
    chance = random.Random(2033)  # noqa: S311  # only for picking moments
    found: Counter[str] = Counter()
    for _ in range(_LIBRARIES):
        killed = Killed(copied_to(fresh(), prepared), chance)
        for _ in range(_KILLS):
            killed.run()
        found += killed.found
        found["edits told"] += killed.edits
    print("", *(f"{count:7} {what}" for what, count in found.most_common()), sep="\n")  # noqa: T201  # the figures
    assert found["edits told"] > _LIBRARIES * _KILLS
