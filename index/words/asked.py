"""Words, stems and phrases as people choose them for a comparison, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.analysis import Sieve, Word, analyser
from index.marking import Span, mark_words, sought
from index.query import All, Any, Leaf, Node, NotUnderstood, Phrase, leaves, parse
from index.query import Word as Typed
from index.words.corpus import Corpus, Passage, Text
from index.words.terms import NO_HEADINGS
from reader.wording import tr

# What parts one choice from the next: a comma, a semicolon or a line, but not inside quotation marks.
_CHOICE = re.compile(r'(?:["“”„][^"“”„\n]*(?:["“”„]|$)|[^,;\n"“”„])+')


@dataclass(frozen=True, slots=True)
class Asked:
    """A word, a phrase, or several of them joined by OR, as typed in the language of the search box."""

    typed: str
    leaves: tuple[Leaf, ...]

    @property
    def query(self) -> str:
        """What a search is asked for to find the passages that hold it, and no others."""
        typed = f"({self.typed})" if len(self.leaves) > 1 else self.typed
        return f"{typed} {NO_HEADINGS}"

    def spans(self, text: str, language: str) -> list[Span]:
        """Where it stands in a text, as a search would mark it: code points, in order, none overlapping another."""
        return mark_words(_words(self.leaves, language, text), language, self.leaves)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with the places in it, and which of the things asked for it is (0 for the first)."""

    text: Text
    passage: Passage
    asked: int
    spans: Sequence[Span]


def asked(typed: str) -> Asked:
    """One choice. Words that only stand side by side are taken for a phrase.

    Raises NotUnderstood where it is more than words, phrases and OR.
    """
    node = parse(typed.strip(), of_now=True)
    if isinstance(node, All) and all(isinstance(part, Typed) for part in node.parts):
        typed = f'"{typed.strip()}"'
        node = parse(typed, of_now=True)
    if not _is_counted(node):
        raise NotUnderstood(
            tr("“{typed}” cannot be counted.", typed=typed.strip()),
            tr("Write a word, “several words” for a phrase, or words with OR between them."),
        )
    return Asked(typed.strip(), tuple(leaves(node)))


def several(typed: str) -> tuple[Asked, ...]:
    """All choices of a text, parted by commas or lines, each once. Raises NotUnderstood, also where there are none."""
    made = dict.fromkeys(asked(one) for one in _CHOICE.findall(typed) if one.strip())
    if not made:
        raise NotUnderstood(tr("There are no words to count."), tr("Write words with commas between them."))
    return tuple(made)


def found(corpus: Corpus, choices: Sequence[Asked]) -> Iterator[Found]:
    """Every passage of the corpus that holds one of the choices, in order, once for each of them."""
    for text in corpus:
        language = text.language
        for passage in text.passages:
            for number, one in enumerate(choices):
                if spans := one.spans(passage.text, language):
                    yield Found(text, passage, number, spans)


def _is_counted(node: Node) -> bool:
    if isinstance(node, Any):
        return all(map(_is_counted, node.parts))
    return isinstance(node, Typed | Phrase) and node.scope == "text"


def _words(wanted: tuple[Leaf, ...], language: str, text: str) -> list[Word]:
    """The words of the text that may be among those asked for."""
    sieve = _sieve(wanted, language)
    return analyser(language).words(text) if sieve is None else sieve.words(text)


@cache
def _sieve(wanted: tuple[Leaf, ...], language: str) -> Sieve | None:
    """What finds the words of some leaves in a third of the time; None where all have to be looked at (wom?n)."""
    steps = [step for leaf in wanted for pattern in sought(leaf, language) for step in pattern.steps]
    if any(step.shapes for step in steps):
        return None
    stems = frozenset(stem for step in steps for stem in step.stems)
    exacts = frozenset(exact for step in steps for exact in step.exacts)
    return Sieve(language, stems, exacts, tuple(sorted({each for step in steps for each in step.beginnings})))
