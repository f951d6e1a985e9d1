"""Scenes that measure: how right the program is on a topic, and the charts beside a comparison."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from ui.compare.charts.panel import ChartsPanel
from ui.compare.sample.panel import SamplePanel
from ui.scenes.stage import Stage
from ui.window import Window


def sampling(judged: int) -> Callable[[Stage], Window]:
    """A sample of a few passages, the first of them judged: every third as not about the topic."""

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
        stage.settle(window)
        return window

    return scene


def charts(tab: int) -> Callable[[Stage], Window]:
    """One of the charts of the sample manifestos."""

    def scene(stage: Stage) -> Window:
        window = stage.open_samples()
        window.places.show_topic("policing")
        stage.settle(window)
        window.session.actions.action("compare.charts").trigger()
        panel = cast(ChartsPanel, window.places.compare.host.panel("charts"))
        panel.tabs.setCurrentIndex(tab)
        stage.settle(window)
        panel.take_focus()
        return window

    return scene
