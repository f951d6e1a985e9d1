"""The line for the password of a protected file: which file it speaks of, and what it does while one is opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader.errors import CannotDecrypt, Encrypted, NoText
from ui.library.failures import FailureList
from ui.library.place import LibraryPlace
from ui.session.session import Session

Given = list[tuple[list[Path], str, bool]]


def fail(session: Session, folder: Path, *names: str) -> None:
    for name in names:
        session.library.fail(folder / name, Encrypted(f"“{name}” is protected.", "Give its password."))


@pytest.fixture
def failures(session: Session) -> Iterator[FailureList]:
    made = FailureList()
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def shown(failures: FailureList, session: Session, tmp_path: Path) -> FailureList:
    """Three files, of which the second and the third are protected."""
    session.library.fail(tmp_path / "blank.pdf", NoText("“blank.pdf” has no text.", "Find another."))
    fail(session, tmp_path, "one.pdf", "two.pdf")
    failures.show_files(session.library.failures())
    failures.show()
    return failures


def heard(failures: FailureList) -> Given:
    given: Given = []
    failures.password_given.connect(lambda *told: given.append(told))
    return given


def give(failures: FailureList, word: str) -> None:
    QTest.keyClicks(failures.password.field, word)
    QTest.keyClick(failures.password.field, Qt.Key.Key_Return)


def test_it_speaks_of_the_chosen_protected_file_else_of_the_first(shown: FailureList) -> None:
    assert shown.password.sentence == "Password for “one.pdf”"
    shown.list.setCurrentIndex(shown.model.index(2, 0))
    assert shown.password.sentence == "Password for “two.pdf”"
    assert shown.password.field.accessibleName() == "Password for “two.pdf”"
    shown.list.setCurrentIndex(shown.model.index(0, 0))
    assert shown.password.sentence == "Password for “two.pdf”"


def test_what_is_typed_shows_as_dots_and_is_gone_once_given(shown: FailureList, tmp_path: Path) -> None:
    given = heard(shown)
    assert shown.password.field.echoMode() is QLineEdit.EchoMode.Password
    assert not shown.password.button.isEnabled()
    give(shown, "lantern")
    assert given == [([tmp_path / "one.pdf"], "lantern", False)]
    assert shown.password.field.text() == ""
    give(shown, "again")
    assert len(given) == 1, "one at a time"


def test_one_password_is_used_for_all_protected_files_where_that_is_asked_for(
    shown: FailureList, tmp_path: Path
) -> None:
    given = heard(shown)
    assert shown.password.for_all.isVisible()
    QTest.keyClick(shown.password.for_all, Qt.Key.Key_Space)
    give(shown, "lantern")
    assert given == [([tmp_path / "one.pdf", tmp_path / "two.pdf"], "lantern", True)]


def test_with_a_single_protected_file_there_is_no_question_of_all(
    shown: FailureList, session: Session, tmp_path: Path
) -> None:
    given = heard(shown)
    shown.password.for_all.setChecked(True)
    session.library.dismiss(tmp_path / "two.pdf")
    shown.show_files(session.library.failures())
    assert not shown.password.for_all.isVisible()
    give(shown, "lantern")
    assert given == [([tmp_path / "one.pdf"], "lantern", False)]


def test_it_stays_while_a_file_is_opened_and_asks_again_when_the_password_did_not_fit(
    shown: FailureList, session: Session, tmp_path: Path
) -> None:
    shown.list.setCurrentIndex(shown.model.index(2, 0))
    give(shown, "wrong")
    for name in ("blank.pdf", "one.pdf", "two.pdf"):
        session.library.dismiss(tmp_path / name)
    shown.show_files(session.library.failures())
    assert shown.isVisible()
    assert shown.password.sentence == "Opening “two.pdf”…"
    assert shown.password.field.isReadOnly()
    fail(session, tmp_path, "one.pdf", "two.pdf")
    shown.show_files(session.library.failures())
    assert shown.password.sentence == "Password for “two.pdf”"
    assert not shown.password.field.isReadOnly()


def test_it_goes_once_the_last_file_has_been_read(shown: FailureList, session: Session, tmp_path: Path) -> None:
    give(shown, "right")
    for name in ("blank.pdf", "one.pdf", "two.pdf"):
        session.library.dismiss(tmp_path / name)
    shown.show_files(session.library.failures())
    shown.settle(str(tmp_path / "other.pdf"))
    assert shown.isVisible()
    shown.settle(str(tmp_path / "one.pdf"))
    assert not shown.isVisible()


def test_other_failures_offer_no_password(failures: FailureList, session: Session, tmp_path: Path) -> None:
    session.library.fail(tmp_path / "plan.docx", CannotDecrypt("“plan.docx” is protected.", "Save a copy without."))
    failures.show_files(session.library.failures())
    failures.show()
    assert not failures.password.isVisible()


def test_return_on_a_row_goes_to_the_field_and_escape_back(shown: FailureList) -> None:
    shown.list.setFocus()
    shown.list.setCurrentIndex(shown.model.index(1, 0))
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert shown.focusWidget() is shown.password.field
    QTest.keyClick(shown.password.field, Qt.Key.Key_Escape)
    assert shown.focusWidget() is shown.list


def test_a_password_for_all_is_known_for_files_to_come_until_the_session_ends(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    place = LibraryPlace(session)
    file = tmp_path / "one.pdf"
    fail(session, tmp_path, "one.pdf")
    place.refresh()
    with qtbot.waitSignals([session.passwords_changed, session.import_ended], timeout=30_000):
        place.failures.password_given.emit([file], "lantern", True)
    assert session.passwords.for_file(tmp_path / "later.pdf") == ("lantern",)
    assert not place.failures.password.opening, "it was not there to be opened"
    assert [failure.code for failure in session.library.failures()] == ["NotFound"]
    place.deleteLater()
