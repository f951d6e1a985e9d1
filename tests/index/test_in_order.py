"""Results put back into the order in which they were asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.in_order import in_order


def test_results_come_in_the_order_in_which_they_were_asked_for() -> None:
    assert list(in_order([("b", 2), ("a", 1), ("c", 3)], "abc", most=8)) == [("a", 1), ("b", 2), ("c", 3)]


def test_one_that_takes_long_does_not_hold_everything_back() -> None:
    finished = [("b", 2), ("c", 3), ("d", 4), ("e", 5), ("a", 1)]
    assert [key for key, _ in in_order(finished, "abcde", most=2)] == ["b", "c", "a", "d", "e"]


def test_what_was_asked_for_and_never_came_is_passed_over_at_the_end() -> None:
    assert [key for key, _ in in_order([("c", 3), ("b", 2)], "abc", most=8)] == ["b", "c"]


def test_what_is_asked_for_may_grow_meanwhile() -> None:
    asked = ["a"]

    def finished() -> list[tuple[str, int]]:
        asked.append("b")
        return [("b", 2), ("a", 1)]

    assert [key for key, _ in in_order(finished(), asked, most=8)] == ["a", "b"]


@given(st.permutations(range(20)), st.integers(0, 25))
def test_nothing_is_lost_or_doubled_whatever_order_it_is_finished_in(finished: list[int], most: int) -> None:
    given_back = list(in_order([(key, key) for key in finished], range(20), most))
    assert sorted(given_back) == [(key, key) for key in range(20)]
    if most >= 20:
        assert given_back == [(key, key) for key in range(20)]
