"""What the entries of the full-text index hold, and how its shards are opened.

Each shard is an ordinary Whoosh index with a writer process of its own; a reader sees all as one. Whoosh's files hold
pickles: they are opened nowhere but in the generations of this home's cache, which this program wrote.
"""

from __future__ import annotations

import pickle
import struct
import time
import zlib
from collections.abc import Iterable
from pathlib import Path

from whoosh import fields, formats
from whoosh.analysis.tokenizers import IDTokenizer
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import StorageError
from whoosh.filedb.filetables import FileFormatError
from whoosh.index import FileIndex, LockError, create_in, open_dir
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import CorruptIndexError, IndexReader, MultiReader

from index.analysis import Positions
from index.damage import IndexDamaged
from index.generations import SHARDS

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

# A term of one entry: its bytes, how often it stands there, its weight, its positions as Whoosh packs them.
Posting = tuple[bytes, int, float, bytes]


class PreparedText(fields.FieldType):
    """A field whose terms and positions were worked out before: it takes the postings themselves as its value."""

    def __init__(self, *, scorable: bool = False) -> None:
        analyser = IDTokenizer()  # never asked
        super().__init__(formats.Positions(), analyser, scorable=scorable)  # type: ignore[arg-type]  # loosely declared

    def index(self, value: Iterable[Posting], **_: object) -> Iterable[Posting]:  # type: ignore[override]  # see above
        return value


# An entry is one passage or heading. `text` and `exact` hold its words stemmed and as they stand, `section` the stemmed
# headings above it, `lead` the stemmed paragraph that introduces the list it stands in. Party and year are not here:
# people correct them, so a search asks the library for the documents they name.
SCHEMA = fields.Schema(
    block=fields.ID(stored=True, unique=True),
    document=fields.ID(stored=True),
    order=fields.STORED(),
    kind=fields.ID(stored=True),
    language=fields.ID(stored=True),
    text=PreparedText(scorable=True),
    exact=PreparedText(),
    section=PreparedText(),
    lead=PreparedText(),
)

_pack = formats.Positions().encode
_packed: dict[int, bytes] = {}


def postings(positions: Positions) -> list[Posting]:
    """Terms and their positions as a `PreparedText` field takes them."""
    made = []
    for term, places in positions.items():
        if len(places) == 1:
            packed = _packed.get(places[0])
            if packed is None:
                packed = _packed[places[0]] = _pack(places)
        else:
            packed = _pack(places)
        made.append((term.encode(), len(places), float(len(places)), packed))
    return made


def codec() -> W3Codec:
    """Whoosh's codec without compression: a third faster to write, and a megabyte a manifesto is no burden."""
    return W3Codec(compression=0)


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


def _leaves(folder: Path) -> list[IndexReader]:
    if not any(folder.glob("*.toc")):
        return []
    reader = open_dir(str(folder), schema=SCHEMA).reader()
    return [leaf for leaf, _ in reader.leaf_readers()]
