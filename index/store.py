"""What the entries of the full-text index hold, and how its shards are opened.

Each shard is an ordinary Whoosh index with a writer process of its own; a reader sees all as one. Whoosh's files hold
pickles: they are opened nowhere but in the generations of this home's cache, which this program wrote.
"""

from __future__ import annotations

import pickle
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from whoosh import columns, fields, formats
from whoosh.analysis.tokenizers import IDTokenizer
from whoosh.filedb.filestore import StorageError
from whoosh.filedb.filetables import FileFormatError
from whoosh.index import FileIndex, LockError, create_in, open_dir
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import CorruptIndexError, IndexReader, MultiReader

from index import generations
from index.damage import IndexDamaged
from index.generations import SHARDS
from reader.home import Home

# What Whoosh raises when its files are not what it wrote.
DAMAGE = (
    WhooshIndexError,
    CorruptIndexError,
    StorageError,
    FileFormatError,
    LockError,
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
    EOFError,
    OSError,
    AssertionError,
    AttributeError,
    ImportError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    ValueError,
)

# How often opening is tried, and how long to wait in between, in seconds.
_ATTEMPTS = 4
_PAUSE = 0.05


class PreparedText(fields.FieldType):
    """A field of words with their positions, written by `index.segments.EntryWriter` and no other."""

    def __init__(self, *, scorable: bool = False) -> None:
        analyser = IDTokenizer()  # never asked
        super().__init__(formats.Positions(), analyser, scorable=scorable)  # type: ignore[arg-type]  # loosely declared


def _names() -> fields.ID:
    """A field of names that many entries share, which can be looked up from the entry as well."""
    field = fields.ID()
    field.set_sortable(columns.RefBytesColumn())
    return field


# An entry is one passage or heading. `text` and `exact` hold its words stemmed and as they stand, `section` the stemmed
# headings above it, `lead` the stemmed paragraph that introduces the list it stands in. Party and year are not here:
# people correct them, so a search asks the library for the documents they name. Each document has one entry more, that
# has nothing but the name of the reading that is held (`index.held`): a document need not have words.
SCHEMA = fields.Schema(
    block=fields.COLUMN(columns.VarBytesColumn()),
    document=_names(),
    held=fields.ID(),
    kind=fields.ID(),
    language=_names(),
    text=PreparedText(scorable=True),
    exact=PreparedText(),
    section=PreparedText(),
    lead=PreparedText(),
)


def shard(generation: Path, number: int) -> FileIndex:
    """One shard, to be written to; made where there is none. Raises IndexDamaged."""
    folder = generation / str(number)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.glob("*.toc")):
            return create_in(str(folder), SCHEMA)
        return open_dir(str(folder), schema=SCHEMA)
    except DAMAGE as error:
        raise IndexDamaged(str(error)) from error


def open_reader(generation: Path) -> IndexReader:
    """All shards as one; those that no writer has made yet are empty. Raises IndexDamaged."""
    attempts = 0
    while True:
        try:
            return MultiReader([leaf for number in range(SHARDS) for leaf in _leaves(generation / str(number))])
        except DAMAGE as error:
            # A writer that commits at this moment takes away files of which we have just read.
            attempts += 1
            if attempts == _ATTEMPTS:
                raise IndexDamaged(str(error)) from error
        time.sleep(_PAUSE)


@contextmanager
def reading(home: Home) -> Iterator[IndexReader]:
    """The current index of a home. Raises IndexDamaged where there is none, or none that can be read."""
    generation = generations.current(home)
    if generation is None:
        raise IndexDamaged("there is no index")
    with closing(open_reader(generation)) as reader:
        try:
            yield reader
        except DAMAGE as error:
            if is_sound(generation):
                raise
            raise IndexDamaged(str(error)) from error


def is_sound(generation: Path) -> bool:
    """Whether every posting of a generation can be read. Takes as long as reading all of it."""
    try:
        with open_reader(generation) as reader:
            for field, term in reader.all_terms():
                matcher = reader.postings(field, term)
                while matcher.is_active():
                    matcher.value()
                    matcher.next()
            for field in ("block", "document", "language") if reader.doc_count_all() else ():
                for _ in reader.column_reader(field):
                    pass
    except (IndexDamaged, *DAMAGE):
        return False
    return True


def _leaves(folder: Path) -> list[IndexReader]:
    if not any(folder.glob("*.toc")):
        return []
    reader = open_dir(str(folder), schema=SCHEMA).reader()
    return [leaf for leaf, _ in reader.leaf_readers()]
