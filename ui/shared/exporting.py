"""What people choose about what a place exports, and the file made of both away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.exports.registry import Exportable, Layout, Paper, format_called, format_of_file
from reader.wording import tr
from ui import assets
from ui.session.long_work import LongWork
from ui.session.session import Session
from ui.shared.offer import Offer
from ui.shared.saving import save_as


@dataclass(frozen=True, slots=True)
class ForClass:
    """How a worksheet is made: as `index.exports.worksheets.Worksheet`."""

    language: str = "en"
    supported: bool = False
    extracts: int = 2


@dataclass(frozen=True, slots=True)
class Choices:
    """What people chose. `worksheet` None: the thing itself, not a worksheet made of it."""

    format: str = "docx"
    paper: Paper = Paper.A4
    landscape: bool | None = None
    large: bool = False
    for_excel: bool = False
    worksheet: ForClass | None = None

    @property
    def layout(self) -> Layout:
        return Layout(assets.for_exports(), self.paper, self.landscape, self.large, self.for_excel)


def thing_of(offer: Offer, choices: Choices) -> Exportable:
    """What is exported: the thing that is shown, or a worksheet of it."""
    if offer.shown is None or choices.worksheet is None:
        return offer.thing
    from index.exports import worksheets

    made = choices.worksheet
    return worksheets.exportable(worksheets.Worksheet(offer.shown, made.language, made.supported, made.extracts))


def file_name(offer: Offer, choices: Choices) -> str:
    """What the file is called at first: "Policing.docx"."""
    named = "".join(" " if sign in '<>:"/\\|?*' else sign for sign in thing_of(offer, choices).name)
    sheet = tr(", worksheet") if choices.worksheet is not None and offer.shown is not None else ""
    return f"{' '.join(named.split()) or tr('Export')}{sheet}{format_called(choices.format).suffixes[0]}"


def export(session: Session, offer: Offer, choices: Choices, path: Path) -> None:
    """Write the file in the background, and say in the strip what became of it.

    The path's suffix chooses the format where it names one that the thing can be written in; one without is given it,
    unless another file has that name, about which nobody was asked.
    """
    thing = thing_of(offer, choices)
    by_name = format_of_file(path)
    writer = by_name if by_name is not None and by_name.takes(thing) else format_called(choices.format)
    if by_name is None and not (named := path.with_name(path.name + writer.suffixes[0])).exists():
        path = named
    write_to(session, path, lambda: writer.made(thing, choices.layout))


def write_to(session: Session, path: Path, make: Callable[[], bytes]) -> None:
    """Have the content made in the background and write it to the file; where somebody stops it, nothing is written."""
    stopped = tr("Stopped. “{file}” was not written.", file=path.name)
    work = LongWork(session, tr("Writing “{file}”", file=path.name), lambda: session.say(stopped))
    work.run(make, lambda content: save_as(session, path, lambda: content))
