"""What one passage shows on its card: the words, which of them are marked, its kinds, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.row_words import also_under, in_row, names_of, shown_in_row
from index.shortening import CUT, Shown, carrying, whole, with_limits
from index.topics.measurable import measurables
from index.topics.model import Match, Reason, Statement, StatementKind, Topic
from index.verdicts import verdict_words, was_added, who_and_when
from reader.lead_ins import before_words
from reader.wording import tr
from ui.compare.cards.quoting import page_name

KIND_NAMES = {
    StatementKind.PLEDGE: "Pledge",
    StatementKind.RECORD: "Record",
    StatementKind.CRITICISM: "Criticism",
    StatementKind.CONTEXT: "Context",
}


# How many other rows of a passage are named on its card; more would stand out more than its words.
_NAMED_ROWS = 2
Run = tuple[int, int]  # code points, end exclusive


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

    `marks`, `cuts` and `measures` are code points in `text`: marked words, the […] that stand for what is left out, and
    the parts of pledges that can be measured. A `quiet` paragraph is no part of the passage.
    `kind` is set where the paragraph is a single statement.
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    cuts: tuple[tuple[int, int], ...] = ()
    measures: tuple[tuple[int, int], ...] = ()
    kind: StatementKind | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One passage as shown in one row.

    `one_line` paragraphs are elided at the column's edge, others wrap. `quote` are the words that copying takes,
    `quoted` the code points of the passage they come from. `why` is the explanation, "" while it is not asked for.
    `also` names its other rows, `also_shown` the first of them and counts the rest. `verdicts` are what people said of
    it, in a word each, with who and when.
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
    verdicts: tuple[tuple[str, str], ...] = ()
    also: str = ""
    also_shown: str = ""


def card(
    match: Match, subtopic: str, density: Density, *, expanded: bool = False, why: str = "", topic: Topic | None = None
) -> Card:
    """The card of a passage in the row `subtopic`; an expanded one shows the whole passage at any density.

    In its further rows only the sentences that speak for the row are shown, and `topic` names its other rows.
    An item of a list stands with what introduces the list where that does more than promise ("We will not:").
    """
    lines = density is Density.LINES and not expanded
    mine = in_row(match, subtopic)
    shown = whole(match.text) if expanded or density is Density.FULL else shown_in_row(match, subtopic)
    marks = [(reason.start, reason.end) for reason in match.why if reason.field == "text"]
    measures = [(part.start, part.end) for statement in match.statements for part in measurables(statement)]
    statements = carrying(mine.statements)
    led = before_words(match.lead_in, match.language)
    words = _lines(match, with_limits(mine), marks, measures) if lines else [_paragraph(shown, marks, measures)]
    return Card(
        match=match,
        subtopic=subtopic,
        paragraphs=(*([Paragraph(match.lead_in, quiet=True)] if led else []), *words),
        kinds=kinds(statements),
        page=page_name(match),
        heading=match.section[-1] if match.section else "",
        quote=led + shown.text,
        quoted=shown.spans,
        one_line=lines,
        cut=lines or shown.cut,
        why=why,
        verdicts=tuple((word, who_and_when(one)) for word, one in verdict_words(match)),
        also=also_under(match, topic, subtopic) if topic is not None else "",
        also_shown=also_under(match, topic, subtopic, most=_NAMED_ROWS) if topic is not None else "",
    )


def kinds(statements: Iterable[Statement]) -> tuple[StatementKind, ...]:
    """The kinds of the statements, each once, in the order in which they come; context only where nothing else is."""
    found = tuple(dict.fromkeys(statement.kind for statement in statements))
    return tuple(kind for kind in found if kind is not StatementKind.CONTEXT) or found


def explanation(match: Match, topic: Topic) -> str:
    """Why the passage is in the view: its words, the heading or lead-in that caused it, the rows it stands in."""
    sentences = because(match.why, match.section)
    standing = names_of(match.subtopics, topic)
    if len(standing) > 1:
        sentences.append(f"Rows: {'; '.join(standing)}.")
    if not was_added(match):
        sentences.append(f"Score {match.score:.2f} of 1; 0.50 is enough.")
    sentences += [f"{word} {who_and_when(one)}." for word, one in verdict_words(match)]
    return " ".join(sentences)


def what_lent(match: Match) -> str:
    """What alone brings in a passage that is to be checked, a heading or lead-in; "" where its own words are marked.

    Nobody could see on its card what there is to check. The heading that stands on the card is not named again.
    """
    if not match.uncertain or any(reason.field == "text" for reason in match.why):
        return ""
    judged = [f"{word} {who_and_when(one)}." for word, one in verdict_words(match)]
    shown = {reason.field for reason in match.why} == {"section"} and _each_once(_headings(match.why, match.section))
    alone = shown == [*match.section[-1:]]
    lent = [tr("Only its heading brought it in.")] if alone else because(match.why, match.section)
    return " ".join([*lent, *judged])


def because(why: Sequence[Reason], section: Sequence[str]) -> list[str]:
    """The words, lead-in and whole headings of `section` that speak for a topic, a sentence for each of the three."""
    sentences = []
    for field, name in (("text", "Words"), ("lead-in", "Leads in")):
        words = _each_once(reason.text for reason in why if reason.field == field)
        if words:
            sentences.append(f"{name}: {', '.join(f'“{word}”' for word in words)}.")
    headings = _each_once(_headings(why, section))
    if headings:
        sentences.append(f"Heading: {', '.join(f'“{heading}”' for heading in headings)}.")
    return sentences


def spoken(card: Card, document: str, subtopic: str, *, leads: bool = True) -> str:
    """What a screen reader says of the card: manifesto, sub-topic, kind, words, page.

    Only the card that leads its row begins with whose it is and what about; the others end with it, so that going from
    one to the next is hearing words at once.
    """
    kinds_said = ", ".join(KIND_NAMES[kind] for kind in card.kinds)
    words = " ".join(paragraph.text for paragraph in card.paragraphs)
    measured = _each_once(paragraph.text[a:b] for paragraph in card.paragraphs for a, b in paragraph.measures)
    can_be = f"Can be measured: {', '.join(measured)}" if measured else ""
    page = card.page.replace("p. ", "page ")
    said = "" if card.why else ". ".join(f"{word} {who}" for word, who in card.verdicts)
    shown = [kinds_said, words, can_be, page, card.heading, card.also, said, card.why]
    parts = [document, subtopic, *shown] if leads else [*shown, subtopic, document]
    return ". ".join(part.strip(" .") for part in parts if part) + "."


def _each_once(words: Iterable[str]) -> list[str]:
    """The words without repetitions, capitals aside, as they first come."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(word.casefold(), word)
    return list(first.values())


def _headings(why: Iterable[Reason], section: Sequence[str]) -> Iterator[str]:
    """The whole headings in which a reason's words stand."""
    for reason in why:
        if reason.field == "section":
            standing = [heading for heading in section if heading[reason.start : reason.end] == reason.text]
            yield standing[-1] if standing else reason.text


def _paragraph(shown: Shown, marks: Iterable[Run], measures: Iterable[Run]) -> Paragraph:
    def placed(runs: Iterable[Run]) -> tuple[Run, ...]:
        return tuple(sorted({place for start, end in runs for place in shown.placed(start, end)}))

    return Paragraph(shown.text, placed(marks), tuple(_cuts(shown)), placed(measures))


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


def _lines(
    match: Match, statements: Iterable[Statement], marks: Sequence[Run], measures: Sequence[Run]
) -> Iterator[Paragraph]:
    """A paragraph for each statement, with its own marks and kind."""
    for one in statements:
        words = match.text[one.start : one.end]
        yield Paragraph(words, _inside(marks, one), measures=_inside(measures, one), kind=one.kind)
    if not match.statements:
        yield Paragraph(match.text, tuple(sorted(set(marks))))


def _inside(runs: Iterable[Run], statement: Statement) -> tuple[Run, ...]:
    """What of the runs stands in the statement, from its beginning."""
    first, last = statement.start, statement.end
    return tuple(
        sorted(
            {(max(start, first) - first, min(end, last) - first) for start, end in runs if start < last and first < end}
        )
    )
