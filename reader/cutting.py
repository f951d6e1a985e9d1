"""Cuts a paragraph that is far too long for one into some of a few sentences each."""

from __future__ import annotations

from reader.sentences import sentences

# A paragraph longer than this is no paragraph but a text that lost its line ends (code points).
_LONGEST = 4_000
_CUT_AT = 600


def portions(text: str) -> list[str]:
    """The text itself, or where it is far too long its sentences, some at a time; at least one string."""
    if len(text) <= _LONGEST:
        return [text]
    parts: list[str] = []
    begin = 0
    for _, end in sentences(text):
        if end - begin >= _CUT_AT:
            parts.append(text[begin:end].strip())
            begin = end
    if text[begin:].strip():
        parts.append(text[begin:].strip())
    return parts or [text]
