"""A damaged library on the command line and at the start of the window: read again, restored, or left as it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from shelf import shelve

from index.importing import start_import
from reader.errors import LibraryDamaged
from reader.home import Home
from reader.library import digests
from reader.library.library import Library
from ui.cli.program import run
from ui.frame.application import open_or_restore, restore_wanted
from ui.session.session import Session

QUAY = "HARBOUR FIRST\n\nWe will recruit 200 more police officers for the harbour wards, and pay for them.\n"


@pytest.fixture
def added(folder: Home, tmp_path: Path) -> Home:
    """A library with a manifesto that was read from its file, indexed, and closed."""
    file = tmp_path / "quay.txt"
    file.write_text(QUAY, encoding="utf-8")
    with Library.open(folder) as library:
        library.enqueue([file])
    list(start_import(folder, ()).events())
    return folder


def damage(home: Home) -> None:
    content = home.database.read_bytes()
    assert b"recruit 200 more" in content
    home.database.write_bytes(content.replace(b"recruit 200 more", b"recruit 900 more", 1))
    digests.forget_checks()  # another process would open it


def test_a_search_on_a_damaged_manifesto_reads_it_again_and_answers(
    added: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(added)
    assert run(["search", "police", "--json", "--library", str(added.library)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert "recruit 200 more police" in json.dumps(found)
    with Library.open(added) as library:
        assert library.damaged() == []


def test_a_damaged_manifesto_whose_original_is_damaged_too_is_asked_for(
    added: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(added)
    (original,) = added.originals.iterdir()
    original.write_bytes(b"damaged")
    assert run(["search", "police", "--library", str(added.library)]) == 1
    assert "add the file again" in capsys.readouterr().err
    assert run(["add", str(tmp_path / "quay.txt"), "--library", str(added.library)]) == 0
    assert run(["search", "police", "--library", str(added.library)]) == 0
    assert "recruit 200 more police" in capsys.readouterr().out


def test_the_window_says_so_and_has_a_damaged_manifesto_read_again(
    added: Home, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    damage(added)
    session: Session = request.getfixturevalue("session")
    document = session.library.documents()[0].id
    told: list[str] = []
    session.noticed.connect(lambda sentence, _undo: told.append(sentence))

    def read() -> None:
        with Library.open(added) as library:
            library.blocks(document)

    with qtbot.waitSignal(session.import_ended, timeout=30_000):
        session.run(read, lambda _: None)
    assert "is damaged in the library" in told[0]
    assert any("recruit 200 more" in block.text for block in session.library.blocks(document))


def test_restore_makes_a_library_from_the_originals_and_leaves_a_sound_one_alone(
    added: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["restore", "--library", str(added.library)]) == 1
    assert "not damaged" in capsys.readouterr().err
    added.database.write_bytes(b"")
    assert run(["list", "--library", str(added.library)]) == 1
    assert "hustings restore" in capsys.readouterr().err
    assert run(["restore", "--library", str(added.library)]) == 0
    assert run(["search", "police", "--library", str(added.library)]) == 0
    assert "recruit 200 more police" in capsys.readouterr().out


def answer(button: str, shown: list[str]) -> None:
    """Press this button of the box that is about to open."""

    def press() -> None:
        (box,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox) and each.isVisible())
        shown.append(f"{box.text()} {box.informativeText()}")
        next(each for each in box.buttons() if each.text().replace("&", "") == button).click()

    QTimer.singleShot(0, press)


def test_the_start_offers_to_restore_a_damaged_library(themed: QApplication, folder: Home, qtbot: QtBot) -> None:
    shelve(folder, "Forward", party="Harbour")
    folder.database.write_bytes(folder.database.read_bytes()[:6000])
    shown: list[str] = []
    answer("Close", shown)
    assert open_or_restore(themed, folder, ()) is None
    assert "library.sqlite3” is damaged." in shown[0]
    answer("Make a new library", shown)
    window = open_or_restore(themed, folder, ())
    assert window is not None
    qtbot.waitUntil(lambda: not window.session.busy, timeout=30_000)
    assert len(window.session.library.documents()) == 1
    window.close()
    window.deleteLater()


def test_without_a_copy_or_originals_nothing_is_offered(themed: QApplication, folder: Home) -> None:
    folder.make()
    folder.database.write_bytes(b"no library at all" * 100)
    shown: list[str] = []
    with pytest.raises(LibraryDamaged) as told:
        Library.open(folder)
    answer("OK", shown)
    assert not restore_wanted(told.value, folder)
    assert "is not a library" in shown[0]
