"""Lists the streams at the top of a compound file, the container of the older Office formats.

The layout is that of Microsoft's [MS-CFB]: sectors chained by a table, of which one chain holds the directory.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from reader.errors import UserError
from reader.regular_files import open_regular

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream of a Word document, and that of any document that a password protects.
WORD = "WordDocument"
ENCRYPTED = "EncryptedPackage"

_HEADER = 512
_SHIFTS = (9, 12)
_ENTRY = 128
# In an entry of the directory: the bytes of its name, then what it is.
_NAME = 64
_KIND_AT = 66
_STREAM = 2
_FREE = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA
# So many sectors of the table are named in the header itself.
_IN_HEADER = 109
# Limits for damaged files: no document has so many streams or so long a table.
_MOST_ENTRIES = 4_096
_MOST_TABLES = 4_096
# In the first bytes of a Word stream, the flags and the one that says that it is encrypted.
_FLAGS_AT = 10
_IS_ENCRYPTED = 0x0100


def streams_of(path: Path) -> dict[str, int]:
    """The streams at the top level by name, with the byte at which each begins; none where the file is too damaged."""
    try:
        with open_regular(path) as file:
            return _Compound(file).streams()
    except (UserError, OSError, struct.error, IndexError, ValueError):
        return {}


def is_encrypted_word(path: Path) -> bool:
    """Whether a Word document's text is encrypted, by its own flag."""
    begin = streams_of(path).get(WORD)
    if begin is None:
        return False
    with open_regular(path) as file:
        file.seek(begin + _FLAGS_AT)
        flags = file.read(2)
    return len(flags) == 2 and bool(struct.unpack("<H", flags)[0] & _IS_ENCRYPTED)


class _Compound:
    def __init__(self, file: BinaryIO) -> None:
        """Raises ValueError, struct.error or IndexError where the file is damaged."""
        self._file = file
        header = file.read(_HEADER)
        (shift,) = struct.unpack_from("<H", header, 30)
        if not header.startswith(SIGNATURE) or shift not in _SHIFTS:
            raise ValueError("no compound file")
        self._size = 1 << shift
        self._directory, self._next_tables = (struct.unpack_from("<I", header, at)[0] for at in (48, 68))
        self._tables = list(struct.unpack_from(f"<{_IN_HEADER}I", header, 76))
        while self._next_tables < _LAST_SECTOR and len(self._tables) < _MOST_TABLES:
            *more, self._next_tables = struct.unpack(f"<{self._size // 4}I", self._sector(self._next_tables))
            self._tables.extend(more)

    def streams(self) -> dict[str, int]:
        entries = list(self._entries())
        found: dict[str, int] = {}
        waiting = [struct.unpack_from("<I", entries[0], 76)[0]]
        seen: set[int] = set()
        while waiting:
            at = waiting.pop()
            if at == _FREE or at in seen or at >= len(entries):
                continue
            seen.add(at)
            entry = entries[at]
            left, right = struct.unpack_from("<2I", entry, 68)
            waiting += (left, right)
            (length,) = struct.unpack_from("<H", entry, 64)
            (sector,) = struct.unpack_from("<I", entry, 116)
            if entry[_KIND_AT] == _STREAM:
                name = entry[: max(0, min(length, _NAME) - 2)].decode("utf-16-le", "replace")
                found[name] = (sector + 1) * self._size
        return found

    def _entries(self) -> Iterator[bytes]:
        """The entries of the directory, the first being the top itself."""
        sector, count = self._directory, 0
        while sector < _LAST_SECTOR and count < _MOST_ENTRIES:
            content = self._sector(sector)
            for at in range(0, self._size, _ENTRY):
                yield content[at : at + _ENTRY]
                count += 1
            sector = self._after(sector)

    def _after(self, sector: int) -> int:
        """The sector that follows in its chain."""
        table, place = divmod(sector, self._size // 4)
        after: int = struct.unpack_from("<I", self._sector(self._tables[table]), place * 4)[0]
        return after

    def _sector(self, number: int) -> bytes:
        self._file.seek((number + 1) * self._size)
        content = self._file.read(self._size)
        if len(content) < self._size:
            raise ValueError("the file ends before this sector")
        return content
