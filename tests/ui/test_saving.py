"""Saving what is shown: whole or not at all, and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import NotFound
from ui.session.session import Session
from ui.shared.file_writing import write_file
from ui.shared.saving import save_as


def _told(session: Session) -> list[str]:
    told: list[str] = []
    session.noticed.connect(lambda sentence, _undo: told.append(sentence))
    return told


@pytest.mark.parametrize("content", ["Größe\nof lamps", b"\x89PNG\r\n"])
def test_what_is_saved_takes_the_place_of_the_file_and_leaves_no_other(
    session: Session, tmp_path: Path, content: str | bytes
) -> None:
    path = tmp_path / "out" / "lamps"
    write_file(path, "before")
    saved: list[Path] = []
    session.saved.connect(saved.append)
    save_as(session, path, lambda: content)
    assert path.read_bytes() == (content.encode() if isinstance(content, str) else content)
    assert [each.name for each in path.parent.iterdir()] == ["lamps"]
    assert saved == [path]


def test_what_cannot_be_written_is_said_and_leaves_nothing(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "lamps"
    folder.mkdir(parents=True)
    told = _told(session)
    save_as(session, folder, lambda: b"picture")
    assert [each.name for each in folder.parent.iterdir()] == ["lamps"]
    assert len(told) == 1
    assert "could not be written" in told[0]
    with pytest.raises(NotFound):
        write_file(folder, "words")
