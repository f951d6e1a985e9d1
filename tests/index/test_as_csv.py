"""CSV: nothing in it is a formula, and everything comes back as it was."""

from __future__ import annotations

import csv
import io

import pytest

from index.exports.as_csv import as_csv, guarded, unguarded
from index.exports.sheets import Sheet

FORMULAS = ["=1+1", "+44 20", "-5 %", "@home", "\tmp", "\rx", "'=1+1", "''@"]


@pytest.mark.parametrize("text", [*FORMULAS, "", "'", "'quoted'", "’tis", "a=b", " =1"])
def test_the_apostrophe_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_a_spreadsheet_sees_no_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"
    written = as_csv(Sheet("Said", ("number", "words"), ((-5, text), (None, None))))
    assert list(csv.reader(io.StringIO(written, newline=""))) == [["number", "words"], ["-5", f"'{text}"], ["", ""]]
