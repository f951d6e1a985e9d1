"""The plan as it leaves the window: what is exported, and the dialog that asks for a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from index.citations.styles import USUAL, opened
from index.exports.planning import Plan, publication, sheet, values
from index.exports.registry import Exportable, Layout, format_called, format_of_file, formats_of
from reader.library.collected import Collection
from reader.library.plans import Part
from reader.wording import tr
from ui import assets
from ui.session.session import Session
from ui.shared.saving import ask_and_save, save_as
from ui.version import VERSION

_USUAL_FORMAT = "docx"


def exported(collection: Collection, parts: Sequence[Part], style: str = USUAL) -> Exportable:
    """The plan for the registry, cited in this style. Its forms, whose making is slow, raise NotFound and NotAStyle."""

    def plan() -> Plan:
        return Plan(collection.name, tuple(parts), opened(style, assets.citation_styles()), f"Hustings {VERSION}")

    return Exportable(
        collection.name,
        publication=lambda: publication(plan()),
        sheets=lambda: (sheet(plan()),),
        values=lambda: values(plan()),
    )


def ask_and_export(over: QWidget, thing: Exportable, save: Callable[[Path], object]) -> None:
    """Ask for a file in one of the formats in which the thing can leave, and save to it."""
    kinds = ";;".join(
        f"{each.name} ({' '.join(f'*{suffix}' for suffix in each.suffixes)})" for each in formats_of(thing)
    )
    ask_and_save(over, tr("Save the plan"), f"{thing.name}{format_called(_USUAL_FORMAT).suffixes[0]}", kinds, save)


def export(session: Session, path: Path, thing: Exportable) -> None:
    """Write it to this file in the format that its name speaks of, and say so or what is wrong."""
    form = format_of_file(path) or format_called(_USUAL_FORMAT)
    file = path if format_of_file(path) else path.with_name(path.name + form.suffixes[0])
    layout = Layout(assets.for_exports())
    session.run(lambda: form.write(thing, layout), lambda written: save_as(session, file, lambda: written))
