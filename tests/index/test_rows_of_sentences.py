"""In which rows the built-in topics put some five hundred sentences that speak in the voices of many parties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from indexed import Indexed, Written
from judged_sentences import FIRE, POLICING, VAWG
from rows_of_fire_safety import FIRE_ROWS
from rows_of_policing import POLICING_ROWS
from rows_of_vawg import VAWG_ROWS

from index.topics.files import load_topics
from index.topics.model import Match

TOPICS = {topic.id: topic for topic in load_topics([], builtin_folder=Path(__file__).parents[2] / "assets" / "topics")}
MADE_UP = {POLICING: POLICING_ROWS, VAWG: VAWG_ROWS, FIRE: FIRE_ROWS}
# A heading that brings sentences into the view which name the topic as little as items of a list often do.
ABOVE = {POLICING: "The police", VAWG: "Violence against women and girls", FIRE: "The fire and rescue service"}
# Of the passages in the view: how many stand first in the right row, and the F1 of their sets of rows.
FIRST, SETS = 0.84, 0.84


def judged(topic: str) -> Iterator[tuple[str, list[str]]]:
    for line in MADE_UP[topic].strip().splitlines():
        rows, _, sentence = line.partition(" | ")
        yield sentence, rows.split()


def view(folder: Path, topic: str) -> dict[str, Match]:
    # Each has a heading of its own, since one lends little to what stands far below it.
    text = "\n".join(f"# {ABOVE[topic]} {place}\n- {one}" for place, (one, _) in enumerate(judged(topic)))
    return {match.text: match for match in Indexed(folder, Written(text)).matches(TOPICS[topic])}


@pytest.mark.parametrize("topic", sorted(MADE_UP))
def test_the_rows_named_are_those_of_the_topic(topic: str) -> None:
    known = {row.id for row in TOPICS[topic].subtopics} | {"more"}
    assert {row for _, rows in judged(topic) for row in rows} <= known


@pytest.mark.parametrize("topic", sorted(MADE_UP))
def test_most_sentences_stand_in_the_rows_that_a_reader_would_look_in(tmp_path: Path, topic: str) -> None:
    placed = view(tmp_path, topic)
    pairs = [(rows, placed[text].subtopics or ("more",)) for text, rows in judged(topic) if text in placed]
    assert len(pairs) >= 0.9 * len(list(judged(topic)))
    first = sum(rows[0] == found[0] for rows, found in pairs) / len(pairs)
    agreed = sum(len({*rows} & {*found}) for rows, found in pairs)
    sets = 2 * agreed / sum(len(rows) + len(found) for rows, found in pairs)
    assert first >= FIRST, (round(first, 3), round(sets, 3))
    assert sets >= SETS, (round(first, 3), round(sets, 3))
