"""The daily copy: made in the background and told in one quiet line, or why it could not be."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from reader.home import Home
from reader.library import backups
from reader.library.codebook_edits import create_code
from ui.session.daily_copy import DailyCopy
from ui.session.session import Session


def test_it_is_kept_in_the_background_once_a_day_and_told_in_one_line(
    qtbot: QtBot, session: Session, folder: Home
) -> None:
    session.apply(create_code(session.library, "Sea"))
    with qtbot.waitSignal(session.noticed) as told:
        daily = DailyCopy(session)
    assert told.args == ["A copy of the library was kept, as each day.", False]
    assert [one.reason for one in backups.copies(folder.database)] == [backups.Reason.DAILY]
    daily.look()
    qtbot.waitUntil(lambda: not session.busy)
    assert len(backups.copies(folder.database)) == 1


def test_of_a_library_that_holds_nothing_no_copy_is_kept_or_told(qtbot: QtBot, session: Session, folder: Home) -> None:
    said: list[str] = []
    session.noticed.connect(lambda sentence, _: said.append(sentence))
    daily = DailyCopy(session)
    qtbot.waitUntil(lambda: not session.busy)
    assert (said, backups.copies(folder.database)) == ([], [])
    session.apply(create_code(session.library, "Sea"))
    daily.look()
    qtbot.waitUntil(lambda: not session.busy)
    assert len(backups.copies(folder.database)) == 1


def test_where_none_can_be_kept_the_line_says_why(qtbot: QtBot, session: Session, folder: Home) -> None:
    session.apply(create_code(session.library, "Sea"))
    (folder.library / backups.FOLDER).write_text("a file where the folder should be")
    with qtbot.waitSignal(session.noticed) as told:
        DailyCopy(session)
    assert told.args is not None
    assert str(told.args[0]).startswith("No copy of the library could be kept. ")
