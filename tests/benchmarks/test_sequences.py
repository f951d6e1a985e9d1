"""The scorer of whole documents by sequences of five words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.sequences import main, score, text_of

CLEAN = "We will mend the quay before the winter storms come in."


def test_equal_texts_score_one_whatever_their_case_and_punctuation() -> None:
    assert score("WE will: mend the quay — before the winter storms come in", CLEAN) == score(CLEAN, CLEAN)
    assert score(CLEAN, CLEAN).found == score(CLEAN, CLEAN).sound == 1.0


def test_a_lost_word_costs_the_sequences_it_stands_in() -> None:
    # Eleven words have seven sequences; without "quay" six are left, of which two stand in the clean text.
    result = score("We will mend the before the winter storms come in.", CLEAN)
    assert result.found == pytest.approx(2 / 7)
    assert result.sound == pytest.approx(2 / 6)


def test_added_words_cost_soundness_only() -> None:
    result = score(f"{CLEAN} Page four of nine.", CLEAN)
    assert result.found == 1.0
    assert result.sound == pytest.approx(7 / 11)


def test_an_empty_extraction_scores_nothing() -> None:
    assert (score("", CLEAN).found, score("", CLEAN).sound) == (0.0, 0.0)


def test_furniture_of_an_extraction_and_link_targets_of_markdown_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extraction = tmp_path / "x.json"
    blocks = [{"kind": "furniture", "text": "Page 4"}, {"kind": "paragraph", "text": CLEAN}]
    extraction.write_text(json.dumps({"blocks": blocks}), encoding="utf-8")
    clean = tmp_path / "x.md"
    clean.write_text(CLEAN.replace("quay", "[quay](http://example.org/a/b)"), encoding="utf-8")
    assert text_of(extraction, CLEAN) == (f" {CLEAN}", [])
    assert main([str(extraction), str(clean)]) == 0
    assert capsys.readouterr().out == "found 1.0000  sound 1.0000\n"


def written(path: Path, *blocks: tuple[str, str]) -> Path:
    path.write_text(json.dumps({"blocks": [{"kind": kind, "text": text} for kind, text in blocks]}), encoding="utf-8")
    return path


NUMBERED = (("contents", "2.1 Quays and what they cost 7"), ("heading", "2.1 Quays"), ("paragraph", CLEAN))


def test_numbers_and_contents_that_the_clean_text_leaves_out_are_left_aside_and_named(tmp_path: Path) -> None:
    clean = f"Quays\n{CLEAN}"
    found, aside = text_of(written(tmp_path / "x.json", *NUMBERED), clean)
    assert score(found, clean).sound == 1.0
    assert aside == ["contents pages", "numbers of headings"]


def test_numbers_and_contents_that_the_clean_text_has_are_compared(tmp_path: Path) -> None:
    clean = f"2.1 Quays and what they cost 7\n2.1 Quays\n{CLEAN}"
    found, aside = text_of(written(tmp_path / "x.json", *NUMBERED), clean)
    assert score(found, clean).sound == 1.0
    assert aside == []
    assert "2.1 Quays and" in found
