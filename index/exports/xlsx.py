"""Rows as an Excel workbook: a sheet for each table, every text a text and none a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence

from index.exports.sheets import Sheet

# Excel's own limits: characters in a cell, in a sheet's name; and what a name may not have.
_CELL, _NAME = 32_767, 31
_NOT_IN_NAMES = str.maketrans("[]:*?/\\", "       ")
# How wide a column is, in characters: as its widest value, within these.
_NARROWEST, _WIDEST = 8, 60


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """The workbook. A text that is longer than a cell can hold ends with "[...]"; the head stays in sight."""
    import xlsxwriter

    file = io.BytesIO()
    # Texts that look like formulas, numbers or addresses stay texts.
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(file, as_text) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet, name in zip(sheets, _names(sheets), strict=True):
            page = book.add_worksheet(name)
            page.write_row(0, 0, sheet.columns, head)
            for number, row in enumerate(sheet.rows, 1):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        page.write_string(number, column, fitting(value), cell)
                    elif value is not None:
                        page.write_number(number, column, value, cell)
            for column, name in enumerate(sheet.columns):
                widest = max((len(str(row[column] or "")) for row in sheet.rows), default=0)
                page.set_column(column, column, min(max(len(name), widest, _NARROWEST), _WIDEST))
            page.freeze_panes(1, 0)
            if sheet.rows:
                page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    return file.getvalue()


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """What the sheets are called: as Excel allows it, and each by a name of its own whatever its case."""
    made: list[str] = []
    for sheet in sheets:
        cleaned = " ".join(sheet.name.translate(_NOT_IN_NAMES).split()).strip("'") or "Sheet"
        name, number = cleaned[:_NAME], 1
        while name.casefold() in map(str.casefold, made):
            number += 1
            end = f" ({number})"
            name = f"{cleaned[: _NAME - len(end)]}{end}"
        made.append(name)
    return made


def fitting(value: str) -> str:
    """The text as far as a cell can hold it."""
    return value if len(value) <= _CELL else f"{value[: _CELL - 6]} [...]"
