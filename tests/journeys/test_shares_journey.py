"""One figure for one thing: a share is the same in the head of its column, in charts, as JSON and in spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, cast

import pytest

from index.exports.registry import Layout, Resources, format_called
from ui.compare.charts.panel import ChartsPanel
from ui.compare.table.heads import HeadRow
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.shared.offer import Offer


@pytest.fixture
def window(stage: Stage) -> Window:
    window = stage.open_samples(own=True)
    window.places.show_topic("policing")
    stage.settle(window)
    return window


def do(stage: Stage, window: Window, action: str) -> None:
    window.session.actions.action(action).trigger()
    stage.settle(window)


def offered(window: Window) -> Offer:
    offer = window.places.compare.offer()
    assert isinstance(offer, Offer)
    return offer


def written(window: Window, name: str) -> str:
    return format_called(name).write(offered(window).thing, Layout(Resources(Path(), ()))).decode("utf-8-sig")


def in_heads(window: Window) -> dict[str, str]:
    """What the heads of the columns say of the topic, by manifesto."""
    shown = window.places.compare.table.presentation
    assert shown is not None
    (row,) = window.places.compare.table.findChildren(HeadRow)
    said = zip(shown.documents, row.heads(), strict=False)
    return {document.name: head.accessibleName().rpartition(". ")[2] for document, head in said}


def sentence(figure: float, passages: int, shown: int | None = None) -> str:
    """What a head says of these figures."""
    measure = f"{figure:.0f}" if figure >= 100 else f"{figure:.1f}"
    some = "" if shown is None or shown == passages else f"{shown} of "
    return f"{measure} words per 1,000 · {some}{passages} passages{' shown' if some else ''}"


def in_json(window: Window) -> dict[str, tuple[float, int]]:
    values: dict[str, Any] = json.loads(written(window, "json"))
    return {one["name"]: (one["share"]["per_thousand"], one["share"]["passages"]) for one in values["columns"]}


def in_csv(window: Window) -> dict[str, tuple[float, int]]:
    lines = list(csv.DictReader(io.StringIO(written(window, "csv"))))
    found = {(one["manifesto"], one["words per 1,000"], one["passages on the topic"]) for one in lines}
    assert len(found) == len({name for name, _, _ in found})
    return {name: (float(figure), int(passages)) for name, figure, passages in found}


def in_workbook(window: Window) -> dict[str, tuple[float, int]]:
    sheets = offered(window).thing.sheets
    assert sheets is not None
    sheet = next(one for one in sheets() if one.name == "Manifestos")
    lines = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    return {str(one["manifesto"]): (float(one["words per 1,000"] or 0), int(one["passages"] or 0)) for one in lines}


def test_a_share_is_the_same_wherever_it_stands_and_a_filter_changes_none(stage: Stage, window: Window) -> None:
    before = in_json(window)
    assert len(before) == 3
    assert in_heads(window) == {name: sentence(*figures) for name, figures in before.items()}
    do(stage, window, "compare.pledges")
    shown = window.places.compare.table.presentation
    assert shown is not None
    let_through = {one.document.name: one.shown for one in shown.loaded.comparison.columns}
    assert any(one is not None and one < before[name][1] for name, one in let_through.items())
    assert in_heads(window) == {name: sentence(*before[name], shown=let_through[name]) for name in before}
    assert in_json(window) == in_csv(window) == in_workbook(window) == before
    do(stage, window, "compare.charts")
    panel = cast(ChartsPanel, window.places.compare.host.panel("charts"))
    spoken = [spot.spoken for spot in panel.view.chart.figure.spots if spot.topic == "policing"]
    for (figure, passages), said in zip(before.values(), spoken, strict=True):
        assert said.endswith(f": {sentence(figure, passages).replace(' · ', ', ')}")
    lines = [one for one in csv.DictReader(io.StringIO(written(window, "csv"))) if one["topic"] == "Policing"]
    assert [(float(one["words per 1,000"]), int(one["passages"])) for one in lines] == [*before.values()]


def test_what_is_less_certain_is_counted_alike_in_compare_charts_and_exports(stage: Stage, window: Window) -> None:
    shown = window.places.compare.table.presentation
    assert shown is not None
    counts = [len(one.uncertain) for one in shown.loaded.comparison.columns]
    assert any(counts)
    columns = json.loads(written(window, "json"))["columns"]
    assert [one["share"]["uncertain"] for one in columns] == counts
    lines = list(csv.DictReader(io.StringIO(written(window, "csv"))))
    found = dict.fromkeys((one["manifesto"], int(one["less certain"])) for one in lines)
    assert dict(found) == dict.fromkeys((one["name"], count) for one, count in zip(columns, counts, strict=True))
    do(stage, window, "compare.charts")
    lines = [one for one in csv.DictReader(io.StringIO(written(window, "csv"))) if one["topic"] == "Policing"]
    assert [int(one["less certain"]) for one in lines] == counts
