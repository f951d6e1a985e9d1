"""Turns a Word document of before 2007 into a manifesto, or says what to do with it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from reader.errors import CannotDecrypt, NotFound, NotSupported
from reader.formats.archives import damaged
from reader.formats.older_word.compound import ENCRYPTED, is_encrypted_word, streams_of
from reader.formats.older_word.libreoffice import converted, libreoffice
from reader.formats.opendocument.document import read_opendocument
from reader.formats.registry import OnPage
from reader.model import Manifesto


def read_older_word(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in the document, without ids. Raises Damaged, CannotDecrypt, NoText, NotFound, NotSupported,
    TookTooLong.
    """
    streams = streams_of(path)
    if not streams:
        raise damaged(path)
    if ENCRYPTED in streams or is_encrypted_word(path):
        raise CannotDecrypt(
            f"“{path.name}” is protected by a password.",
            "Open it in Word, save a copy without a password as .docx, and add that.",
        )
    program = libreoffice()
    if program is None:
        raise NotSupported(
            f"“{path.name}” is a Word document in the format of before 2007, which takes LibreOffice to read.",
            "Open it in Word, save it as .docx and add that, or install LibreOffice and add this file again.",
        )
    try:
        with tempfile.TemporaryDirectory(prefix="hustings-", ignore_cleanup_errors=True) as folder:
            made = converted(program, path, Path(folder))
            if made is None:
                raise damaged(path)
            # Sentences about the file name it as the person knows it.
            named = made.rename(made.parent / path.name)
            return replace(read_opendocument(named, format_name, on_page), format=format_name)
    except OSError as error:
        raise NotFound(
            f"“{path.name}” could not be handed to LibreOffice ({error.strerror}).",
            "Check that you may open it and that the disk has room, then add it again.",
        ) from None
