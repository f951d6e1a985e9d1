"""The table of codes and notes as Qt asks for it: those that are found, sorted, under a head for each group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from index.annotations.filtering import COLUMNS, EVERYTHING, By, Facets, Shelf
from index.annotations.listing import Annotations, Listed
from reader.library.clock import written_day
from reader.library.codes import BETWEEN
from reader.wording import tr, tr_count
from ui import theme
from ui.theme.code_marks import colour_in
from ui.theme.rows import DOT_ROLE, FAINT_ROLE, FIGURES_ROLE, SHORT_ROLE
from ui.theme.words import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
WORDS, CODE, MEMO, MANIFESTO, PAGE, CODER, DATE = range(len(COLUMNS))


def heads() -> tuple[str, ...]:
    """What stands over the columns."""
    return (tr("Words"), tr("Code"), tr("Memo"), tr("Manifesto"), tr("Page"), tr("Coder"), tr("Date"))


class NotesModel(QAbstractTableModel):
    """A row for each code or note that is found, and one for the head of each group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf = Shelf(Annotations())
        self._typed, self._facets, self._by = "", EVERYTHING, By.NOTHING
        self._column, self._descending = -1, False
        self._lines: list[int | str] = []  # the number of a row of the shelf, or the words of a head
        self._rows: list[int] = []

    def show_shelf(self, shelf: Shelf, typed: str, facets: Facets, by: By) -> None:
        """Show those of these that have what is typed and fit the facets, grouped, and sorted as before."""
        self.shelf = shelf
        self.narrow(typed, facets, by)

    def narrow(self, typed: str, facets: Facets, by: By) -> None:
        """Show those that have what is typed and fit the facets, grouped."""
        self._typed, self._facets, self._by = typed, facets, by
        self._fill()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by this column; -1 for as they stand in the manifestos."""
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._fill()

    @property
    def found(self) -> list[Listed]:
        """The codes and notes that are shown, in their order."""
        return [self.shelf.annotations.rows[number] for number in self._rows]

    @property
    def group_lines(self) -> list[int]:
        """The lines that are heads of groups."""
        return [at for at, line in enumerate(self._lines) if isinstance(line, str)]

    def listed(self, line: int) -> Listed | None:
        """What stands in a line; None for the head of a group and for no line."""
        if not 0 <= line < len(self._lines):
            return None
        number = self._lines[line]
        return self.shelf.annotations.rows[number] if isinstance(number, int) else None

    def lines_of(self, names: Sequence[str]) -> list[int]:
        """The lines of these codes and notes (ids), as far as they are shown."""
        wanted, rows = set(names) - {""}, self.shelf.annotations.rows
        if not wanted:
            return []
        return [at for at, line in enumerate(self._lines) if isinstance(line, int) and rows[line].id in wanted]

    def _fill(self) -> None:
        self.beginResetModel()
        shelf = self.shelf
        found = shelf.find(self._typed, self._facets)
        if self._column >= 0:
            found = shelf.sort(found, self._column, descending=self._descending)
        self._lines = []
        self._rows = []
        if self._by is By.NOTHING:
            self._rows = found
            self._lines.extend(found)
        else:
            for name, numbers in shelf.group(found, self._by):
                self._lines += [f"{self._group_name(name)} ({len(numbers):,})", *numbers]
                self._rows += numbers
        self.endResetModel()

    def _group_name(self, name: str) -> str:
        annotations = self.shelf.annotations
        if self._by is By.CODE:
            return annotations.codebook.written_path(name) or tr("Notes")
        if self._by is By.MANIFESTO:
            return annotations.names[name]
        return next(coder.name for coder in annotations.coders if coder.id == name)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return heads()[section] if across else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.listed(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line, column = self._lines[index.row()], index.column()
        if isinstance(line, str):
            return self._of_group(line, column, role)
        one = self.shelf.annotations.rows[line]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(one, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heads()[column]}: {cell(one, column)}"
            case Qt.ItemDataRole.ToolTipRole if column in (WORDS, MEMO, CODE):
                return tip(cell(one, column))
            case _ if role == DOT_ROLE and column == CODE and one.code:
                book, colours = self.shelf.annotations.codebook, theme.tokens().colours
                code = book.get(one.code)
                colour = colour_in(book, code) if code else colours.secondary
                return theme.legible(colour, colours.surface, colours.ink)
            case _ if role == SHORT_ROLE and column == CODE and BETWEEN in one.path:
                return one.path.rpartition(BETWEEN)[2]  # its own name tells more than those above it
            case _ if role == FAINT_ROLE:
                return not one.found or (column == WORDS and not one.has_words) or (column == CODE and not one.code)
            case _ if role == FIGURES_ROLE:
                return column in (PAGE, DATE)
        return None

    def _of_group(self, head: str, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole or (role == Qt.ItemDataRole.DisplayRole and not column):
            return head
        if role == Qt.ItemDataRole.FontRole:
            bold = QFont()
            bold.setBold(True)
            return bold
        return None


def cell(one: Listed, column: int) -> str:
    """What stands in a column."""
    match column:
        case _ if column == WORDS:
            if not one.has_words:
                return tr("The whole manifesto")
            return one.words if one.found else tr("Not in the text any more: {words}", words=one.words)
        case _ if column == CODE:
            return one.path or tr("Note")
        case _ if column == MEMO:
            return one.memo
        case _ if column == MANIFESTO:
            return one.manifesto
        case _ if column == PAGE:
            return one.pages
        case _ if column == CODER:
            return one.coder_name
    return written_day(one.made)


def counted(shown: int, of: int) -> str:
    """How many there are, or how many of them are shown."""
    if shown == of:
        return tr_count("One code or note", "{count:,} codes and notes", of)
    return tr("{shown:,} of {of:,} codes and notes", shown=shown, of=of)
