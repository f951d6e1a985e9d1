"""(i) Topic views of thirty full manifestos from an index that stands, and (j) a new user topic over them."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.surroundings import collection, program, run
from benchmarks.table import Measurement
from index.topics.files import load_topics
from index.topics.model import Scope, Topic, TopicQuery
from index.topics.views import Views
from reader.home import home
from reader.library.library import Library
from reader.model import Manifesto
from reader.words import words_in
from ui import assets

COPIES = 3
KEPT, NEW = "(i) views of thirty manifestos, each topic", "(j) a new topic over thirty manifestos"
KEPT_TARGET, NEW_TARGET = 100.0, 500.0

QUERIES = (
    TopicQuery('housing OR homes OR "council house" OR "rough sleeping"'),
    TopicQuery('"affordable homes" OR mortgage OR leasehold'),
    TopicQuery("landlord OR tenant OR rent OR homelessness"),
    TopicQuery("housing", 0.7, Scope.SECTION),
)


def measure(work: Path, runs: int) -> list[Measurement]:
    """Milliseconds by the clock, in a process that has searched before, as the window has."""
    kept: list[float] = []
    new: list[float] = []
    folder = _thirty(work)
    with Library.open(home(folder)) as library, Views(home(folder)) as views:
        documents = [document.id for document in library.documents()]
        words = sum(words_in(library.blocks(document)) for document in documents)
        topics = load_topics([], builtin_folder=assets.topics())
        views.make_each(library, [*topics, _topic(0)], documents)
        passages = 0
        for number in range(runs):
            for topic in topics:
                began = time.perf_counter()
                _, missing = views.cached(topic, documents)
                kept.append(1000 * (time.perf_counter() - began))
                assert not missing
            began = time.perf_counter()
            passages = sum(map(len, views.make(library, _topic(1 + number), documents).values()))
            new.append(1000 * (time.perf_counter() - began))
    on = f"{len(documents)} documents, {words:,} words: each of {collection(work).name} {COPIES} times"
    return [
        Measurement(KEPT, "ms", KEPT_TARGET, tuple(kept), on),
        Measurement(NEW, "ms", NEW_TARGET, tuple(new), f"a topic on housing with {passages:,} passages"),
    ]


def _topic(number: int) -> Topic:
    """A topic of which no view is kept."""
    return Topic(f"housing-{number}", 1, "Housing", "#000000", "Homes.", QUERIES)


def _thirty(work: Path) -> Path:
    """The folder of a home in which every manifesto of the collection stands three times."""
    folder = work / "home-thirty"
    ready = work / "home-thirty-ready"
    if ready.exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    run(program("add", "--library", str(folder), str(collection(work).folder)))
    copies = work / "copies"
    copies.mkdir(exist_ok=True)
    with Library.open(home(folder), durable=False) as library:
        for document in library.documents():
            blocks = tuple(replace(block, id="") for block in library.blocks(document.id))
            manifesto = Manifesto(document.title, document.language, blocks, tuple(library.pages(document.id)))
            for number in range(1, COPIES):
                path = copies / f"{document.id}-{number}.txt"
                path.write_text(path.name, encoding="utf-8")
                library.store(path, manifesto, {"party": document.party, "language": document.language})
    # Whatever is added, what the index lacks is indexed too.
    run(program("add", "--library", str(folder), str(collection(work).folder)))
    ready.touch()
    return folder
