"""The formulas give what their authors publish."""

from __future__ import annotations

import math

import pytest

from index.words.statistics import (
    contingency_log_likelihood,
    deviation_of_proportions,
    log_dice,
    log_likelihood,
    log_ratio,
    mutual_information,
    normalised,
    per_thousand,
)


def test_the_deviation_of_proportions_is_that_of_griess_five_texts() -> None:
    # Gries 2008, section 2: "a" in five texts of 50 letters.
    texts = ["bamnibeup", "basatbewqn", "bcagabesta", "baghabeaat", "bahaabeaxat"]
    counts, sizes = [text.count("a") for text in texts], [len(text) for text in texts]
    assert (counts, sizes) == ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    deviation = deviation_of_proportions(counts, sizes)
    assert deviation == pytest.approx(0.18)
    assert normalised(deviation, sizes) == pytest.approx(0.18 / (1 - 9 / 50))


def test_a_word_that_is_in_one_of_two_equal_texts_alone_is_spread_as_unevenly_as_can_be() -> None:
    assert deviation_of_proportions([7, 0], [100, 100]) == 0.5
    assert normalised(0.5, [100, 100]) == 1.0
    assert deviation_of_proportions([10, 20], [100, 200]) == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("together", "node", "collocate", "score"),
    [(8, 389, 230, 8.726204), (300, 300, 300, 14), (3, 3000, 3000, 4.034216), (6, 3000, 3000, 5.034216)],
)
def test_log_dice_is_rychlys(together: int, node: int, collocate: int, score: float) -> None:
    assert log_dice(together, node, collocate) == pytest.approx(score, abs=1e-6)


def test_the_word_of_the_lancaster_course_is_no_sure_difference() -> None:
    # 52 in 50,000 words against 57 in 75,000: + 2.65, below 3.84 (the calculator's own output in Lancaster's course).
    assert round(log_likelihood((52, 57), (50_000, 75_000)), 2) == 2.65


def test_log_likelihood_sums_over_the_cells_of_the_word_as_the_calculator_of_lancaster_does() -> None:
    # G2 = 2*((a*ln (a/E1)) + (b*ln (b/E2))), E1 = c*(a+b)/(c+d)
    a, b, c, d = 12, 5, 1_000, 2_000
    first, second = c * (a + b) / (c + d), d * (a + b) / (c + d)
    assert log_likelihood((a, b), (c, d)) == pytest.approx(2 * (a * math.log(a / first) + b * math.log(b / second)))
    assert log_likelihood((0, 9), (1_000, 2_000)) == pytest.approx(2 * 9 * math.log(1.5))
    assert log_likelihood((10, 20, 30), (100, 200, 300)) == 0.0


def test_for_rare_words_the_cells_of_all_others_add_next_to_nothing() -> None:
    two_cells = log_likelihood((30, 10), (100_000, 100_000))
    assert contingency_log_likelihood(30, 100_000, 10, 100_000) == pytest.approx(two_cells, rel=1e-3)


def test_the_log_ratio_counts_doublings_and_takes_nothing_for_half_a_word() -> None:
    assert log_ratio(8, 1_000, 2, 1_000) == pytest.approx(2)
    assert log_ratio(2, 1_000, 8, 2_000) == pytest.approx(-1)
    assert log_ratio(4, 1_000, 0, 1_000) == pytest.approx(3)
    assert log_ratio(0, 1_000, 0, 1_000) is None


def test_mutual_information_doubles_by_one() -> None:
    assert mutual_information(8, 2) == pytest.approx(2)
    assert mutual_information(8, 4) == pytest.approx(1)
    assert mutual_information(0, 4) is None


def test_nothing_is_said_of_no_words() -> None:
    assert per_thousand(0, 0) is None
    assert log_ratio(0, 0, 1, 10) is None
    assert deviation_of_proportions([0, 0], [10, 10]) is None
    assert normalised(0.0, [10]) is None
    assert log_dice(0, 3, 4) is None
    assert log_likelihood((0, 0), (0, 0)) == 0.0
