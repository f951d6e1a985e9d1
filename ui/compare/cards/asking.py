"""A query for the search box that looks in one manifesto for what a row of the comparison is about."""

from __future__ import annotations

import re

from reader.library.records import Document

# Words of a sub-topic's name that say nothing of what it is about.
_EMPTY = frozenset(
    {"a", "an", "and", "are", "at", "by", "for", "from", "how", "in", "into", "more", "of", "on", "or", "other", "own"}
    | {"rest", "than", "that", "the", "this", "to", "who", "with"}
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_QUOTATION_MARKS = re.compile(r'["“”„]')


def question(topic: str, subtopic: str, document: Document) -> str:
    """Any of the words of the sub-topic's name (of the topic's, for "More on this topic"), in this manifesto."""
    words = _telling(subtopic) if subtopic else []
    words = words or _telling(topic)
    asked = words[0] if len(words) == 1 else f"({' OR '.join(words)})"
    return " ".join([asked, *_which(document)])


def _telling(name: str) -> list[str]:
    return [word for word in _WORD.findall(name.lower()) if word not in _EMPTY]


def _which(document: Document) -> list[str]:
    """Filters that the manifesto fits, and as few others as can be."""
    for field in ("candidate", "title", "party"):
        # A filter is quoted, so it takes the longest part of a value that has no quotation marks.
        value = max(_QUOTATION_MARKS.split(getattr(document, field)), key=len).strip()
        if value:
            year = [f"year:{document.year}"] if re.fullmatch(r"\d{4}", document.year) else []
            return [f'{field}:"{value}"', *year]
    return []
