"""The scenes by name: each plays itself on a stage and gives back the window as it is to be drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from reader.library.records import Document
from reader.model import Block
from ui.frame.export_ways import Opened
from ui.frame.window import Window
from ui.library.columns import ELECTION
from ui.scenes import (
    annotating,
    citing,
    codebooks,
    coding,
    coding_bar,
    comparing,
    demanding,
    evidence,
    highlighting,
    judging,
    languages,
    lessons,
    noting,
    presenting,
    quoting,
    referring,
    searching,
    topics,
)
from ui.scenes.measuring import heatmap, over_time, sampling, strips, wide_heatmap
from ui.scenes.stage import Stage, manifesto_of, wait
from ui.scenes.writing import broken_files, campaign_files, long_files, protected_files, short_files, welsh_file
from ui.theme.paper import NATURAL_ZOOM

_KHAN, _OLDACRE = "Sadiq Khan", "Maren Oldacre"


def play(name: str, stage: Stage) -> QWidget:
    """Play the scene with this name and give back the window that is to be seen. Raises KeyError, NeverSettled."""
    return _SCENES[name](stage)


def _first_start(stage: Stage) -> Window:
    window = stage.open_new()
    stage.settle(window)
    return window


def _reading_samples(stage: Stage) -> Window:
    return stage.open_new()


def _library(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    window.session.add_files(short_files())
    window.places.go("library")
    stage.settle(window)
    window.strip.clear()
    window.places.library.tabs.choose("")
    window.places.library.table.selectRow(3)
    stage.settle(window)
    return window


def _adding(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    window.places.go("library")
    window.session.add_files(long_files())
    wait(lambda: window.strip.shows_work and len(window.session.library.documents()) > 4)
    return window


def _add_table(stage: Stage) -> Window:
    """Manifestos that were just added, three of them chosen to be corrected together, one already confirmed."""
    window = stage.open_samples(own=True)
    window.places.go("library")
    window.session.add_files(campaign_files())
    stage.settle(window)
    window.strip.clear()
    table = window.places.library.table
    table.selectRow(0)
    window.session.actions.action("library.confirm").trigger()
    window.strip.clear()
    shown = table.shown()
    table.select(shown[2:5])
    table.selectionModel().setCurrentIndex(table.model().index(2, ELECTION), QItemSelectionModel.SelectionFlag.NoUpdate)
    window.activateWindow()
    table.setFocus()
    stage.settle(window)
    return window


def _failures(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    window.session.add_files([*protected_files("ballot"), *broken_files()])
    window.places.go("library")
    stage.settle(window)
    return window


def _read_protected(stage: Stage) -> Window:
    """The original pages, long after the manifesto was added: the program has been started anew."""
    window = stage.open_samples(own=True)
    file, chosen = protected_files("ballot")[0], window.session.home
    window.session.open_protected([file], "ballot", shared=False)
    stage.settle(window)
    document = next(each for each in window.session.library.documents() if each.file_name == file.name)
    window.close()
    again = stage.open(chosen)
    again.places.read.open_passage(document.id, None, "page")
    again.places.go("read")
    stage.settle(again)
    return again


def _compare(topic: str) -> Callable[[Stage], Window]:
    def scene(stage: Stage) -> Window:
        window = stage.open_samples()
        window.places.show_topic(topic)
        stage.settle(window)
        return window

    return scene


def _read_text(stage: Stage) -> Window:
    window = stage.open_samples()
    document = manifesto_of(window, _KHAN)
    passages = _passages(window, document)
    return _reading(stage, window, document, passages[len(passages) // 3], "text")


def _read_page(stage: Stage) -> Window:
    """A passage that begins in one column and ends in the next, marked in both."""
    window = stage.open_samples()
    document = manifesto_of(window, _OLDACRE)
    passage = next(each for each in _passages(window, document) if _over_columns(each))
    window.places.read.views.pages.set_zoom(NATURAL_ZOOM * 0.75)
    return _reading(stage, window, document, passage, "page")


def _read_welsh(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    file = welsh_file()
    window.session.add_files([file])
    stage.settle(window)
    window.strip.clear()
    document = next(each for each in window.session.library.documents() if each.file_name == file.name)
    return _reading(stage, window, document, _passages(window, document)[2], "text")


def _passages(window: Window, document: Document) -> list[Block]:
    return [block for block in window.session.library.blocks(document.id) if block.is_passage]


def _over_columns(block: Block) -> bool:
    lines = [piece.rect for piece in block.pieces if piece.rect]
    one_page = len({piece.page for piece in block.pieces}) == 1
    return one_page and any(line.x0 > lines[0].x1 for line in lines)


def _reading(stage: Stage, window: Window, document: Document, passage: Block, view: str) -> Window:
    window.places.read.open_passage(document.id, passage.id, view)
    window.places.go("read")
    stage.settle(window)
    return window


def _palette(stage: Stage) -> Window:
    window = stage.open_samples()
    stage.settle(window)
    window.finder.open()
    window.finder.finder.field.setText("fi")
    return window


def _keys(stage: Stage) -> Window:
    window = stage.open_samples()
    stage.settle(window)
    window.show_keys()
    stage.settle(window)
    return window


def _help(stage: Stage) -> Window:
    window = stage.open_samples()
    stage.settle(window)
    window.show_help()
    stage.settle(window)
    return window


_SCENES: dict[str, Callable[[Stage], QWidget]] = {
    "first-start": _first_start,
    "library": _library,
    "adding": _adding,
    "add-table": _add_table,
    "failures": _failures,
    "compare-policing": _compare("policing"),
    "compare-vawg": _compare("vawg"),
    "compare-fire-safety": _compare("fire-safety"),
    "compare-six": comparing.six,
    "compare-scrolled": comparing.scrolled,
    "compare-warnings": comparing.warnings,
    "compare-silent": comparing.silent,
    "compare-language": languages.compared,
    "compare-why": comparing.why,
    "compare-linear": comparing.linear,
    "compare-folded": comparing.folded,
    "compare-columns": comparing.columns,
    "compare-uncertain": comparing.uncertain,
    "export": comparing.exporting(Opened.EXPORT),
    "worksheet": comparing.exporting(Opened.WORKSHEET),
    "print-preview": comparing.exporting(Opened.PRINT),
    "heatmap": heatmap,
    "heatmap-wide": wide_heatmap,
    "strips": strips,
    "over-time": over_time,
    "sample-start": sampling(5, left=True),
    "sample": sampling(6),
    "sample-result": sampling(24),
    "closest": evidence.closest,
    "plan": evidence.plan,
    "plan-panel": evidence.plan_beside,
    "lesson": lessons.lesson,
    "lesson-sheet": lessons.sheet,
    "lesson-export": lessons.exporting,
    "codebook": codebooks.codebook,
    "codebook-empty": codebooks.empty_codebook,
    "citation-style": citing.style,
    "citation-guess": citing.guess,
    "verdicts": judging.verdicts,
    "topic-editor": topics.writing,
    "topic-editor-fields": topics.fields,
    "topic-translate": languages.translating,
    "topic-from-examples": topics.from_examples,
    "read-text": _read_text,
    "read-page": _read_page,
    "read-welsh": _read_welsh,
    "read-references": referring.read_references,
    **annotating.SCENES,
    **coding.SCENES,
    **coding_bar.SCENES,
    "read-highlights": highlighting.read_highlights,
    "read-protected": _read_protected,
    **quoting.SCENES,
    **demanding.SCENES,
    **searching.SCENES,
    "reading-samples": _reading_samples,
    "notes": noting.table,
    "notes-grouped": noting.grouped,
    "notes-matrix": noting.matrix,
    "notes-report": noting.report,
    "history": noting.history,
    "restore": noting.restore,
    **presenting.SCENES,
    "palette": _palette,
    "keys": _keys,
    "help": _help,
}
NAMES = tuple(_SCENES)
