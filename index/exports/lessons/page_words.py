"""Words of a manifesto as HTML: escaped, with their marks, and where a slide may cut them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import pairwise

from index.exports.xml_text import clean
from index.lessons.slides import Spans
from reader.lead_ins import limits
from reader.sentences import sentences


def text(words: str) -> str:
    """Words as text of HTML. Lines stay lines; what HTML cannot hold stands as U+FFFD."""
    return escape(_kept(words))


def attribute(name: str, value: str) -> str:
    """An attribute with a space before it, "" for no value."""
    return f' {name}="{escape(_kept(value))}"' if value else ""


def marked(words: str, marks: Spans) -> str:
    """Words with these stretches of code points marked."""
    parts, done = [], 0
    for start, end in marks:
        parts += [text(words[done:start]), f"<mark>{text(words[start:end])}</mark>"]
        done = end
    return "".join([*parts, text(words[done:])])


def paragraph(words: str, marks: Spans = (), language: str = "") -> str:
    """A paragraph that may be cut: `data-ends` says behind which UTF-16 units, `data-stops` where only at need.

    A slide ends with a whole sentence; what limits or takes back a sentence stays with it, unless nothing else fits.
    """
    spans = sentences(words, language or "en")
    ends: list[int] = []
    stops: list[int] = []
    for (_, end), (start, last) in pairwise(spans):
        (stops if limits(words[start:last], language) else ends).append(end)
    places = attribute("data-ends", _units(words, ends)) + attribute("data-stops", _units(words, stops))
    return f'<p class="words"{attribute("lang", language)}{places}>{marked(words, marks)}</p>'


def _units(words: str, ends: Iterable[int]) -> str:
    """Code points as UTF-16 units, which scripts count in."""
    return " ".join(str(len(_kept(words[:end]).encode("utf-16-le")) // 2) for end in ends)


def _kept(words: str) -> str:
    # A lone carriage return would become another character, and a pair of them one: offsets must stay.
    return clean(words.replace("\r", " "))
