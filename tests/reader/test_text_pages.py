"""Pages of plain texts: form feeds and printed numbers say where words stand, and are no words themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.formats import registry
from reader.model import Block, Kind, Manifesto

LANES = ("Cable", "Anchor", "Mill", "Ferry", "Rope", "Salt", "Lantern", "Gull")
# A page of eight lines; its last sentence goes on at the top of the next.
BODY = """and leave it dry for the winter, so that nobody has to walk through water on the way to school.

{lane} Lane has been dark since the great storm, and the council has not sent anyone to look at the
lamps there. We will light it in our first year, and we will publish every month what has been done.

We will also mend the steps between {lane} Lane and the quay, where three people fell last winter,
put a rail on both sides of them, and ask the people who live there how they want the bench to be;
the work will begin before the first frost, and when it is done we will sweep the whole of the lane"""
STYLES: dict[str, Callable[[int, int], str]] = {
    "alone": lambda number, _: str(number),
    "of many": lambda number, many: f"Page {number} of {many}",
    "dashes": lambda number, _: f"- {number} -",
    "brackets": lambda number, _: f"[{number}]",
    "German": lambda number, many: f"Seite {number} von {many}",
    "far right": lambda number, _: " " * 60 + str(number),
    "with words": lambda number, _: f"A Plan for Little Harbour {number}",
}
BREAKS = {"\f": 1, "\n\f": 1, "\r\n\f": 1, "\n\n\f\n": 1}


def read(folder: Path, text: str) -> Manifesto:
    path = folder / "plan.txt"
    path.write_bytes(text.encode())
    return registry.read(path)


def words(manifesto: Manifesto) -> list[Block]:
    return [block for block in manifesto.blocks if block.is_passage or block.kind is Kind.HEADING]


def pages_of(manifesto: Manifesto, words_there: str) -> set[tuple[int | None, str | None]]:
    """The page and label of the lines of print in which these words begin."""
    return {
        (piece.page, piece.label)
        for block in manifesto.blocks
        for piece in block.pieces
        if (at := block.text.find(words_there)) >= 0 and piece.start <= at < piece.end
    }


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("page_break", BREAKS)
@pytest.mark.parametrize("first", [1, 7])
@pytest.mark.parametrize("at_head", [False, True])
def test_form_feeds_give_pages_and_printed_numbers_their_labels(
    style: str, page_break: str, first: int, at_head: bool, tmp_path: Path
) -> None:
    pages = []
    for number, lane in enumerate(LANES[:4], first):
        label = STYLES[style](number, first + 3)
        body = BODY.format(lane=lane)
        pages.append(f"{label}\n\n{body}" if at_head else f"{body}\n\n{label}")
    found = read(tmp_path, page_break.join(pages))
    assert [(page.number, page.label) for page in found.pages] == [(at, str(first + at - 1)) for at in (1, 2, 3, 4)]
    assert not any(page.has_picture for page in found.pages)
    for at, lane in enumerate(LANES[:4], 1):
        assert pages_of(found, f"{lane} Lane has been") == {(at, str(first + at - 1))}
    said = " ".join(block.text for block in words(found))
    assert not any(STYLES[style](number, first + 3).strip() in said for number in range(first, first + 4))
    assert said.count("sweep the whole of the lane and leave it dry") == 3
    # The sentence that a page's end cuts is one, and its pieces say both pages.
    cut = next(block for block in found.blocks if "the whole of the lane and leave" in block.text)
    assert {piece.page for piece in cut.pieces} == {1, 2}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("at_head", [False, True])
def test_without_form_feeds_rising_numbers_at_like_distances_are_those_of_pages(
    style: str, at_head: bool, tmp_path: Path
) -> None:
    parts = []
    for number, lane in enumerate(LANES, 3):
        label = STYLES[style](number, 10)
        body = BODY.format(lane=lane)
        parts.append(f"{label}\n{body}" if at_head else f"{body}\n{label}")
    found = read(tmp_path, "\n".join(parts))
    assert [(page.number, page.label) for page in found.pages] == [(at, str(at + 2)) for at in range(1, 9)]
    for at, lane in enumerate(LANES, 1):
        assert pages_of(found, f"{lane} Lane has been") == {(at, str(at + 2))}
    assert " ".join(block.text for block in words(found)).count("the lane and leave it dry") == len(LANES) - 1


@pytest.mark.parametrize("text", ["\f\f{0}\f{1}", "\n\n\f{0}\f{1}\f", "{0}\f{1}\f", "\ufeff{0}\n\f\n{1}\n\f\n"])
def test_form_feeds_before_and_after_all_words_make_no_pages(text: str, tmp_path: Path) -> None:
    found = read(tmp_path, text.format(*(BODY.format(lane=lane) for lane in LANES)))
    assert [page.number for page in found.pages] == [1, 2]
    assert pages_of(found, "Cable Lane has been") == {(1, None)}
    assert pages_of(found, "Anchor Lane has been") == {(2, None)}


def test_several_form_feeds_in_a_row_are_empty_pages(tmp_path: Path) -> None:
    found = read(tmp_path, "\f\n\f\f".join(BODY.format(lane=lane) for lane in LANES[:2]))
    assert len(found.pages) == 4
    assert pages_of(found, "Anchor Lane has been") == {(4, None)}


def test_a_form_feed_inside_a_line_ends_a_page_and_no_sentence(tmp_path: Path) -> None:
    one, other = BODY.format(lane="Mill").split("dark since ")
    found = read(tmp_path, f"{one}dark since \f{other}")
    assert any("Mill Lane has been dark since the great storm" in block.text for block in found.blocks)
    assert pages_of(found, "Mill Lane has been") == {(1, None)}
    assert pages_of(found, "the great storm") == {(2, None)}


def test_a_sentence_that_nobody_wrapped_goes_on_over_the_page(tmp_path: Path) -> None:
    whole = (
        "We will light every lane of the harbour, and we will pay the keepers of the lamps what they have asked for."
    )
    before, after = whole[:60], whole[60:]
    plan = read(
        tmp_path, f"The keepers said so.\n\n1\n\f{before.rstrip()}\n\n2\n\f{after.lstrip()}\n\n3\n\fThe end.\n\n4\n"
    )
    assert [block.text for block in plan.blocks if block.is_passage][1:] == [whole, "The end."]


def test_roman_numbers_before_arabic_ones_and_numbers_that_begin_again(tmp_path: Path) -> None:
    labels = ("i", "ii", "iii", "1", "2", "3", "1", "2")
    pages = [f"{BODY.format(lane=lane)}\n\n{label}\n" for lane, label in zip(LANES, labels, strict=True)]
    found = read(tmp_path, "\f".join(pages))
    assert [page.label for page in found.pages] == list(labels)
    assert {block.text for block in found.blocks if block.kind is Kind.FURNITURE} == set(labels)


@pytest.mark.parametrize("notes", [("1", "14", "3", "40"), ("2031", "2031", "2031", "2031"), ("5", "5", "5", "5")])
def test_numbers_that_do_not_rise_with_the_pages_are_no_labels(notes: tuple[str, ...], tmp_path: Path) -> None:
    pages = [f"{BODY.format(lane=lane)}\n\n{note}\n" for lane, note in zip(LANES, notes, strict=False)]
    found = read(tmp_path, "\f".join(pages))
    assert [page.label for page in found.pages] == [None] * 4


@pytest.mark.parametrize("shape", ["{}. We will mend it.", "We will fit {} lamps.", "{}\n"])
def test_numbers_in_the_words_make_no_pages(shape: str, tmp_path: Path) -> None:
    numbers = (250, 12, 40, 900) if shape == "{}\n" else (1, 2, 3, 4)
    text = "\n\n".join(
        f"{BODY.format(lane=lane)}.\n\n{shape.format(number)}" for lane, number in zip(LANES, numbers, strict=False)
    )
    assert read(tmp_path, text).pages == ()


def test_a_chapter_a_page_is_named_by_its_heading_and_not_taken_for_a_page(tmp_path: Path) -> None:
    pages = [f"Chapter {at}\n\n{BODY.format(lane=lane)}.\n\n{at + 4}" for at, lane in enumerate(LANES[:3], 1)]
    found = read(tmp_path, "\f".join(pages))
    assert [page.label for page in found.pages] == ["5", "6", "7"]
    assert [block.text for block in words(found) if block.text.startswith("Chapter")] == [
        "Chapter 1",
        "Chapter 2",
        "Chapter 3",
    ]


def test_a_lone_bullet_at_a_pages_end_leaves_the_page_where_it_begins(tmp_path: Path) -> None:
    pages = [f"{BODY.format(lane=lane)}.\n\n•" for lane in LANES[:3]]
    found = read(tmp_path, "\n\f".join([*pages, "a bell for the ferry"]))
    assert pages_of(found, "Mill Lane has been") == {(3, None)}
    assert pages_of(found, "a bell for the ferry") == {(4, None)}
