"""Plans leave with their quotations as printed, cited in a style, and never taken for the writer's own words."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from indexed import Indexed, Written

from index.citations.styles import opened
from index.exports.planning import Plan, exportable, publication, sheet, values
from index.exports.publication import Heading, Paragraph, Quotation, Role, plain
from index.exports.registry import Layout, format_called
from index.topics.model import Subtopic, Topic, TopicQuery
from reader.library import collecting, plans
from reader.library.collected import collections
from reader.library.library import Library
from reader.library.planning import add_part
from reader.library.plans import LessonItem, Part, PartKind
from reader.library.verdicts import Span
from ui import assets

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "citation-styles"
TEXT = "# The quay\nWe will mend *every* lamp & post.\nWe will not:\n- Sell the ferry.\n"


@pytest.fixture
def parts(tmp_path: Path) -> tuple[Part, ...]:
    made = Indexed(tmp_path, Written(TEXT, party="Harbour Party", fields={"year": "2019"}))
    with Library.open(made.home) as library:
        blocks = [block for block in library.blocks(made.documents[0].id) if block.text[:4] in ("We w", "Sell")]
        spans = [Span(block.id, 0, len(block.text)) for block in blocks if not block.text.endswith(":")]
        library.apply(collecting.collect(library, "", made.documents[0].id, spans))
        (plan,) = library.read(collections)

        def held() -> list[Part]:
            return library.read(lambda connection: plans.parts(connection, plan.id))

        quoted = held()[0].quoted
        assert quoted is not None
        library.apply(collecting.write_sentence(library, quoted.item.id, "They promise light."))
        library.apply(add_part(library, plan.id, held(), 0, PartKind.HEADING, "Lamps"))
        library.apply(add_part(library, plan.id, held(), 2, PartKind.OWN, "First.\nSecond."))
        return tuple(held())


def made(parts: tuple[Part, ...], style: str) -> Plan:
    return Plan("Essay", parts, opened(style, FOLDER), "Hustings 0")


def test_quotations_keep_their_words_and_a_lead_in_that_limits_them(parts: tuple[Part, ...]) -> None:
    blocks = publication(made(parts, "harvard")).blocks
    quoted = [block for block in blocks if isinstance(block, Quotation)]
    assert [plain(one.words) for one in quoted] == [
        "We will mend *every* lamp & post.",
        "We will not: […] Sell the ferry.",
    ]
    assert [plain(one.cited) for one in quoted] == ["(Harbour Party, 2019, p. i)", "(Harbour Party, 2019, p. i)"]
    own = [plain(block.runs) for block in blocks if isinstance(block, Paragraph) and block.role is Role.OWN]
    assert own == ["They promise light.", "First.", "Second."]


def test_a_style_of_notes_cites_in_notes_and_shortens_what_comes_again(parts: tuple[Part, ...]) -> None:
    thing = publication(made(parts, "mhra"))
    notes = [plain(block.cited[0].note) for block in thing.blocks if isinstance(block, Quotation)]
    assert "(2019), p. i" in notes[0]
    assert len(notes[1]) < len(notes[0])
    assert len(thing.bibliography) == 1


def test_what_nobody_has_confirmed_is_said_at_the_end(parts: tuple[Part, ...]) -> None:
    blocks = publication(made(parts, "apa")).blocks
    assert isinstance(blocks[-2], Heading)
    assert isinstance(blocks[-1], Paragraph)
    assert plain(blocks[-1].runs).startswith("Harbour Party: The party, the title")


def test_a_plan_is_a_word_file_in_which_quotations_have_a_style_of_their_own(parts: tuple[Part, ...]) -> None:
    file = format_called("docx").write(exportable("Essay", lambda: made(parts, "mhra")), Layout(assets.for_exports()))
    styles = {one.text: one.style.name for one in docx.Document(io.BytesIO(file)).paragraphs if one.style is not None}
    assert styles["We will mend *every* lamp & post."] == "Quotation"
    assert styles["They promise light."] == styles["First."] == "Own words"
    assert styles["Lamps"] == "Heading 1"


def test_a_plan_of_nothing_can_be_written() -> None:
    assert (
        format_called("md")
        .write(exportable("Essay", lambda: made((), "oscola")), Layout(assets.for_exports()))
        .startswith(b"# Essay")
    )


def test_what_a_lesson_shows_is_named_and_its_slides_are_whole() -> None:
    topic = Topic("t", 1, "Lamps", "#000000", "d", (TopicQuery("lamps"),), (), (Subtopic("a", "Oil"),))
    row = Part("1", PartKind.ROW, item=LessonItem("t/a", ("d1", "d2"), skipped=True))
    gone = Part("2", PartKind.ROW, item=LessonItem("gone/a"))
    slide = Part("3", PartKind.SLIDE, item=LessonItem(title="Who pays?", text="Ask.\nVote."))
    quiz = Part("4", PartKind.QUIZ, item=LessonItem("t", count=3, seed=9))
    plan = Plan("Lesson", (row, gone, slide, quiz), opened("apa", FOLDER), "Hustings 0", topics={"t": topic})
    said = [plain(block.runs) for block in publication(plan).blocks if isinstance(block, Paragraph)]
    lines = ["Shown in the lesson: Lamps: Oil", "Shown in the lesson: gone/a", "Ask.", "Vote."]
    assert said == [*lines, "Shown in the lesson: Who said it? Lamps"]
    parts = values(plan)["parts"]
    assert parts[0] == {
        "kind": "row", "text": "Lamps: Oil", "skipped": True, "target": "t/a", "documents": ["d1", "d2"],
    }  # fmt: skip
    assert (parts[2]["text"], parts[3]["count"], parts[3]["seed"]) == ("Who pays?\nAsk.\nVote.", 3, 9)
    assert [row[:2] for row in sheet(plan).rows][::2] == [("row", "Lamps: Oil"), ("slide", "Who pays?\nAsk.\nVote.")]
