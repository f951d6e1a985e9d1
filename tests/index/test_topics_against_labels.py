"""The built-in topics measured on the labelled documents, most of them unseen when the words were first written."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from index import generations
from index.analysis import language_code
from index.exports.topic_views import document_views
from index.shard import Shard
from index.topics.files import load_topics
from index.topics.views import Views
from index.writing import Add, Commit
from reader.formats.registry import read
from reader.guess import guess_fields
from reader.home import home
from reader.library.library import Library

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FILES = (
    *sorted(f"london-2024/{path.name}" for path in (SHARED / "corpus" / "london-2024").glob("*.txt")),
    "uk-2017/conservative-2017.pdf",
    "uk-2017/labour-2017.pdf",
)
# Far enough below what is reached that another way of reading the PDF file does not break it.
F1, SENTENCES, KINDS = 0.95, 0.9, 0.92

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "topics").is_dir(), reason="needs the labelled sentences of ../shared"
)


@pytest.fixture(scope="module")
def views_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The topic views of the documents as `hustings topics --json` prints them."""
    folder = tmp_path_factory.mktemp("labelled")
    place = home(folder)
    topics = load_topics([], builtin_folder=ROOT / "assets" / "topics")
    with Library.open(place, durable=False) as library:
        documents = {}
        for name in FILES:
            manifesto = read(SHARED / "corpus" / name, on_page=_nothing)
            path = SHARED / "corpus" / name
            documents[name] = library.store(path, manifesto, guess_fields(path, manifesto))
        with Shard(place, generations.make(place), 0, []) as shard:
            for document in documents.values():
                shard.do(Add(document.id, language_code(document.language)))
            shard.do(Commit())
        with Views(place) as views:
            made = {topic.id: views.make(library, topic, [one.id for one in documents.values()]) for topic in topics}
    written = [
        document_views(name, document, topics, {topic: found[document.id] for topic, found in made.items()})
        for name, document in documents.items()
    ]
    path = folder / "topics.json"
    path.write_text(json.dumps({"documents": written}), encoding="utf-8")
    return path


def _nothing(page: int, pages: int) -> None:
    """Nobody follows the reading."""


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_topics", SHARED / "tools" / "score_topics.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_topics_find_what_careful_readers_found(views_file: Path) -> None:
    rows, kinds, _ = scorer().score(SHARED / "gold" / "topics" / "dev.tsv", views_file)
    figures = {row["topic"]: (round(row["f1"], 3), round(row["sentences"], 3)) for row in rows}
    assert set(figures) == {"policing", "vawg", "fire-safety"}
    assert all(f1 >= F1 and sentences >= SENTENCES for f1, sentences in figures.values()), figures
    assert kinds >= KINDS
