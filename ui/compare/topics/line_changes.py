"""How a list of lines became another, so that its views keep the line in use and the field that is being closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex


def follow(
    model: QAbstractItemModel,
    before: Sequence[object],
    after: Sequence[object],
    take: Callable[[], None],
    columns: int = 1,
) -> None:
    """Let `take` make the model say `after` where it said `before`, and tell the model's views how.

    Below the lines the model has an empty one, in which people write new ones.
    """
    nowhere, end, last = QModelIndex(), len(before), columns - 1
    removed = next((at for at in range(end) if [*before[:at], *before[at + 1 :]] == list(after)), None)
    if len(after) == end:
        take()
        model.dataChanged.emit(model.index(0, 0), model.index(end, last))
    elif len(after) == end + 1 and list(after[:end]) == list(before):
        # The empty line has become one of them; a new empty one is below.
        model.beginInsertRows(nowhere, end + 1, end + 1)
        take()
        model.endInsertRows()
        model.dataChanged.emit(model.index(end, 0), model.index(end, last))
    elif removed is not None:
        model.beginRemoveRows(nowhere, removed, removed)
        take()
        model.endRemoveRows()
    else:
        model.beginResetModel()
        take()
        model.endResetModel()
