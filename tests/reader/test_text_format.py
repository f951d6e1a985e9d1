"""Plain text read into headings, paragraphs and list items."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import NoText
from reader.formats import registry
from reader.formats.decoding import cleaned
from reader.formats.text import blocks_of
from reader.model import Block, Kind

KHAN = Path(__file__).resolve().parents[2] / "assets" / "samples"


def shown(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks_of(cleaned(text))]


def test_hard_wrapped_lines_become_paragraphs_between_blank_lines() -> None:
    text = (
        "We will light every lane of the harbour and of the town that\n"
        "lies behind it, and we will pay for this out of the com-\n"
        "mon purse.\n\n"
        "The quay comes next, because the ferry cannot land there in\n"
        "a storm. The common purse will pay for that too.\n"
    )
    assert shown(text) == [
        (
            "paragraph",
            "We will light every lane of the harbour and of the town that lies behind it, and we will pay for this "
            "out of the common purse.",
        ),
        (
            "paragraph",
            "The quay comes next, because the ferry cannot land there in a storm. "
            "The common purse will pay for that too.",
        ),
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    long = "We will light every lane of the harbour and of the town behind it. " * 4
    assert [kind for kind, _ in shown(f"Lamps\n{long}\n{long}\n\nFerries\n\n{long}")] == [
        "heading", "paragraph", "paragraph", "heading", "paragraph"
    ]  # fmt: skip


def test_bullets_also_indented_ones_are_items_with_their_depth() -> None:
    text = (
        "We will:\n\n  • light the lanes\n  • mend the quay, which has been broken\n"
        "    since the storm\n     – at once\n"
    )
    items = [block for block in blocks_of(text) if block.kind is Kind.LIST_ITEM]
    assert [(item.text, item.level, item.marker) for item in items] == [
        ("light the lanes", 1, "•"),
        ("mend the quay, which has been broken since the storm", 1, "•"),
        ("at once", 2, "–"),
    ]


def test_form_feeds_and_what_recurs_beside_page_numbers_do_not_part_a_sentence() -> None:
    pages = [
        f"A plan for Little Harbour\n\nIn ward {ward} the council will mend what was left broken by\n"
        f"the storm, and it will do so before the next winter comes and\n\nPage {number}\n"
        for number, ward in enumerate("ABCDEF", 1)
    ]
    found = blocks_of("\f".join(pages))
    furniture = {block.text for block in found if block.kind is Kind.FURNITURE}
    assert furniture == {"A plan for Little Harbour", *(f"Page {number}" for number in range(1, 7))}
    paragraphs = " ".join(block.text for block in found if block.kind is Kind.PARAGRAPH)
    assert "comes and In ward B the council" in paragraphs


LANES = ("Cable", "Anchor", "Mill", "Ferry", "Rope", "Salt", "Lantern", "Gull")


def test_heads_of_facing_pages_whose_numbers_take_turns_are_no_text() -> None:
    lines = []
    for lane, number in zip(LANES, (2, 7, 3, 8, 4, 9, 5, 10), strict=True):
        lines += [f"LITTLE HARBOUR 2031 {number}", "A plan for everyone", f"The lamps of {lane} Lane will be"]
        lines += ["mended, and people who have waited for it", "will be asked which ones to light before the others."]
    found = blocks_of("\n".join(lines))
    kinds = {block.text: block.kind for block in found}
    assert kinds["LITTLE HARBOUR 2031 7"] is kinds["A plan for everyone"] is Kind.FURNITURE
    assert any("The lamps of Salt Lane will be mended, and people" in text for text in kinds)


def test_sums_that_recur_with_other_figures_are_text() -> None:
    sums = [f"COSTS = £{figure} BILLION PA" for figure in (70, 18, 17, 4, 91, 33)]
    text = "\n".join(
        f"{one}\nThe lamps of {lane} Lane will be mended.\n" for one, lane in zip(sums, LANES, strict=False)
    )
    assert not [block for block in blocks_of(text) if block.kind is Kind.FURNITURE]


def test_capitals_and_numbers_make_headings_and_dotted_lines_contents() -> None:
    text = (
        "CONTENTS\nLamps ........... 3\nFerries ......... 12\n\n1. LAMPS AND LANES\n\nWe will light every lane of the "
        "town that lies\nbehind the harbour, one by one.\n"
    )
    assert [kind for kind, _ in shown(text)] == ["heading", "contents", "contents", "heading", "paragraph"]
    assert ("contents", "Ferries 12") in shown(text)


def test_a_text_without_line_ends_is_cut_at_sentences() -> None:
    blocks = blocks_of("We will light the lanes of the harbour. " * 400)
    assert len(blocks) > 10
    assert all(block.text.endswith(".") and len(block.text) < 1000 for block in blocks)


def test_the_khan_chapter_has_its_headings_over_their_lists(tmp_path: Path) -> None:
    (path,) = KHAN.glob("khan-2024-*.txt")
    manifesto = registry.read(path)
    headings = [(block.level, block.text) for block in manifesto.blocks if block.kind is Kind.HEADING]
    assert headings[:3] == [(1, "Making London Safer"), (2, "Key Pledges"), (3, "Tough on crime")]
    assert manifesto.title == "Making London Safer"
    items = [block for block in manifesto.blocks if block.kind is Kind.LIST_ITEM]
    assert len(items) == 10
    assert {item.section[-1] for item in items} == {"Reducing violence against women and girls"}
    before = manifesto.blocks[manifesto.blocks.index(items[0]) - 1]
    assert before.kind is Kind.PARAGRAPH
    assert manifesto.blocks[-1].kind is Kind.PARAGRAPH


@pytest.mark.parametrize("content", [b"\n \n", b"\x00\x00", b"...\n---\n"])
def test_a_file_without_words_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    with pytest.raises(NoText):
        registry.read(path)


def check(blocks: list[Block]) -> None:
    for block in blocks:
        assert block.text
        assert block.pieces
        assert all(0 <= piece.start < piece.end <= len(block.text) for piece in block.pieces)
        assert all(a.end <= b.start for a, b in pairwise(block.pieces))
        assert all(piece.rect is None for piece in block.pieces)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n\n \t•-.12ab,AB\f")), max_size=400))
@settings(deadline=None)
def test_pieces_lie_in_their_text_and_ascend_whatever_the_file_holds(text: str) -> None:
    check(blocks_of(cleaned(text)))


@given(
    st.lists(st.sampled_from(["Lamps and lanes", "We act. We", "• mend it", "12", "", "THE QUAY", "a–b"]), max_size=30)
)
@settings(deadline=None)
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    letters = [char for block in blocks_of(text) for char in (block.marker or "") + block.text if char.isalnum()]
    assert sorted(letters) == sorted(char for char in text if char.isalnum())
