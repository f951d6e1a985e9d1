"""A comparison as one HTML page that stands alone: a table that a screen reader can walk and a printer can print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.comparison import Comparison
from index.exports.sources import kinds, place, source, verdicts
from index.naming import told_apart
from index.sample_words import checked_sentence
from index.topics.languages import no_words
from index.topics.model import Match
from reader.lead_ins import before_words

if TYPE_CHECKING:
    from index.sampled import Outcome

_TEMPLATE = "comparison.html"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def comparison_html(comparison: Comparison, templates: Path, sampled: Outcome | None = None) -> str:
    """The page, made from the template of that folder; all that manifestos and topics say is escaped.

    `sampled` tells how right its topic is.

    Raises jinja2.TemplateNotFound where the folder lacks the template.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # slow to import, and only an export needs it

    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        source=source,
        place=place,
        kinds=kinds,
        verdicts=verdicts,
        marked=marked,
        colour=_colour,
        before_words=before_words,
        no_words=no_words,
    )
    checked = "" if sampled is None else checked_sentence(sampled)
    names = told_apart(column.document for column in comparison.columns)
    return environment.get_template(_TEMPLATE).render(comparison=comparison, names=names, checked=checked)


def marked(match: Match) -> Iterator[tuple[str, bool]]:
    """The passage in pieces: text, and whether it is one of the words that put the passage in the view."""
    at = 0
    for start, end in _spans(match):
        if start > at:
            yield match.text[at:start], False
        yield match.text[start:end], True
        at = end
    if at < len(match.text):
        yield match.text[at:], False


def _spans(match: Match) -> Sequence[tuple[int, int]]:
    """The words in the text that caused the match, in order, none overlapping another."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((one.start, one.end) for one in match.why if one.field == "text"):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _colour(value: str) -> str:
    """A colour that may stand in a style, else a grey: the field is text that people and files fill."""
    return value if _COLOUR.fullmatch(value) else "#8a8a8a"
