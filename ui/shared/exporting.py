"""What people choose about what a place exports, and the file made of both away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from index.exports.registry import Exportable, Layout, Paper, format_called, format_of_file
from reader.errors import UserError
from reader.wording import tr
from ui import assets
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
    worksheet: ForClass | None = None

    @property
    def layout(self) -> Layout:
        return Layout(assets.for_exports(), self.paper, self.landscape, self.large)


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

    The path's suffix chooses the format where it names one that the thing can be written in.
    """
    thing = thing_of(offer, choices)
    by_name = format_of_file(path)
    writer = by_name if by_name is not None and by_name.takes(thing) else format_called(choices.format)

    def save(content: bytes) -> None:
        session.working.emit("")
        save_as(session, path, lambda: content)

    def fail(error: UserError) -> None:
        session.working.emit("")
        session.say_problem(error)

    session.working.emit(tr("Writing “{file}”", file=path.name))
    session.run(lambda: writer.write(thing, choices.layout), save, fail)
