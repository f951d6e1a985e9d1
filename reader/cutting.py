"""Cuts a paragraph that is far too long for one into some of a few sentences each."""

from __future__ import annotations

from reader.sentences import sentences

# A paragraph longer than this is no paragraph but a text that lost its line ends (code points).
_LONGEST = 4_000
_CUT_AT = 600


def portions(text: str) -> list[str]:
    """The text itself, or where it is far too long its sentences, some at a time; at least one string."""
    return [text[start:end] for start, end in spans_of_portions(text)]


def spans_of_portions(text: str) -> list[tuple[int, int]]:
    """The same as code points of the text, ends exclusive."""
    if len(text) <= _LONGEST:
        return [(0, len(text))]
    parts: list[tuple[int, int]] = []
    begin = 0
    for _, end in sentences(text):
        if end - begin >= _CUT_AT:
            parts.append(_bare(text, begin, end))
            begin = end
    if text[begin:].strip():
        parts.append(_bare(text, begin, len(text)))
    return parts or [(0, len(text))]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the white space at either end."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
