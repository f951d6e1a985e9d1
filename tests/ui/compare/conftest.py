"""Small invented manifestos for the Compare place: passages, documents and comparisons made from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from index.comparison import MORE, Cell, Column, Comparison, Row, Share, Silence, SilenceReason
from index.topics.model import Match, Reason, Statement, StatementKind, Subtopic, Topic
from reader.library.records import Document

LIGHTS = Subtopic("lights", "Street lights")
FERRIES = Subtopic("ferries", "Ferries and piers")
TOPIC = Topic("harbour", 1, "Harbour", "#336699", "What is said of the harbour.", (), subtopics=(LIGHTS, FERRIES))

MakeMatch = Callable[..., Match]
MakeComparison = Callable[[Sequence[Sequence[Sequence[Match]]]], Comparison]


def _kind(sentence: str) -> StatementKind:
    return StatementKind.PLEDGE if "will" in sentence.split() else StatementKind.CONTEXT


@pytest.fixture
def make_match() -> MakeMatch:
    """Makes a match of `text`: sentences with the word `about` carry it, and each such word is a reason."""

    def make(
        text: str,
        about: str = "lamp",
        *,
        document: str = "d1",
        block: str = "",
        page: int | None = 3,
        label: str | None = "iii",
        section: tuple[str, ...] = ("Our town", "The quay"),
        subtopics: tuple[str, ...] = ("lights",),
    ) -> Match:
        why = tuple(Reason(about, "text", found.start(), found.end()) for found in re.finditer(about, text))
        statements = tuple(
            Statement(
                found.start() + len(found.group()) - len(found.group().lstrip()),
                found.end(),
                found.group().strip(),
                _kind(found.group()),
                about in found.group(),
            )
            for found in re.finditer(r"[^.]+\.", text)
        )
        name = block or f"b-{text[:12]}-{len(text)}"
        return Match(document, name, 0, text, "paragraph", page, label, section, 0.75, subtopics, why, statements)

    return make


@pytest.fixture
def make_comparison() -> MakeComparison:
    """Makes a comparison of columns d0, d1 ...; `cells[c][r]` are the matches of column c in row r of TOPIC."""

    def make(cells: Sequence[Sequence[Sequence[Match]]]) -> Comparison:
        columns = tuple(
            Column(
                Document(f"d{at}", f"Title {at}", party=f"Party {at}", year="2024", page_count=8, words=2000),
                Share(sum(map(len, column)), 40, 20.0),
            )
            for at, column in enumerate(cells)
        )
        rows = tuple(
            Row(
                subtopic,
                tuple(
                    Cell(
                        tuple(column[at]),
                        None if column[at] else Silence("Nothing found in 8 pages.", SilenceReason.NOTHING),
                    )
                    for column in cells
                ),
            )
            for at, subtopic in enumerate((*TOPIC.subtopics, MORE)[: len(cells[0])])
        )
        return Comparison(TOPIC, columns, rows)

    return make
