"""Cells of a PDF's table that reach over several rows: each row says its labels, a sum for several is said once."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pymupdf
import pytest
from typeset import Press, paragraph, read, texts

from reader.formats import registry

DOWN = (40, 160, 240, 320)
AMOUNTS = (("£3m", "£4m"), ("£5m", "£6m"), ("£7m", "£8m"))
HEADS = ("Heading", "Now", "Then")


def table(labels: dict[int, tuple[str, float]], merged: tuple[int, ...], column: int = 0, boxed: bool = False) -> Press:
    """A ruled table of a head and three rows between two paragraphs. The rows above the `merged` rules (from 2) reach
    down over them in the `column`, in which `labels` say what stands in a row and how many rows lower."""
    press = Press()
    top = press.column(40, 60, 340, paragraph(10)) + 20
    across = [top + 24 * row for row in range(5)]
    for row, y in enumerate(across):
        for at, (x0, x1) in enumerate(pairwise(DOWN)):
            if row not in merged or at != column:
                press.sheet.draw_line((x0, y), (x1, y))
    for x in () if boxed else DOWN:
        press.sheet.draw_line((x, across[0]), (x, across[-1]))
    if boxed:
        for x0, x1 in pairwise(DOWN):
            press.sheet.draw_rect((x0, across[0], x1, across[-1]))
    for row, cells in enumerate((HEADS, *((f"Item {at}", *AMOUNTS[at]) for at in range(3)))):
        for at, text in enumerate(cells):
            if at != column or row == 0:
                press.line(DOWN[at] + 4, across[row] + 16, text)
        if row in labels:
            text, lower = labels[row]
            press.line(DOWN[column] + 4, across[row] + 16 + 24 * lower, text)
    press.column(40, across[-1] + 40, 340, paragraph(20))
    return press


@pytest.mark.parametrize("boxed", [True, False])
@pytest.mark.parametrize("lower", [0, 0.5, 1])
def test_each_row_says_the_label_of_its_span(tmp_path: Path, lower: float, boxed: bool) -> None:
    press = table({1: ("Policing", lower), 3: ("Quays", 0)}, (2,), boxed=boxed)
    assert texts(read(press, tmp_path)) == [
        paragraph(10), "Heading Now Then", "Policing £3m £4m", "Policing £5m £6m", "Quays £7m £8m", paragraph(20),
    ]  # fmt: skip


def test_a_label_of_two_lines_is_said_whole_in_every_row(tmp_path: Path) -> None:
    press = table({1: ("Policing and", 0), 2: ("the courts", -0.5)}, (2, 3))
    assert texts(read(press, tmp_path))[2:-1] == [
        "Policing and the courts £3m £4m", "Policing and the courts £5m £6m", "Policing and the courts £7m £8m",
    ]  # fmt: skip


def test_a_sum_for_several_rows_is_said_once(tmp_path: Path) -> None:
    press = table({1: ("£15m", 0.5), 3: ("£1m", 0)}, (2,), column=2)
    assert texts(read(press, tmp_path))[2:-1] == ["Item 0 £3m £15m", "Item 1 £5m", "Item 2 £7m £1m"]


def test_a_table_set_by_a_browser_says_its_labels_too(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr>{label}<td>{first}</td><td>{second}</td></tr>"
        for label, (first, second) in zip(("<td rowspan=2>Policing</td>", "", "<td>Quays</td>"), AMOUNTS, strict=True)
    )
    style = "<style>table{border-collapse:collapse;width:100%} td{border:1px solid black;padding:4px}</style>"
    document = pymupdf.open()
    page = document.new_page(width=420, height=595)
    html = f"{style}<p>{paragraph(1)}</p><table>{rows}</table><p>{paragraph(9)}</p>"
    page.insert_htmlbox(pymupdf.Rect(40, 40, 380, 560), html)
    document.save(tmp_path / "browser.pdf")
    found = [block.text for block in registry.read(tmp_path / "browser.pdf").blocks]
    assert found == [paragraph(1), "Policing £3m £4m", "Policing £5m £6m", "Quays £7m £8m", paragraph(9)]


def test_the_rectangle_of_a_row_is_its_own(tmp_path: Path) -> None:
    found = read(table({1: ("Policing", 0), 3: ("Quays", 0)}, (2,)), tmp_path)
    first, second = (
        [piece.rect for piece in block.pieces if piece.rect] for block in found.blocks if block.text.startswith("Polic")
    )
    assert max(rect.y1 for rect in first) <= min(rect.y0 for rect in second)
