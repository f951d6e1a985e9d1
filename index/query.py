"""The language of the search box: what people type, as a tree. It forgives: an open quotation mark ends at the end.

police officers            both words, inflected or not     "stop and search"     these words in this order
police OR crime            either                           "knife crime"~5       within five words of each other
police NOT knife, -knife   without                          polic*, *phobia, wom?n  words of this shape
=policing                  exactly this form                (police OR crime) cuts
£1 000, C. P. S., A & E    one word, as it is without its spaces
section:women  lead:we     in the headings above, in the paragraph that introduces the list
party:labour  year:2017  year:2010-2017  kind:list_item  language:cy  document:...   which passages to look at
page:12  page:12-14        passages on this page, by its printed number where it has one
kind:pledge                the words stand in a sentence of that kind (pledge, record, criticism, context)
topic:policing             passages that a topic shows, as people corrected it
/stop.{1,5}search/         a regular expression over the text of passages
code:police  code:"Crime > Police"  code:*   passages that carry a code or one under it, or any
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from index.chunks import TYPED_AS_ONE
from index.expressions import WrongExpression, expression
from index.other_programs import advice
from index.query_tree import (
    CODE,
    EXPRESSION,
    FILTERS,
    OF_NOW,
    PAGE,
    SCOPES,
    STATEMENT,
    TOPIC,
    All,
    Any,
    Filter,
    Leaf,
    Node,
    Not,
    NotUnderstood,
    Phrase,
    Word,
    asks,
    expressions,
    in_scope,
    leaves,
)
from index.topics.model import StatementKind
from reader.model import Kind
from reader.wording import tr

__all__ = [
    "CODE",
    "EXPRESSION",
    "FILTERS",
    "OF_NOW",
    "PAGE",
    "SCOPES",
    "STATEMENT",
    "TOPIC",
    "All",
    "Any",
    "Filter",
    "Leaf",
    "Node",
    "Not",
    "NotUnderstood",
    "Phrase",
    "Word",
    "asks",
    "expressions",
    "in_scope",
    "leaves",
    "parse",
]

# In brackets, but part of the word: électeur(rice)s, Bürger(innen), ciudadano(a)s.
_BRACKETED = r"[^\W\d_]{2,}\((?:[nltsf]?e|rice|in|innen|as?|os?)\)s?(?!\w)"
_WITH_COLON = r"[^\W\d_]{2,}:(?:innen\w*|in|[rnsme])(?!\w)"  # Bürger:innen
_AS_ONE = rf"{TYPED_AS_ONE}|{_BRACKETED}|{_WITH_COLON}"
_SHORT_NAMES = {"lang": "language"}
_FIELD_NAMES = "|".join(sorted({*SCOPES, *FILTERS, *_SHORT_NAMES}))
# Between strokes, neither of which stands within a word: 24/7 and and/or are words.
_STROKES = r"(?<![^\s(:-])/(?=[^\s/])(?P<expression>(?:\\.|[^/\\])+)/(?=[\s)]|$)"

_TOKEN = re.compile(
    rf"{_STROKES}|(?P<field>(?i:{_FIELD_NAMES})):(?=[^\s)])|(?P<one>{_AS_ONE})|"
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
# A page by its printed number, or a range of such pages.
_PAGES = re.compile(r"[0-9]{1,5}(?:(?:-|–|\.\.)[0-9]{1,5})?|[ivxlcdm]{1,8}", re.IGNORECASE)
# What stands around a word and is no part of it.
_AROUND = ".,;:!'’‘«»‹›<>[]{}"
_STATEMENTS = tuple(kind.value for kind in StatementKind)
_LONGEST = 2000
# Brackets, NOTs and fields inside one another: whatever walks through the tree has to come back from it.
_DEEPEST = 30


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
    if not of_now and asks(node):
        raise NotUnderstood(
            tr("A topic cannot ask for topics, pages or expressions between strokes."),
            tr("Write out the words that you mean, with OR."),
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
        if token["expression"] is not None:
            return _expression(token)
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
        name = _SHORT_NAMES.get(token["field"].lower(), token["field"].lower())
        following = self._token()
        if following is None:
            return _word(token["field"], token.start())
        if name in SCOPES:
            part = self._next()
            return in_scope(part, name) if part else None
        self._at += 1
        value = following["phrase"] if following["phrase"] is not None else following["one"] or following["word"] or ""
        if not value.strip():
            return None
        without = f"{token.string[: token.start()]}{token.string[following.end() :]}"
        return _filter(name, value.strip(), " ".join(without.split()))

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


def _expression(token: re.Match[str]) -> Filter:
    """Raises NotUnderstood where it cannot be looked for; its words are looked for meanwhile."""
    try:
        expression(token["expression"])
    except WrongExpression as error:
        query = token.string
        instead = f"{query[: token.start()]}{' '.join(error.words)}{query[token.end() :]}"
        raise NotUnderstood(error.problem, error.advice, instead if error.words else "") from error
    return Filter(EXPRESSION, token["expression"])


def _filter(name: str, value: str, without: str) -> Filter:
    """Raises NotUnderstood for a value that there is not; what is asked `without` it is looked for meanwhile."""
    if name == "kind":
        value = value.lower().replace("-", "_")
        if value in _STATEMENTS:
            return Filter(STATEMENT, value)
        kinds = [kind.value for kind in Kind if kind not in (Kind.CONTENTS, Kind.FURNITURE)]
        if value not in kinds:
            known = f"Kinds are {', '.join((*_STATEMENTS, *kinds))}."
            raise NotUnderstood(f"There is no kind “{value}”.", known, without)
    if name == "year" and not re.fullmatch(r"\d{4}(?:(?:-|–|\.\.)\d{4})?", value):
        advice = "Write a year like 2017, or two like 2010-2017."
        raise NotUnderstood(f"“{value}” is not a year.", advice, without)
    if name == PAGE and not _PAGES.fullmatch(value):
        advice = tr("Write a page like 12, or two like 12-14.")
        raise NotUnderstood(tr("“{value}” is not a page.", value=value), advice, without)
    return Filter(name, value)
