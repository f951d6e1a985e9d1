"""Damages files as transfers, disks and people who mean harm do, the same way for the same seed."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

_NUMBERS = (b"0", b"-1", b"1", b"65535", b"2147483647", b"4294967296", b"-9999999999", b"1e309", b"NaN")
_SIGNS = b"<>&;{}()[]\\/\"'%=\0\xff "


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A copy with one to eight faults. Of an archive mostly the members are damaged, so that it still opens."""
    if content.startswith(b"PK\x03\x04") and chance.random() < 0.8:
        return _with_damaged_member(content, chance)
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        chance.choice(_FAULTS)(damaged, chance)
    return bytes(damaged)


def undate(path: Path) -> None:
    """Take the time of writing out of an archive, so that it is the same to the byte whenever it is written."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as old:
        members = [(member, old.read(member)) for member in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for member, inside in members:
            dateless = zipfile.ZipInfo(member.filename)
            new.writestr(dateless, inside, member.compress_type)


def _with_damaged_member(content: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        members = old.infolist()
        chosen = chance.choice(members)
        for member in members:
            inside = old.read(member)
            # Some are told by a first member that is not compressed.
            new.writestr(member, mutated(inside, chance) if member is chosen else inside, member.compress_type)
    return made.getvalue()


def _flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 10)):
        if content:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[slice(*_stretch(content, chance))]


def _repeat(content: bytearray, chance: random.Random) -> None:
    begin, end = _stretch(content, chance)
    content[end:end] = content[begin:end] * chance.choice((1, 2, 50))


def _move(content: bytearray, chance: random.Random) -> None:
    begin, end = _stretch(content, chance)
    moved = content[begin:end]
    del content[begin:end]
    at = chance.randint(0, len(content))
    content[at:at] = moved


def _noise(content: bytearray, chance: random.Random) -> None:
    begin, end = _stretch(content, chance)
    content[begin:end] = chance.randbytes(end - begin)


def _sign(content: bytearray, chance: random.Random) -> None:
    at = chance.randint(0, len(content))
    content[at:at] = bytes([chance.choice(_SIGNS)]) * chance.choice((1, 1, 1, 3, 2000))


def _number(content: bytearray, chance: random.Random) -> None:
    """Another number in place of one of the file's."""
    places = [at for at, byte in enumerate(content) if chr(byte).isdigit()]
    if places:
        begin = end = chance.choice(places)
        while end < len(content) and chr(content[end]).isdigit():
            end += 1
        content[begin:end] = chance.choice(_NUMBERS)


def _truncate(content: bytearray, chance: random.Random) -> None:
    if chance.random() < 0.3:
        del content[chance.randint(0, len(content)) :]


def _stretch(content: bytearray, chance: random.Random) -> tuple[int, int]:
    begin = chance.randint(0, len(content))
    return begin, min(len(content), begin + int(chance.expovariate(1 / 60)) + 1)


_FAULTS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip, _cut, _repeat, _move, _noise, _sign, _number, _number, _truncate,
)  # fmt: skip
