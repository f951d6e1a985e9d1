"""Scenes of coding mode: sentence after sentence with codes on keys, and what is asked before it begins."""

from __future__ import annotations

from collections.abc import Callable

from reader.library import codebook_edits, coder_edits, coding
from reader.library.unit_edits import Drawn, lock, make_scheme, mark_unit
from reader.library.units import Base, UnitMark
from ui.coding.course import place_of
from ui.frame.window import Window
from ui.scenes.stage import Stage, manifesto_of
from ui.theme.topic_colours import TOPIC_COLOURS

_MANIFESTO = "Maren Oldacre"
_CODES = (
    ("Police numbers", "How many officers there are, or are to be."),
    ("Trust in the police", "What people think of officers, and how that is to change."),
    ("Oversight", "Who watches the police: panels, reviews, figures made public."),
    ("Costs", "What is paid, saved or protected."),
    ("Record in office", "What the author did before."),
    ("Equality", "Who is treated unfairly, and what is done about it."),
)
# What was said of the first units in turn: the number of a code, None for none, "?" for unsure.
_SAID: tuple[int | str | None, ...] = (4, 0, 3, None, "?", 0, 0, 1, 2, None, 2, 5, "?", 1, 4, 3, 0)
_SAMPLE, _SEED = 80, 2024


def mode(stage: Stage) -> Window:
    """Seventeen of eighty sentences are coded, of two of them the coder is unsure."""
    window = _begun(stage)
    session, scheme = window.session, window.session.library.schemes()[0].id
    library = session.library
    codes = [code.id for code in library.codebook().codes]
    for said, unit in zip(_SAID, library.units(scheme), strict=False):
        place = place_of(unit)
        if isinstance(said, int) and place is not None:
            session.apply(coding.apply_code(library, unit.unit.document, place, codes[said]))
        else:
            mark = UnitMark.UNSURE if said else UnitMark.NO_CODE
            session.apply(mark_unit(library, unit.unit.id, mark))
    window.places.coding.open(scheme)
    stage.settle(window)
    return window


def open_eyed(stage: Stage) -> Window:
    """The same with what a second coder and the program say, the units locked; back at a unit that is coded."""
    window = mode(stage)
    session, course = window.session, window.places.coding.course
    if course is None:
        return window
    library, unit = session.library, course.units[2]
    session.apply(lock(library, course.scheme.id))
    added = coder_edits.add_coder(library, "Rao Sample")
    session.apply(added)
    code, place = library.codebook().codes[2].id, place_of(unit)
    said = coding.New(unit.unit.document, place, code, coder=added.changes[0].id)
    session.apply(coding.add_annotations(library, "Code a passage", [said]))
    session.actions.action("coding.blind").trigger()
    window.places.coding.go_to(2)
    stage.settle(window)
    return window


def found(stage: Stage) -> Window:
    """A code is being found by a few letters."""
    window = mode(stage)
    window.places.coding.desk.panel.pick("po")
    return window


def beginning(stage: Stage) -> Window:
    """What is asked first, where something was begun before."""
    window = _begun(stage)
    window.places.open_passage(manifesto_of(window, _MANIFESTO).id)
    stage.settle(window)
    window.places.begin_coding()
    stage.settle(window)
    return window


def _begun(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    session = window.session
    library = session.library
    session.apply(coder_edits.rename_coder(library, library.coder, "Ines Example"))
    for (name, definition), (_, colour) in zip(_CODES, TOPIC_COLOURS, strict=False):
        session.apply(codebook_edits.create_code(library, name, colour=colour, definition=definition))
    documents = [manifesto_of(window, _MANIFESTO).id]
    name = f"Sentences of {manifesto_of(window, _MANIFESTO).name}, {_SAMPLE} drawn with seed {_SEED}"
    session.apply(make_scheme(library, name, Base.SENTENCE, documents, sample=Drawn(_SAMPLE, _SEED)))
    return window


SCENES: dict[str, Callable[[Stage], Window]] = {
    "coding-mode": mode,
    "coding-mode-seeing": open_eyed,
    "coding-mode-finding": found,
    "coding-mode-begin": beginning,
}
