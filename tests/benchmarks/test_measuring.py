"""What benchmarks stand on: made-up manifestos that can be read, marks between processes, and the table."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pymupdf
import pytest

from benchmarks.documents import make_manifesto, make_manifestos
from benchmarks.table import Measurement, table
from benchmarks.texts import manifesto
from benchmarks.watching import marks_of
from reader.formats.registry import read
from reader.model import Kind


def test_made_up_manifestos_have_the_pages_asked_for_and_the_same_text_each_time(tmp_path: Path) -> None:
    paths = make_manifestos(tmp_path / "all", 3, (2, 4))
    texts = []
    for path in (*paths, make_manifesto(tmp_path / "again.pdf", 2, 4)):
        with pymupdf.open(path) as document:
            texts.append([page.get_text() for page in document])
    assert [len(pages) for pages in texts] == [2, 3, 4, 4]
    assert texts[2] == texts[3]
    assert texts[0][0] != texts[1][0]


def test_made_up_manifestos_read_as_headings_paragraphs_and_items(tmp_path: Path) -> None:
    blocks = read(make_manifesto(tmp_path / "one.pdf", 7, 3)).blocks
    kinds = {kind: sum(block.kind is kind for block in blocks) for kind in Kind}
    assert kinds[Kind.HEADING] > 4
    assert kinds[Kind.PARAGRAPH] > 10
    assert kinds[Kind.LIST_ITEM] > 10


def test_marks_carry_figures_and_the_time_since_the_start() -> None:
    script = "from benchmarks.marks import mark; print('noise'); mark('shown', rows=3)"
    marks = marks_of([sys.executable, "-c", script])
    assert marks["shown"].figures == {"rows": 3}
    assert 0 < marks["shown"].after < 60


def test_a_measuring_program_that_fails_is_told_with_its_own_words() -> None:
    with pytest.raises(RuntimeError, match="no such window"):
        marks_of([sys.executable, "-c", "import sys; sys.exit('no such window')"])


def test_the_table_judges_by_the_median_and_says_what_is_missing() -> None:
    shown = table(
        [
            Measurement("(x) met", "s", 4, (1.0, 3.0, 9.0), "on paper"),
            Measurement("(y) missed", "s", 2, (1.0, 3.0, 9.0)),
            Measurement("(z) absent", "s", 2, missing="nothing to compare with"),
        ]
    ).splitlines()
    assert shown[1].split() == ["(x)", "met", "1.00", "3.00", "9.00", "4", "s", "met"]
    assert shown[2].endswith("MISSED")
    assert shown[3].endswith("not measured: nothing to compare with")
    assert shown[4] == "  (x) on paper"


def test_made_up_texts_are_the_same_each_time_and_few_words_make_up_most_of_them() -> None:
    made = manifesto(3, 20_000)
    assert made == manifesto(3, 20_000)
    assert made != manifesto(4, 20_000)
    assert {Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM} == {block.kind for block in made.blocks}
    counted = Counter(word for block in made.blocks for word in block.text.lower().split())
    assert 20_000 <= sum(len(block.text) for block in made.blocks) < 21_000
    assert sum(count for _, count in counted.most_common(20)) > 0.2 * counted.total()
    assert len(counted) > 500
