"""Whole PDFs against texts of them that others cleaned or wrote, where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.sequences import clean_text, score, text_of
from reader.formats.registry import read

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="real manifestos are not at hand (../shared/corpus)")


@pytest.mark.parametrize(
    ("name", "clean", "found", "sound"),
    [
        ("other-languages/fdp-2021.pdf", "other-languages/fdp-2021-clean.txt", 0.995, 0.99),
        ("word-and-web/piraten-grundsatzprogramm.pdf", "word-and-web/piraten-grundsatzprogramm.md", 0.99, 0.99),
    ],
)
def test_a_whole_document_has_the_words_that_others_found_in_it(
    tmp_path: Path, name: str, clean: str, found: float, sound: float
) -> None:
    manifesto = read(CORPUS / name)
    extraction = tmp_path / "x.json"
    blocks = [{"kind": one.kind.value, "marker": one.marker, "text": one.text} for one in manifesto.blocks]
    extraction.write_text(json.dumps({"blocks": blocks}), encoding="utf-8")
    expected = clean_text(CORPUS / clean)
    extracted, _ = text_of(extraction, expected)
    reached = score(extracted, expected)
    assert reached.found >= found
    assert reached.sound >= sound
