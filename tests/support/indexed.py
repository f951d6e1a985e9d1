"""A library and an index of small manifestos that a test writes itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from index import generations, store
from index.analysis import language_code
from index.shard import Shard
from index.topics.evaluate import evaluate
from index.topics.model import Match, Topic
from index.writing import Add, Commit
from reader.home import Home, home
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Block, Kind, Manifesto, Page, Piece
from reader.sections import with_sections


@dataclass(frozen=True, slots=True)
class Written:
    """A manifesto as a test writes it: a line that begins with "#" is a heading, with "-" a list item."""

    text: str
    party: str = "Labour"
    language: str = "en"
    fields: Mapping[str, str] | None = None


class Indexed:
    """A library in a folder, with an index of what was written into it."""

    def __init__(self, folder: Path, *manifestos: Written) -> None:
        self.home: Home = home(folder)
        with Library.open(self.home, durable=False) as library:
            self.documents = [self._store(library, folder, number, one) for number, one in enumerate(manifestos)]
        generations.make(self.home)
        self.index_again()

    def add(self, written: Written) -> None:
        """Store and index one more."""
        with Library.open(self.home, durable=False) as library:
            self.documents.append(self._store(library, self.home.library, len(self.documents), written))
        self._index(self.documents[-1:])

    def index_again(self) -> None:
        """Index all of the documents, in place of what the index holds of them."""
        self._index(self.documents)

    def _index(self, documents: Sequence[Document]) -> None:
        with Shard(self.home, self._generation(), 0, []) as shard:
            for document in documents:
                shard.do(Add(document.id, language_code(document.language)))
            shard.do(Commit())

    def matches(self, topic: Topic, number: int = 0) -> tuple[Match, ...]:
        """The topic's matches in one of the manifestos."""
        return self.views(topic)[self.documents[number].id]

    def views(self, topic: Topic, documents: Sequence[str] | None = None) -> dict[str, tuple[Match, ...]]:
        """The topic's matches in the documents with these ids, in all where none are named."""
        wanted = [document.id for document in self.documents] if documents is None else documents
        with closing(store.open_reader(self._generation())) as reader, Library.open(self.home) as library:
            return evaluate(reader, library, topic, wanted)

    def _generation(self) -> Path:
        generation = generations.current(self.home)
        assert generation is not None
        return generation

    @staticmethod
    def _store(library: Library, folder: Path, number: int, written: Written) -> Document:
        path = folder / f"manifesto-{number}.txt"
        path.write_text(f"{number}\n{written.text}", encoding="utf-8")
        manifesto = Manifesto(f"Manifesto {number}", written.language, blocks(written.text), (Page(1, "i", 595, 842),))
        fields = {"party": written.party, "language": written.language} | dict(written.fields or {})
        return library.store(path, manifesto, fields)


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text as `Written` describes it, all on page 1."""
    made = []
    for line in filter(None, map(str.strip, text.splitlines())):
        marks = len(line) - len(line.lstrip("#"))
        words = line.lstrip("#- ")
        kind = Kind.HEADING if marks else Kind.LIST_ITEM if line.startswith("-") else Kind.PARAGRAPH
        level = marks or (1 if kind is Kind.LIST_ITEM else None)
        made.append(Block(kind, words, level, pieces=(Piece(0, len(words), 1, "i"),)))
    return with_sections(made)
