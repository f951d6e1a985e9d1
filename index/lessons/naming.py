"""What the parts of a lesson are called that have no words of their own: rows, charts, quizzes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from index.comparison import more_of
from index.topics.model import Subtopic, Topic
from reader.library.plans import LessonItem, PartKind
from reader.wording import tr


class ChartKind(StrEnum):
    """Which chart: what stands after the topic in the target of a chart ("policing/strips")."""

    HEATMAP = "heatmap"  # topics by manifestos
    STRIPS = "strips"  # where the topic stands in each manifesto
    SALIENCE = "salience"  # the topic from election to election


def row_of(topic: Topic, row: str) -> Subtopic | None:
    """The row of a topic with this id, that of `MORE` among them; None where the topic has no such row any more."""
    return next((one for one in (*topic.subtopics, more_of(topic)) if one.id == row), None)


def named(kind: PartKind, item: LessonItem, topics: Mapping[str, Topic]) -> str:
    """ "Policing: Officers", by the topics of now (by id); the target itself where topic or row are gone."""
    if kind is PartKind.SLIDE:
        return item.title or item.text.partition("\n")[0]
    topic = topics.get(item.topic)
    if topic is None:
        return item.target
    if kind is PartKind.QUIZ:
        return tr("Who said it? {topic}", topic=topic.name)
    if kind is PartKind.CHART:
        return chart_named(item.shown, topic)
    row = row_of(topic, item.shown)
    return item.target if row is None else f"{topic.name}: {row.name}"


def chart_named(chart: str, topic: Topic) -> str:
    """What this chart of a topic is called."""
    if chart == ChartKind.HEATMAP:
        return tr("Topics by manifesto")
    if chart == ChartKind.STRIPS:
        return tr("Position in the text: {topic}", topic=topic.name)
    return tr("Over time: {topic}", topic=topic.name)
