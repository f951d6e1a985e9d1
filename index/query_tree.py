"""What a query asks for, as a tree: words, phrases and filters, and how these are put together."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from reader.errors import UserError

SCOPES = frozenset({"text", "section", "lead"})
FILTERS = frozenset(
    {
        *("party", "candidate", "title", "election", "office", "nation", "year", "kind", "code", "language"),
        *("document", "page", "topic"),
    }
)
# What Filter calls the kinds of sentences; people write "kind:" for these as well.
STATEMENT = "statement"
CODE = "code"
TOPIC = "topic"
PAGE = "page"
EXPRESSION = "expression"  # what stands between strokes
# Filters that the library decides, of passages that all else lets through: what people say changes more often than the
# index.
OF_NOW = frozenset({STATEMENT, CODE, TOPIC, PAGE, EXPRESSION})


class NotUnderstood(UserError):
    """A query that asks for nothing, or for something that does not exist.

    `instead` is the query that was most likely meant, to be searched meanwhile; "" where nobody can tell.
    """

    def __init__(self, problem: str, advice: str, instead: str = "") -> None:
        super().__init__(problem, advice)
        self.instead = instead


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed: inflected or not, or `exact`ly so, or as the beginning of words (`prefix`), or as the `shape`
    of words (wom?n, *phobia).

    `start` and `end` are code points in the query.
    """

    text: str
    scope: str = "text"
    exact: bool = False
    prefix: bool = False
    shape: bool = False
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after the other; or, where `within` is set, in any order with at most so many others between them."""

    words: tuple[Word, ...]
    scope: str = "text"
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Passages of documents whose field `name` holds `value`, or of that kind (STATEMENT: with a sentence of it, CODE:
    with that code).
    """

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


Leaf: TypeAlias = Word | Phrase
Node: TypeAlias = Word | Phrase | Filter | All | Any | Not


def asks(node: Node, filters: Container[str] = OF_NOW) -> bool:
    """Whether the query has one of these filters, or asks for passages that it does not let through."""
    if isinstance(node, All | Any):
        return any(asks(part, filters) for part in node.parts)
    if isinstance(node, Not):
        return asks(node.part, filters)
    return isinstance(node, Filter) and node.name in filters


def leaves(node: Node) -> Iterator[Leaf]:
    """The words and phrases that a passage is asked to hold, in the order typed; not what it is to be without."""
    if isinstance(node, Word | Phrase):
        yield node
    elif isinstance(node, All | Any):
        for part in node.parts:
            yield from leaves(part)


def expressions(node: Node) -> Iterator[str]:
    """The regular expressions that a passage is asked to fit, without the strokes around them."""
    if isinstance(node, All | Any):
        for part in node.parts:
            yield from expressions(part)
    elif isinstance(node, Filter) and node.name == EXPRESSION:
        yield node.value


def in_scope(node: Node, scope: str) -> Node:
    """The same query, looking at `scope` ("section", "lead") wherever it does not say another."""
    if scope == "text":
        return node
    if isinstance(node, Word):
        return _scoped(node, scope) if node.scope == "text" else node
    if isinstance(node, Phrase):
        if node.scope != "text":
            return node
        return Phrase(tuple(_scoped(word, scope) for word in node.words), scope, node.within)
    if isinstance(node, All | Any):
        return type(node)(tuple(in_scope(part, scope) for part in node.parts))
    if isinstance(node, Not):
        return Not(in_scope(node.part, scope))
    return node


def _scoped(word: Word, scope: str) -> Word:
    return replace(word, scope=scope)
