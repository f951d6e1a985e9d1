"""Which page of the help explains the part of the window that has the keys: places, and panels that stand in them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_PAGE = "hustings-help"


def explain(widget: QWidget, page: str) -> None:
    """Let F1 show this page ("charts") while the keys go to the widget or to anything in it."""
    widget.setProperty(_PAGE, page)


def page_of(widget: QWidget | None) -> str:
    """The page that explains the widget or what it stands in; "" where only its place does."""
    while widget is not None:
        page = widget.property(_PAGE)
        if isinstance(page, str):
            return page
        widget = widget.parentWidget()
    return ""
