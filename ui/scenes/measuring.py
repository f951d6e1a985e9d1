"""Scenes that measure: how right the program is on a topic, and the charts beside a comparison."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from ui.charts.measures import Measured
from ui.compare.charts.panel import ChartsPanel
from ui.compare.sample.panel import SamplePanel
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.scenes.writing import kindred_files


def sampling(judged: int, *, left: bool = False) -> Callable[[Stage], Window]:
    """A sample of a few passages, the first of them judged (every third as not about the topic), perhaps left then."""

    def scene(stage: Stage) -> Window:
        window = stage.open_samples(own=True)
        window.places.show_topic("policing")
        stage.settle(window)
        window.session.actions.action("compare.sample").trigger()
        panel = cast(SamplePanel, window.places.compare.host.panel("sample"))
        panel.choosing.number.setValue(24)
        panel.choosing.seed.setValue(1871)
        panel.choosing.draw.click()
        stage.settle(window)
        for number in range(judged):
            answer = "no" if number % 3 == 2 else "yes"
            window.session.actions.action(f"compare.sample-{answer}").trigger()
        if left:
            panel.judging.stopped.emit()
            panel.choosing.seed.setValue(2024)
        stage.settle(window)
        return window

    return scene


def heatmap(stage: Stage) -> Window:
    """The topics of the sample manifestos."""
    return _charts(stage.open_samples(), stage, 0)


def wide_heatmap(stage: Stage) -> Window:
    """The topics of six manifestos, with the last of them gone to: where not all fit, names of topics stay in sight."""
    window = stage.open_samples(own=True)
    window.session.add_files(kindred_files())
    stage.settle(window)
    window.strip.clear()
    _charts(window, stage, 0)
    chart = _panel(window).view.chart
    chart.go_to(len(window.session.library.documents()) - 1)
    return window


def strips(stage: Stage) -> Window:
    """Where the sample manifestos speak of policing."""
    return _charts(stage.open_samples(), stage, 1)


def over_time(stage: Stage) -> Window:
    """A party with manifestos of two elections, both too short for a share of their words."""
    window = stage.open_samples(own=True)
    window.session.add_files(kindred_files())
    stage.settle(window)
    window.strip.clear()
    _charts(window, stage, 2)
    panel = _panel(window)
    panel.measured.setCurrentIndex(panel.measured.findData(Measured.PASSAGES.value))
    return window


def _charts(window: Window, stage: Stage, tab: int) -> Window:
    window.places.show_topic("policing")
    stage.settle(window)
    window.session.actions.action("compare.charts").trigger()
    panel = _panel(window)
    panel.tabs.setCurrentIndex(tab)
    stage.settle(window)
    panel.take_focus()
    return window


def _panel(window: Window) -> ChartsPanel:
    return cast(ChartsPanel, window.places.compare.host.panel("charts"))
