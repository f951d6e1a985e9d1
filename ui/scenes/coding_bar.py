"""Scenes of the bar beside selected words: with codes on keys, finding a code, asking for the name, on a card."""

from __future__ import annotations

from collections.abc import Callable

from reader.library import codebook_edits, coder_edits
from reader.library.verdicts import Selection
from ui.frame.window import Window
from ui.scenes.stage import Stage, manifesto_of
from ui.session.session import Session
from ui.theme.topic_colours import TOPIC_COLOURS

_MANIFESTO, _WORDS = "Maren Oldacre", "The Ferrand Review"
_CODES = (
    ("", "Policing", "Whatever is said of the police force itself."),
    ("Policing", "Numbers", "How many officers there are, were or are to be."),
    (
        "Policing",
        "Oversight",
        "Who looks at what the police do, and what follows from it: panels, reviews, published data.",
    ),
    ("Policing", "Trust", "Whether people believe that they are treated fairly."),
    ("", "Record in office", "What the author or the author's party has done, in their own words."),
    ("", "Opponents", "What is said of other parties and those who stand for them."),
    ("Opponents", "Overspending by others", "That others spend more than there is."),
)


def bar(stage: Stage) -> Window:
    """Words are selected in the text: the codes on 1 to 7, and what else can be done."""
    window = _selected(stage)
    window.places.read.marking.bar.use_slot(2)
    stage.settle(window)
    return window


def picker(stage: Stage) -> Window:
    """A few letters are typed: the codes that fit with their paths, and what the first of them means."""
    window = _selected(stage)
    window.places.read.marking.bar.pick("over")
    stage.settle(window)
    return window


def name(stage: Stage) -> Window:
    """The first code: under which name it is kept is asked beside the words."""
    window = _selected(stage, named=False)
    window.places.read.marking.bar.use_slot(0)
    window.places.read.marking.bar.question.field.setText("s123456")  # as a log-in at a school
    stage.settle(window)
    return window


def on_card(stage: Stage) -> Window:
    """The same bar on a passage of the comparison."""
    window = stage.open_samples(own=True)
    _code_book(window.session, named=True)
    window.places.show_topic("policing")
    stage.settle(window)
    area = window.places.compare.table.area
    area.go_to_column(0, area.row() or "")
    window.places.compare.table.commands.code()
    stage.settle(window)
    return window


def _selected(stage: Stage, *, named: bool = True) -> Window:
    window = stage.open_samples(own=True)
    _code_book(window.session, named=named)
    document = manifesto_of(window, _MANIFESTO).id
    block = next(one for one in window.session.library.blocks(document) if _WORDS in one.text)
    read = window.places.read
    read.open_passage(document, block.id, "text")
    window.places.go("read")
    stage.settle(window)
    window.activateWindow()
    start = block.text.index(_WORDS)
    read.marking.select(Selection(block.id, start, block.id, start + len(_WORDS)))
    stage.settle(window)
    return window


def _code_book(session: Session, *, named: bool) -> None:
    library = session.library
    if named:
        session.apply(coder_edits.rename_coder(library, library.coder, "Ines Example"))
    for number, (parent, called, definition) in enumerate(_CODES):
        above = library.codebook().find(parent) if parent else None
        colour = TOPIC_COLOURS[number % len(TOPIC_COLOURS)][1]
        under = above.id if above is not None else ""
        session.apply(codebook_edits.create_code(library, called, under, colour=colour, definition=definition))


SCENES: dict[str, Callable[[Stage], Window]] = {
    "bar": bar,
    "code-picker": picker,
    "coder-question": name,
    "bar-card": on_card,
}
