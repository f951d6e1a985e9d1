"""Writes the file of a segment: terms in order as they come, then all else. It has its name only once it is whole."""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from uuid import UUID

from index.codec.packing import packed
from index.codec.segment_file import BETWEEN, BLOCK, SHARED, Held


class SegmentFileWriter:
    """A context manager. Terms are added in the order of their keys; `finish` puts the file in place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        self._file = self._unfinished.open("wb")
        self._parts: list[tuple[str, int, int]] = []
        self._written = 0
        self._keys: list[bytes] = []
        self._numbers = array("I")
        self._terms: list[bytes] = []
        self._terms_length = 0
        self._first_keys: list[bytes] = []
        self._offsets = array("Q")
        self._block_offset = 0

    def __enter__(self) -> SegmentFileWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._unfinished.unlink(missing_ok=True)

    def add(self, key: bytes, entries: Sequence[int], impacts: bytes, places: Sequence[int], of: int) -> None:
        """A term; its key is the first letter of its field and its UTF-8. `of` entries, or runs, are in the field."""
        content = packed(entries, impacts, places, of)
        self._file.write(content)
        self._written += len(content)
        self._keys.append(key)
        self._numbers.extend((len(entries), len(places), len(content)))
        if len(self._keys) == BLOCK:
            self._end_block()

    def finish(
        self,
        documents: Sequence[Held],
        blocks: Sequence[str],
        kinds: Sequence[str],
        lengths: bytes,
        numbers: Mapping[str, Sequence[int]],
    ) -> None:
        """All but the terms: of each entry its block's id, its kind and how many words it has; and `numbers`.

        These are the `sums` of the entries, their `bases` with the place after all, and `..._starts` and `..._bases` of
        the runs of shared fields.
        """
        self._end_block()
        self._parts.append(("postings", 0, self._written))
        self._part("terms", b"".join(self._terms))
        self._part("first_terms", BETWEEN.join(self._first_keys))
        self._part("term_blocks", self._offsets.tobytes())
        named = sorted(set(kinds))
        by_kind = {kind: number for number, kind in enumerate(named)}
        self._part("kinds", bytes(by_kind[kind] for kind in kinds))
        self._part("lengths", lengths)
        uuids, content = _ids(blocks)
        self._part("blocks", content)
        for name in ("sums", "bases", *(f"{field}_{what}" for field in SHARED for what in ("starts", "bases"))):
            self._part(name, array("I", numbers[name]).tobytes())
        rows = [(one.document, one.language, one.name, one.first, one.end) for one in documents]
        directory = {"parts": self._parts, "uuids": uuids, "kinds": named, "documents": rows}
        at = self._written
        self._file.write(json.dumps(directory).encode())
        self._file.write(at.to_bytes(8, "little"))
        self._file.close()
        self._unfinished.replace(self._path)

    def _end_block(self) -> None:
        if not self._keys:
            return
        content = b"".join((len(self._keys).to_bytes(2, "little"), self._numbers.tobytes(), BETWEEN.join(self._keys)))
        self._offsets.extend((self._terms_length, self._block_offset))
        self._first_keys.append(self._keys[0])
        self._terms.append(content)
        self._terms_length += len(content)
        self._block_offset = self._written
        self._keys.clear()
        self._numbers = array("I")

    def _part(self, name: str, content: bytes) -> None:
        self._parts.append((name, self._written, len(content)))
        self._file.write(content)
        self._written += len(content)


def _ids(blocks: Iterable[str]) -> tuple[bool, bytes]:
    """Ids all of one length: as bytes of UUIDs, which they are unless somebody made a library by hand."""
    named = list(blocks)
    try:
        made = [UUID(name) for name in named]
        if all(str(uuid) == name for uuid, name in zip(made, named, strict=True)):
            return True, b"".join(uuid.bytes for uuid in made)
    except ValueError:
        pass
    raw = [name.encode() for name in named]
    longest = max(map(len, raw), default=0)
    return False, b"".join(name.ljust(longest, b"\0") for name in raw)
