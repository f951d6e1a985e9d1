"""What people choose about what a place exports, and the file made of both away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from index.exports.lessons.as_formats import format_called, format_of_answers, format_of_file, names_a_format
from index.exports.registry import Exportable, Layout, Paper
from reader.wording import tr
from ui import assets
from ui.session.long_work import LongWork
from ui.session.session import Session
from ui.shared.lesson_offer import Way
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
    """What people chose. `worksheet` None: the thing itself, not a worksheet made of it; `lesson` None: not a lesson.

    `seed` draws the letters where a lesson leaves without names.
    """

    format: str = "docx"
    paper: Paper = Paper.A4
    landscape: bool | None = None
    large: bool = False
    for_excel: bool = False
    worksheet: ForClass | None = None
    lesson: Way | None = None
    seed: int = 1

    @property
    def layout(self) -> Layout:
        return Layout(assets.for_exports(), self.paper, self.landscape, self.large, self.for_excel)


def thing_of(offer: Offer, choices: Choices) -> Exportable:
    """What is exported: the thing that is shown, or a worksheet of it, or its lesson."""
    if offer.lesson is not None and choices.lesson is not None:
        return offer.lesson.thing(choices.lesson, choices.seed)
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
    unless another file has that name, about which nobody was asked. Beside a lesson without names a page of answers is
    written.
    """
    thing = thing_of(offer, choices)
    writer = format_of_file(path, thing) or format_called(choices.format)
    if not names_a_format(path) and not (named := path.with_name(path.name + writer.suffixes[0])).exists():
        path = named
    write_to(session, path, lambda: writer.made(thing, choices.layout))
    if offer.lesson is not None and choices.lesson is Way.HIDDEN:
        answers, form = offer.lesson.answers(choices.seed), format_of_answers(writer.id)
        beside = _free(path.with_name(tr("{file}, answers", file=path.stem) + form.suffixes[0]))
        write_to(session, beside, lambda: form.made(answers, choices.layout))


def _free(path: Path) -> Path:
    """The path, with a number where a file has it: about this one nobody was asked."""
    numbered = (path.with_stem(f"{path.stem} {number}") for number in count(2))
    return path if not path.exists() else next(each for each in numbered if not each.exists())


def write_to(session: Session, path: Path, make: Callable[[], bytes]) -> None:
    """Have the content made in the background and write it to the file; where somebody stops it, nothing is written."""
    stopped = tr("Stopped. “{file}” was not written.", file=path.name)
    work = LongWork(session, tr("Writing “{file}”", file=path.name), lambda: session.say(stopped))
    work.run(make, lambda content: save_as(session, path, lambda: content))
