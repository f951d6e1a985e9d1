"""A table as CSV, as RFC 4180 has it. Text that a spreadsheet would take for a formula has an apostrophe before it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from index.exports.sheets import Sheet, Value

# Apostrophes of the text's own before such a sign are counted in, so that one can always be taken off again.
_FORMULA = re.compile("'*[=+\\-@\t\r]")


def as_csv(sheet: Sheet) -> str:
    """The head, then the rows; None is an empty cell."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(sheet.columns)
    writer.writerows(map(_cells, sheet.rows))
    return written.getvalue()


def guarded(text: str) -> str:
    """The text with one apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _cells(row: Sequence[Value]) -> list[Value]:
    return [guarded(value) if isinstance(value, str) else value for value in row]
