"""The nearest passages below the threshold, and the strata that a sample is drawn from."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.sampling import Stratum
from index.store import reading
from index.topics.evaluate import evaluate
from index.topics.model import Scope, Topic, TopicQuery
from index.topics.nearest import NearMiss, near_misses, near_misses_in, strata
from reader.library.library import Library

TOPIC = Topic(
    "t",
    1,
    "T",
    "#000000",
    "d",
    (
        TopicQuery("lifeboat"),
        TopicQuery("crew", 0.45),
        TopicQuery("boat", 0.4),
        TopicQuery("harbour", 0.2),
        TopicQuery("sea", 0.3, Scope.SECTION),
    ),
)
SPOKEN = "A lifeboat.\nA crew.\nA boat."
SILENT = "A boat.\nA crew rests.\nThe harbour.\nThe sheep.\n# Sea\nThe fish.\nA crew at sea.\nA boat on a lead."


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path, Written(SPOKEN), Written(SILENT))


def misses(made: Indexed, number: int, least: float = 0.3) -> list[NearMiss]:
    document = made.documents[number].id
    with Library.open(made.home) as library, reading(made.home) as reader:
        return list(near_misses(reader, library, TOPIC, [document], least=least)[document])


def test_the_nearest_passages_come_first_with_their_points_and_the_words_that_gave_them(made: Indexed) -> None:
    found = misses(made, 1)
    assert [(one.block.text, one.points) for one in found] == [
        ("A crew at sea.", 0.75),
        ("A boat on a lead.", 0.7),
        ("A crew rests.", 0.45),
        ("A boat.", 0.4),
        ("The fish.", 0.3),
    ]
    assert [(why.text, why.field) for why in found[0].why] == [("crew", "text"), ("Sea", "section")]
    assert (found[2].order, found[2].document) == (1, made.documents[1].id)


def test_what_is_in_the_view_is_no_near_miss_and_what_has_hardly_a_point_is_none_either(made: Indexed) -> None:
    assert [one.block.text for one in misses(made, 0)] == ["A crew.", "A boat."]
    assert "The harbour." not in [one.block.text for one in misses(made, 1)]
    assert "The harbour." in [one.block.text for one in misses(made, 1, least=0.1)]


def test_only_the_documents_asked_for_are_looked_at(made: Indexed) -> None:
    with Library.open(made.home) as library:
        found = near_misses_in(made.home, library, TOPIC, [made.documents[1].id, "no such document"])
    assert set(found) == {made.documents[1].id}


def test_every_passage_stands_in_one_stratum(made: Indexed) -> None:
    names = [document.id for document in made.documents]
    with Library.open(made.home) as library, reading(made.home) as reader:
        found = strata(reader, library, TOPIC, evaluate(reader, library, TOPIC, names))
        texts = {
            stratum: sorted(library.texts(item.block for item in items).values()) for stratum, items in found.items()
        }
        passages = sum(block.is_passage for name in names for block in library.blocks(name))
    assert texts[Stratum.SHOWN] == ["A lifeboat."]
    assert texts[Stratum.NEAR] == sorted(one.block.text for number in (0, 1) for one in misses(made, number))
    assert texts[Stratum.WORDS] == ["The harbour."]
    assert texts[Stratum.REST] == ["The sheep."]
    assert sum(map(len, found.values())) == passages == 10
