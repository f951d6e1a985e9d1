"""Ids that travel between machines: the same file read by two people has the same ids."""

from __future__ import annotations

import hashlib
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from reader.model import Block
from reader.regular_files import open_regular

_BLOCKS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:hustings:block")


def document_id(path: Path) -> str:
    """The SHA-256 of the file's bytes, in hexadecimal. Raises NotFound, NotSupported, OSError."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def normalised(text: str) -> str:
    """Text as compared for identity: NFKC, case folded, white space runs as one space."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


def with_ids(document: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their ids set: uuid5 of document, normalised text and how often that text came before.

    References to notes do not count: they are no words, and a number read otherwise must not part people from what
    they said of the words.
    """
    seen: Counter[str] = Counter()
    named = []
    for block in blocks:
        key = normalised(block.text)
        named.append(replace(block, id=str(uuid.uuid5(_BLOCKS, f"{document}\n{key}\n{seen[key]}"))))
        seen[key] += 1
    return tuple(named)
