"""The scene of highlights that were made in another program and are offered where their manifesto is read."""

from __future__ import annotations

from reader.highlights.values import Mark, PdfHighlight
from reader.library.library import Library
from reader.library.verdicts import Selection
from ui.frame.window import Window
from ui.scenes.homes import copied, samples
from ui.scenes.stage import Stage
from ui.session.settings import Settings

_MANY = 14


def read_highlights(stage: Stage) -> Window:
    """A sample as a colleague gave it back, with highlights."""
    chosen = copied(samples())
    Settings(chosen.settings).change(samples_note=False, place="read")
    with Library.open(chosen, durable=False) as library:
        document = next(each for each in library.documents() if each.format == "PDF")
        passages = [block for block in library.blocks(document.id) if block.is_passage][:_MANY]
        made = PdfHighlight(1, Mark.HIGHLIGHT, (), author="A. Reader")
        found = [(made, (Selection(block.id, 0, block.id, len(block.text)),)) for block in passages]
        library.keep_highlights(document.id, document.id, found)
    window = stage.open(chosen)
    window.places.read.open_passage(document.id)
    window.places.go("read")
    stage.settle(window)
    return window
