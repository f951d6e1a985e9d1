"""The panels of Compare by name: what stands beside the table or in its place, each made when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.session.session import Session


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """One panel: `action` opens and closes it; a `whole` one takes the place of the table, others stand beside it.

    `answers` are the other actions of Compare that mean something while a whole panel hides the table.
    """

    id: str
    title: str
    action: str
    make: Callable[[Session], QWidget]
    whole: bool = False
    answers: tuple[str, ...] = ()


def _sample(session: Session) -> QWidget:
    from ui.compare.sample.panel import SamplePanel

    return SamplePanel(session)


def _plan(session: Session) -> QWidget:
    from ui.plans.panel import PlanPanel

    return PlanPanel(session)


def _codebook(session: Session) -> QWidget:
    from ui.codebook.panel import CodebookPanel

    return CodebookPanel(session)


def _closest(session: Session) -> QWidget:
    from ui.compare.panels.closest_panel import ClosestPanel

    return ClosestPanel(session)


def _nearest(session: Session) -> QWidget:
    from ui.compare.panels.nearest_panel import NearestPanel

    return NearestPanel(session)


def _columns(session: Session) -> QWidget:
    from ui.compare.panels.columns_panel import ColumnsPanel

    return ColumnsPanel(session)


def _topic(session: Session) -> QWidget:
    from ui.compare.topics.editor import TopicEditor

    return TopicEditor(session)


def _charts(session: Session) -> QWidget:
    from ui.compare.charts.panel import ChartsPanel

    return ChartsPanel(session)


def _verdicts(session: Session) -> QWidget:
    from ui.compare.panels.verdicts_panel import VerdictsPanel

    return VerdictsPanel(session)


_NEW_TOPICS = ("compare.new-topic", "compare.new-demands", "compare.topic-from-examples", "compare.topic-from-plan")
_IN_EDITOR = (
    "compare.save-topic",
    "compare.duplicate-topic",
    "compare.delete-topic",
    "compare.restore-topic",
    "compare.import-topic",
    "compare.export-topic",
)
_TURNING = ("compare.next-topic", "compare.previous-topic")

PANELS: tuple[PanelSpec, ...] = (
    PanelSpec("topic", "Topic", "compare.edit-topic", _topic, whole=True, answers=(*_IN_EDITOR, *_NEW_TOPICS)),
    PanelSpec("closest", "Similar passages elsewhere", "compare.closest", _closest),
    PanelSpec("plan", "Plan", "compare.plan", _plan),
    PanelSpec("codebook", "Codebook", "compare.codebook", _codebook),
    PanelSpec("nearest", "Near misses", "compare.nearest", _nearest),
    PanelSpec("verdicts", "Verdicts", "compare.verdicts", _verdicts),
    PanelSpec("columns", "Columns", "compare.columns", _columns),
    PanelSpec(
        "charts",
        "Charts",
        "compare.charts",
        _charts,
        whole=True,
        answers=("compare.add-chart", *_TURNING, *_NEW_TOPICS),
    ),
    PanelSpec(
        "sample",
        "Check accuracy",
        "compare.sample",
        _sample,
        whole=True,
        answers=("compare.sample-yes", "compare.sample-no", "compare.sample-skip", "compare.sample-back", *_NEW_TOPICS),
    ),
)
