"""A topic's queries made ready for one language: which words set off which query, and what each query asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from whoosh.lang import NoStopWords, stopwords_for_language

from index import query as typed
from index.marking import Pattern, Step, patterns
from index.topics.model import Scope, Topic, TopicQuery
from index.topics.parsing import TopicInvalid
from index.topics.welsh import mutated

# What the box's language calls the scopes of a topic's queries.
SCOPES = {Scope.TEXT: "text", Scope.SECTION: "section", Scope.LEAD_IN: "lead"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A word or phrase of a query: where it is looked for, and the patterns that it means in the language."""

    number: int
    scope: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """One query: its tree, and the numbers of the leaves that speak for it."""

    query: TopicQuery
    node: typed.Node
    leaves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Triggers:
    """For the words of one scope, the patterns (with their leaves' numbers) that each may begin."""

    stems: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)
    exacts: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)
    beginnings: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A topic for one language. `numbers` finds a leaf's number; `asking` the queries that a leaf belongs to."""

    language: str
    queries: tuple[Ready, ...]
    excludes: tuple[Ready, ...]
    leaves: tuple[Leaf, ...]
    numbers: dict[tuple[bool, typed.Leaf], int]
    asking: dict[int, tuple[int, ...]]
    triggers: dict[str, Triggers]


@lru_cache(maxsize=32)
def compiled(topic: Topic, language: str) -> Compiled:
    """The topic for texts of this language; queries meant for another are left out. Raises TopicInvalid."""
    return _Compiler(language).compile(topic)


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
        asking: dict[int, list[int]] = {}
        for number, ready in enumerate(queries):
            for leaf in ready.leaves:
                asking.setdefault(leaf, []).append(number)
        return Compiled(
            self._language,
            tuple(queries),
            tuple(excludes),
            tuple(self._leaves),
            self._numbers,
            {leaf: tuple(numbers) for leaf, numbers in asking.items()},
            _triggers(self._leaves),
        )

    def _ready(self, topic: Topic, query: TopicQuery) -> Ready:
        node = _without_small_words(typed.in_scope(_parsed(topic, query.query), SCOPES[query.scope]), self._language)
        welsh = query.language == "cy"
        for leaf in _all_leaves(node):
            self._number(leaf, welsh=welsh)
        return Ready(query, node, tuple(dict.fromkeys(self._number(leaf, welsh=welsh) for leaf in typed.leaves(node))))

    def _number(self, leaf: typed.Leaf, *, welsh: bool) -> int:
        key = (welsh, leaf)
        if key not in self._numbers:
            self._numbers[key] = len(self._leaves)
            meant = patterns(leaf, self._language)
            meant = tuple(_with_mutations(pattern) for pattern in meant) if welsh else meant
            self._leaves.append(Leaf(self._numbers[key], leaf.scope, meant))
        return self._numbers[key]


def _all_leaves(node: typed.Node) -> Iterator[typed.Leaf]:
    """The words and phrases of a query, also those that it is to be without."""
    if isinstance(node, typed.Not):
        yield from _all_leaves(node.part)
    elif isinstance(node, typed.All | typed.Any):
        for part in node.parts:
            yield from _all_leaves(part)
    elif isinstance(node, typed.Word | typed.Phrase):
        yield node


def _without_small_words(node: typed.Node, language: str) -> typed.Node:
    """The query without words like "the" that stand among others, which no search asks for either."""
    if not isinstance(node, typed.All):
        return node
    parts = [part for part in node.parts if not _says_little(part, language)]
    return replace(node, parts=tuple(parts)) if len(parts) > 1 else parts[0] if parts else node


def _says_little(part: typed.Node, language: str) -> bool:
    if not isinstance(part, typed.Word) or part.exact or part.prefix:
        return False
    try:
        return part.text.lower() in stopwords_for_language(language)
    except NoStopWords:
        return False


def _with_mutations(pattern: Pattern) -> Pattern:
    return replace(pattern, steps=tuple(_step_with_mutations(step) for step in pattern.steps))


def _step_with_mutations(step: Step) -> Step:
    def forms(words: Iterable[str]) -> frozenset[str]:
        return frozenset(form for word in words for form in mutated(word))

    return Step(forms(step.stems), forms(step.exacts), tuple(sorted(forms(step.beginnings))))


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
