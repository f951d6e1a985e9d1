"""Beginning to write in a list or table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView


def edit_current(view: QAbstractItemView) -> None:
    """Let the field in use be written in, where it can be and nobody writes yet: Qt complains of anything else."""
    index = view.currentIndex()
    # A field may still be open though the view no longer says so: one that lost the keys to what covered the view.
    writing = view.state() is QAbstractItemView.State.EditingState or view.isPersistentEditorOpen(index)
    if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable and not writing:
        view.edit(index)
