"""Names for those who cannot see what a control stands beside."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox


def name_box(box: QComboBox, name: str) -> None:
    """Call a box by what is chosen in it. On Linux its name is its value, and only a description is told besides."""
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)
