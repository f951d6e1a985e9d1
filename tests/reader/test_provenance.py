"""Where a file came from, as browsers and systems note it beside the file."""

from __future__ import annotations

import os
import plistlib
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.guess import guess_fields
from reader.model import Manifesto
from reader.provenance import download_of


@pytest.fixture
def download(tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    path.touch()
    moment = datetime(2031, 5, 4, 12, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    return path


def note(path: Path, name: str, value: bytes) -> None:
    """An extended attribute; skips where there are none."""
    if sys.platform != "linux":
        pytest.skip("extended attributes are set here by a call that only Linux has")
    try:
        os.setxattr(path, name, value)
    except OSError:
        pytest.skip("the file system keeps no extended attributes")


def test_a_file_without_a_note_has_neither_address_nor_day(download: Path) -> None:
    assert download_of(download) == ("", "")


def test_a_browser_on_linux_notes_the_address_and_the_file_bears_the_day(download: Path) -> None:
    note(download, "user.xdg.origin.url", b"https://lamps.example/plan.pdf?v=2")
    assert download_of(download) == ("https://lamps.example/plan.pdf?v=2", "2031-05-04")
    guessed = guess_fields(download, Manifesto("Plan", "en", ()))
    assert (guessed["source"], guessed["accessed"]) == ("https://lamps.example/plan.pdf?v=2", "2031-05-04")


def test_the_stream_that_windows_keeps_is_read_also_where_it_was_copied_to(download: Path) -> None:
    zone = (
        "[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://lamps.example/\r\nHostUrl=https://lamps.example/plan.pdf\r\n"
    )
    Path(f"{download}:Zone.Identifier").write_text(zone, encoding="utf-8", newline="")
    assert download_of(download) == ("https://lamps.example/plan.pdf", "2031-05-04")


@pytest.mark.skipif(sys.platform != "darwin", reason="only macOS reads these by itself")
def test_macos_notes_addresses_and_the_day(download: Path) -> None:
    import subprocess

    for name, value in (
        ("kMDItemWhereFroms", ["https://lamps.example/plan.pdf", "https://lamps.example/"]),
        ("kMDItemDownloadedDate", [datetime(2031, 5, 6)]),
    ):
        packed = plistlib.dumps(value, fmt=plistlib.FMT_BINARY).hex()
        subprocess.run(["/usr/bin/xattr", "-wx", f"com.apple.metadata:{name}", packed, str(download)], check=True)
    assert download_of(download) == ("https://lamps.example/plan.pdf", "2031-05-06")


@pytest.mark.parametrize(
    ("noted", "address"),
    [
        ("https://me:secret@lamps.example:8080/plan.pdf", "https://lamps.example:8080/plan.pdf"),
        ("  https://lamps.example/plan.pdf\n", "https://lamps.example/plan.pdf"),
        ("file:///home/me/plan.pdf", ""),
        ("javascript:alert(1)", ""),
        ("https://[broken/plan.pdf", ""),
        ("https://lamps.example:notaport/", ""),
        ("about:blank", ""),
    ],
)
def test_only_addresses_of_the_web_are_kept_and_without_passwords(download: Path, noted: str, address: str) -> None:
    Path(f"{download}:Zone.Identifier").write_text(f"[ZoneTransfer]\nHostUrl={noted.strip()}\n", encoding="utf-8")
    assert download_of(download)[0] == address
