"""Precision and recall of a topic as a judged sample shows them, with confidence intervals.

A proportion of one stratum has Wilson's interval (E. B. Wilson, "Probable inference, the law of succession, and
statistical inference", Journal of the American Statistical Association 22, 1927; recommended by R. G. Newcombe,
Statistics in Medicine 17, 1998, 857-872), with the number judged raised to n(N - 1)/(N - n) for drawing without putting
back from N passages (Cochran, Sampling Techniques, 1977, section 2.6). Sums over strata and the ratio of what is found
to what there is combine these by MOVER: G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008, 1693-1702, for sums;
A. Donner and G. Y. Zou, Statistical Methods in Medical Research 21, 2012, 347-359, for ratios. Unlike the delta method
it stays sound where no error at all was found in a stratum, which is what one hopes for.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.sampling import Judged, Stratum

# The quantile of the normal distribution for 95 %.
Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share from 0 to 1 with its 95 % interval, from `judged` passages; `value` is None where they cannot tell."""

    value: float | None
    low: float
    high: float
    judged: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """`precision`: of what is shown, how much is on the topic. `recall`: of what is on the topic, how much is shown."""

    precision: Estimate
    recall: Estimate


def accuracy(strata: Mapping[Stratum, Judged]) -> Accuracy:
    """What the judgements of a sample say. A stratum with passages of which none was judged leaves recall open."""
    shown = strata[Stratum.SHOWN]
    others = [one for stratum, one in strata.items() if stratum is not Stratum.SHOWN and one.size]
    low, high = interval(shown)
    precision = Estimate(shown.on_topic / shown.judged if shown.judged else None, low, high, shown.judged)
    return Accuracy(precision, _recall(shown, others))


def wilson(successes: int, trials: float, proportion: float | None = None, z: float = Z95) -> tuple[float, float]:
    """Wilson's score interval for `successes` of `trials`; (0, 1) without trials.

    With `proportion` that is the share observed, and `trials` any effective number of them.
    """
    if trials <= 0:
        return 0.0, 1.0
    share = successes / trials if proportion is None else proportion
    middle = share + z * z / (2 * trials)
    spread = z * math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    whole = 1 + z * z / trials
    low = 0.0 if share == 0 else max(0.0, (middle - spread) / whole)
    high = 1.0 if share == 1 else min(1.0, (middle + spread) / whole)
    return low, high


def interval(one: Judged) -> tuple[float, float]:
    """The interval of a stratum's share on the topic; no wider than a point where all of it was judged."""
    if one.judged == 0:
        return 0.0, 1.0
    share = one.on_topic / one.judged
    if one.judged >= one.size:
        return share, share
    return wilson(one.on_topic, one.judged * (one.size - 1) / (one.size - one.judged), share)


def _recall(shown: Judged, others: Sequence[Judged]) -> Estimate:
    """1 / (1 + missed / found), with the interval of the ratio."""
    number = shown.judged + sum(one.judged for one in others)
    if not shown.judged or any(not one.judged for one in others):
        return Estimate(None, 0.0, 1.0, number)
    found, found_low, found_high = total([shown])
    missed, missed_low, missed_high = total(others)
    value = found / (found + missed) if found + missed else None
    low, high = ratio_interval((missed, missed_low, missed_high), (found, found_low, found_high))
    return Estimate(value, 1 / (1 + high), 1 / (1 + low), number)


def total(strata: Sequence[Judged]) -> tuple[float, float, float]:
    """How many passages of these strata are on the topic: estimate, and the bounds that MOVER gives for a sum."""
    estimate = below = above = 0.0
    for one in strata:
        share = one.on_topic / one.judged
        low, high = interval(one)
        estimate += one.size * share
        below += (one.size * (share - low)) ** 2
        above += (one.size * (high - share)) ** 2
    # What was seen is certain: no bound lies below the passages judged on the topic, nor above what those off it leave.
    least = sum(one.on_topic for one in strata)
    most = sum(one.size - one.judged + one.on_topic for one in strata)
    return estimate, max(least, estimate - math.sqrt(below)), min(most, estimate + math.sqrt(above))


def ratio_interval(over: tuple[float, float, float], under: tuple[float, float, float]) -> tuple[float, float]:
    """The interval of a ratio of two independent estimates, each given with its bounds; up to infinity."""
    (a, a_low, a_high), (b, b_low, b_high) = over, under
    product = a * b
    lower = a_low * (2 * a - a_low)
    root = math.sqrt(max(0.0, product**2 - lower * b_high * (2 * b - b_high)))
    low = lower / (product + root) if product + root > 0 else 0.0
    divisor = b_low * (2 * b - b_low)
    if divisor <= 0:
        return max(0.0, low), math.inf
    root = math.sqrt(max(0.0, product**2 - a_high * (2 * a - a_high) * divisor))
    return max(0.0, low), (product + root) / divisor
