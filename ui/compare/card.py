"""What one passage shows on its card: the words, which of them are marked, its kinds, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.topics.model import Match, Statement, StatementKind, Topic
from ui.compare.quoting import page_name
from ui.compare.shortening import CUT, Shown, carrying, shortened, whole

KIND_NAMES = {
    StatementKind.PLEDGE: "Pledge",
    StatementKind.RECORD: "Record",
    StatementKind.CRITICISM: "Criticism",
    StatementKind.CONTEXT: "Context",
}


class Density(StrEnum):
    """How much of each passage is shown."""

    LINES = "lines"
    SHORT = "short"
    FULL = "full"


DENSITY_NAMES = {
    Density.LINES: "One line each",
    Density.SHORT: "Short passages",
    Density.FULL: "Full passages",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words on a card.

    `marks` and `cuts` are code points in `text`: marked words, and the […] that stand for what is left out.
    `kind` is set where the paragraph is a single statement.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    cuts: tuple[tuple[int, int], ...] = ()
    kind: StatementKind | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One passage as shown in one row.

    `one_line` paragraphs are elided at the column's edge, others wrap. `quote` are the words that copying takes,
    `quoted` the code points of the passage they come from. `why` is the explanation, "" while it is not asked for.
    """

    match: Match
    subtopic: str
    paragraphs: tuple[Paragraph, ...]
    kinds: tuple[StatementKind, ...]
    page: str
    heading: str
    quote: str
    quoted: tuple[tuple[int, int], ...]
    one_line: bool = False
    cut: bool = False
    why: str = ""


def card(match: Match, subtopic: str, density: Density, *, expanded: bool = False, why: str = "") -> Card:
    """The card of a passage in the row `subtopic`; an expanded one shows the whole passage at any density."""
    lines = density is Density.LINES and not expanded
    shown = whole(match.text) if expanded or density is Density.FULL else shortened(match)
    marks = [(reason.start, reason.end) for reason in match.why if reason.field == "text"]
    statements = carrying(match.statements)
    return Card(
        match=match,
        subtopic=subtopic,
        paragraphs=tuple(_lines(match, statements, marks)) if lines else (_paragraph(shown, marks),),
        kinds=kinds(statements),
        page=page_name(match),
        heading=match.section[-1] if match.section else "",
        quote=shown.text,
        quoted=shown.spans,
        one_line=lines,
        cut=lines or shown.cut,
        why=why,
    )


def kinds(statements: Iterable[Statement]) -> tuple[StatementKind, ...]:
    """The kinds of the statements, each once, in the order in which they come; context only where nothing else is."""
    found = tuple(dict.fromkeys(statement.kind for statement in statements))
    return tuple(kind for kind in found if kind is not StatementKind.CONTEXT) or found


def explanation(match: Match, topic: Topic) -> str:
    """Why the passage is in the view: its words, the heading or lead-in that caused it, the rows it stands in."""
    named = {"text": "Words", "lead-in": "Leads in"}
    sentences = []
    for field, name in named.items():
        words = _each_once(reason.text for reason in match.why if reason.field == field)
        if words:
            sentences.append(f"{name}: {', '.join(f'“{word}”' for word in words)}.")
    headings = _each_once(_headings(match))
    if headings:
        sentences.append(f"Heading: {', '.join(f'“{heading}”' for heading in headings)}.")
    rows = {subtopic.id: subtopic.name for subtopic in topic.subtopics}
    standing = [rows[each] for each in match.subtopics if each in rows]
    if len(standing) > 1:
        sentences.append(f"Rows: {'; '.join(standing)}.")
    sentences.append(f"Score {match.score:.2f} of 1.")
    return " ".join(sentences)


def spoken(card: Card, document: str, subtopic: str) -> str:
    """What a screen reader says of the card: manifesto, sub-topic, kind, words, page."""
    kinds_said = ", ".join(KIND_NAMES[kind] for kind in card.kinds)
    words = " ".join(paragraph.text for paragraph in card.paragraphs)
    parts = [document, subtopic, kinds_said, words, card.page.replace("p. ", "page "), card.heading, card.why]
    return ". ".join(part.strip(" .") for part in parts if part) + "."


def _each_once(words: Iterable[str]) -> list[str]:
    """The words without repetitions, capitals aside, as they first come."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(word.casefold(), word)
    return list(first.values())


def _headings(match: Match) -> Iterator[str]:
    """The whole headings in which a reason's words stand."""
    for reason in match.why:
        if reason.field == "section":
            standing = [heading for heading in match.section if heading[reason.start : reason.end] == reason.text]
            yield standing[-1] if standing else reason.text


def _paragraph(shown: Shown, marks: Iterable[tuple[int, int]]) -> Paragraph:
    placed = sorted({place for start, end in marks for place in shown.placed(start, end)})
    return Paragraph(shown.text, tuple(placed), tuple(_cuts(shown)))


def _cuts(shown: Shown) -> Iterator[tuple[int, int]]:
    """Where […] stands in what is shown."""
    if not shown.cut:
        return
    sign = CUT.strip()
    at = len(CUT.lstrip()) if shown.spans[0][0] > 0 else 0
    if at:
        yield 0, len(sign)
    for first, last in shown.spans:
        at += last - first + len(CUT)
        if at - len(CUT) < len(shown.text):
            yield at - len(CUT) + 1, at - len(CUT) + 1 + len(sign)


def _lines(match: Match, statements: Iterable[Statement], marks: list[tuple[int, int]]) -> Iterator[Paragraph]:
    """A paragraph for each statement, with its own marks and kind."""
    for statement in statements:
        words = match.text[statement.start : statement.end]
        inside = (
            (max(start, statement.start) - statement.start, min(end, statement.end) - statement.start)
            for start, end in marks
            if start < statement.end and statement.start < end
        )
        yield Paragraph(words, tuple(sorted(set(inside))), kind=statement.kind)
    if not match.statements:
        yield Paragraph(match.text, tuple(sorted(set(marks))))
