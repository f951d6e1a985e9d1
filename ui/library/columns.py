"""The columns of the table of manifestos: what each shows, sorts by, and whether people write in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.library.records import Document, Extent
from reader.wording import tr

EXTENT_NAMES = {Extent.WHOLE: "Whole", Extent.CHAPTER: "Chapter", Extent.EXTRACT: "Extract"}
NOT_KNOWN = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `field` is a field of the manifesto, "" for a count; `width` in pixels at 100 %; `shown` at first.

    Columns share what room is left by their `share`; `figures` have digits of one width, `right` stand at the right.
    """

    head: str
    field: str = ""
    width: int = 96
    share: int = 0
    shown: bool = True
    figures: bool = False
    right: bool = False


COLUMNS = (
    Column("Title", "title", 168, share=4),
    Column("Party", "party", 104, share=2),
    Column("Candidate", "candidate", 112, share=1),
    Column("Election", "election", 128, share=3),
    Column("Year", "year", 56, figures=True),
    Column("Nation", "nation", 80),
    Column("Extent", "extent", 72),
    Column("Pages", "", 88, figures=True, right=True),
    Column("Words", "", 72, figures=True, right=True),
    Column("Office", "office", shown=False),
    Column("Language", "language", shown=False),
    Column("Publisher", "publisher", 136, share=1, shown=False),
    Column("Date", "date", 104, shown=False),
    Column("Source", "source", 160, share=2, shown=False),
    Column("Accessed", "accessed", 104, shown=False),
)
TITLE = next(number for number, column in enumerate(COLUMNS) if column.field == "title")
PAGES = next(number for number, column in enumerate(COLUMNS) if column.head == "Pages")
WORDS = next(number for number, column in enumerate(COLUMNS) if column.head == "Words")
ELECTION = next(number for number, column in enumerate(COLUMNS) if column.field == "election")
EXTENT = next(number for number, column in enumerate(COLUMNS) if column.field == "extent")


def shown(document: Document, column: int) -> str:
    """The words of one cell."""
    if column == PAGES:
        return pages(document)
    if column == WORDS:
        return f"{document.words:,}"
    if column == EXTENT:
        return extent_name(document.extent)
    if column == TITLE:
        return document.called
    return str(getattr(document, COLUMNS[column].field))


def sorted_by(document: Document, column: int) -> tuple[bool, str | int]:
    """What a cell sorts by: unknown values last."""
    if column == PAGES:
        return document.page_count == 0, document.page_count
    if column == WORDS:
        return False, document.words
    value = str(getattr(document, COLUMNS[column].field)).casefold()
    return not value, value


def what_counts() -> str:
    """Which words are counted, in a sentence or two."""
    return tr(
        "Words of paragraphs, list items, quotations and captions: what shares are shares of. Headings, running heads, "
        "page numbers, contents and indexes do not count."
    )


def pages(document: Document) -> str:
    """How many pages there are, and how many of them could be read where not all could."""
    if not document.page_count:
        return NOT_KNOWN
    if document.readable_pages == document.page_count:
        return f"{document.page_count:,}"
    return f"{document.readable_pages:,} of {document.page_count:,}"


def extent_name(extent: str) -> str:
    return EXTENT_NAMES[Extent(extent)] if extent in set(Extent) else extent


def guessed(document: Document, column: int) -> bool:
    """Whether the cell shows a guess that nobody has confirmed, or words in the place of a title that nobody knows."""
    field = COLUMNS[column].field
    return bool(field) and field not in document.confirmed and bool(getattr(document, field) or column == TITLE)


def has_guesses(document: Document) -> bool:
    """Whether anything that the table usually shows of the manifesto is a guess that can be confirmed."""
    fields = (column.field for column in COLUMNS if column.shown and column.field)
    return any(field not in document.confirmed and bool(getattr(document, field)) for field in fields)


def widths(shown_columns: Sequence[int], room: int, scale: float, words: Mapping[int, int]) -> dict[int, int]:
    """The width of each of these columns in pixels, so that together they fill `room` where they can.

    `scale` is how much larger than usual text is, `words` how wide the words of a column are with its head. A column
    has its usual width, or less where its words need less; what is left goes to words that would be cut, then by share.
    """
    usual = {column: round(COLUMNS[column].width * scale) for column in shown_columns}
    found = {column: min(width, words.get(column, width)) for column, width in usual.items()}
    _divide(room, found, {column: max(0, words.get(column, 0) - width) for column, width in found.items()})
    _divide(room, found, {column: COLUMNS[column].share * room for column in shown_columns})
    if shown_columns:
        found[shown_columns[0]] += max(0, room - sum(found.values()))
    return found


def _divide(room: int, found: dict[int, int], wanted: Mapping[int, int]) -> None:
    """Give columns of what is left of the room as much as they want, or in that proportion where it is less."""
    left, total = max(0, room - sum(found.values())), sum(wanted.values())
    part = min(1.0, left / total) if total else 0.0
    for column, want in wanted.items():
        found[column] += int(want * part)
