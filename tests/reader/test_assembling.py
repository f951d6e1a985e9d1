"""What becomes of the parts of a file, whatever format they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.assembling import blocks_of, manifesto_of
from reader.errors import NoText
from reader.model import Block, Kind, Piece
from reader.parts import Part

HEADING, PARAGRAPH, ITEM, QUOTE = Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE
PLAN = Path("little-harbour_plan.docx")
SENTENCE = "We will mend every lamp in every lane of Little Harbour before the winter storms arrive."


def summary(*parts: Part) -> list[tuple[Kind, int | None, str | None, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in blocks_of(parts)]


def test_a_block_has_one_piece_over_all_of_its_text_and_no_page() -> None:
    (block,) = blocks_of([Part(PARAGRAPH, "  Lamps\u00a0and\nlanes ")])
    assert block == Block(PARAGRAPH, "Lamps and lanes", pieces=(Piece(0, 15),))


def test_sections_follow_the_headings_and_levels_stop_at_four() -> None:
    blocks = blocks_of([Part(HEADING, "Light", 1), Part(HEADING, "Lamps", 7), Part(PARAGRAPH, SENTENCE)])
    assert [block.level for block in blocks] == [1, 4, None]
    assert blocks[-1].section == ("Light", "Lamps")


def test_bullets_that_were_typed_make_list_items() -> None:
    assert summary(
        *(Part(PARAGRAPH, text) for text in ("• lamps", "\uf0b7 lanes", "– docks", "2. piers")),
    ) == [
        (ITEM, 1, "•", "lamps"),
        (ITEM, 1, "•", "lanes"),
        (ITEM, 1, "–", "docks"),
        (ITEM, 1, "2.", "piers"),
    ]  # fmt: skip


def test_an_item_with_a_bullet_of_its_format_and_a_typed_one_has_one() -> None:
    assert summary(Part(ITEM, "• lamps", 2), Part(ITEM, "1. May lamps", 1, "a)")) == [
        (ITEM, 2, "•", "lamps"),
        (ITEM, 1, "a)", "1. May lamps"),
    ]


def test_lines_of_one_paragraph_that_begin_with_bullets_are_items() -> None:
    text = f"We will\n- light lanes\nand piers\n- mend lamps\n{SENTENCE}"
    assert summary(Part(PARAGRAPH, text)) == [
        (PARAGRAPH, None, None, "We will"),
        (ITEM, 1, "-", "light lanes and piers"),
        (ITEM, 1, "-", "mend lamps"),
        (PARAGRAPH, None, None, SENTENCE),
    ]
    assert summary(Part(ITEM, "We will\n- light lanes"))[1] == (ITEM, 2, "-", "light lanes")


def test_an_empty_line_or_a_whole_sentence_before_a_forced_break_ends_a_paragraph() -> None:
    assert [text for *_, text in summary(Part(PARAGRAPH, f"Lamps\n\nLanes\n{SENTENCE}\n{SENTENCE}\nand more"))] == [
        "Lamps",
        f"Lanes {SENTENCE}",
        f"{SENTENCE} and more",
    ]
    assert summary(Part(QUOTE, "Light\nis\n\nlife")) == [(QUOTE, None, None, "Light is"), (QUOTE, None, None, "life")]


def test_rules_and_stars_are_no_blocks() -> None:
    assert summary(Part(PARAGRAPH, "* * *"), Part(HEADING, "____", 1), Part(PARAGRAPH, "Lamps")) == [
        (PARAGRAPH, None, None, "Lamps")
    ]


def test_a_paragraph_far_too_long_is_cut_at_sentences() -> None:
    blocks = blocks_of([Part(ITEM, " ".join([SENTENCE] * 60), 1)])
    assert len(blocks) > 5
    assert all(block.text.endswith("arrive.") for block in blocks)
    assert [block.kind for block in blocks] == [ITEM, *[PARAGRAPH] * (len(blocks) - 1)]


def test_a_heading_style_on_a_whole_paragraph_makes_no_heading() -> None:
    (block,) = blocks_of([Part(HEADING, " ".join([SENTENCE] * 3), 2)])
    assert block.kind is PARAGRAPH


def title(*parts: Part, said: str = "") -> str:
    return manifesto_of(PLAN, parts, "Word", metadata={"title": said, "author": " The Lamp\nSociety "}).title


def test_the_title_is_what_the_file_says_unless_a_program_said_it() -> None:
    lamps = Part(HEADING, "Lamps for all", 1)
    assert title(lamps, Part(PARAGRAPH, SENTENCE), said="A brighter harbour") == "A brighter harbour"
    assert title(lamps, Part(PARAGRAPH, SENTENCE), said="Microsoft Word - plan.doc") == "Lamps for all"


def test_without_a_title_it_is_the_heading_over_all_others_or_nothing() -> None:
    text = Part(PARAGRAPH, SENTENCE)
    chapters = [Part(HEADING, "Foreword", 1), text, Part(HEADING, "Light", 1), text]
    assert title(Part(HEADING, "A brighter harbour", 1), *chapters) == "A brighter harbour"
    assert title(*chapters) == ""
    assert title(text) == ""
    assert title(chapters[0], text) == "", "a foreword is no title, alone over all or not"


def test_what_the_file_says_of_itself_is_kept_in_one_line() -> None:
    read = manifesto_of(
        PLAN, [Part(PARAGRAPH, SENTENCE)], "Word", metadata={"author": " The Lamp\nSociety ", "title": ""}
    )
    assert read.metadata == {"author": "The Lamp Society"}
    assert (read.format, read.language, read.pages) == ("Word", "en", ())


def test_a_file_without_a_word_says_so() -> None:
    with pytest.raises(NoText, match="holds no words"):
        manifesto_of(PLAN, [Part(PARAGRAPH, " … ")], "Word")
