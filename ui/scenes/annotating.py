"""Scenes of a manifesto that two people have coded: in the text, on its pages, and five codes on the same words."""

from __future__ import annotations

from collections.abc import Callable

from reader.library import codebook_edits, coder_edits, coding
from reader.library.memo_edits import write_memo
from reader.library.memos import MemoOf
from reader.library.verdicts import Selection
from reader.model import Block
from ui.annotating.annotating import annotating
from ui.frame.export_dialog import COPIES
from ui.frame.export_ways import Opened
from ui.frame.window import Window
from ui.scenes.stage import Stage, manifesto_of
from ui.session.session import Session
from ui.theme.topic_colours import TOPIC_COLOURS

_MANIFESTO = "Maren Oldacre"
_CODES = ("Police numbers", "Trust in the police", "Oversight", "Costs", "Record in office", "Opponents", "Equality")
# Who said it (0: the person at work), the code, the first and the last words, a memo.
_CODED = (
    (0, "Record in office", "I promised 240 more", "delivered 262", "Says how many were promised before."),
    (0, "Costs", "They were paid for", "two-thirds empty", ""),
    (1, "Police numbers", "I promised 240 more", "walk a beat", ""),
    (0, "Police numbers", "We will recruit 180 more", "fewer than four", ""),
    (0, "Costs", "protect the police budget", "year of the term", ""),
    (1, "Oversight", "publish the figure", "each month", "Only a promise to publish."),
    (0, "Record in office", "In 2019 people", "they wait eleven", ""),
    (0, "", "it is not good enough", "it is not good enough", "Admits a failure: look for others."),
    (0, "Trust in the police", "Trust cannot be ordered", "every page of it", ""),
    (0, "Oversight", "The Ferrand Review", "every page of it", ""),
    (0, "Opponents", "The Alliance voted", "printing it", ""),
    (0, "Oversight", "A Policing Panel", "four times a year", ""),
    (1, "Equality", "the force will recruit", "born abroad", ""),
    (0, "Equality", "Last year a young Black man", "found nothing", ""),
    (0, "Oversight", "We will have the reason", "after a day", ""),
)
_DEEP = (
    (0, "Trust in the police", "Trust cannot be ordered", "printing it", ""),
    (0, "Oversight", "The Ferrand Review", "every page of it", "Commissioned by the author."),
    (0, "Record in office", "which I commissioned", "every page of it", ""),
    (1, "Opponents", "officers who reported", "printing it", ""),
    (0, "Equality", "officers who reported a colleague", "stayed put", ""),
)
_CHOSEN = "The Ferrand Review"


def annotated(stage: Stage) -> Window:
    """Flowing text with codes of two people, notes and memos, one of them chosen; and codes and notes on the whole."""
    return _with_whole(_reading(stage, _CODED, "text", "In 2019 people"), stage)


def annotated_page(stage: Stage) -> Window:
    """The same on the original page."""
    return _reading(stage, _CODED, "page", "In 2019 people")


def overlaps(stage: Stage) -> Window:
    """Five codes on the same words, one of them chosen; the bar was left, so that the margin is seen."""
    window = _reading(stage, _DEEP, "text", _CHOSEN)
    chosen = annotating(window.session).chosen
    window.places.read.marking.bar.leave()
    annotating(window.session).choose(chosen)
    return window


def copies(stage: Stage) -> Window:
    """The export of the manifesto that is read, as its own PDF with highlights."""
    window = _reading(stage, _CODED, "page", "In 2019 people")
    window.places.read.marking.bar.leave()
    window.export(Opened.EXPORT)
    dialog = window.exporting
    if dialog is not None:
        dialog.format.setCurrentIndex(dialog.format.findData(COPIES))
    stage.settle(window)
    return window


def _with_whole(window: Window, stage: Stage) -> Window:
    library, session = window.session.library, window.session
    document = manifesto_of(window, _MANIFESTO).id
    mine, colleague = (coder.id for coder in library.coders())
    for name, coder in (("Incumbent", mine), ("Short version", colleague)):
        made = codebook_edits.create_code(library, name)
        session.apply(made)
        session.apply(
            coding.add_annotations(library, "Code it", [coding.New(document, None, made.changes[0].id, coder=coder)])
        )
    session.apply(write_memo(library, MemoOf.DOCUMENT, document, "The chapter on policing alone; the rest came later."))
    stage.settle(window)
    return window


def _reading(stage: Stage, coded: tuple[tuple[int, str, str, str, str], ...], view: str, chosen: str) -> Window:
    window = stage.open_samples(own=True)
    document = manifesto_of(window, _MANIFESTO).id
    _code(window.session, document, coded)
    read = window.places.read
    block = _place(window.session.library.blocks(document), chosen, chosen).first_block
    read.open_passage(document, block, view)
    window.places.go("read")
    stage.settle(window)
    found = next(mark for mark in read.marking.marks.all if mark.coding.quote.startswith(chosen))
    read.marking.choose(found.id)
    stage.settle(window)
    return window


def _code(session: Session, document: str, coded: tuple[tuple[int, str, str, str, str], ...]) -> None:
    library = session.library
    session.apply(coder_edits.rename_coder(library, library.coder, "Ines Example"))
    session.apply(coder_edits.add_coder(library, "Rao Sample"))
    coders = [coder.id for coder in library.coders()]
    codes = {}
    for name, (_, colour) in zip(_CODES, TOPIC_COLOURS, strict=False):
        made = codebook_edits.create_code(library, name, colour=colour)
        session.apply(made)
        codes[name] = made.changes[0].id
    blocks = library.blocks(document)
    new = [
        coding.New(document, _place(blocks, first, last), codes.get(code, ""), memo, coders[coder])
        for coder, code, first, last, memo in coded
    ]
    session.apply(coding.add_annotations(library, "Code the manifesto", new))


def _place(blocks: list[Block], first: str, last: str) -> Selection:
    """From the first words to the last, each of which stands in one block."""
    begins = next(block for block in blocks if first in block.text)
    ends = next(block for block in blocks[blocks.index(begins) :] if last in block.text)
    return Selection(begins.id, begins.text.index(first), ends.id, ends.text.index(last) + len(last))


SCENES: dict[str, Callable[[Stage], Window]] = {
    "read-annotated": annotated,
    "read-annotated-page": annotated_page,
    "overlaps": overlaps,
    "export-copies": copies,
}
