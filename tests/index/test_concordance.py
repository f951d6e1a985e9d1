"""Lines of a concordance: one for each place, sorted by the words around it, thinned to the same sample everywhere."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.concordance import Level, Line, UnknownLevel, levels_of, lines_of, sample_of, sorted_lines
from index.results import Hit
from reader.library.records import Document

TEXTS = (
    ("a", "one", "The harbour is small. A harbour wall stands, Élan and all."),
    ("a", "two", "No harbour"),
    ("b", "one", "Our harbour Boats"),
    ("b", "two", "our harbour apples"),
)


def hit(document: str, block: str, text: str, word: str = "harbour", lead_in: str = "") -> Hit:
    at = [place for place in range(len(text)) if text.startswith(word, place)]
    marks = tuple((place, place + len(word)) for place in at)
    return Hit(document, block, text, "paragraph", 1, "1", (), 1.0, marks, lead_in, "en")


HITS = [hit(*one) for one in TEXTS]
POSITIONS = {("a", "one"): 0, ("a", "two"): 4, ("b", "one"): 2, ("b", "two"): 1}


def test_every_place_is_a_line_in_the_order_of_the_manifestos_and_of_their_text() -> None:
    lines = lines_of(HITS, POSITIONS)
    assert [(line.hit.document, line.hit.block, line.start) for line in lines] == [
        ("a", "one", 4),
        ("a", "one", 24),
        ("a", "two", 3),
        ("b", "two", 4),
        ("b", "one", 4),
    ]
    assert (lines[1].left, lines[1].match, lines[1].right) == (
        "The harbour is small. A ",
        "harbour",
        " wall stands, Élan and all.",
    )


def test_what_introduces_a_list_stands_on_the_left_and_is_sorted_by() -> None:
    (line,) = lines_of([hit("a", "x", "harbour dues", lead_in="We will not raise:")], {("a", "x"): 0})
    assert line.left == "We will not raise: […] "
    other = lines_of([hit("a", "y", "Close harbour")], {("a", "y"): 1})[0]
    assert sorted_lines([line, other], [Level.L1], {}) == [other, line]


def test_a_passage_that_was_found_by_no_words_of_its_own_is_one_line() -> None:
    (line,) = lines_of([replace(HITS[0], marks=())], POSITIONS)
    assert (line.left, line.match, line.right) == ("", "", TEXTS[0][2])


def test_lines_are_sorted_by_words_to_the_right_and_left_without_case() -> None:
    lines = lines_of(HITS, POSITIONS)

    def right(levels: list[Level]) -> list[str]:
        return [line.right for line in sorted_lines(lines, levels, {})]

    assert [words.split()[0] if words else "" for words in right([Level.R1])] == ["", "apples", "Boats", "is", "wall"]
    by_left = [line.left.split()[-1] for line in sorted_lines(lines, [Level.L1, Level.R1], {})]
    assert by_left == ["A", "No", "our", "Our", "The"]


def test_lines_are_sorted_by_manifesto_year_and_party() -> None:
    lines = lines_of(HITS, POSITIONS)
    known = {
        "a": Document("a", "Boats", party="Zeal", year="2017"),
        "b": Document("b", "Apples", party="Ardour", year="2019"),
    }
    assert [line.hit.document for line in sorted_lines(lines, [Level.PARTY], known)] == ["b", "b", "a", "a", "a"]
    assert [line.hit.document for line in sorted_lines(lines, [Level.YEAR], known)] == ["a", "a", "a", "b", "b"]
    assert sorted_lines(lines, [Level.MANIFESTO], known) == sorted_lines(lines, [Level.PARTY], known)


@given(st.integers(), st.integers(0, 99), st.integers(0, 60))
def test_a_sample_depends_on_its_seed_and_on_the_lines_alone(order: int, seed: int, size: int) -> None:
    lines = [Line(replace(HITS[0], block=str(at)), 4, 11, at) for at in range(50)]
    sample = sample_of(lines, size, seed)
    assert len(sample) == min(size, 50)
    shuffled = random.Random(order).sample(lines, 50)  # noqa: S311  # not for secrets
    assert sorted(line.position for line in sample_of(shuffled, size, seed)) == [line.position for line in sample]
    assert set(sample_of(lines, size // 2, seed)) <= set(sample), "a larger sample holds the smaller"


def test_another_seed_draws_other_lines() -> None:
    lines = [Line(replace(HITS[0], block=str(at)), 4, 11, at) for at in range(50)]
    assert sample_of(lines, 10, 1) != sample_of(lines, 10, 2)


def test_what_lines_are_sorted_by_is_read_and_what_is_unknown_is_named() -> None:
    assert levels_of("r1, R2,l1") == (Level.R1, Level.R2, Level.L1)
    assert levels_of("") == ()
    with pytest.raises(UnknownLevel, match="“r9”"):
        levels_of("r1,r9")
