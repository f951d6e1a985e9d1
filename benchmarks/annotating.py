"""(k) to (n): working with 20,000 annotations on 200 manifestos."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.annotated import CODES, MANIFESTOS, ON_EACH, annotated_home
from benchmarks.table import Measurement
from index.said import said_of
from reader.home import home
from reader.library.coding import apply_code
from reader.library.library import Library
from reader.library.verdicts import Selection

APPLIED, OPENED = "(k) a code applied, its row on the disk", "(l) a manifesto read with its annotations"
NOTED, COMPARED = "(m) all rows of the table of notes", "(n) what verdicts say, past all codes"
APPLIED_TARGET, OPENED_TARGET, NOTED_TARGET, COMPARED_TARGET = 25.0, 1.5, 300.0, 5.0
_EACH = 20


def measure(work: Path, runs: int) -> list[Measurement]:
    """Milliseconds by the clock, and for (l) times the time without annotations, in a process that has begun before."""
    with Library.open(home(annotated_home(work))) as library:
        documents = library.documents()
        for document in documents:
            library.blocks(document.id)  # each is looked at once for damage
        chance = random.Random(3)  # noqa: S311  # only for picking places
        applied = [_apply(library, chance) for _ in range(runs * _EACH)]
        opened = [_read(library, chance) for _ in range(runs * _EACH)]
        noted = [_taken(library.noted) for _ in range(runs)]
        compared = [_taken(lambda: said_of(library, "topic", documents, {})) for _ in range(runs * _EACH)]
        count = len(library.noted())
    on = f"{count:,} annotations of two coders on {MANIFESTOS} manifestos, {CODES} codes, as many edits in the journal"
    return [
        Measurement(APPLIED, "ms", APPLIED_TARGET, tuple(applied), on),
        Measurement(OPENED, "times", OPENED_TARGET, tuple(opened), f"{ON_EACH} on each; blocks, pages, outline"),
        Measurement(NOTED, "ms", NOTED_TARGET, tuple(noted)),
        Measurement(COMPARED, "ms", COMPARED_TARGET, tuple(compared)),
    ]


def _taken(what: Callable[[], object]) -> float:
    gc.collect()  # what others left is not counted
    began = time.perf_counter()
    what()
    return 1000 * (time.perf_counter() - began)


def _apply(library: Library, chance: random.Random) -> float:
    """Make and write one edit as the window does, and take it back."""
    document = chance.choice(library.documents()).id
    block = chance.choice(library.blocks(document, first_pieces=True))
    place = Selection(block.id, 0, block.id, len(block.text))
    code = f"code-{chance.randrange(CODES)}"
    taken = _taken(lambda: library.apply(apply_code(library, document, place, code)))
    if library.undo_label() != "Code a passage":
        library.undo()
    return taken


def _read(library: Library, chance: random.Random) -> float:
    document = chance.choice(library.documents()).id

    def bare() -> None:
        library.blocks(document)
        library.pages(document)
        library.outline(document)

    def whole() -> None:
        bare()
        library.coded(document)

    without = min(_taken(bare) for _ in range(3))
    return min(_taken(whole) for _ in range(3)) / without
