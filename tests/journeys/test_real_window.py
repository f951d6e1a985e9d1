"""The program as people start it: a real process, a real window on a real (virtual) screen."""

from __future__ import annotations

from pathlib import Path

import pytest
import real_screen

from reader.home import home
from reader.library.library import Library

pytestmark = pytest.mark.skipif(not real_screen.available(), reason="needs Xvfb (apt-get install xvfb)")


def test_a_first_start_opens_a_window_and_reads_the_three_samples(tmp_path: Path) -> None:
    with real_screen.virtual_screen() as display:
        program = real_screen.start_program(display, tmp_path)
        try:
            assert real_screen.wait_until(
                lambda: any("Hustings" in title for title in real_screen.window_titles(display))
            )
            assert real_screen.wait_until(
                lambda: titles(tmp_path) >= {"Making London Safer"} and len(titles(tmp_path)) == 3
            )
            assert program.poll() is None
        finally:
            program.terminate()
            program.wait(20)


def titles(folder: Path) -> set[str]:
    if not home(folder).database.exists():
        return set()
    with Library.open(home(folder)) as library:
        return {document.title for document in library.documents()}
