"""A full disk is told from other errors, whoever meets it."""

from __future__ import annotations

import errno
import sqlite3

import pytest

from reader.full_disk import is_full


@pytest.mark.parametrize(
    ("number", "full"),
    [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EACCES, False), (errno.ENOENT, False)],
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
