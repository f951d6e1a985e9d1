"""Opens the ZIP archives and the XML in them that office documents and e-books are made of, without trusting them."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from reader.errors import CannotDecrypt, Damaged, TookTooMuchMemory, UserError
from reader.regular_files import open_regular

_MIB = 1 << 20
# What may be unpacked of one file in all. The text of the longest manifestos takes a tenth of it.
_MOST = 128 * _MIB
# Writing that is compressed further than this is no writing; small members are let through whatever they are.
_DENSEST = 300
_SMALL = 8 * _MIB

# How an archive begins that holds something.
LOCAL_HEADER = b"PK\x03\x04"
# What Python’s reading of archives raises over damaged ones, in any of its compressions.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, ValueError, OSError)


def is_zip(head: bytes) -> bool:
    """Whether these first bytes are those of a ZIP archive that holds something."""
    return head.startswith(LOCAL_HEADER)


def members_of(path: Path) -> frozenset[str]:
    """The names in the archive; none where it is no archive or too damaged to say."""
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as archive:
            return frozenset(archive.namelist())
    except (UserError, *_UNREADABLE):
        return frozenset()


def beginning_of_member(path: Path, name: str, length: int) -> bytes:
    """The first bytes, at most `length`, of a member of the archive; none where they cannot be had."""
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as archive, archive.open(name) as member:
            return member.read(length)
    except (UserError, KeyError, *_UNREADABLE):
        return b""


def declared_type(path: Path) -> str:
    """What an OpenDocument file or an e-book calls itself in its member "mimetype", however it is packed; else ""."""
    return beginning_of_member(path, "mimetype", 200).decode("ascii", "replace").strip("\ufffd \t\r\n\0").casefold()


def damaged(path: Path) -> Damaged:
    return Damaged(
        f"“{path.name}” is damaged or incomplete.",
        "Download or copy it again, or open it in the program that wrote it and save it as PDF.",
    )


class Archive:
    """A ZIP archive whose members are read by name, up to a limit for the whole of it."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self.names = tuple(archive.namelist())
        self._archive = archive
        self._unpacked = 0

    def read(self, name: str) -> bytes | None:
        """The member's bytes, None where there is none of it. Raises CannotDecrypt, Damaged, TookTooMuchMemory."""
        try:
            member = self._archive.getinfo(name)
        except KeyError:
            return None
        if member.flag_bits & 1:
            raise CannotDecrypt(
                f"“{self.path.name}” is protected by a password.",
                "Open it in the program that wrote it, save a copy without a password, and add that.",
            )
        self._unpacked += member.file_size
        dense = member.file_size > max(_SMALL, member.compress_size * _DENSEST)
        if dense or self._unpacked > _MOST:
            raise _too_large(self.path)
        try:
            return self._archive.read(member)
        except _UNREADABLE:
            raise damaged(self.path) from None

    def xml(self, name: str) -> etree._Element | None:
        """The root of the XML in the member, None where there is none. Raises as `read` does."""
        content = self.read(name)
        return None if content is None else xml_of(content, self.path)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The archive at `path`, closed afterwards. Raises Damaged, NotFound, NotSupported."""
    with open_regular(path) as file:
        try:
            archive = zipfile.ZipFile(file)
        except _UNREADABLE:
            raise damaged(path) from None
        with archive:
            yield Archive(path, archive)


def xml_of(content: bytes, path: Path) -> etree._Element:
    """The root element, with entities left as they stand and nothing fetched. Raises Damaged."""
    try:
        return etree.fromstring(content, xml_parser())
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(path) from None


def xml_parser(encoding: str | None = None) -> etree.XMLParser:
    """What reads XML that is not trusted: entities stay as they stand, nothing is fetched, comments are left out."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=encoding,
    )


def _too_large(path: Path) -> UserError:
    return TookTooMuchMemory(
        f"“{path.name}” would unpack to far more than any manifesto holds.",
        "Open it in the program that wrote it and save it as PDF, if you trust where it comes from.",
    )
