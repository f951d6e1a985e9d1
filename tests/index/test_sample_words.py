"""Sampled accuracy in plain words."""

from __future__ import annotations

import pytest

from index import sample_words as words
from index.accuracy import Accuracy, Estimate, accuracy
from index.sampled import Outcome
from index.sampling import Judged, Stratum
from reader.library.samples import KeptSample
from reader.library.verdicts import Coder

SAMPLE = KeptSample("s", "t", 1, "", 1, (), 1, 60, {}, Coder("c", "C"), "2026-01-01", ())


def outcome(shown: tuple[int, int, int], rest: tuple[int, int, int] = (900, 30, 1)) -> Outcome:
    """From size, judged and on topic of what is shown and of the rest."""
    strata = dict.fromkeys(Stratum, Judged(0, 0, 0)) | {Stratum.SHOWN: Judged(*shown), Stratum.REST: Judged(*rest)}
    return Outcome(SAMPLE, {}, strata, accuracy(strata))


def test_precision_is_told_with_its_number_and_interval() -> None:
    said = words.precision_sentence(outcome((10_000_000, 30, 28))).replace("\u00a0", " ")
    assert said == "Of 30 passages shown, 28 belong: precision 93 %, 95 % interval 79–98 %."
    assert words.precision_sentence(outcome((500, 1, 1))).startswith("Of 1 passage shown, 1 belongs:")


def test_where_nothing_was_judged_nothing_is_claimed() -> None:
    nothing = outcome((60, 0, 0), (900, 0, 0))
    assert "not known" in words.precision_sentence(nothing)
    assert "%" not in words.precision_sentence(nothing) + words.recall_sentence(nothing)
    assert words.figure(nothing.accuracy.recall) == "—"
    assert words.warning(nothing.accuracy) == ""


def test_a_wide_interval_is_warned_of_and_a_narrow_one_is_not() -> None:
    wide = words.warning(outcome((500, 10, 9)).accuracy)
    assert "wide for precision and recall" in wide
    sure = Estimate(0.95, 0.9, 0.99, 400)
    assert words.warning(Accuracy(sure, sure)) == ""
    assert words.warning(Accuracy(sure, Estimate(0.6, 0.4, 0.8, 400))).startswith("The interval is wide for recall")


@pytest.mark.parametrize(("share", "said"), [(0.999, "99"), (1.0, "100"), (0.001, "1"), (0.0, "0"), (0.5, "50")])
def test_almost_all_is_never_called_all(share: float, said: str) -> None:
    assert words.percent(share) == f"{said}\u00a0%"
