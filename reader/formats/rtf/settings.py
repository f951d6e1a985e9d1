"""The control words of Rich Text that change how characters and paragraphs are set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reader.formats.rtf.state import State

# How far characters move up where nothing is said of it, and less than what still is on the line, in half points.
_USUAL_RISE, _LEAST_RISE = 6, 4


def _set_bold(state: State, number: int | None) -> None:
    state.bold = number != 0


def _set_size(state: State, number: int | None) -> None:
    if number and number > 0:
        state.size = number / 2


def _set_hidden(state: State, number: int | None) -> None:
    state.hidden = number != 0


def _set_deleted(state: State, number: int | None) -> None:
    state.deleted = number != 0


def _set_raised(state: State, number: int | None) -> None:
    state.raised = number != 0


def _set_lowered(state: State, _: int | None) -> None:
    state.raised = False


def _set_rise(state: State, number: int | None) -> None:
    state.raised = (_USUAL_RISE if number is None else number) >= _LEAST_RISE


def _set_font(state: State, number: int | None) -> None:
    state.font = number


def _set_stand_ins(state: State, number: int | None) -> None:
    state.stand_ins = max(0, number or 0)


def _set_style(state: State, number: int | None) -> None:
    state.style = number or 0


def _set_outline(state: State, number: int | None) -> None:
    state.outline = number


def _set_list(state: State, number: int | None) -> None:
    state.list_number = number or 0


def _set_list_depth(state: State, number: int | None) -> None:
    state.list_depth = max(0, number or 0)


def _set_in_table(state: State, number: int | None) -> None:
    state.in_table = number != 0


def _set_table_level(state: State, number: int | None) -> None:
    state.table_level = number or 0


def _set_nested_row(state: State, _: int | None) -> None:
    state.is_nested_row = True


def _reset_paragraph(state: State, _: int | None) -> None:
    state.reset_paragraph()


SETTINGS: Mapping[str, Callable[[State, int | None], None]] = MappingProxyType(
    {
        "b": _set_bold,
        "fs": _set_size,
        "v": _set_hidden,
        "deleted": _set_deleted,
        "super": _set_raised,
        "up": _set_rise,
        "sub": _set_lowered,
        "dn": _set_lowered,
        "nosupersub": _set_lowered,
        "f": _set_font,
        "uc": _set_stand_ins,
        "s": _set_style,
        "outlinelevel": _set_outline,
        "ls": _set_list,
        "ilvl": _set_list_depth,
        "intbl": _set_in_table,
        "itap": _set_table_level,
        "nesttableprops": _set_nested_row,
        "pard": _reset_paragraph,
    }
)
