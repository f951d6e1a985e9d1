"""The plan as it leaves the window: what is exported, and the dialog that asks for a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtWidgets import QWidget

from index.citations.styles import USUAL, opened
from index.exports.planning import Plan, exportable
from index.exports.registry import Exportable, Layout, format_called, format_of_file, formats_of
from reader.library.collected import Collection
from reader.library.plans import Part
from ui import assets
from ui.session.session import Session
from ui.shared.saving import ask_and_save, save_as
from ui.version import VERSION

_USUAL_FORMAT = "docx"


def exported(collection: Collection, parts: Sequence[Part], style: str = USUAL) -> Exportable:
    """The plan for the registry, cited in this style. Slow where no style has been opened. Raises NotAStyle."""
    made = Plan(collection.name, tuple(parts), opened(style, assets.citation_styles()), f"Hustings {VERSION}")
    return exportable(made)


def ask_and_export(over: QWidget, name: str, save: Callable[[Path], object]) -> None:
    """Ask for a file in one of the formats of a plan, and save to it."""
    offered = formats_of(Exportable(name, publication=_never, sheets=_never, values=_never))
    kinds = ";;".join(f"{each.name} ({' '.join(f'*{suffix}' for suffix in each.suffixes)})" for each in offered)
    ask_and_save(over, "Save the plan", f"{name}{format_called(_USUAL_FORMAT).suffixes[0]}", kinds, save)


def export(session: Session, path: Path, make: Callable[[], Exportable]) -> None:
    """Write it to this file in the format that its name speaks of, and say so or what is wrong."""
    form = format_of_file(path) or format_called(_USUAL_FORMAT)
    file = path if path.suffix else path.with_suffix(form.suffixes[0])
    layout = Layout(assets.for_exports())
    session.run(lambda: form.write(make(), layout), lambda written: save_as(session, file, lambda: written))


def _never() -> NoReturn:
    raise NotImplementedError
