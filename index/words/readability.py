"""How easy a text is to read, by the formula that was published for its language; none for a language without one.

All are Flesch's reading ease with constants for the language: 100 is very easy, 0 very hard. Only scores of one formula
can be compared. A sentence is what `reader.sentences` finds in a passage, so that an item of a list without a full stop
is one; a word is what the program counts as one (`reader.words`), syllables are told by `syllables.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from index.words.corpus import Corpus, Text
from index.words.formulas import FORMULAS, Formula
from index.words.syllables import syllables
from reader.library.records import Document
from reader.sentences import sentences
from reader.wording import tr
from reader.words import number_of_words

# Flesch takes samples of 100 words: of fewer a score says nothing.
LEAST_WORDS = 100


@dataclass(frozen=True, slots=True)
class Readability:
    """Words, sentences and syllables of a manifesto, or of what it says on a topic, in its language.

    `first` is the block of its first passage, "" where there is none.
    """

    document: Document
    language: str
    passages: int
    words: int
    sentences: int
    syllables: int
    first: str = ""

    @property
    def formula(self) -> Formula | None:
        return FORMULAS.get(self.language)

    @property
    def score(self) -> float | None:
        """By the formula of the language; None where `why_not` says why there is none."""
        formula = self.formula
        if formula is None or self.words < LEAST_WORDS:
            return None
        by_sentence, by_word = self.words_per_sentence or 0.0, self.syllables / self.words
        return formula.base - formula.by_sentence * by_sentence - formula.by_word * by_word

    @property
    def words_per_sentence(self) -> float | None:
        return self.words / self.sentences if self.sentences else None

    @property
    def syllables_per_word(self) -> float | None:
        """None where nobody counts the syllables of the language."""
        return self.syllables / self.words if self.words and self.formula else None

    @property
    def why_not(self) -> str:
        """Why there is no score; "" where there is one."""
        if self.formula is None:
            return tr("No published formula for this language.")
        if self.words < LEAST_WORDS:
            return tr("Fewer than {least} words.", least=LEAST_WORDS)
        return ""


def readability(corpus: Corpus, only: Iterable[Collection[str]] | None = None) -> tuple[Readability, ...]:
    """Of every manifesto of the corpus; where `only` is given, of these passages (ids of blocks) of each, in order."""
    if only is None:
        return tuple(_of(text, None) for text in corpus)
    return tuple(_of(text, blocks) for text, blocks in zip(corpus, only, strict=True))


def _of(text: Text, blocks: Collection[str] | None) -> Readability:
    language = text.language
    measured = [passage for passage in text.passages if blocks is None or passage.block in blocks]
    chosen = [passage.text for passage in measured]
    heard = 0
    if language in FORMULAS:
        heard = sum(syllables(word, language) for one in chosen for word in one.split() if number_of_words(word))
    return Readability(
        text.document,
        language,
        len(chosen),
        sum(map(number_of_words, chosen)),
        sum(len(sentences(one, language)) for one in chosen),
        heard,
        measured[0].block if measured else "",
    )
