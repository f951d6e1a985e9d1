"""Folders that are not on this computer alone are recognised before a library is written there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath

import pytest

from reader.home import home
from reader.library.library import Library
from reader.library.where import elsewhere, kept_in_step, mounts_in, on_network

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
tmpfs /data tmpfs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/ann/own ext4 rw 0 0
//office/share /mnt/the\040office cifs rw 0 0
ann@desk: /mnt/desk fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/home/ann/library", True),
        ("/home/ann/own/library", False),
        ("/home/ann/owner", True),
        ("/mnt/the office/library", True),
        ("/mnt/desk", True),
        ("/data/library", False),
        ("/srv", False),
    ],
)
def test_a_network_drive_is_told_by_the_table_of_mounts(folder: str, remote: bool) -> None:
    assert on_network(PurePosixPath(folder), mounts_in(MOUNTS)) is remote


def test_what_is_mounted_over_a_place_counts() -> None:
    table = "auto /data autofs rw 0 0\nserver:/data /data nfs rw 0 0\n"
    assert on_network(PurePosixPath("/data/library"), mounts_in(table))


@pytest.mark.parametrize(
    ("above", "service"),
    [
        ("OneDrive - Ministry of Harbours", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-ann@example.org", "Google Drive"),
        ("Library/CloudStorage/Box-Box", "a service on the network"),
        ("Dropbox", "Dropbox"),
        ("Documents", ""),
        ("One Drive or another", ""),
    ],
)
def test_folders_of_services_are_told_by_their_names(tmp_path: Path, above: str, service: str) -> None:
    assert kept_in_step(tmp_path / above / "work" / "library", {}) == service


@pytest.mark.parametrize(
    ("marker", "service"),
    [(".dropbox.cache", "Dropbox"), (".sync_3f2a.db", "Nextcloud"), (".stfolder", "Syncthing"), (".dropbox", "")],
)
def test_folders_of_services_are_told_by_what_services_leave_in_them(tmp_path: Path, marker: str, service: str) -> None:
    (tmp_path / "cloud" / marker).mkdir(parents=True)
    assert kept_in_step(tmp_path / "cloud" / "work" / "library", {}) == service


def test_onedrive_is_where_windows_says_it_is(tmp_path: Path) -> None:
    assert kept_in_step(tmp_path / "skies" / "library", {"OneDriveCommercial": str(tmp_path / "skies")}) == "OneDrive"


@pytest.mark.parametrize(("above", "mode"), [("Dropbox", "delete"), ("Documents", "wal")])
def test_a_library_that_is_kept_in_step_has_no_write_ahead_log(tmp_path: Path, above: str, mode: str) -> None:
    chosen = home(tmp_path / above / "library")
    with Library.open(chosen):
        with closing(sqlite3.connect(chosen.database)) as other:
            assert other.execute("PRAGMA journal_mode").fetchone() == (mode,)
        assert chosen.database.with_name("library.sqlite3-wal").exists() == (mode == "wal")


def test_a_library_that_was_carried_into_such_a_folder_loses_its_log(tmp_path: Path) -> None:
    with Library.open(home(tmp_path / "library")):
        pass
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "library").rename(tmp_path / "Dropbox" / "library")
    chosen = home(tmp_path / "Dropbox" / "library")
    assert elsewhere(chosen.library)
    with Library.open(chosen), closing(sqlite3.connect(chosen.database)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
