"""Letters that stand for bullets in plain texts are told from words."""

from __future__ import annotations

import pytest

from reader.formats.recurring_bullets import with_bullets
from reader.formats.text import blocks_of
from reader.model import Kind

PLEDGES = ("Mend the lamps", "Paint the quay", "“Free” ferries", "£40 for all", "New wells", "Old orchards")


@pytest.mark.parametrize("bullet", ["z", "zz", "n", "Ÿ", "\\"])
def test_a_letter_that_begins_many_lines_and_stands_nowhere_else_is_a_bullet(bullet: str) -> None:
    lines = [f"  {bullet} {pledge}" for pledge in PLEDGES]
    assert with_bullets(lines) == [f"  • {pledge}" for pledge in PLEDGES]


def test_items_with_such_bullets_are_list_items() -> None:
    text = "We will do this:\n\n" + "\n".join(f"n {pledge} and\nkeep them so." for pledge in PLEDGES)
    items = [block for block in blocks_of(text) if block.kind is Kind.LIST_ITEM]
    assert [item.text for item in items] == [f"{pledge} and keep them so." for pledge in PLEDGES]


def test_a_letter_alone_on_its_line_is_one_too() -> None:
    lines = [line for pledge in PLEDGES for line in ("n", pledge)]
    assert with_bullets(lines)[::2] == ["•"] * len(PLEDGES)


def test_a_short_word_that_also_stands_inside_lines_is_a_word() -> None:
    lines = [*(f"o Gymru {number}" for number in range(6)), "y bobl o Gymru", "mwy o dai"]
    assert with_bullets(lines) == lines


def test_a_letter_before_few_lines_stays() -> None:
    lines = [f"x {pledge}" for pledge in PLEDGES[:4]]
    assert with_bullets(lines) == lines


@pytest.mark.parametrize("word", ["a", "e", "y"])
def test_words_of_one_letter_at_the_beginning_of_lines_are_words(word: str) -> None:
    lines = [f"{word} {pledge.strip('“£').lower()}" for pledge in PLEDGES] + [word] * 6
    assert with_bullets(lines) == lines


@pytest.mark.parametrize("figure", ["3", "6", "9"])
def test_a_figure_that_begins_many_lines_is_a_bullet_and_a_count_is_none(figure: str) -> None:
    lines = [f"{figure} {pledge}" for pledge in PLEDGES * 2]
    assert with_bullets(lines) == [f"• {pledge}" for pledge in PLEDGES * 2]
    counted = [f"{at % 9 + 1} {pledge}" for at, pledge in enumerate(PLEDGES * 12)]
    assert with_bullets(counted) == counted
