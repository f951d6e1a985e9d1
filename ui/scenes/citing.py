"""Scenes of citations: the question in which style, and what is said after a copy of which something is a guess."""

from __future__ import annotations

from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.scenes.writing import short_files


def guess(stage: Stage) -> Window:
    """A passage was copied of a manifesto of which nobody has confirmed anything."""
    window = _reading(stage, "harvard")
    window.session.actions.action("read.cite").trigger()
    stage.settle(window)
    return window


def style(stage: Stage) -> Window:
    """The first copy with a citation asks for the style."""
    window = _reading(stage, "")
    window.session.actions.action("read.cite").trigger()
    stage.settle(window)
    return window


def _reading(stage: Stage, style: str) -> Window:
    window = stage.open_samples(own=True)
    window.session.settings.change(citation_style=style)
    files = short_files()
    window.session.add_files(files[:1])
    stage.settle(window)
    document = next(each for each in window.session.library.documents() if each.file_name == files[0].name)
    passage = next(block for block in window.session.library.blocks(document.id)[2:] if block.is_passage)
    window.places.open_passage(document.id, passage.id)
    stage.settle(window)
    window.strip.clear()
    return window
