"""Turns footnotes in Markdown ("[^1]") into links to notes, as web pages have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*(.*)")
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,80})\](?!:)")
_INDENTED = re.compile(r"(?: {2,}|\t)\s*\S")
_BEGINS_ANEW = re.compile(r" {0,3}(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|```|~~~|\[\^)")


def with_linked_notes(text: str, rendered: Callable[[str], str]) -> tuple[str, str]:
    """The text with a link instead of each reference to a footnote, and the notes as elements of a web page.

    `rendered` makes a line of HTML of a line of Markdown. What is defined but nowhere referred to stays in the text.
    """
    referred = set(_REFERENCE.findall(text))
    lines = text.split("\n")
    kept: list[str] = []
    notes: dict[str, str] = {}
    at = 0
    while at < len(lines):
        found = _DEFINITION.fullmatch(lines[at])
        if not found or found[1] not in referred or found[1] in notes:
            kept.append(lines[at])
            at += 1
            continue
        end = _end(lines, at + 1)
        notes[found[1]] = " ".join([found[2].strip(), *(line.strip() for line in lines[at + 1 : end])]).strip()
        at = end
    numbers = {name: number for number, name in enumerate(notes, start=1)}

    def link(found: re.Match[str]) -> str:
        number = numbers.get(found[1])
        return f'<a role="doc-noteref" href="#note-{number}">{number}</a>' if number else found[0]

    written = (f'<div id="note-{numbers[name]}"><p>{rendered(note)}</p></div>\n' for name, note in notes.items())
    return _REFERENCE.sub(link, "\n".join(kept)), "".join(written)


def _end(lines: Sequence[str], at: int) -> int:
    """The line after the note that goes on at `at`: with lines that do not begin anything, then with indented ones."""
    while at < len(lines) and lines[at].strip() and not _BEGINS_ANEW.match(lines[at]):
        at += 1
    while at < len(lines):
        following = at
        while following < len(lines) and not lines[following].strip():
            following += 1
        if following == len(lines) or not _INDENTED.match(lines[following]) or _BEGINS_ANEW.match(lines[following]):
            return at
        at = following + 1
    return at
