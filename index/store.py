"""What the entries of the full-text index hold, and how its shards are opened.

Each shard is an ordinary Whoosh index with a writer process of its own; a reader sees all as one. Whoosh's files hold
pickles: they are opened nowhere but in the caches of this machine, and only as they were written (`sums.py`).
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType

from whoosh import fields, formats
from whoosh.analysis.tokenizers import IDTokenizer
from whoosh.index import EmptyIndexError, FileIndex, LockError, open_dir
from whoosh.reading import IndexReader, MultiReader

from index import cache, generations, sums
from index.codec.segment_file import Held
from index.codec.whoosh_codec import opened
from index.damage import IndexDamaged
from index.generations import SHARDS
from index.segments import put
from reader.errors import UserError
from reader.full_disk import is_full
from reader.home import Home


class PreparedText(fields.FieldType):
    """A field of words with their positions, written by `index.segments.ShardWriter` and no other."""

    def __init__(self) -> None:
        analyser = IDTokenizer()  # never asked
        super().__init__(formats.Positions(), analyser)  # type: ignore[arg-type]  # loosely declared


# An entry is one passage or heading. `text` and `exact` hold its words stemmed and as they stand, `section` the stemmed
# headings above it, `lead` the stemmed paragraph that introduces the list it stands in. Party and year are not here:
# people correct them, so a search asks the library for the documents they name.
SCHEMA = fields.Schema(text=PreparedText(), exact=PreparedText(), section=PreparedText(), lead=PreparedText())


def shard(generation: Path, number: int) -> FileIndex:
    """One shard, to be written to; made where there is none. Raises IndexDamaged."""
    folder = generation / str(number)
    with Verified(generation):
        folder.mkdir(parents=True, exist_ok=True)
        sums.check(folder)
        if not any(folder.glob("*.toc")):
            put(folder, SCHEMA, [], 0)
        return open_dir(str(folder), schema=SCHEMA)


def open_reader(generation: Path) -> IndexReader:
    """All shards as one; those that no writer has made yet are empty. Raises IndexDamaged."""
    with Verified(generation):
        while True:
            before = generations.state(generation)
            try:
                return MultiReader([leaf for number in range(SHARDS) for leaf in _leaves(generation / str(number))])
            except (IndexDamaged, EmptyIndexError, OSError):
                # A writer that commits at this moment takes away files of which we have just read.
                if generations.state(generation) == before:
                    raise


def held_in(reader: IndexReader) -> list[Held]:
    """The documents that an index holds, each with the name of the reading that it is (`index.held`)."""
    return [held for one in opened(reader) for held in one.held()]


@contextmanager
def reading(home: Home) -> Iterator[IndexReader]:
    """The current index of a home. Raises IndexDamaged where there is none, or none that can be read."""
    generation = generations.current(home)
    if generation is None:
        raise IndexDamaged("there is no index")
    with Verified(generation), closing(open_reader(generation)) as reader:
        yield reader


class Verified:
    """Work on the files of a generation: what goes wrong in it is IndexDamaged where they are not what was written.

    So is a shard that another process keeps locked. A disk that takes nothing is DiskFull or
    CacheNotWritable. Anything else is raised as what it is.
    """

    def __init__(self, generation: Path) -> None:
        self._generation = generation

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, LockError):
            raise IndexDamaged("a shard stays locked") from error
        if not isinstance(error, Exception) or isinstance(error, IndexDamaged | UserError):
            return
        if isinstance(error, OSError) and (is_full(error) or error.errno == errno.EROFS):
            raise cache.in_words(error, self._generation.parents[2]) from error
        if not sums.hold(self._generation):
            raise IndexDamaged(str(error)) from error


def _leaves(folder: Path) -> list[IndexReader]:
    sums.check(folder)
    if not any(folder.glob("*.toc")):
        return []
    reader = open_dir(str(folder), schema=SCHEMA).reader()
    return [leaf for leaf, _ in reader.leaf_readers()]
