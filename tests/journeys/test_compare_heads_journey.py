"""What stands over the columns of a small window, what it folds to, and what a card offers when it is pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from in_compare import opened
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from index.sensitive import note_on_all, note_on_manifesto, note_on_some
from reader.home import Home, home
from reader.library.edits import set_fields
from reader.library.judging import set_verdict
from reader.library.verdicts import Verdict
from reader.model import Kind
from ui.compare.cards.card_layout import Spot
from ui.compare.cards.column_model import ColumnRole
from ui.compare.cards.entries import EntryKind
from ui.compare.panels.closest_panel import ClosestPanel
from ui.compare.panels.pager import Pager
from ui.compare.place import ComparePlace
from ui.compare.table.column_choice import ColumnChoice
from ui.compare.table.column_view import ColumnView
from ui.compare.table.heads import ColumnHead
from ui.frame.window import Window
from ui.scenes.ballot import SILENT
from ui.scenes.comparing import ballot
from ui.scenes.homes import copied_to
from ui.scenes.stage import Stage
from ui.session.settings import Settings
from ui.shared.collecting import collect
from ui.theme.text import Text


@pytest.fixture
def folder(tmp_path: Path) -> Home:
    chosen = copied_to(home(tmp_path / "home"), ballot())
    Settings(chosen.settings).change(samples_note=False, place="compare")
    return chosen


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage(qapp, dark=False, size=QSize(1024, 640))
    yield made
    made.close()


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return opened(stage, folder)


def top(widget: QWidget, window: Window) -> int:
    return widget.mapTo(window, QPoint(0, 0)).y()


def cards(view: ColumnView) -> list[int]:
    return [at for at, entry in enumerate(view.cards.entries) if entry.kind is EntryKind.CARD]


def middle_of(view: ColumnView, at: int, spot: Spot) -> QPoint:
    """Where this word stands at the foot of the card `at`."""
    index = view.cards.index(at)
    in_plan = bool(index.data(ColumnRole.IN_PLAN))
    words = view.drawing.card_foot(view.visualRect(index), view.cards.entries[at], pointed=True, in_plan=in_plan)
    return next(word.rect.center().toPoint() for word in words if word.spot is spot)


def point_at(view: ColumnView, at: int, spot: Spot) -> None:
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle_of(view, at, spot)
    )


def test_heads_controls_and_warnings_take_a_third_of_a_small_window_at_most(stage: Stage, window: Window) -> None:
    place = window.places.compare
    first, second = window.session.library.documents()[:2]
    window.session.apply(set_fields(window.session.library, first.id, {"election": "An election of " + "long " * 30}))
    window.session.apply(set_fields(window.session.library, second.id, {"candidate": "Name " * 30}))
    stage.settle(window)
    assert place.table.warnings.isVisible()
    below_them = top(place.table.warnings, window) + place.table.warnings.height()
    assert below_them - top(place, window) <= window.height() / 3


def test_heads_fold_when_scrolled_past_and_what_is_read_stays_where_it_is(stage: Stage, window: Window) -> None:
    place = window.places.compare
    area, bar = place.table.area, place.table.area.common_scroll.bar
    head = next(each for each in place.findChildren(ColumnHead) if each.isVisible())
    whole, card = head.height(), cards(area.view(0))[1]

    def on_screen() -> int:
        return top(area, window) + area.view(0).visualRect(area.view(0).cards.index(card)).top()

    before = on_screen()
    bar.setValue(100)
    stage.settle(window)
    assert head.height() < whole / 2
    assert on_screen() == before - 100
    bar.setValue(bar.value() - 10)
    assert on_screen() == before - 90
    bar.setValue(0)
    stage.settle(window)
    assert head.height() == whole
    assert (bar.value(), on_screen()) == (0, before)


def test_warnings_are_one_line_that_opens(stage: Stage, window: Window) -> None:
    session, warnings = window.session, window.places.compare.table.warnings
    session.apply(set_fields(session.library, session.library.documents()[0].id, {"office": "MP", "nation": "Wales"}))
    session.apply(set_fields(session.library, session.library.documents()[1].id, {"nation": "England"}))
    stage.settle(window)
    closed = warnings.height()
    assert warnings.toggle.text() == "Before you compare (3)"
    warnings.toggle.setFocus()
    QTest.keyClick(warnings.toggle, Qt.Key.Key_Space)
    stage.settle(window)
    assert warnings.height() > 2 * closed
    assert len(warnings.sentences.splitlines()) == 3


def test_violence_is_announced_before_such_passages_under_any_topic(stage: Stage, window: Window) -> None:
    place = window.places.compare
    window.places.show_topic("vawg")
    stage.settle(window)
    assert place.table.sensitive_note == note_on_all(2)
    window.places.show_topic("policing")
    stage.settle(window)
    assert place.table.sensitive_note == note_on_some()
    place.table.area.common_scroll.bar.setValue(2000)
    assert note_on_all(2) not in place.table.warnings.sentences
    assert place.table.presentation is not None
    assert note_on_some() in place.table.presentation.summary


def test_violence_is_announced_in_what_is_open_and_in_plans_as_soon_as_it_is_known(
    stage: Stage, window: Window
) -> None:
    session, header, panel = window.session, window.places.read.header, window.places.plans.panel
    document = next(each.id for each in session.library.documents() if each.candidate == SILENT)
    passage = next(each for each in session.library.blocks(document) if each.kind is Kind.PARAGRAPH)
    topic = next(each for each in session.topics if each.id == "vawg")
    collect(session, document, [(passage.id, 0, len(passage.text))])
    window.places.go("plans")
    stage.settle(window)
    window.places.open_passage(document)
    stage.settle(window)
    assert (header.note, panel.note) == ("", "")
    session.apply(set_verdict(session.library, document, passage.id, topic, Verdict.BELONGS))
    stage.settle(window)
    assert header.note == note_on_manifesto()
    window.places.go("plans")
    stage.settle(window)
    assert panel.note == note_on_all(1)
    assert all(each.isVisible() for each in panel.findChildren(Text) if each.text() == panel.note)


def test_violence_is_announced_in_search_and_read_and_beside_the_table(stage: Stage, window: Window) -> None:
    search, read = window.places.search, window.places.read
    window.places.search_for("police officers")
    stage.settle(window)
    assert search.passages.note == note_on_some()
    window.places.search_for("kilns")
    stage.settle(window)
    assert (search.passages.list.hit is not None, search.passages.note) == (True, "")
    documents = {each.candidate: each.id for each in window.session.library.documents()}
    window.places.open_passage(documents["Sadiq Khan"])
    stage.settle(window)
    assert read.header.note == note_on_manifesto()
    window.places.open_passage(documents[SILENT])
    stage.settle(window)
    assert read.header.note == ""
    window.places.show_topic("vawg")
    stage.settle(window)
    view = window.places.compare.table.area.view(0)
    view.go_to(cards(view)[0])
    window.session.actions.action("compare.closest").trigger()
    stage.settle(window)
    panel = window.places.compare.host.panel("closest")
    assert isinstance(panel, ClosestPanel)
    noted = [
        at for at, line in enumerate(panel.near.lines.lines) if line.where.endswith((note_on_all(2), note_on_some()))
    ]
    assert len(noted) == 1
    assert (
        note_on_all(2) in panel.near.lines.lines[noted[0]].spoken
        or note_on_some() in panel.near.lines.lines[noted[0]].spoken
    )


def test_new_manifestos_alone_are_compared_when_that_is_asked_for(stage: Stage, window: Window) -> None:
    library = window.places.library
    window.places.go("library")
    stage.settle(window)
    button = library.findChild(QPushButton, "compare-these")
    assert isinstance(button, QPushButton)
    assert not button.isVisible()
    wanted = library.table.shown()[2:4]
    library.table.select(wanted)
    assert window.places.here == "library"
    button.click()
    stage.settle(window)
    assert window.places.here == "compare"
    assert [column.document.id for column in window.places.compare.table.area.shown] == wanted


def test_a_cut_set_says_so(stage: Stage, window: Window) -> None:
    place = window.places.compare
    every = [each.id for each in window.session.library.documents()]
    pager = place.findChild(Pager)
    assert isinstance(pager, Pager)
    assert pager.sentence == "Columns 1–3 of 6"
    place.host.columns_chosen.emit(ColumnChoice(tuple(every), tuple(every[3:])))
    stage.settle(window)
    assert pager.sentence == "3 of 6 manifestos"


def test_a_card_offers_to_be_copied_and_collected_and_keeps_a_mark(stage: Stage, window: Window) -> None:
    place = window.places.compare
    view, undo = place.table.area.view(1), window.session.actions.action("undo")
    at = cards(view)[0]
    heights = [view.visualRect(view.cards.index(each)).top() for each in range(at + 3)]
    window.session.settings.change(citation_style="harvard")
    point_at(view, at, Spot.COPY)
    entry = view.cards.entries[at]
    assert entry.card is not None
    assert [view.visualRect(view.cards.index(each)).top() for each in range(at + 3)] == heights
    stage.settle(window)
    assert entry.card.quote in QGuiApplication.clipboard().text()
    point_at(view, at, Spot.PLAN)
    index = view.cards.index(at)
    assert index.data(ColumnRole.IN_PLAN)
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("In your plan.")
    with pytest.raises(StopIteration):
        middle_of(view, at, Spot.PLAN)
    undo.trigger()
    assert not index.data(ColumnRole.IN_PLAN)


def test_a_card_offers_why_and_what_is_similar(stage: Stage, window: Window) -> None:
    place = window.places.compare
    view = place.table.area.view(1)
    at = cards(view)[0]
    point_at(view, at, Spot.WHY)
    card = view.cards.entries[at].card
    assert card is not None
    assert "Words:" in card.why
    point_at(view, at, Spot.SIMILAR)
    stage.settle(window)
    assert place.host.shown == "closest"


def test_nothing_is_clicked_beside_the_words(window: Window) -> None:
    view = window.places.compare.table.area.view(1)
    at = cards(view)[0]
    rect = view.card_rect(at)
    place: ComparePlace = window.places.compare
    assert view.drawing.spot_at(rect, view.cards.entries[at], QPointF(rect.topRight()), in_plan=False) is None
    assert place.host.shown == ""
