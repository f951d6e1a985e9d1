"""A hidden lesson holds nothing that tells who is who, and its answers tell all of it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace

import docx
import pytest

from index.exports.lesson_answers import exportable, publication
from index.exports.lessons.as_json import as_json
from index.exports.publication import Heading, Paragraph, Table, plain
from index.exports.registry import Layout, format_called
from index.lessons.hidden import answers, hidden
from index.lessons.slides import (
    Cell,
    ChartSlide,
    Extract,
    Lesson,
    NoticeSlide,
    QuestionSlide,
    QuotationSlide,
    RowSlide,
    Slide,
    TextSlide,
    Who,
)
from ui import assets

WHO = tuple(
    Who(key, name, f"{name}, A plan, 2031", "#aa0000", f"id-{key}")
    for key, name in (("a", "Lamp Party"), ("b", "Net League"), ("c", "Quay Union"))
)
LAMP, NET, QUAY = WHO


@dataclass(frozen=True)
class Text:
    text: str
    replaced: tuple[tuple[int, int, str], ...] = ()

    def span_to_hidden(self, start: int, end: int) -> tuple[int, int]:
        def moved(at: int) -> int:
            return at + sum(len(new) - (last - first) for first, last, new in self.replaced if last <= at)

        return moved(start), moved(end)


@dataclass(frozen=True)
class Names:
    """Hides the three names above; which letter each has is said by the test."""

    letters: str = "BCA"

    @property
    def labels(self) -> list[str]:
        return [f"[Party {letter}]" for letter in self.letters]

    @property
    def order(self) -> list[int]:
        return sorted(range(len(self.letters)), key=self.letters.__getitem__)

    def hide(self, text: str) -> Text:
        named = dict(zip([who.name for who in WHO], self.labels, strict=False))
        found = [(one.start(), one.end(), named[one[0]]) for one in re.finditer("|".join(named), text)]
        shown = re.sub("|".join(named), lambda one: named[one[0]], text)
        return Text(shown, tuple(found))


def extract(who: Who, words: str, rest: str = "") -> Extract:
    at = words.find("pay")
    return Extract(
        words, rest or words, ((at, at + 3),), ((at, at + 3),), "p. 3, Money", "en", who.document, f"block-{who.key}"
    )


def row(*columns: Who, name: str = "t/a") -> RowSlide:
    cells = tuple(Cell((extract(who, f"The {who.name} will pay the {QUAY.name} for nets."),)) for who in columns)
    return RowSlide(name, "Money", "What the Lamp Party owes", columns, cells, "The Net League is last.")


def lesson(*slides: Slide) -> Lesson:
    return Lesson("The Lamp Party and others", slides, program="Hustings 0")


WHOLE = lesson(
    TextSlide("1", "Who is the Net League?", "Ask the Quay Union.", "Not the Lamp Party"),
    NoticeSlide("notice", "What follows speaks of violence.", "Ask the Net League", "2"),
    row(*WHO, name="2"),
    replace(row(LAMP, NET, name="3"), cells=(Cell((), "The Lamp Party says nothing."), row(NET).cells[0])),
    QuotationSlide("4", NET, extract(NET, "We pay."), "The Net League pays", "(Net League, 2031, p. 3)", "Lamp Party"),
    ChartSlide("5", "Lamp Party", b"Lamp Party", "<svg>Net League</svg>", "Quay Union", "Quay Union"),
    QuestionSlide("6", 1, 1, extract(QUAY, "We pay lamps."), (QUAY, LAMP), 0, "Quay Union, p. 3"),
)


def test_no_name_id_place_or_colour_is_left_in_any_part_of_it() -> None:
    made = hidden(WHOLE, Names())
    assert made.hides
    assert len(made.slides) == len(WHOLE.slides) - 1  # names stand in the picture of a chart
    written = as_json(made).decode()
    for telling in ("Lamp Party", "Net League", "Quay Union", "id-", "block-", "#aa0000", "p. 3", "2031"):
        assert telling in as_json(WHOLE).decode()
        assert telling not in written


def test_a_manifesto_has_one_letter_throughout_and_columns_stand_by_letters() -> None:
    made = hidden(WHOLE, Names())
    first = made.slides[2]
    assert isinstance(first, RowSlide)
    assert [(who.key, who.name) for who in first.columns] == [
        ("c", "[Party A]"),
        ("a", "[Party B]"),
        ("b", "[Party C]"),
    ]
    assert first.cells[1].extracts[0].words == "The [Party B] will pay the [Party A] for nets."
    question = made.slides[-1]
    assert isinstance(question, QuestionSlide)
    assert [who.name for who in question.answers] == ["[Party A]", "[Party B]"]


@pytest.mark.parametrize("letters", ["ABC", "ACB", "BAC", "BCA", "CAB", "CBA"])
@pytest.mark.parametrize("columns", [WHO, WHO[::-1], (LAMP, QUAY), (QUAY, NET), (NET, LAMP)])
def test_columns_never_stand_in_the_order_that_they_had(letters: str, columns: tuple[Who, ...]) -> None:
    shown = hidden(lesson(row(*WHO), row(*columns)), Names(letters)).slides[1]
    assert isinstance(shown, RowSlide)
    assert [who.key for who in shown.columns] != [who.key for who in columns]
    assert {who.key for who in shown.columns} == {who.key for who in columns}
    for who, cell in zip(shown.columns, shown.cells, strict=True):
        assert cell.extracts[0].words.startswith(f"The {who.name} will")


def test_one_column_stays_and_marks_stand_on_the_same_words() -> None:
    made = hidden(lesson(row(LAMP)), Names("A")).slides[0]
    assert isinstance(made, RowSlide)
    (one,) = made.cells[0].extracts
    for words, marks in ((one.words, one.marks), (one.rest, one.rest_marks)):
        assert [words[start:end] for start, end in marks] == ["pay"]


def test_the_answers_cite_every_source_in_the_order_that_is_seen() -> None:
    found = answers(WHOLE, Names())
    assert [(one.slide, one.label, one.who.name) for one in found] == [
        ("2", "[Party A]", "Quay Union"),
        ("2", "[Party B]", "Lamp Party"),
        ("2", "[Party C]", "Net League"),
        ("3", "[Party C]", "Net League"),
        ("3", "[Party B]", "Lamp Party"),
        ("4", "[Party C]", "Net League"),
        ("6", "[Party A]", "Quay Union"),
    ]
    made = publication("Money", found, "Hustings 0")
    table = made.blocks[0]
    assert isinstance(table, Table)
    assert [row.head for row in table.rows] == ["[Party A]", "[Party B]", "[Party C]"]
    assert [block.text for block in made.blocks if isinstance(block, Heading)] == [
        "Money: What the Lamp Party owes",
        "Money: What the Lamp Party owes",
        "Passage 3",
        "Passage 4",
    ]
    said = [plain(block.runs) for block in made.blocks if isinstance(block, Paragraph)]
    assert plain(table.rows[0].cells[0][0].runs) == "Quay Union, A plan, 2031"  # type: ignore[union-attr]  # a paragraph
    assert said[0] == "[Party A]: “The Quay Union will pay the Quay Union for nets.” – Quay Union, p. 3, Money"
    assert "[Party B]: Lamp Party says nothing here." in said
    assert said[-2:] == [
        "[Party C]: “We pay.” – (Net League, 2031, p. 3)",
        "[Party A]: “We pay lamps.” – Quay Union, p. 3",
    ]


def test_the_answers_leave_on_pages() -> None:
    thing = exportable("Money", answers(WHOLE, Names()), "Hustings 0")
    assert thing.name == "Answers to “Money”"
    file = format_called("docx").write(thing, Layout(assets.for_exports()))
    shown = "\n".join(one.text for one in docx.Document(io.BytesIO(file)).paragraphs)
    assert "– Quay Union, p. 3, Money" in shown
    for form in ("pdf", "html"):
        assert format_called(form).write(thing, Layout(assets.for_exports()))


def test_a_long_passage_is_known_by_its_beginning() -> None:
    long = " ".join(["lamps"] * 30)
    slide = RowSlide("t/a", "T", "A", (LAMP,), (Cell((extract(LAMP, f"[…] {long}"),)),))
    (answer,) = answers(lesson(slide), Names("A"))
    assert answer.began == " ".join(["lamps"] * 10) + " …"
