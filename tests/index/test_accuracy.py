"""Precision and recall from a judged sample: worked examples, and intervals that hold as often as they say."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.accuracy import Z95, accuracy, interval, ratio_interval, total, wilson
from index.sampling import Judged, Stratum

NONE = Judged(0, 0, 0)


def strata(shown: Judged, near: Judged, words: Judged, rest: Judged, uncertain: Judged = NONE) -> dict[Stratum, Judged]:
    return dict(zip(Stratum, (shown, uncertain, near, words, rest), strict=True))


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_that_of_newcombes_table(successes: int, trials: int, low: float, high: float) -> None:
    assert wilson(successes, trials) == pytest.approx((low, high), abs=5e-5)


def test_a_stratum_judged_as_a_whole_leaves_no_doubt_and_one_half_judged_less_than_a_large_one() -> None:
    assert interval(Judged(40, 40, 30)) == (0.75, 0.75)
    half, tiny_part = interval(Judged(80, 40, 30)), interval(Judged(100_000, 40, 30))
    assert tiny_part[0] < half[0] < 0.75 < half[1] < tiny_part[1]
    assert tiny_part == pytest.approx(wilson(30, 40), abs=1e-4)


def test_precision_and_recall_of_a_worked_example() -> None:
    found = accuracy(strata(Judged(200, 50, 45), Judged(100, 20, 5), Judged(500, 25, 0), Judged(2000, 25, 0)))
    assert found.precision.value == pytest.approx(45 / 50)
    assert found.recall.value == pytest.approx(180 / (180 + 25))
    assert (found.precision.judged, found.recall.judged) == (50, 120)
    # 180 of 205; but of 2,500 passages only 50 were looked at, and they may hide many.
    assert 0.2 < found.recall.low < 0.6 < 0.88 < found.recall.high < 0.97


def test_what_is_less_certain_is_missed_by_what_is_shown_and_no_part_of_its_precision() -> None:
    found = accuracy(strata(Judged(90, 90, 81), NONE, NONE, Judged(50, 50, 0), Judged(20, 20, 9)))
    assert found.precision.value == pytest.approx(0.9)
    assert found.recall.value == pytest.approx(81 / 90)
    unjudged = accuracy(strata(Judged(90, 90, 81), NONE, NONE, Judged(50, 50, 0), Judged(20, 0, 0)))
    assert unjudged.precision.value == pytest.approx(0.9)
    assert unjudged.recall.value is None


def test_where_all_was_judged_the_shares_are_certain() -> None:
    found = accuracy(strata(Judged(10, 10, 8), Judged(5, 5, 2), Judged(20, 20, 0), NONE))
    assert (found.precision.low, found.precision.value, found.precision.high) == (0.8, 0.8, 0.8)
    assert (found.recall.low, found.recall.value, found.recall.high) == pytest.approx((0.8, 0.8, 0.8))


def test_what_nobody_judged_leaves_the_question_open() -> None:
    nothing = accuracy(strata(Judged(10, 0, 0), NONE, NONE, Judged(9, 0, 0)))
    assert (nothing.precision.value, nothing.precision.low, nothing.precision.high) == (None, 0.0, 1.0)
    assert (nothing.recall.value, nothing.recall.low, nothing.recall.high) == (None, 0.0, 1.0)
    unseen = accuracy(strata(Judged(10, 5, 5), NONE, NONE, Judged(9, 0, 0)))
    assert (unseen.precision.value, unseen.recall.value) == (1.0, None)


def test_a_topic_of_which_nothing_was_found_anywhere_has_no_recall() -> None:
    assert accuracy(strata(Judged(10, 10, 0), Judged(10, 10, 0), NONE, NONE)).recall.value is None


counts = st.integers(1, 60).flatmap(
    lambda judged: st.builds(Judged, st.integers(judged, 5000), st.just(judged), st.integers(0, judged))
)


@given(st.tuples(counts, counts, counts, counts))
def test_the_estimate_lies_within_its_interval(some: tuple[Judged, Judged, Judged, Judged]) -> None:
    found = accuracy(strata(*some))
    for one in (found.precision, found.recall):
        assert 0 <= one.low <= one.high <= 1
        assert one.value is None or one.low - 1e-9 <= one.value <= one.high + 1e-9
    estimate, low, high = total(some)
    assert sum(one.on_topic for one in some) <= low <= estimate + 1e-9
    assert estimate - 1e-9 <= high <= sum(one.size - one.judged + one.on_topic for one in some)


def test_the_interval_of_a_ratio_is_fiellers_where_both_bounds_are_as_far_from_the_estimate() -> None:
    (a, spread_a), (b, spread_b) = (30.0, 8.0), (100.0, 12.0)
    found = ratio_interval((a, a - spread_a, a + spread_a), (b, b - spread_b, b + spread_b))
    # Fieller: the r for which (a - r b)^2 = spread_a^2 + r^2 spread_b^2.
    square, line, rest = b * b - spread_b**2, -2 * a * b, a * a - spread_a**2
    root = math.sqrt(line * line - 4 * square * rest)
    assert found == pytest.approx(((-line - root) / (2 * square), (-line + root) / (2 * square)))


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    """2,000 samples of a topic with made-up but usual errors; a fixed seed, so that the outcome is fixed as well."""
    rng = random.Random(20240502)  # noqa: S311  # not for secrets
    # For each stratum its size, how many are on the topic, and how many are judged.
    truth = [(220, 200, 70), (120, 25, 30), (600, 8, 40), (3000, 0, 20)]
    held = {"precision": 0, "recall": 0}
    runs = 2000
    for _ in range(runs):
        samples = [
            Judged(size, judged, sum(place < on for place in rng.sample(range(size), judged)))
            for size, on, judged in truth
        ]
        found = accuracy(strata(*samples))
        held["precision"] += found.precision.low <= 200 / 220 <= found.precision.high
        held["recall"] += found.recall.low <= 200 / 233 <= found.recall.high
    assert held["precision"] / runs == pytest.approx(0.95, abs=0.02)
    # With strata in which errors are rare the interval is wide, and holds the truth more often than it need.
    assert held["recall"] / runs >= 0.93


def test_intervals_of_a_sum_hold_the_truth_about_as_often_as_they_say() -> None:
    rng = random.Random(7)  # noqa: S311  # not for secrets
    truth = [(300, 90, 60), (500, 60, 80)]
    held, runs = 0, 2000
    for _ in range(runs):
        samples = [
            Judged(size, judged, sum(place < on for place in rng.sample(range(size), judged)))
            for size, on, judged in truth
        ]
        _, low, high = total(samples)
        held += low <= 150 <= high
    assert held / runs == pytest.approx(0.95, abs=0.015)


def test_the_quantile_is_that_of_95_percent() -> None:
    assert math.erf(Z95 / math.sqrt(2)) == pytest.approx(0.95)
