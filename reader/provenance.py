"""Where a file was downloaded from and when, as the system or the browser has noted it beside the file."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import plistlib
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from reader.regular_files import without_waiting

_FREEDESKTOP_ORIGIN = "user.xdg.origin.url"
_APPLE_ORIGIN = "com.apple.metadata:kMDItemWhereFroms"
_APPLE_DATE = "com.apple.metadata:kMDItemDownloadedDate"
_WINDOWS_ZONE = ":Zone.Identifier"
_LARGEST = 64 * 1024


def download_of(path: Path) -> tuple[str, str]:
    """The address a file came from and the day it came (ISO 8601), "" where nothing is noted.

    Without a note of the day, that of the file's last change stands for it, but only where the address is known.
    """
    address = (
        _clean(_attribute(path, _FREEDESKTOP_ORIGIN).decode("utf-8", "replace"))
        or _clean(_first_address(_plist(_attribute(path, _APPLE_ORIGIN))))
        or _clean(_zone_address(path))
    )
    if not address:
        return "", ""
    noted = _plist(_attribute(path, _APPLE_DATE))
    if isinstance(noted, list) and noted and isinstance(noted[0], datetime):
        return address, noted[0].date().isoformat()
    return address, _changed(path)


def _changed(path: Path) -> str:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    except OSError:
        return ""


def _clean(address: str) -> str:
    """An address of the web without user name or password; "" for anything else."""
    try:
        parts = urlsplit(address.strip())
        place = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https", "ftp") or not place:
        return ""
    return urlunsplit((parts.scheme, f"{place}{port}", parts.path, parts.query, parts.fragment))


def _attribute(path: Path, name: str) -> bytes:
    """An extended attribute, b"" where the system or the file has none."""
    if sys.platform == "linux":
        try:
            return os.getxattr(path, name)[:_LARGEST]
        except OSError:
            return b""
    if sys.platform == "darwin":
        return _apple_attribute(path, name)
    return b""


def _apple_attribute(path: Path, name: str) -> bytes:
    # Python has no getxattr on macOS. Arguments: path, name, room, its size, position, options.
    system = ctypes.CDLL(ctypes.util.find_library("c"))
    system.getxattr.restype = ctypes.c_ssize_t
    system.getxattr.argtypes = [
        ctypes.c_char_p,
        ctypes.c_char_p,
        ctypes.c_void_p,
        ctypes.c_size_t,
        ctypes.c_uint32,
        ctypes.c_int,
    ]
    room = ctypes.create_string_buffer(_LARGEST)
    size = system.getxattr(os.fsencode(path), name.encode(), room, _LARGEST, 0, 0)
    return room.raw[:size] if size > 0 else b""


def _plist(packed: bytes) -> Any:
    try:
        return plistlib.loads(packed) if packed else None
    except (plistlib.InvalidFileException, ValueError, IndexError, OverflowError):
        return None


def _first_address(noted: Any) -> str:
    addresses = noted if isinstance(noted, list) else []
    return next((address for address in addresses if isinstance(address, str) and _clean(address)), "")


def _zone_address(path: Path) -> str:
    """What Windows notes in a stream beside the file, or in a file of that name where one was copied from there."""
    try:
        # Path would resolve the stream's name.
        with open(f"{path}{_WINDOWS_ZONE}", "rb", opener=without_waiting) as stream:
            text = (stream.read(_LARGEST) or b"").decode("utf-8", "replace")
    except OSError:
        return ""
    found = re.search(r"^HostUrl=(\S+)", text, re.MULTILINE) or re.search(r"^ReferrerUrl=(\S+)", text, re.MULTILINE)
    return found[1] if found else ""
