"""Quotations that were copied with the numbers of notes in them are laid on the words without the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from noted_text import block

from index.annotations.importing_any import taken as imported
from index.annotations.quotations import Unplaced, placed
from index.annotations.running_text import RunningText
from index.exports import coded
from reader.home import home
from reader.identity import with_ids
from reader.library.library import Library
from reader.library.verdicts import Selection
from reader.model import Manifesto

BLOCKS = (
    block("Violent crime<12> rose by a third.<13> We will put 3,000 more officers<14> on our streets."),
    block("We will end fraud.<15> Every officer<16> gets a radio."),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(home(tmp_path / "home"), durable=False) as library:
        path = tmp_path / "plan.txt"
        path.write_text("the plan")
        library.store(path, Manifesto("A plan", "en", BLOCKS), {})
        yield library


def words(quote: str) -> str | Unplaced:
    found = placed(RunningText(with_ids("d", BLOCKS)), quote)
    if not isinstance(found, Selection):
        return found
    assert found.first_block == found.last_block
    text = next(one.text for one in with_ids("d", BLOCKS) if one.id == found.first_block)
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("crime12 rose", "crime rose"),
        ("Violent crime¹² rose by a third.¹³", "Violent crime rose by a third."),
        ("a third.[13] We will put", "a third. We will put"),
        ("a third. We will put", "a third. We will put"),
        ("3,000 more officers14", "3,000 more officers"),
        ("officer16", "officer"),
        ("crime13 rose", Unplaced.NOT_FOUND),
        ("15", Unplaced.NOT_FOUND),
    ],
)
def test_a_quotation_is_found_with_the_numbers_of_notes_and_without(quote: str, found: str | Unplaced) -> None:
    assert words(quote) == found


TEXTS = (
    "Violent crime{} rose by a third.{}",
    "We will put 3,000 more officers{} on our streets.",
    "We will end fraud.{}",
)


@pytest.mark.parametrize(
    "numbers", [("", "", "", ""), ("12", "13", "14", "15"), ("¹²", "¹³", "¹⁴", "¹⁵"), ("[12]", "[13]", "[14]", "[15]")]
)
def test_quasi_sentences_are_laid_whether_or_not_they_have_the_numbers(
    library: Library, tmp_path: Path, numbers: tuple[str, ...]
) -> None:
    path = tmp_path / "coded.csv"
    rows = "|".join(TEXTS).format(*numbers).split("|")
    path.write_text("text,cmp_code\n" + "".join(f'"{row}",605.1\n' for row in rows), "utf-8")
    taken = imported(library, path)
    assert taken.left_out == ()
    library.apply(taken.edit)
    found = [row.passage.words for row in coded.rows_of(library)]
    assert found == [text.replace("{}", "") for text in TEXTS]
