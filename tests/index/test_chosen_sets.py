"""Whatever manifestos are chosen, in whatever order: the same cells, and nothing from outside the choice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from indexed import Indexed, Written

from index.closest import closest
from index.comparison import compare
from index.reuse import Wordings
from index.search import Searcher
from index.store import reading
from index.topics.evaluate import evaluate
from index.topics.model import Scope, Subtopic, Topic, TopicQuery
from index.topics.nearest import near_misses, strata
from index.topics.views import Views
from reader.library.library import Library

TEXTS = (
    "# Boats\nA lifeboat for every quay of this coast is what all of us will pay for.\nSheep.",
    "# Sheep\nA sheep in a boat.\nThe boat leaves.\n- A lifeboat for sheep.",
    "# Roads\nNo road without a bus.",
    "# Boats\nA lifeboat for every quay of this coast is what all of us would like.\nA crew.",
    "Byddwn yn prynu lifeboat. A boat.",
)
TOPIC = Topic(
    "boats",
    1,
    "Boats",
    "#000000",
    "d",
    (
        TopicQuery("lifeboat", subtopics=("life",)),
        TopicQuery("boat", 0.7, subtopics=("other",)),
        TopicQuery("boats", 0.5, Scope.SECTION),
    ),
    (),
    (Subtopic("life", "Lifeboats"), Subtopic("other", "Other boats")),
)
choices = st.lists(st.integers(0, len(TEXTS) - 1), unique=True, min_size=1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    folder: Path = tmp_path_factory.mktemp("chosen")
    written = [Written(text, language="cy" if text.startswith("Byddwn") else "en") for text in TEXTS]
    return Indexed(folder, *written)


@settings(max_examples=30, deadline=None)
@given(choices)
def test_a_choice_has_the_cells_that_its_manifestos_have_in_the_whole_library(made: Indexed, chosen: list[int]) -> None:
    documents = [made.documents[number] for number in chosen]
    names = [document.id for document in documents]
    with Library.open(made.home) as library, reading(made.home) as reader, Views(made.home) as views:
        found = evaluate(reader, library, TOPIC, names)
        whole = evaluate(reader, library, TOPIC, [document.id for document in made.documents])
        views.keep(TOPIC, whole)
        kept, missing = views.cached(TOPIC, names)
    assert list(found) == names
    assert missing == []
    assert found == kept == {name: whole[name] for name in names}
    table = compare(TOPIC, documents, found)
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            alone = compare(TOPIC, [column.document], {column.document.id: whole[column.document.id]})
            same = [one.cells[0] for one in alone.rows if one.subtopic == row.subtopic]
            # The row for what belongs to no sub-topic is there only where something does.
            assert same == [cell] if same else not cell.matches


@settings(max_examples=30, deadline=None)
@given(choices)
def test_nothing_from_outside_the_choice_is_ever_shown(made: Indexed, chosen: list[int]) -> None:
    names = [made.documents[number].id for number in chosen]
    with Library.open(made.home) as library, reading(made.home) as reader, Searcher(made.home) as searcher:
        blocks = {name: library.blocks(name) for name in names}
        asked = next(block for block in blocks[names[0]] if block.is_passage)
        matches = evaluate(reader, library, TOPIC, names)
        shown = {match.document for found in matches.values() for match in found}
        shown |= {hit.document for hit in searcher.search("boat OR sheep OR lifeboat", documents=names).hits}
        shown |= closest(reader, library, names[0], asked.id, names).keys()
        for misses in near_misses(reader, library, TOPIC, names).values():
            shown |= {miss.document for miss in misses}
        for items in strata(reader, library, TOPIC, matches).values():
            shown |= {item.document for item in items}
        wordings = Wordings(blocks, dict.fromkeys(names, "en"))
        shown |= {name for pair in wordings.pairs() for name in (pair.left_document, pair.right_document)}
    assert shown <= set(names)


def test_what_these_texts_share_is_found_where_both_are_chosen(made: Indexed) -> None:
    """Else the tests above could pass because nothing is ever shown."""
    names = [made.documents[number].id for number in (0, 1, 3)]
    with Library.open(made.home) as library, reading(made.home) as reader:
        blocks = {name: library.blocks(name) for name in names}
        asked = next(block for block in blocks[names[0]] if block.is_passage)
        assert set(closest(reader, library, names[0], asked.id, names)) == {names[1], names[2]}
        assert len(list(Wordings(blocks, dict.fromkeys(names, "en")).pairs())) == 1
        assert any(near_misses(reader, library, TOPIC, names).values())
