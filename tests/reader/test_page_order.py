"""What a page holds depends neither on the order of the pages nor on the name of the file; levels and labels may, on
the order."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph, sentence

from reader.formats.registry import read
from reader.model import Kind, Manifesto

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "uk-2017"
PAGES = 9

Found = dict[int, list[tuple[Kind, str]]]


def by_page(manifesto: Manifesto, order: list[int]) -> Found:
    """Kind and text of what stands on each page, by the page's number before the pages were put into order."""
    found: Found = defaultdict(list)
    for block in manifesto.blocks:
        for piece in block.pieces:
            assert piece.page is not None
            found[order[piece.page - 1]].append((block.kind, block.text[piece.start : piece.end]))
    return found


def shuffled(path: Path, copy: Path) -> list[int]:
    """Writes a copy with the pages in another order; the old number, from 0, of each page."""
    with pymupdf.open(path) as document:
        order = list(range(document.page_count))
        random.Random(1903).shuffle(order)  # noqa: S311  # the same order each time
        document.select(order)
        document.save(copy)
    return order


@pytest.fixture(scope="module")
def brochure(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Spreads of two numbered pages with running heads, some in two columns, with headings, items, a quote, a note."""
    press = Press(840, 595)
    for number in range(PAGES):
        if number:
            press.new_page()
        for left, side in ((40, 0), (460, 1)):
            press.line(left, 30, "A plan for Little Harbour", 8)
            press.line(left + 165, 580, str(10 + 2 * number + side), 8)
            press.line(left, 80, f"What we will do in ward {number}{'AB'[side]}", 18, "hebo")
            start = 40 * number + 20 * side
            if number % 3 == 1:
                press.column(left, 110, 150, paragraph(start, 4))
                press.column(left + 180, 110, 150, paragraph(start + 5, 4))
                continue
            below = press.column(left, 110, 330, paragraph(start, 3))
            press.line(left, below + 30, "Lamps and ferries", 12, "hebo")
            below += 30
            for item in range(3):
                press.line(left, below + 20, "•")
                below = press.column(left + 12, below + 20, 318, sentence(start + 10 + item))
            press.column(left, below + 40, 330, f"“{sentence(start + 15)}”", 14, "heit")
    return press.save(tmp_path_factory.mktemp("printed") / "brochure.pdf")


def test_pages_in_another_order_are_read_as_before(tmp_path: Path, brochure: Path) -> None:
    order = shuffled(brochure, tmp_path / "shuffled.pdf")
    expected = by_page(read(brochure), list(range(PAGES)))
    assert by_page(read(tmp_path / "shuffled.pdf"), order) == expected
    kinds = {kind for page in expected.values() for kind, _ in page}
    assert kinds >= {Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.FURNITURE}


def test_a_page_in_another_order_has_its_printed_numbers_or_none(tmp_path: Path, brochure: Path) -> None:
    order = shuffled(brochure, tmp_path / "shuffled.pdf")
    labels = [page.label for page in read(tmp_path / "shuffled.pdf").pages]
    printed = [f"{10 + 2 * number}|{11 + 2 * number}" for number in order]
    assert all(label in (one, None) for label, one in zip(labels, printed, strict=True))


def test_a_file_is_read_alike_under_any_name(tmp_path: Path, brochure: Path) -> None:
    renamed = tmp_path / "labour-2017.bin"
    renamed.write_bytes(brochure.read_bytes())
    one, other = read(brochure), read(renamed)
    assert (one.blocks, one.pages, one.language) == (other.blocks, other.pages, other.language)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="real manifestos are not at hand (../shared/corpus)")
@pytest.mark.parametrize("name", ["green-ni-2017.pdf", "conservative-wales-2017.pdf"])
def test_pages_of_real_manifestos_in_another_order_are_read_as_before(tmp_path: Path, name: str) -> None:
    order = shuffled(CORPUS / name, tmp_path / name)
    before = by_page(read(CORPUS / name), list(range(len(order))))
    after = by_page(read(tmp_path / name), order)
    same = sum((Counter(before[page]) & Counter(after[page])).total() for page in before)
    # What runs over a page's end cannot be as before.
    assert same >= 0.99 * sum(map(len, before.values()))
