"""Slides of the rows of a comparison, as it stands on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from index.comparison import Cell as Compared
from index.comparison import Comparison, Row
from index.exports.sources import column_names, place, source
from index.lessons.slides import Cell, Extract, RowSlide, Spans, Who, joined_spans
from index.row_words import shown_in_row
from index.topics.model import Match, Topic
from reader.lead_ins import before_words
from reader.library.records import Document

MOST = 4  # columns on one slide

# A wall is read from afar: fewer words of a passage stand there at first than on a card (code points).
WHOLE = 200
ENOUGH = 160


def row_slides(
    comparison: Comparison, *, sensitive: Set[tuple[str, str]] = frozenset(), notes: Mapping[str, str] | None = None
) -> tuple[RowSlide, ...]:
    """A slide for each row, several where there are more than four columns, in the order of the comparison.

    Its passages are in the comparison's order too. `sensitive` are the passages (document and block) that speak of
    violence: of a sensitive topic all do. `notes` are the teacher's, by the id of the slide; those of a row stand on
    the first of its slides.
    """
    written = notes or {}
    everybody = speakers_of([column.document for column in comparison.columns])
    return tuple(
        slide
        for row in comparison.rows
        for slide in _slides(comparison, row, everybody, sensitive, written.get(row_id(comparison, row), ""))
    )


def row_id(comparison: Comparison, row: Row) -> str:
    """What a row is called where a comparison is shown as it stands: "policing/officers"."""
    return f"{comparison.topic.id}/{row.subtopic.id}"


def speakers_of(documents: Sequence[Document]) -> tuple[Who, ...]:
    """The heads of these manifestos, told apart, in their order."""
    names = column_names(documents)
    return tuple(
        Who(key(at), name, source(document), document.colour, document.id)
        for at, (document, name) in enumerate(zip(documents, names, strict=True))
    )


def key(at: int) -> str:
    """ "a" for the first manifesto, "b" for the second, after "z" "aa"."""
    letter = chr(ord("a") + at % 26)
    return key(at // 26 - 1) + letter if at >= 26 else letter


def extract(match: Match, row: str, topic: Topic, sensitive: Set[tuple[str, str]]) -> Extract:
    """A passage as it stands on the slide of a row."""
    short = shown_in_row(match, row, up_to=WHOLE, enough=ENOUGH)
    before = before_words(match.lead_in, match.language)
    why = [(one.start, one.end) for one in match.why if one.field == "text"]
    marks = _moved([there for start, end in why for there in short.placed(start, end)], len(before))
    return Extract(
        before + short.text,
        before + match.text,
        marks,
        _moved(why, len(before)),
        place(match),
        match.language,
        match.document,
        match.block,
        topic.sensitive or (match.document, match.block) in sensitive,
    )


def _slides(
    comparison: Comparison, row: Row, everybody: tuple[Who, ...], sensitive: Set[tuple[str, str]], notes: str
) -> Iterator[RowSlide]:
    cells = tuple(_cell(cell, row.subtopic.id, comparison.topic, sensitive) for cell in row.cells)
    for number, (first, last) in enumerate(bands(len(everybody)), 1):
        name = row_id(comparison, row) + (f"/{number}" if number > 1 else "")
        yield RowSlide(
            name,
            comparison.topic.name,
            row.subtopic.name,
            everybody[first:last],
            cells[first:last],
            notes if number == 1 else "",
        )


def bands(columns: int) -> list[tuple[int, int]]:
    """From which to which column each slide of a row reaches: as few slides as can be, as equal as can be."""
    if columns == 0:
        return []
    parts = -(-columns // MOST)
    return list(pairwise(columns * part // parts for part in range(parts + 1)))


def _cell(cell: Compared, row: str, topic: Topic, sensitive: Set[tuple[str, str]]) -> Cell:
    return Cell(
        tuple(extract(match, row, topic, sensitive) for match in cell.matches),
        "" if cell.silence is None else cell.silence.sentence,
    )


def _moved(spans: Sequence[tuple[int, int]], by: int) -> Spans:
    """The spans this much later."""
    return joined_spans([(start + by, end + by) for start, end in spans])
