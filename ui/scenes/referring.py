"""The scene of a manifesto with notes: the numbers that refer to them are raised in Read."""

from __future__ import annotations

from reader.library.library import Library
from reader.model import Block, Kind, Manifesto, Reference
from ui.frame.window import Window
from ui.scenes.homes import folder, fresh
from ui.scenes.stage import Stage
from ui.session.settings import Settings


def _noted(words: str, *labels: str, kind: Kind = Kind.PARAGRAPH, level: int | None = None) -> Block:
    """A block from words in which "^" stands where these labels are raised."""
    text, references = "", []
    for piece, label in zip(words.split("^"), (*labels, ""), strict=True):
        text += piece
        references += [Reference(len(text), label)] if label else []
    marker = "•" if kind is Kind.LIST_ITEM else None
    return Block(kind, text, level, marker=marker, references=tuple(references))


def _note(number: str, words: str) -> Block:
    return Block(Kind.PARAGRAPH, words, marker=number)


# Fictional, as everything in the scenes.
_BLOCKS = (
    _noted("A plan for Little Harbour^", "1", kind=Kind.HEADING, level=1),
    _note("1", "Printed and promoted by the Lamp Society, 2 Quay Street."),
    _noted(
        "We will put 3,000 more wardens^ on our quays.^ The last council cut them by a third.^^ We will open 20 "
        "stations and hire a nurse for every school in the borough^ before the storms arrive; nobody will wait.^",
        *("2", "3", "4", "5", "12", "13"),
    ),
    _note("2", "Harbour Office, Wardens in post, table 4."),
    _note("3", "Counted as people, not as full posts."),
    _noted("Safer streets^", "iv", kind=Kind.HEADING, level=2),
    _noted("^Theft^, fraud^ and arson^: all of them are done in the dark.", "*", "6", "7", "[8]"),
    _noted("Mend every lamp^ in every lane by 2027.^", "9", "10", kind=Kind.LIST_ITEM, level=1),
    _noted("Light the steps.^", "11", kind=Kind.LIST_ITEM, level=2),
    _noted("“The harbour is ours,^ and it will stay so,” said the mayor.^", "14", "15", kind=Kind.QUOTE),
    _noted("Figure 1. Lamps^ by year", "16", kind=Kind.CAPTION),
)


def read_references(stage: Stage) -> Window:
    """A manifesto with footnotes in Read."""
    chosen = fresh()
    Settings(chosen.settings).change(samples_note=False, place="read")
    file = folder() / "lamps.txt"
    file.write_text("A plan for Little Harbour", "utf-8")
    with Library.open(chosen, durable=False) as library:
        plan = Manifesto("A plan for Little Harbour", "en", _BLOCKS, format="Plain text")
        document = library.store(file, plan, {"party": "Lamp Society", "year": "2031"})
    window = stage.open(chosen)
    window.places.read.open_passage(document.id)
    window.places.go("read")
    stage.settle(window)
    window.strip.clear()
    return window
