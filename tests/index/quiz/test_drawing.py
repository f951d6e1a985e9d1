"""Fair drawing: each manifesto as often as the others within one, and nothing but the seed and ids deciding."""

from __future__ import annotations

from collections import Counter
from statistics import mean

from hypothesis import given, settings
from hypothesis import strategies as st

from index.quiz.drawing import MOST_ANSWERS, Candidate, drawn, possible
from index.topics.model import Match


def candidate(document: str, number: int, length: int = 100, faults: int = 0) -> Candidate:
    match = Match(document, f"{document}{number}", number, "", "paragraph", 1, "1", (), 0.9, (), (), ())
    return Candidate(match, "x" * length, (0, length), faults=faults)


def harbours(*sizes: int) -> dict[str, list[Candidate]]:
    return {f"m{at}": [candidate(f"m{at}", number) for number in range(size)] for at, size in enumerate(sizes)}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=7), st.integers(0, 10_000), st.integers(1, 20))
def test_each_manifesto_is_right_equally_often_and_the_order_in_which_they_come_does_not_matter(
    sizes: list[int], seed: int, count: int
) -> None:
    usable = harbours(*sizes)
    asked = drawn(usable, seed, count)
    assert len(asked) == min(count, possible(usable))
    right = Counter(one.candidate.document for one in asked)
    if asked:
        times = [right[name] for name, found in usable.items() if found]
        assert max(times) - min(times) <= 1
    assert len({one.candidate.match.block for one in asked}) == len(asked)
    assert all(2 <= len(one.answers) <= MOST_ANSWERS and one.candidate.document in one.answers for one in asked)
    assert drawn({name: found[::-1] for name, found in reversed(usable.items())}, seed, count) == asked


def test_another_seed_draws_another_quiz() -> None:
    assert len({drawn(harbours(9, 9, 9), seed, 6) for seed in range(20)}) == 20


def test_of_more_than_four_each_stands_among_the_wrong_answers_equally_often() -> None:
    wrong = Counter(
        name
        for one in drawn(harbours(8, 8, 8, 8, 8, 8), 3, 24)
        for name in one.answers
        if name != one.candidate.document
    )
    assert max(wrong.values()) - min(wrong.values()) <= 2


def test_a_manifesto_that_says_nothing_takes_no_part_and_one_alone_makes_no_quiz() -> None:
    assert possible(harbours(5, 0, 2)) == 5
    assert {name for one in drawn(harbours(5, 0, 2), 1, 9) for name in one.answers} == {"m0", "m2"}
    assert drawn(harbours(5, 0), 1, 9) == ()


def test_passages_are_of_like_length_whatever_their_manifestos_usually_write() -> None:
    usable = {
        "brief": [candidate("brief", at, 70 + 37 * at % 111) for at in range(40)],
        "long": [candidate("long", at, 140 + 37 * at % 161) for at in range(40)],
    }
    gaps = []
    for seed in range(50):
        asked = drawn(usable, seed, 10)
        brief, long = (
            mean(len(one.candidate.words) for one in asked if one.candidate.document == name) for name in usable
        )
        gaps.append(long - brief)
    assert mean(gaps) < 25  # of 95 where they are drawn by lot


def test_what_may_tell_is_asked_only_where_nothing_better_is_left() -> None:
    usable = {name: [candidate(name, at, faults=0 if at < 3 else 2) for at in range(9)] for name in ("harbour", "quay")}
    for seed in range(20):
        assert not any(one.candidate.faults for one in drawn(usable, seed, 6))
    assert sum(one.candidate.faults > 0 for one in drawn(usable, 1, 8)) == 2
