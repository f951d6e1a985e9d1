"""A sample of passages depends on its seed and on the passages alone, and comes from every stratum."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sampling import Item, Judged, Stratum, draw, in_strata, judged


def items(stratum: str, number: int) -> list[Item]:
    return [Item(f"document {at % 3}", f"{stratum} {at}") for at in range(number)]


PASSAGES = {
    Stratum.SHOWN: items("shown", 60),
    Stratum.NEAR: items("near", 30),
    Stratum.WORDS: items("words", 200),
    Stratum.REST: items("rest", 900),
}


@settings(max_examples=40, deadline=None)
@given(st.integers(), st.integers(0, 5), st.integers(0, 80))
def test_the_same_seed_draws_the_same_sample_in_whatever_order_the_passages_come(
    order: int, seed: int, size: int
) -> None:
    rng = random.Random(order)  # noqa: S311  # not for secrets
    shuffled = {stratum: rng.sample(some, len(some)) for stratum, some in PASSAGES.items()}
    assert draw(dict(reversed(shuffled.items())), seed, size) == draw(PASSAGES, seed, size)


def test_another_seed_draws_another_sample() -> None:
    assert draw(PASSAGES, 1, 40).items != draw(PASSAGES, 2, 40).items


def test_a_sample_is_as_large_as_asked_and_its_order_tells_nothing_of_the_strata() -> None:
    sample = draw(PASSAGES, 1, 100)
    assert len(set(sample.items)) == len(sample.items) == 100
    assert Counter(sample.strata.values()) == {
        Stratum.SHOWN: 50,
        Stratum.NEAR: 20,
        Stratum.WORDS: 15,
        Stratum.REST: 15,
    }
    with_doubt = draw({**PASSAGES, Stratum.UNCERTAIN: items("uncertain", 40)}, 1, 110)
    assert 9 <= Counter(with_doubt.strata.values())[Stratum.UNCERTAIN] <= 11
    first = Counter(sample.strata[item] for item in sample.items[:50])
    assert 15 <= first[Stratum.SHOWN] <= 35
    assert sample.sizes == {stratum: len(PASSAGES.get(stratum, ())) for stratum in Stratum}


@given(st.tuples(*[st.integers(0, 30)] * 5), st.integers(0, 150))
def test_what_a_small_stratum_cannot_give_the_others_give(sizes: tuple[int, ...], size: int) -> None:
    passages = {stratum: items(stratum, number) for stratum, number in zip(Stratum, sizes, strict=True)}
    sample = draw(passages, 7, size)
    assert len(sample.items) == min(size, sum(sizes))
    assert all(item in passages[stratum] for item, stratum in sample.strata.items())


def test_within_a_stratum_every_passage_is_as_likely_as_any_other() -> None:
    drawn = Counter(item for seed in range(400) for item in draw({Stratum.SHOWN: items("shown", 20)}, seed, 5).items)
    # Each is drawn 100 times on average, with a standard deviation of 8.7; the seeds are fixed, so is the outcome.
    assert min(drawn.values()) > 65
    assert max(drawn.values()) < 135


def test_a_passage_belongs_to_the_first_stratum_that_claims_it() -> None:
    one, two, three, four, five = items("x", 5)
    strata = in_strata([one], [one, two], [two, three], [four, one], [five, four, three, two, one])
    assert list(strata.values()) == [[one], [two], [three], [four], [five]]
    assert list(strata) == list(Stratum)


def test_only_judgements_of_the_sample_count() -> None:
    sample = draw(PASSAGES, 3, 10)
    judgements = dict.fromkeys(sample.items[:6], True) | {sample.items[6]: False, Item("another", "passage"): True}
    found = judged(sample, judgements)
    assert sum(one.judged for one in found.values()) == 7
    assert sum(one.on_topic for one in found.values()) == 6
    assert found[Stratum.REST].size == 900
    assert judged(sample, {})[Stratum.SHOWN] == Judged(60, 0, 0)


@pytest.mark.parametrize("size", [0, 1, 4])
def test_tiny_samples_are_drawn_too(size: int) -> None:
    assert len(draw(PASSAGES, 1, size).items) == size
