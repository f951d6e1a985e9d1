"""Words proposed for a topic: the key terms of passages that people gave as examples, took in, or threw out.

A term is key where more of these passages hold it than the rest of the library would let expect. How much more is the
log-likelihood ratio of Dunning, "Accurate methods for the statistics of surprise and coincidence" (Computational
Linguistics 19, 1993), over passages that hold the term or do not; unlike chi-squared it is fit for rare words. Nothing
is changed by a proposal: people pick from it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from whoosh.reading import IndexReader

from index import entry_sets
from index.analysis import Word, analyser
from index.finding import find
from index.matching import compiled
from index.postings import entry_count
from index.query import parse
from index.small_words import small_words
from index.topics.model import Scope, TopicQuery
from index.words.statistics import LEAST_KEYNESS, contingency_log_likelihood

# The most words of a phrase; how many terms are looked up in the library; the shortest word that is proposed.
_LONGEST, _LOOKED_UP, _SHORTEST = 3, 120, 3
# A term that more of the library's passages hold than this is no evidence by itself.
_COMMON = 0.03
# From this keyness on a term may carry a passage by itself.
_SURE = 20.0
_LEAST_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that people gave: its block id, text, and language (as `index.analysis.language_code`)."""

    block: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A word or phrase as most of the examples write it, and the query for it in the language of the search box.

    `held_by` are the blocks of the examples that hold it, `elsewhere` how many of `of` other passages do, `keyness` the
    log-likelihood ratio. `language` is that of all examples that hold it; "" for English, for several and unknown ones.
    """

    text: str
    query: str
    held_by: tuple[str, ...]
    elsewhere: int
    of: int
    keyness: float
    language: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words to look for and words to exclude, the best first."""

    look_for: tuple[KeyTerm, ...]
    exclude: tuple[KeyTerm, ...]


def key_terms(reader: IndexReader, examples: Sequence[Example], *, most: int = 20) -> tuple[KeyTerm, ...]:
    """The terms that are key in the examples against all that is indexed, best first, at most so many.

    A term that only one of several examples holds is chance and left out.
    """
    indexed = entry_count(reader)

    def elsewhere(term: _Term, held: int) -> tuple[int, int]:
        question = compiled(parse(term.query), reader, (term.language,), lambda _: ())
        found = sum(entry_sets.count(one.entries) for one in find(reader, question))
        return max(0, found - held), max(1, indexed - len(examples))

    return _key(_terms(examples), len(examples), elsewhere, most)


def distinguishing(some: Sequence[Example], others: Sequence[Example], *, most: int = 10) -> tuple[KeyTerm, ...]:
    """The terms that are key in some passages against others, and that at most one in ten of the others holds."""
    among = Counter(key for key, term in _terms(others).items() for _ in term.held_by)

    def elsewhere(term: _Term, held: int) -> tuple[int, int]:  # noqa: ARG001  # of others, none is an example
        return among[term.key], max(1, len(others))

    found = _key(_terms(some), len(some), elsewhere, len(some) * 50)
    return tuple(term for term in found if term.elsewhere * 10 <= term.of)[:most]


def propose(
    reader: IndexReader, added: Sequence[Example], removed: Sequence[Example], shown: Sequence[Example]
) -> Proposal:
    """What verdicts suggest: words of the passages that people added, and words to exclude of those they removed.

    `shown` are the passages in the view; a word is only to be excluded where it would cost few of them.
    """
    kept = {example.block for example in shown} - {example.block for example in removed}
    look_for = key_terms(reader, added) if added else ()
    exclude = distinguishing(removed, [example for example in shown if example.block in kept]) if removed else ()
    return Proposal(look_for, exclude)


def queries(terms: Sequence[KeyTerm]) -> tuple[TopicQuery, ...]:
    """A query for each term; the less sure or the more common one is, the less it weighs: several carry together.

    Queries that name no language are taken for English, so words of other languages name theirs.
    """
    return tuple(TopicQuery(term.query, _weight(term), Scope.TEXT, term.language) for term in terms)


def _weight(term: KeyTerm) -> float:
    rarity = _COMMON * term.of / max(1, term.elsewhere)
    return max(_LEAST_WEIGHT, round(min(1.0, rarity, term.keyness / _SURE), 1))


@dataclass(slots=True)
class _Term:
    """A run of stems, the ways in which it is written, and the examples that hold it."""

    key: tuple[str, ...]
    language: str
    forms: Counter[str] = field(default_factory=Counter)
    held_by: list[str] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)

    @property
    def foreign(self) -> str:
        """The language where it is one that has to be named."""
        return self.language if len(self.languages) == 1 and self.language not in ("en", "und") else ""

    @property
    def text(self) -> str:
        return min(self.forms, key=lambda form: (-self.forms[form], form))

    @property
    def query(self) -> str:
        return f'"{self.text}"' if len(self.key) > 1 else self.text


def _key(
    terms: Mapping[tuple[str, ...], _Term], examples: int, elsewhere: Callable[[_Term, int], tuple[int, int]], most: int
) -> tuple[KeyTerm, ...]:
    least = 2 if examples > 1 else 1
    hopeful = [term for term in terms.values() if len(term.held_by) >= least]
    hopeful.sort(key=lambda term: (-len(term.held_by), -len(term.key), term.key))
    found: list[tuple[_Term, KeyTerm]] = []
    for term in hopeful[:_LOOKED_UP]:
        held = len(term.held_by)
        others, of = elsewhere(term, held)
        keyness = contingency_log_likelihood(held, examples, others, of)
        if keyness >= LEAST_KEYNESS and held * of > others * examples:
            key = KeyTerm(term.text, term.query, tuple(term.held_by), others, of, round(keyness, 2), term.foreign)
            found.append((term, key))
    found.sort(key=lambda one: (-one[1].keyness, one[0].key))
    return tuple(_without_parts(found))[:most]


def _without_parts(found: Iterable[tuple[_Term, KeyTerm]]) -> Iterator[KeyTerm]:
    """The terms without those that say little more than a longer one, in the same examples, of which they are part."""
    listed = list(found)
    for term, key in listed:
        if not any(
            len(other.key) > len(term.key)
            and set(term.held_by) <= set(other.held_by)
            and _stands_in(term.key, other.key)
            and other_key.elsewhere * 2 >= key.elsewhere
            for other, other_key in listed
        ):
            yield key


def _stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _terms(examples: Sequence[Example]) -> dict[tuple[str, ...], _Term]:
    """Every word and phrase of the examples by its stems."""
    found: dict[tuple[str, ...], _Term] = {}
    for example in examples:
        forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for run in _runs(example):
            for first in range(len(run)):
                for words in (run[first : first + length] for length in range(1, _LONGEST + 1)):
                    if _may_be_term(words, example.language):
                        forms[tuple(word.stem for word in words)][" ".join(word.exact for word in words)] += 1
        for key, written in forms.items():
            term = found.setdefault(key, _Term(key, example.language))
            term.forms += written
            term.held_by.append(example.block)
            term.languages.add(example.language)
    return found


def _runs(example: Example) -> Iterator[list[Word]]:
    """The words of a passage, parted where a phrase ends: at anything but a space, a hyphen or an apostrophe."""
    run: list[Word] = []
    for word in analyser(example.language).sequence(example.text):
        if run and example.text[run[-1].end : word.start].strip(" -\u2010\u2011'’s\n"):
            yield run
            run = []
        run.append(word)
    yield run


def _may_be_term(words: Sequence[Word], language: str) -> bool:
    """Whether the words begin and end with one that says something: no number, no small word."""
    small = small_words(language)
    ends = (words[0], words[-1]) if words else ()
    return bool(ends) and all(
        len(word.exact) >= _SHORTEST and word.exact not in small and not word.exact[0].isdigit() for word in ends
    )
