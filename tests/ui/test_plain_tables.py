"""Tables and lines that are only read: figures align, names of codes stay whole, and no box stands in another."""

from __future__ import annotations

from pixels import box, colours, picture
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from ui import theme
from ui.shared.elided import Elided
from ui.shared.plain_table import Cells, PlainTable
from ui.theme.rows import SHORT_ROLE, Rows

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def test_sizes_of_files_align_as_figures_do(themed: QApplication) -> None:
    cells = Cells(("Made", "Size", "Against now"))
    cells.show_rows([("Monday", "528 KB", "the same"), ("Sunday", "1.2 MB", "damaged")])
    for column, aligned in ((0, None), (1, RIGHT), (2, None)):
        assert cells.data(cells.index(0, column), Qt.ItemDataRole.TextAlignmentRole) == aligned


def test_on_a_panel_that_floats_a_table_has_the_panel_s_ground(themed: QApplication, qtbot: QtBot) -> None:
    theme.apply(themed, dark=True)
    try:
        cells = Cells(("Made", "Size"))
        cells.show_rows([("Monday", "528 KB")])
        table = PlainTable(cells, "Copies", raised=True)
        qtbot.addWidget(table)
        table.resize(400, 200)
        table.show()
        head = picture(table.horizontalHeader())
        assert theme.tokens().colours.raised in colours(head)
        assert theme.tokens().colours.surface not in colours(head)
        assert not table.viewport().autoFillBackground()
    finally:
        theme.apply(themed, dark=False)


def test_where_all_words_have_no_room_their_short_form_stands(themed: QApplication, qtbot: QtBot) -> None:
    def drawn(width: int, words: str, short: str = "") -> bytes:
        model, item = QStandardItemModel(1, 1), QStandardItem(words)
        item.setData(short or None, SHORT_ROLE)
        model.setItem(0, 0, item)
        view = QTableView()
        qtbot.addWidget(view)
        view.setModel(model)
        view.setItemDelegate(Rows(view))
        view.setColumnWidth(0, width)
        view.resize(400, 100)
        view.show()
        cell = picture(view.viewport()).copy(view.visualRect(model.index(0, 0)))
        return bytes(cell.constBits())

    assert drawn(120, "Safety > Police on foot", "Police on foot") == drawn(120, "Police on foot")
    assert drawn(300, "Safety > Police on foot", "Police on foot") == drawn(300, "Safety > Police on foot")


def test_a_line_that_gives_way_keeps_to_its_side(themed: QApplication, qtbot: QtBot) -> None:
    line = Elided("29 notes")
    qtbot.addWidget(line)
    line.setAlignment(RIGHT)
    line.resize(400, 24)
    line.show()
    ink = line.palette().color(line.foregroundRole()).name()
    assert box(picture(line), ink).left() > 200
