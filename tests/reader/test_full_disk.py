"""A full disk is told from other errors, whoever meets it, and no log gets in the way of saying so."""

from __future__ import annotations

import errno
import logging
import sqlite3
from pathlib import Path

import pytest
from full import files_of_at_most

from reader.errors import DiskFull, NotFound, NotWritable
from reader.full_disk import in_words, is_full
from reader.logs import LogFile


@pytest.mark.parametrize(
    ("number", "full"),
    [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EFBIG, True), (errno.EACCES, False), (errno.ENOENT, False)],
)
def test_a_disk_without_room_and_a_share_that_is_used_up_are_full(number: int, full: bool) -> None:
    assert is_full(OSError(number, "said by the system")) is full


def test_a_database_that_may_not_grow_is_full() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE texts (text TEXT)")
    connection.execute("PRAGMA max_page_count = 2")
    with pytest.raises(sqlite3.OperationalError) as full:
        connection.execute("INSERT INTO texts VALUES (?)", ("lamp" * 10_000,))
    with pytest.raises(sqlite3.OperationalError) as other:
        connection.execute("SELECT nothing FROM nowhere")
    connection.close()
    with pytest.raises(sqlite3.ProgrammingError) as closed:
        connection.execute("SELECT 1")
    assert [is_full(one.value) for one in (full, other, closed)] == [True, False, False]


def test_a_database_whose_file_the_system_lets_grow_no_more_is_full(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "texts.sqlite3")
    connection.execute("CREATE TABLE texts (text TEXT)")
    with files_of_at_most(20_000), pytest.raises(sqlite3.OperationalError) as full, connection:
        connection.execute("INSERT INTO texts VALUES (?)", ("lamp" * 100_000,))
    connection.close()
    assert is_full(full.value)


def test_what_is_nobodys_bug_has_its_sentences_and_a_bug_has_none() -> None:
    known = NotFound("It is gone.", "Look for it.")
    assert in_words(known) is known
    full, closed = in_words(OSError(errno.ENOSPC, "", "lamps.txt")), in_words(OSError(errno.EROFS, "", "lamps.txt"))
    assert isinstance(full, DiskFull)
    assert isinstance(closed, NotWritable)
    assert "lamps.txt" in full.problem
    assert "lamps.txt" in closed.problem
    assert [in_words(error) for error in (OSError(errno.ENOENT, ""), KeyError(), sqlite3.OperationalError())] == [
        None
    ] * 3


@pytest.mark.parametrize("folder", ["a file", "full"])
def test_what_a_log_cannot_take_goes_elsewhere_and_raises_nothing(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken: list[str] = []
    spare = logging.Handler()
    spare.emit = lambda record: taken.append(record.getMessage())  # type: ignore[method-assign]  # logging's own way in
    if folder == "a file":
        (tmp_path / "logs").touch()
    log = LogFile(tmp_path / "logs" / "lamp.log", most=100_000, former=1, spare=spare)
    with files_of_at_most(0):
        log.handle(logging.makeLogRecord({"msg": "The lamp is out."}))
        log.close()
    assert taken == ["The lamp is out."]
    assert capsys.readouterr().err == ""
