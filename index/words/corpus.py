"""The passages of manifestos, read from the library one manifesto at a time, as often as they are gone through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from index.analysis import language_code
from reader.library.documents import bare_blocks
from reader.library.library import Library
from reader.library.records import Document


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: the id of its block, its text, and how many code points of the manifesto's blocks come before it."""

    block: str
    text: str
    begins: int


@dataclass(frozen=True, slots=True)
class Text:
    """The passages of one manifesto, of which all blocks together, headings too, have `length` code points."""

    document: Document
    passages: tuple[Passage, ...]
    length: int

    @property
    def language(self) -> str:
        return language_code(self.document.language)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Manifestos whose passages are gone through; only one of them is in memory at a time.

    Sizes are the program's own count of words (`reader.words`), which every share stands on: what white space parts. A
    search parts finer ("stop-and-search" is three of its words, "£151m" two), so that the counts of all words of a list
    add up to a little more than the size.
    """

    library: Library
    documents: tuple[Document, ...]
    heed: Callable[[], object] = field(default=lambda: None, compare=False)  # before each; what it raises ends it

    def __iter__(self) -> Iterator[Text]:
        for document in self.documents:
            self.heed()
            yield self.text(document)

    def text(self, document: Document) -> Text:
        """The passages of one of them. Raises DocumentDamaged."""
        begins, passages = 0, []
        for block in self.library.read(lambda connection: bare_blocks(connection, document.id)):
            if block.is_passage:
                passages.append(Passage(block.id, block.text, begins))
            begins += len(block.text)
        return Text(document, tuple(passages), begins)

    @property
    def words(self) -> int:
        """The words of all of them."""
        return sum(self.sizes)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The words of each."""
        return tuple(document.words for document in self.documents)

    def only(self, language: str) -> Corpus:
        """Those in this language, by its code."""
        return replace(self, documents=tuple(one for one in self.documents if language_code(one.language) == language))


def languages(documents: Sequence[Document]) -> list[str]:
    """The codes of the languages of these manifestos, the one with the most words first."""
    words: Counter[str] = Counter()
    for document in documents:
        words[language_code(document.language)] += document.words
    return sorted(words, key=lambda language: (-words[language], language))
