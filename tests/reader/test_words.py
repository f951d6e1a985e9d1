"""What counts as a manifesto's words: what every share is a share of."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph, sentence

from reader.formats import registry
from reader.model import Block, Kind, Manifesto
from reader.recognition.recognising import recognise_page
from reader.words import number_of_words, words_in

ENTRIES = (
    "bridge, 4, 7",
    "ferry, 3, 5",
    "lamps, 2, 6",
    "library, 4",
    "market, 5",
    "quay, 3, 4, 5",
    "schools, 5",
    "well, 7",
)


def plan(path: Path, *, scanned: int = 0, heads: bool = True) -> Path:
    """Contents, six pages that run on into each other under a running head, and an index; one page is a picture."""
    press = Press()
    press.line(40, 60, "Contents", 16, "hebo")
    for number in range(2, 8):
        press.line(40, 80 + 20 * number, f"Part {number} of the work")
        press.line(360, 80 + 20 * number, str(number))
    for number in range(2, 8):
        press.new_page()
        if heads:
            press.line(40, 30, "A Plan for Little Harbour", 8)
        below = press.column(40, 70, 330, f"and when that is done, {sentence(number)}")
        press.line(40, below + 40, f"Part {number} of the work", 14, "hebo")
        below = press.column(40, below + 65, 330, paragraph(number * 20, 4))
        press.column(40, below + 25, 330, "We will also speak with the people who live beside the harbour, because")
        press.line(200, 580, str(number), 8)
    press.new_page()
    press.line(40, 60, "Index", 16, "hebo")
    for number, entry in enumerate(ENTRIES):
        press.line(40, 90 + 14 * number, entry)
    if scanned:
        sheet = press.document[scanned - 1]
        picture = sheet.get_pixmap(dpi=150)
        press.document.delete_page(scanned - 1)
        page = press.document.new_page(scanned - 1, width=420, height=595)
        page.insert_image(pymupdf.Rect(0, 0, 420, 595), pixmap=picture)
    return press.save(path)


def counted(manifesto: Manifesto, *without: int) -> Counter[int | None]:
    """The words of passages by the page that they are printed on."""
    found: Counter[int | None] = Counter()
    for block in manifesto.blocks:
        for piece in block.pieces if block.is_passage else ():
            found[piece.page] += number_of_words(block.text[piece.start : piece.end])
    return Counter({page: words for page, words in found.items() if page not in without})


@pytest.mark.parametrize(("scanned", "heads"), [(3, True), (2, False), (5, True)])
def test_ocr_changes_no_word_count_of_the_pages_that_it_does_not_read(
    scanned: int, heads: bool, tmp_path: Path
) -> None:
    path = plan(tmp_path / "plan.pdf", scanned=scanned, heads=heads)
    before = registry.read(path)
    after = registry.read(path, recognised=[recognise_page(path, scanned, "eng")])
    assert [page.number for page in before.pages if not page.readable] == [scanned]
    assert counted(before, scanned) == counted(after, scanned)
    assert words_in(after.blocks) - words_in(before.blocks) == counted(after)[scanned] > 50


def test_heads_contents_and_indexes_do_not_count(tmp_path: Path) -> None:
    with_all, without = registry.read(plan(tmp_path / "a.pdf")), registry.read(plan(tmp_path / "b.pdf", heads=False))
    assert set(counted(with_all)) == set(range(2, 8))
    assert words_in(with_all.blocks) == words_in(without.blocks)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We will mend the quay.", 5),
        ("Policing | £3m | £4m", 3),
        ("lamps – and lanes — all of them", 6),
        ("• 250 more officers", 3),
        ("a self-governing harbour", 3),
        ("* * *", 0),
        ("", 0),
    ],
)
def test_signs_between_words_are_no_words(text: str, words: int) -> None:
    assert number_of_words(text) == words


@pytest.mark.parametrize("kind", list(Kind))
def test_only_passages_count(kind: Kind) -> None:
    counts = kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.CAPTION)
    assert words_in([Block(kind, "We will mend the quay.")]) == (5 if counts else 0)
