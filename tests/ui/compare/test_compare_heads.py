"""What the head of a column says of its topic, and that its parts stand level with those of the other heads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pixels import colours, picture
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from index.comparison import Column, Share, Silence, SilenceReason
from index.shares import DEFINITION, share_sentence, written
from reader.library.records import Document
from ui import theme
from ui.compare.table.heads import HeadRow, ShareBar, subtitle

LONG = Document(
    "long",
    "For the many who never had a harbour of their own",
    party="The Party of Everyone Who Lives beside the Harbour",
    election="Harbour board election",
    year="2024",
    extent="chapter",
)
SHORT = Document("short", "Lamps", party="Lamp Party", year="2024")
WIDTH = 260


@pytest.fixture
def row(themed: QApplication, qtbot: QtBot) -> Iterator[HeadRow]:
    shown = HeadRow(3)
    qtbot.addWidget(shown)
    silence = Silence("Nothing found; 126 of 128 pages of this manifesto readable.", SilenceReason.PARTIAL)
    columns = (
        Column(LONG, Share(12, 840, 28.0)),
        Column(SHORT, Share(1, 40, 9.0)),
        Column(SHORT, Share(0, 0, 0.0), silence),
    )
    for head, column in zip(shown.heads(), columns, strict=True):
        head.show_column(column, 28.0)
    shown.show()
    yield shown
    shown.hide()


def tops(row: HeadRow, part: type[ShareBar] | type[QLabel], at: int = 0) -> list[int]:
    return [head.findChildren(part)[at].y() for head in row.heads()]


@pytest.mark.parametrize(
    ("figure", "told"), [(0.0, "0.0"), (0.04, "< 0.1"), (28.44, "28.4"), (99.94, "99.9"), (99.96, "100"), (412, "412")]
)
def test_the_measure_is_rounded_alike_everywhere(figure: float, told: str) -> None:
    assert written(Share(1, round(figure * 100), figure)) == told


def test_the_measure_stands_before_the_passages_with_one_unit() -> None:
    assert share_sentence(Share(12, 840, 28.0, 0.4)) == "28.0 words per 1,000 · 12 passages"
    assert share_sentence(Share(1, 40, 0.04, 0.04)) == "< 0.1 words per 1,000 · 1 passage"


def test_extracts_and_short_texts_have_a_count_alone() -> None:
    assert share_sentence(Share(1_200, 840, None)) == "1,200 passages"


def test_the_extent_comes_first_so_that_it_is_never_cut(row: HeadRow) -> None:
    assert subtitle(LONG) == "one chapter · Harbour board election 2024"
    row.place(3, WIDTH, 0, folded=False)
    about = row.heads()[0].findChildren(QLabel)[1].text()
    assert about.startswith("one chapter")
    assert about.endswith("…")


@pytest.mark.parametrize("most", [0, 90, 500])
def test_names_bars_and_figures_stand_level_whatever_wraps(row: HeadRow, most: int) -> None:
    row.place(3, WIDTH, most, folded=False)
    assert len(set(tops(row, QLabel))) == 1
    assert len(set(tops(row, ShareBar))) == 1
    assert len(set(tops(row, QLabel, 3))) == 1
    assert {head.height() for head in row.heads()} == {row.height()}


def test_nothing_is_cut_where_there_is_room(row: HeadRow) -> None:
    row.place(3, WIDTH, 500, folded=False)
    assert not [label for label in row.findChildren(QLabel) if "…" in label.text()]
    whole = row.height()
    row.place(3, WIDTH, 0, folded=False)
    assert row.height() < whole


def test_folded_heads_keep_name_and_extent(row: HeadRow) -> None:
    row.place(3, WIDTH, 500, folded=False)
    whole = row.height()
    row.place(3, WIDTH, 500, folded=True)
    shown = [[label.text() for label in head.findChildren(QLabel) if label.isVisible()] for head in row.heads()]
    assert shown[1:] == [["Lamp Party"], ["Lamp Party"]]
    assert shown[0][0].endswith("…")
    assert shown[0][1] == "one chapter"
    assert whole - row.height() == row.gain > 0


def test_what_wraps_less_begins_on_the_first_line_too(row: HeadRow) -> None:
    row.place(3, WIDTH, 500, folded=False)
    assert all(label.alignment() & Qt.AlignmentFlag.AlignTop for label in row.heads()[1].findChildren(QLabel)[1::2])


def test_folded_heads_of_one_name_keep_what_tells_them_apart(row: HeadRow) -> None:
    for head, year in zip(row.heads(), ("2019", "2023"), strict=False):
        head.show_column(Column(SHORT, Share(1, 40, 9.0)), 28.0, apart=year)
    row.place(2, WIDTH, 500, folded=True)
    shown = [[label.text() for label in head.findChildren(QLabel) if label.isVisible()] for head in row.heads()]
    assert shown[:2] == [["Lamp Party", "2019"], ["Lamp Party", "2023"]]


def test_the_tip_defines_the_measure_where_there_is_one(row: HeadRow) -> None:
    first, second, silent = row.heads()
    assert DEFINITION in second.toolTip().replace("\n", " ")
    assert second.accessibleDescription() == DEFINITION
    assert first.accessibleDescription().startswith(f"{DEFINITION} No bar: the share of a part")
    assert "one chapter" in first.accessibleName()
    assert silent.accessibleName().endswith("readable.")


def test_a_chapter_has_its_figure_but_no_bar_to_be_compared_with_those_of_whole_manifestos(row: HeadRow) -> None:
    row.place(2, WIDTH, 500, folded=False)
    accent = theme.tokens().colours.accent
    bars = [head.findChild(ShareBar) for head in row.heads()[:2]]
    assert [accent in colours(picture(bar)) for bar in bars if bar is not None] == [False, True]
    assert "28.0 words per 1,000" in row.heads()[0].accessibleName()
