"""(v) The index of 1,000 made-up manifestos: how long it takes to build, how large it is, how fast it is searched."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.marks import MEASURED
from benchmarks.surroundings import driver
from benchmarks.table import Measurement
from benchmarks.texts import fill
from benchmarks.watching import marks_of
from index import cache, generations
from index.analysis import language_code
from index.build import Builder
from reader.home import Home, home
from reader.library.library import Library
from reader.library.records import Document

# The last is what the targets are for; the others show whether time grows with the text.
SIZES = (100, 300, 1000)
_BATCH = 200_000  # words, as the import commits
PRIVATE = 300.0
# Words as common as they come and rare ones, and everything that can be asked. The plain ones FTS5 is asked too.
PLAIN = (
    *("police", "schools", "health", "children", "pay", "trust", "homes", "the", "to", "will", "london", "women"),
    *("school teachers", "council homes", "new officers", "of the", "police fire", "with police"),
    *('"domestic abuse"', '"stop and search"', '"of the"', '"the police"', "police OR crime OR fire"),
)
QUERIES = (
    *PLAIN,
    *("poli*", "*tion", "wom?n", "=policing", "polic* fire", '"fire safety"~5', '"police homes"~9'),
    *("police NOT fire", "officers NOT (old OR bad)", "(police OR fire) (safety OR women)", "-the police"),
    *("section:policing officers", "section:homes", "lead:will homes", "kind:heading homes", "kind:list_item police"),
    *("party:harbour homes", "year:2010..2015 police", "party:meadow year:2004", "safer streets"),
    *(
        "mental health",
        "we will build",
        '"young people"',
        "Carnton",
        "housing OR homes",
        "longer tenancies",
        "and the of to",
    ),
)


@dataclass(frozen=True, slots=True)
class _Built:
    text: int
    seconds: float
    size: int
    milliseconds: tuple[float, ...]
    private: float


def measure(work: Path, runs: int) -> list[Measurement]:
    """Built and searched at each size; the queries `runs` times, each time in a new process."""
    built = {count: _built(work, count, runs if count == SIZES[-1] else 1) for count in SIZES}
    whole = built[SIZES[-1]]
    by_size = "; ".join(
        f"{one.text / 1e6:.0f} MB: {one.seconds / one.text * 1e6:.2f} s a MB, queries {median(one.milliseconds):.0f} ms"
        for one in built.values()
    )
    seconds, size, milliseconds = _fts(work / f"texts-{SIZES[-1]}")
    against = f"FTS5 in the same run: {seconds:.1f} s, {size / whole.text:.1f} times the text, {milliseconds:.0f} ms"
    ordered = sorted(whole.milliseconds)
    late = ordered[int(0.95 * (len(ordered) - 1))]
    return [
        Measurement("(v) 1,000 manifestos, built", "s", 150.0, (whole.seconds,), f"{by_size}. {against}"),
        Measurement("(v) index, times the text", "x", 2.5, (whole.size / whole.text,)),
        Measurement("(v) 50 queries to the first fifty", "ms", 50.0, whole.milliseconds),
        Measurement("(v) the same, 95th percentile", "ms", 150.0, (late,)),
        Measurement("(v) private memory of the search", "MiB", PRIVATE, (whole.private,)),
        Measurement("(v) one more manifesto searchable", "s", 2.0, (_one_more(work / f"texts-{SIZES[-1]}"),)),
    ]


def _built(work: Path, count: int, runs: int) -> _Built:
    folder = work / f"texts-{count}"
    place = home(folder)
    with Library.open(place, durable=False) as library:
        text = fill(library, count, work / "texts-files")
        documents = library.documents()
    generations.make(place)
    began = time.perf_counter()
    _index(place, documents)
    seconds = time.perf_counter() - began
    generation = generations.current(place)
    assert generation is not None
    size = sum(path.stat().st_size for path in generation.rglob("*") if path.is_file())
    taken: list[float] = []
    private = 0.0
    for _ in range(runs):
        marks = marks_of(driver("searching_driver", str(folder), *QUERIES))
        taken += [marks[f"query {number}"].figures["seconds"] * 1000 for number in range(len(QUERIES))]
        private = max(private, marks[MEASURED].figures["private"] / 2**20)
    return _Built(text, seconds, size, tuple(taken), private)


def _index(place: Home, documents: Sequence[Document]) -> None:
    words = 0
    with Builder(place, []) as builder:
        for document in documents:
            builder.add(document, language_code(document.language))
            words += document.words
            if words >= _BATCH:
                builder.commit([])
                words = 0
        builder.commit([])
        builder.tidy()


def _one_more(folder: Path) -> float:
    """How long it takes until one more of 1,000 can be searched, from the start of the writers."""
    place = home(folder)
    with Library.open(place, durable=False) as library:
        document = library.documents()[0]
    began = time.perf_counter()
    with Builder(place, []) as builder:
        builder.add(document, language_code(document.language))
        builder.commit([])
        return time.perf_counter() - began


def _fts(folder: Path) -> tuple[float, int, float]:
    """Seconds, bytes and the median of milliseconds of SQLite's FTS5 for the same text and the plain queries."""
    place = home(folder)
    file = cache.folder(place) / "fts5.sqlite3"
    file.unlink(missing_ok=True)
    taken = []
    with closing(sqlite3.connect(place.database)) as library, closing(sqlite3.connect(file)) as other:
        texts = library.execute("SELECT text FROM blocks").fetchall()
        began = time.perf_counter()
        other.execute("CREATE VIRTUAL TABLE passages USING fts5 (text, tokenize = 'porter unicode61')")
        other.executemany("INSERT INTO passages (text) VALUES (?)", texts)
        other.commit()
        seconds = time.perf_counter() - began
        for query in PLAIN:
            began = time.perf_counter()
            other.execute("SELECT count(*) FROM passages WHERE passages MATCH ?", (query,)).fetchone()
            marked = (
                "SELECT highlight(passages, 0, '[', ']') FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 50"
            )
            other.execute(marked, (query,)).fetchall()
            taken.append((time.perf_counter() - began) * 1000)
    size = file.stat().st_size
    file.unlink()
    return seconds, size, median(taken)
