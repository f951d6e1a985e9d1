"""Scenes of the comparison itself: six columns, scrolled, warnings, a silence, an explanation, one list, and more."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from index.comparison import UNCERTAIN
from reader.home import Home
from reader.library.edits import set_fields
from ui import assets
from ui.compare.cards.entries import EntryKind
from ui.compare.place import ComparePlace
from ui.compare.table.column_choice import ColumnChoice
from ui.frame.export_ways import Opened
from ui.frame.window import Window
from ui.scenes.ballot import SILENT, ballot_files
from ui.scenes.homes import copied, filled
from ui.scenes.stage import Stage
from ui.session.settings import Settings
from ui.theme.tokens import SIX


@cache
def ballot() -> Home:
    """A library with the samples and three more manifestos; the same one for all scenes of a run."""
    return filled([*((sample.path, sample.fields) for sample in assets.samples()), *ballot_files()], sample=True)


def six(stage: Stage) -> Window:
    """Six manifestos on one topic, one of them silent on it."""
    return _opened(stage, "policing")


def scrolled(stage: Stage) -> Window:
    """Six manifestos some way down, one of the passages in the plan, with the keys on another."""
    window = _opened(stage, "policing")
    area = window.places.compare.table.area
    view = area.view(1)
    window.activateWindow()
    view.setFocus()
    cards = [at for at, entry in enumerate(view.cards.entries) if entry.kind is EntryKind.CARD]
    view.go_to(cards[2])
    window.session.actions.action("compare.collect").trigger()
    window.strip.clear()
    stage.settle(window)
    area.common_scroll.bar.setValue(area.common_scroll.bar.value() + view.card_rect(cards[2]).top() - SIX)
    area.go_to_column(0, view.cards.entries[cards[2]].row, SIX)
    stage.settle(window)
    return window


def warnings(stage: Stage) -> Window:
    """Columns of different elections, offices and nations, and what is to be known of that."""
    window = _opened(stage, "vawg")
    session = window.session
    session.apply(set_fields(session.library, session.library.documents()[1].id, {"office": "MP", "nation": "Wales"}))
    session.apply(set_fields(session.library, session.library.documents()[2].id, {"nation": "England"}))
    window.places.compare.show_set([each.id for each in session.library.documents()])
    stage.settle(window)
    place = window.places.compare
    place.host.columns_chosen.emit(
        ColumnChoice(tuple(each.id for each in session.library.documents()), (session.library.documents()[5].id,))
    )
    stage.settle(window)
    place.table.warnings.toggle.setChecked(True)
    stage.settle(window)
    window.strip.clear()
    return window


def silent(stage: Stage) -> Window:
    """A manifesto that says nothing on the topic, with the passages that come nearest to it."""
    window = _opened(stage, "policing")
    place = window.places.compare
    documents = [each.id for each in window.session.library.documents()]
    silent = next(each.id for each in window.session.library.documents() if each.candidate == SILENT)
    place.show_set([silent, *(each for each in documents if each != silent)])
    stage.settle(window)
    _choose(place, EntryKind.SILENCE)
    window.session.actions.action("compare.nearest").trigger()
    stage.settle(window)
    return window


def why(stage: Stage) -> Window:
    """A card that says why it is there."""
    window = stage.open_samples(own=True)
    window.places.show_topic("vawg")
    stage.settle(window)
    _choose(window.places.compare, EntryKind.CARD)
    window.session.actions.action("compare.why").trigger()
    stage.settle(window)
    return window


def linear(stage: Stage) -> Window:
    """The same table as one list."""
    window = stage.open_samples(own=True)
    window.places.show_topic("policing")
    stage.settle(window)
    window.session.actions.action("compare.list").trigger()
    stage.settle(window)
    _choose(window.places.compare, EntryKind.CARD)
    stage.settle(window)
    return window


def folded(stage: Stage) -> Window:
    """All rows but one folded up: how much each manifesto says of what."""
    window = _opened(stage, "policing")
    window.session.actions.action("compare.fold-all").trigger()
    stage.settle(window)
    return window


def uncertain(stage: Stage) -> Window:
    """What is less certain, unfolded at the end of the columns, with the keys on the first passage to be checked."""
    window = stage.open_samples(own=True)
    window.places.show_topic("policing")
    stage.settle(window)
    area = window.places.compare.table.area
    window.activateWindow()
    area.view(0).setFocus()
    area.show_row(UNCERTAIN.id)
    window.places.compare.table.commands.open()
    stage.settle(window)
    area.show_row(UNCERTAIN.id)
    area.view(0).go_to(area.view(0).step(area.view(0).currentIndex().row(), 1))
    stage.settle(window)
    return window


def columns(stage: Stage) -> Window:
    """The choice of columns beside the table."""
    window = _opened(stage, "fire-safety")
    window.session.actions.action("compare.columns").trigger()
    stage.settle(window)
    return window


def exporting(opened: Opened) -> Callable[[Stage], Window]:
    """The dialog in which exports and pages for the printer are chosen."""

    def scene(stage: Stage) -> Window:
        window = _opened(stage, "policing")
        window.export(opened)
        stage.settle(window)
        return window

    return scene


def _opened(stage: Stage, topic: str) -> Window:
    chosen = copied(ballot())
    Settings(chosen.settings).change(samples_note=False, place="compare", places={}, geometry="")
    window = stage.open(chosen)
    window.places.show_topic(topic)
    stage.settle(window)
    window.strip.clear()
    return window


def _choose(place: ComparePlace, kind: EntryKind) -> None:
    """Make the first such entry of the first column the one that the keys act on."""
    view = place.table.area.view(0)
    view.go_to(next(at for at, entry in enumerate(view.cards.entries) if entry.kind is kind))
    view.setFocus()
