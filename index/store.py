"""Where the full-text index lies, what its entries hold, and how one in doubt is put aside.

The index is a cache: a folder of generations beside a pointer file that names the current one. A generation is never
mended: where it is missing, damaged or of another version, a new one is built beside it and the pointer moves. A
generation is two shards, each an ordinary Whoosh index with a writer process of its own; a reader sees both as one.

Whoosh's files hold pickles. They are opened nowhere but in the cache folder of this home, which this program wrote.
"""

from __future__ import annotations

import json
import os
import pickle
import shutil
import struct
import uuid
import zlib
from collections.abc import Iterable
from pathlib import Path

import whoosh
from whoosh import fields, formats
from whoosh.analysis.tokenizers import IDTokenizer
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import StorageError
from whoosh.filedb.filetables import FileFormatError
from whoosh.index import FileIndex, LockError, create_in, open_dir
from whoosh.index import IndexError as WhooshIndexError
from whoosh.reading import CorruptIndexError, IndexReader, MultiReader

from index.analysis import ANALYSIS_VERSION, Positions
from reader.home import Home

# Changes whenever an entry of the index would hold something else.
SCHEMA_VERSION = 1
SHARDS = 2

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

# A term of one entry: its bytes, how often it stands there, its weight, its positions as Whoosh packs them.
Posting = tuple[bytes, int, float, bytes]


class IndexDamaged(Exception):
    """The current generation cannot be used and has to be built again."""


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
_VERSION = {
    "schema": SCHEMA_VERSION,
    "analysis": ANALYSIS_VERSION,
    "whoosh": list(whoosh.__version__),
    "shards": SHARDS,
}

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


def create(home: Home) -> Path:
    """The folder of a new, empty generation, which nobody reads until it is published. Raises OSError."""
    folder = home.index / uuid.uuid4().hex
    for shard in range(SHARDS):
        (folder / str(shard)).mkdir(parents=True)
        create_in(str(folder / str(shard)), SCHEMA).close()
    return folder


def publish(home: Home, generation: Path) -> None:
    """Makes a generation the current one, in one step. Raises OSError."""
    pointer = _pointer(home)
    waiting = pointer.with_suffix(f".{os.getpid()}")
    waiting.write_text(json.dumps({"generation": generation.name} | _VERSION), encoding="utf-8")
    waiting.replace(pointer)


def current(home: Home) -> Path | None:
    """The folder of the current generation; None where there is none or it is of another version."""
    try:
        named = json.loads(_pointer(home).read_text(encoding="utf-8"))
        folder = home.index / str(named.pop("generation"))
    except (OSError, ValueError, KeyError, AttributeError):
        return None
    return folder if named == _VERSION and folder.parent == home.index and folder.is_dir() else None


def condemn(home: Home, generation: Path) -> None:
    """Takes a damaged generation out of use, unless another has taken its place already."""
    if current(home) == generation:
        _pointer(home).unlink(missing_ok=True)


def clean(home: Home, *, keep: Iterable[Path] = ()) -> None:
    """Removes all but the current generation and those to keep; what another process has open is left for next time."""
    kept = {current(home), _pointer(home), *keep}
    for entry in home.index.iterdir() if home.index.is_dir() else ():
        if entry in kept:
            continue
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.name.startswith(_pointer(home).stem):
            entry.unlink(missing_ok=True)


def shard(generation: Path, number: int) -> FileIndex:
    """One shard, to be written to. Raises IndexDamaged."""
    try:
        return open_dir(str(generation / str(number)), schema=SCHEMA)
    except DAMAGE as error:
        raise IndexDamaged(str(error)) from error


def open_reader(generation: Path) -> IndexReader:
    """All shards as one. Raises IndexDamaged."""
    try:
        readers = [open_dir(str(generation / str(number)), schema=SCHEMA).reader() for number in range(SHARDS)]
        return MultiReader([leaf for reader in readers for leaf, _ in reader.leaf_readers()])
    except DAMAGE as error:
        raise IndexDamaged(str(error)) from error


def state(generation: Path) -> tuple[int, ...]:
    """A number for each shard that grows with every commit: a reader opened at another state is out of date."""
    found = []
    for number in range(SHARDS):
        names = [path.stem.rsplit("_", 1)[-1] for path in (generation / str(number)).glob("_*.toc")]
        found.append(max((int(name) for name in names if name.isdigit()), default=-1))
    return tuple(found)


def _pointer(home: Home) -> Path:
    return home.index / "current.json"
