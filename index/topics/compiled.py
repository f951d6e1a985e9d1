"""A topic's queries made ready for one language: which words set off which query, and what each query asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from index import query as typed
from index.analysis import Sieve
from index.marking import Pattern, Step, patterns, with_forms
from index.small_words import without_small_words
from index.topics.model import Scope, Topic, TopicQuery
from index.topics.parsing import TopicInvalid
from index.topics.senses import in_its_own_sense
from index.welsh import mutated

# What the box's language calls the scopes of a topic's queries.
SCOPES = {Scope.TEXT: "text", Scope.SECTION: "section", Scope.LEAD_IN: "lead"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word or phrase of a query: where it is looked for, and the patterns that it means in the language."""

    number: int
    scope: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these leaves, or of these parts."""

    leaves: frozenset[int]
    parts: tuple[Tree, ...] = ()


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Without:
    part: Tree


Tree: TypeAlias = AnyOf | AllOf | Without | typed.Filter


@dataclass(frozen=True, slots=True)
class Ready:
    """One query and its tree, with the numbers of leaves in place of words."""

    query: TopicQuery
    tree: Tree


@dataclass(frozen=True, slots=True)
class Triggers:
    """For the words of one scope, the patterns (with their leaves' numbers) that each may begin."""

    stems: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)
    exacts: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)
    beginnings: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A topic for one language. `asking` and `excluding` say in which queries and exclusions a leaf speaks."""

    language: str
    queries: tuple[Ready, ...]
    excludes: tuple[Ready, ...]
    leaves: tuple[Leaf, ...]
    asking: dict[int, tuple[int, ...]]
    excluding: dict[int, tuple[int, ...]]
    triggers: dict[str, Triggers]


@lru_cache(maxsize=32)
def compiled(topic: Topic, language: str) -> Compiled:
    """The topic for texts of this language; queries meant for another are left out. Raises TopicInvalid."""
    return _Compiler(language).compile(topic)


@lru_cache(maxsize=128)
def check(topic: Topic) -> None:
    """Raises TopicInvalid where the search engine does not understand one of the topic's queries or exclusions."""
    for text in (*(query.query for query in topic.queries), *topic.exclude):
        _parsed(topic, text)


def _parsed(topic: Topic, text: str) -> typed.Node:
    try:
        return typed.parse(text)
    except typed.NotUnderstood as error:
        problem = f"The topic “{topic.name}” has a query that cannot be used, “{text[:60]}”: {error.problem}"
        raise TopicInvalid(problem, error.advice) from error


def sieve(topics: Iterable[Compiled], language: str) -> Sieve:
    """What finds the words of texts that these topics, made ready for the language, could ask for anywhere."""
    leaves = (leaf for topic in topics for leaf in topic.leaves)
    steps = [step for leaf in leaves for pattern in leaf.patterns for step in pattern.steps]
    stems = frozenset().union(*(step.stems for step in steps))
    exacts = frozenset().union(*(step.exacts for step in steps))
    return Sieve(language, stems, exacts, tuple({beginning for step in steps for beginning in step.beginnings}))


class _Compiler:
    """Collects the leaves of all queries, each once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers: dict[tuple[bool, typed.Leaf], int] = {}
        self._leaves: list[Leaf] = []

    def compile(self, topic: Topic) -> Compiled:
        queries = [self._ready(topic, query) for query in topic.queries if query.language in ("", self._language)]
        # An exclusion holds wherever its words stand: in the passage, a heading or a lead-in.
        excludes = [self._ready(topic, TopicQuery(text, scope=scope)) for text in topic.exclude for scope in Scope]
        return Compiled(
            self._language,
            tuple(queries),
            tuple(excludes),
            tuple(self._leaves),
            _by_leaf(queries),
            _by_leaf(excludes),
            _triggers(self._leaves),
        )

    def _ready(self, topic: Topic, query: TopicQuery) -> Ready:
        node = typed.in_scope(_parsed(topic, query.query), SCOPES[query.scope])
        return Ready(query, self._tree(without_small_words(node, self._language), welsh=query.language == "cy"))

    def _tree(self, node: typed.Node, *, welsh: bool) -> Tree:
        if isinstance(node, typed.Word | typed.Phrase):
            node = in_its_own_sense(node, self._language)
            return AnyOf(frozenset({self._number(node, welsh=welsh)}))
        if isinstance(node, typed.Not):
            return Without(self._tree(node.part, welsh=welsh))
        if isinstance(node, typed.All):
            return AllOf(tuple(self._tree(part, welsh=welsh) for part in node.parts))
        if isinstance(node, typed.Any):
            parts = [self._tree(part, welsh=welsh) for part in node.parts]
            leaves = frozenset(leaf for part in parts if isinstance(part, AnyOf) for leaf in part.leaves)
            nested = tuple(one for part in parts if isinstance(part, AnyOf) for one in part.parts)
            return AnyOf(leaves, nested + tuple(part for part in parts if not isinstance(part, AnyOf)))
        return node

    def _number(self, leaf: typed.Leaf, *, welsh: bool) -> int:
        number = self._numbers.setdefault((welsh, leaf), len(self._leaves))
        if number == len(self._leaves):
            meant = patterns(leaf, self._language)
            meant = tuple(with_forms(pattern, mutated) for pattern in meant) if welsh else meant
            self._leaves.append(Leaf(number, leaf.scope, meant))
        return number


def _by_leaf(queries: Iterable[Ready]) -> dict[int, tuple[int, ...]]:
    """For each leaf the numbers of the queries that it speaks for."""
    found: dict[int, list[int]] = {}
    for number, ready in enumerate(queries):
        for leaf in _speaking(ready.tree):
            found.setdefault(leaf, []).append(number)
    return {leaf: tuple(dict.fromkeys(numbers)) for leaf, numbers in found.items()}


def _speaking(tree: Tree) -> Iterator[int]:
    """The leaves that a passage is asked to hold; not what it is to be without."""
    if isinstance(tree, AnyOf):
        yield from tree.leaves
    if isinstance(tree, AnyOf | AllOf):
        for part in tree.parts:
            yield from _speaking(part)


def _triggers(leaves: Iterable[Leaf]) -> dict[str, Triggers]:
    """Each pattern is set off by its rarest step, taken to be the one whose words are longest."""
    found: dict[str, Triggers] = {scope: Triggers() for scope in SCOPES.values()}
    for leaf in leaves:
        triggers = found[leaf.scope]
        for pattern in leaf.patterns:
            step = max(pattern.steps, key=_length)
            entry = (leaf.number, pattern)
            for stem in step.stems:
                triggers.stems.setdefault(stem, []).append(entry)
            for exact in step.exacts:
                triggers.exacts.setdefault(exact, []).append(entry)
            for beginning in step.beginnings:
                triggers.beginnings.setdefault(beginning, []).append(entry)
    return found


def _length(step: Step) -> int:
    return min(map(len, (*step.stems, *step.exacts, *step.beginnings)), default=0)
