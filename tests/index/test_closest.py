"""Closest in the others: the most similar passage of each other manifesto, with the words that both have."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.closest import Close, closest, closest_in, telling_words
from index.damage import IndexDamaged
from index.store import reading
from reader.home import home
from reader.library.library import Library

ONE = """
# Harbour
We will build a new lifeboat station on the quay.
The weather is fine.
"""
TWO = """
# Harbour
A lifeboat needs a crew.
Lifeboat stations on every quay are what we will pay for.
# Roads
We will mend the road to the station.
"""
THREE = """
# Schools
Every child learns to read.
"""
FOUR = """
# Lifeboats and quays
New ones will be built.
# Sheep
New ones will be built.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    return Indexed(tmp_path_factory.mktemp("closest"), *map(Written, (ONE, TWO, THREE, FOUR)))


def found(made: Indexed, text: str, of: int = 0, among: tuple[int, ...] = (0, 1, 2, 3)) -> dict[int, Close]:
    names = [document.id for document in made.documents]
    with Library.open(made.home) as library:
        (asked,) = [block for block in library.blocks(names[of]) if block.text.startswith(text)]
        result = closest_in(made.home, library, names[of], asked.id, [names[number] for number in among])
    assert names[of] not in result
    return {names.index(document): close for document, close in result.items()}


def test_the_closest_passage_is_found_with_the_words_that_both_have_in_any_form(made: Indexed) -> None:
    close = found(made, "We will build")[1]
    assert close.block.text.startswith("Lifeboat stations")
    assert (close.order, close.block.page) == (2, 1)
    text = "We will build a new lifeboat station on the quay."
    assert [close.block.text[start:end] for start, end in close.shared] == ["Lifeboat", "stations", "quay"]
    assert [text[start:end] for start, end in close.shared_there] == ["lifeboat", "station", "quay"]


def test_headings_tell_apart_passages_of_the_same_words(made: Indexed) -> None:
    close = found(made, "We will build")[3]
    assert close.block.section == ("Lifeboats and quays",)


def test_a_manifesto_without_anything_like_it_is_left_out_and_so_is_one_that_was_not_asked_for(made: Indexed) -> None:
    assert set(found(made, "We will build")) == {1, 3}
    assert set(found(made, "We will build", among=(0, 2, 3))) == {3}
    assert found(made, "The weather") == {}


def test_a_passage_without_words_under_a_heading_of_the_same_words_does_not_hinder_the_search(tmp_path: Path) -> None:
    marks = Indexed(tmp_path, Written(ONE), Written("# Lifeboats\n* * * * * * *\nLifeboats have crews.\n"))
    assert found(marks, "We will build", among=(0, 1))[1].block.text == "Lifeboats have crews."


def test_similarity_is_the_cosine_of_the_tf_idf_vectors(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("Red boat."), Written("Red red sheep."), Written("Green sheep."))
    names = [document.id for document in made.documents]
    with Library.open(made.home) as library, reading(made.home) as reader:
        (asked,) = library.blocks(names[0])
        close = closest(reader, library, names[0], asked.id, names)[names[1]]
    often, once = math.log(1 + 3 / 2), math.log(1 + 3 / 1)
    twice = (1 + math.log(2)) * often
    expected = often * twice / (math.hypot(often, once) * math.hypot(twice, often))
    assert close.similarity == pytest.approx(expected, abs=1e-4)


def test_what_is_not_there_is_close_to_nothing(made: Indexed, tmp_path: Path) -> None:
    names = [document.id for document in made.documents]
    with Library.open(made.home) as library:
        assert closest_in(made.home, library, names[0], "no such block", names) == {}
        assert closest_in(made.home, library, "no such document", "none", [*names, "another"]) == {}
    empty = home(tmp_path / "empty")
    with Library.open(empty) as library, pytest.raises(IndexDamaged):
        closest_in(empty, library, "", "", [])


def test_the_words_that_tell_most_of_a_passage_are_its_rare_ones_in_its_order(made: Indexed) -> None:
    words = telling_words(made.home, "We will build the lifeboats: a lifeboat, 2,000 children and New York.", "en", 4)
    assert words == ["lifeboats", "children", "New", "York"]
    assert len(telling_words(made.home, "lifeboat lifeboats", "en")) == 1
    assert telling_words(made.home, "2,000 of 3,000", "en") == []
