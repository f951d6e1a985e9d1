"""The language of the search box: what people type, as a tree. It forgives: an open quotation mark ends at the end.

police officers            both words, inflected or not     "stop and search"     these words in this order
police OR crime            either                           "knife crime"~5       within five words of each other
police NOT knife, -knife   without                          polic*, *phobia, wom?n  words of this shape
=policing                  exactly this form                (police OR crime) cuts
£1 000, C. P. S., A & E    one word, as it is without its spaces
section:women  lead:we     in the headings above, in the paragraph that introduces the list
party:labour  year:2017  year:2010-2017  kind:list_item  language:cy  document:...   which passages to look at
kind:pledge                the words stand in a sentence of that kind (pledge, record, criticism, context)
code:police  code:"Crime > Police"  code:*   passages that carry a code or one under it, or any
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeAlias

from index.chunks import TYPED_AS_ONE
from index.other_programs import advice
from index.topics.model import StatementKind
from reader.errors import UserError
from reader.model import Kind
from reader.wording import tr

SCOPES = frozenset({"text", "section", "lead"})
FILTERS = frozenset(
    {"party", "candidate", "title", "election", "office", "nation", "year", "kind", "code", "language", "document"}
)
# What Filter calls the kinds of sentences; people write "kind:" for these as well.
STATEMENT = "statement"
CODE = "code"
# Filters that the library decides, of passages that all else lets through: what people say changes more often than the
# index.
OF_NOW = frozenset({STATEMENT, CODE})

# In brackets, but part of the word: électeur(rice)s, Bürger(innen), ciudadano(a)s.
_BRACKETED = r"[^\W\d_]{2,}\((?:[nltsf]?e|rice|in|innen|as?|os?)\)s?(?!\w)"
_WITH_COLON = r"[^\W\d_]{2,}:(?:innen\w*|in|[rnsme])(?!\w)"  # Bürger:innen
_AS_ONE = rf"{TYPED_AS_ONE}|{_BRACKETED}|{_WITH_COLON}"
_FIELD_NAMES = "|".join(sorted(SCOPES | FILTERS))

_TOKEN = re.compile(
    rf"(?P<field>(?i:{_FIELD_NAMES})):(?=[^\s)])|(?P<one>{_AS_ONE})|"
    r'(?P<label>[A-Za-z]+):(?=[^\s)])|(?P<open>\()|(?P<close>\))|(?P<exact>=)(?=["“”„\w])'
    r'|["“”„](?P<phrase>[^"“”„]*)(?:["“”„](?:~(?P<within>\d{1,3}))?|$)'
    r'|(?P<minus>(?<![^\s(])-(?=[^\s-]))|(?P<word>[^\s()"“”„]+)'
)
_IN_PHRASE = re.compile(rf"(?:{_AS_ONE})|\S+")
# A star that stands for the other gender, not for letters: Bürger*innen, Lehrer*in, électeur*rice*s.
_GENDER_STAR = re.compile(r"[^\W\d_]{2,}\*innen\w*|[A-ZÄÖÜ][^\W\d_]+\*in|[^\W\d_]{2,}\*(?:t?rice|ne|e)(?:\*s)?")
# A shape: a star that does not only end the word, or a question mark between letters.
_SHAPE = re.compile(r"\*+.*\w|\w\?+\w|^\?+\w")
_WORD_CHARACTER = re.compile(r"[^\W_]")
# What stands around a word and is no part of it.
_AROUND = ".,;:!'’‘«»‹›<>[]{}"
_STATEMENTS = tuple(kind.value for kind in StatementKind)
_LONGEST = 2000
# Brackets, NOTs and fields inside one another: whatever walks through the tree has to come back from it.
_DEEPEST = 30


class NotUnderstood(UserError):
    """A query that asks for nothing, or for something that does not exist."""


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


@lru_cache(maxsize=4096)
def parse(query: str, *, of_now: bool = False) -> Node:
    """What a typed query asks for. Raises NotUnderstood where it asks for nothing or names a kind that is not one.

    Kinds of sentences and codes are understood with `of_now` alone: a search can tell them, a topic comes before them.
    """
    if len(query) > _LONGEST:
        raise NotUnderstood("This search is too long.", f"Use at most {_LONGEST:,} characters.")
    if (asked_otherwise := advice(query)) is not None:
        raise NotUnderstood(*asked_otherwise)
    node = _Parser(query).either()
    if node is None:
        raise NotUnderstood("There is nothing to search for.", "Type a word, or several words between quotation marks.")
    if _only_excludes(node):
        raise NotUnderstood("This search only says what to leave out.", "Add a word to look for.")
    if not of_now and asks(node, {CODE}):
        raise NotUnderstood("A topic cannot ask for codes.", "Leave out “code:…”: coding never changes a comparison.")
    if not of_now and asks(node, {STATEMENT}):
        raise NotUnderstood(
            "A topic cannot ask for kinds of sentences.", "Leave out “kind:…”: Compare shows pledges only, if you want."
        )
    if not of_now and _has_shapes(node):
        raise NotUnderstood(
            tr("In a topic, a star can only stand at the end of a word."),
            tr("Write out the words that you mean, with OR."),
        )
    return node


def _has_shapes(node: Node) -> bool:
    if isinstance(node, All | Any):
        return any(map(_has_shapes, node.parts))
    if isinstance(node, Not):
        return _has_shapes(node.part)
    words = node.words if isinstance(node, Phrase) else (node,) if isinstance(node, Word) else ()
    return any(word.shape for word in words)


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


def _only_excludes(node: Node) -> bool:
    if isinstance(node, All):
        return all(_only_excludes(part) for part in node.parts)
    if isinstance(node, Any):
        return any(_only_excludes(part) for part in node.parts)
    return isinstance(node, Not)


class _Parser:
    """Reads a query from left to right. What has no meaning where it stands is passed over."""

    def __init__(self, query: str) -> None:
        self._tokens = [token for token in _TOKEN.finditer(query) if token.group()]
        self._at = 0
        self._open = 0
        self._depth = 0

    def either(self) -> Node | None:
        """Parts joined by OR, up to a closing bracket or the end."""
        parts = [self._both()]
        while self._is_word("OR"):
            self._at += 1
            parts.append(self._both())
        return _joined(Any, [part for part in parts if part])

    def _both(self) -> Node | None:
        parts: list[Node] = []
        while (token := self._token()) and not self._is_word("OR"):
            if token["close"]:
                if self._closes():
                    break
                continue
            if self._is_word("AND"):
                self._at += 1
                continue
            part = self._one()
            if part:
                parts.append(part)
        return _joined(All, parts)

    def _closes(self) -> bool:
        """At a closing bracket: whether it closes one that is open. One that does not is passed over."""
        if self._open:
            return True
        self._at += 1
        return False

    def _one(self) -> Node | None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotUnderstood("This search has too many brackets inside one another.", "Leave some of them out.")
        part = self._part()
        self._depth -= 1
        return part

    def _part(self) -> Node | None:
        token = self._tokens[self._at]
        self._at += 1
        if token["minus"] or token["word"] == "NOT":
            part = self._next()
            return part if part is None or isinstance(part, Not) else Not(part)
        if token["open"]:
            return self._bracketed()
        if token["field"]:
            return self._field(token)
        if token["exact"]:
            part = self._next()
            return _exactly(part) if part else None
        if token["phrase"] is not None:
            return _phrase(token)
        return _word(token["one"] or token["label"] or token["word"], token.start())

    def _bracketed(self) -> Node | None:
        self._open += 1
        part = self.either()
        self._open -= 1
        if (token := self._token()) and token["close"]:
            self._at += 1
        return part

    def _field(self, token: re.Match[str]) -> Node | None:
        name = token["field"].lower()
        following = self._token()
        if following is None:
            return _word(token["field"], token.start())
        if name in SCOPES:
            part = self._next()
            return in_scope(part, name) if part else None
        self._at += 1
        value = following["phrase"] if following["phrase"] is not None else following["one"] or following["word"] or ""
        return _filter(name, value.strip()) if value.strip() else None

    def _token(self) -> re.Match[str] | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self) -> Node | None:
        """What "-", NOT, "=" or a field speaks of; None where a bracket or an operator stands there, or nothing."""
        token = self._token()
        return None if token is None or token["close"] or token["word"] in ("AND", "OR") else self._one()

    def _is_word(self, word: str) -> bool:
        token = self._token()
        return token is not None and token["word"] == word


def _joined(kind: type[All | Any], parts: list[Node]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))


def _word(typed: str, start: int, *, in_phrase: bool = False) -> Word | None:
    """A typed word without what does not belong to it; None where nothing of it can be looked for."""
    text = re.sub(r"~\d*$", "", typed)
    if not _WORD_CHARACTER.search(text) and not (in_phrase and text == "&"):
        return None
    end = start + len(typed)
    if ("*" in text or "?" in text) and not _GENDER_STAR.fullmatch(text):
        text = text.strip(_AROUND)
        if _SHAPE.search(text):
            return Word(text.rstrip("?"), shape=True, start=start, end=end)
        return Word(re.sub(r"[*?]", "", text), prefix=text.endswith("*"), start=start, end=end)
    return Word(text, start=start, end=end)


def _phrase(token: re.Match[str]) -> Leaf | None:
    offset = token.start("phrase")
    found = [
        _word(word.group(), offset + word.start(), in_phrase=True) for word in _IN_PHRASE.finditer(token["phrase"])
    ]
    words = tuple(word for word in found if word)
    if len(words) < 2:
        return words[0] if words else None
    return Phrase(words, within=int(token["within"]) if token["within"] else None)


def _exactly(node: Node) -> Node:
    if isinstance(node, Word):
        return replace(node, exact=True)
    if isinstance(node, Phrase):
        return replace(node, words=tuple(replace(word, exact=True) for word in node.words))
    return node


def _filter(name: str, value: str) -> Filter:
    if name == "kind":
        value = value.lower().replace("-", "_")
        if value in _STATEMENTS:
            return Filter(STATEMENT, value)
        kinds = [kind.value for kind in Kind if kind not in (Kind.CONTENTS, Kind.FURNITURE)]
        if value not in kinds:
            raise NotUnderstood(f"There is no kind “{value}”.", f"Kinds are {', '.join((*_STATEMENTS, *kinds))}.")
    if name == "year" and not re.fullmatch(r"\d{4}(?:(?:-|–|\.\.)\d{4})?", value):
        raise NotUnderstood(f"“{value}” is not a year.", "Write a year like 2017, or two like 2010-2017.")
    return Filter(name, value)
