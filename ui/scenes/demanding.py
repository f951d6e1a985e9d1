"""Six demands set against the samples, some of them marked."""

from __future__ import annotations

from index.topics.demands import topic_from
from index.topics.drafting import finished
from index.topics.own import keep
from reader.library.row_marks import Mark, mark_row
from ui.compare.cards.entries import EntryKind
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.theme.topic_colours import TOPIC_COLOURS

NAME = "Safer Streets charter"
DEMANDS = """We call on every candidate to:
• Recruit more neighbourhood officers
• Publish the reason for every stop and search
• End live facial recognition
• Fund refuges for women who flee violence
• Fit sprinklers in every tower block
• Open night buses to harbour workers
"""
# By the number of the demand, the mark and the reason that each candidate is given, in the order of the library.
_MARKS = (
    (0, 1, Mark.MET, "180 more, and a least number for each ward"),
    (0, 2, Mark.PARTLY, "more officers, but none for neighbourhoods"),
    (2, 2, Mark.OPPOSED, "four vans are to be bought"),
    (5, 0, Mark.SILENT, ""),
    (5, 1, Mark.SILENT, ""),
    (5, 2, Mark.SILENT, ""),
)


def scorecard(stage: Stage) -> Window:
    """The comparison with its marks, one of them in use."""
    window = stage.open_samples(own=True)
    session = window.session
    draft = topic_from(session.home, NAME, DEMANDS, TOPIC_COLOURS[1][1])
    topic = finished(draft, None, [one.id for one in session.topics])
    keep(session.home.topics, topic)
    session.reload_topics()
    documents = session.library.documents()
    for row, column, mark, reason in _MARKS:
        session.apply(mark_row(session.library, documents[column].id, topic, topic.subtopics[row].id, mark, reason))
    window.places.show_topic(topic.id)
    stage.settle(window)
    window.strip.clear()
    window.activateWindow()
    area = window.places.compare.table.area
    area.view(1).setFocus()
    entries = area.view(1).cards.entries
    area.view(1).go_to(next(at for at, entry in enumerate(entries) if entry.kind is EntryKind.MARK))
    stage.settle(window)
    return window


def asking(stage: Stage) -> Window:
    """The question for a list, with one pasted."""
    window = stage.open_samples(own=True)
    window.places.go("compare")
    stage.settle(window)
    window.session.actions.action("compare.new-demands").trigger()
    question = window.places.compare.topics.question
    if question is not None:
        question.name.setText(NAME)
        question.demands.setPlainText(DEMANDS)
    stage.settle(window)
    return window


SCENES = {"demands": scorecard, "demands-asked": asking}
