"""The columns of the tables of words, each with what it means, its formula and its source."""

from __future__ import annotations

from index.words.tables import Column
from reader.wording import tr


def word(head: str = "") -> Column:
    return Column("word", head or tr("Word"))


def manifesto() -> Column:
    return Column("manifesto", tr("Manifesto"))


def count(name: str = "count", head: str = "", query: str = "") -> Column:
    tip = tr("How often it stands in the passages. Headings do not count.")
    return Column(name, head or tr("Count"), tip, 0, query)


def per_thousand(name: str = "per 1,000", head: str = "", query: str = "") -> Column:
    tip = tr("How often in 1,000 words. Words are what the program counts everywhere: what spaces part, in passages.")
    return Column(name, head or tr("per 1,000"), tip, 2, query)


def passages() -> Column:
    return Column("passages", tr("Passages"), tr("How many passages hold it: as many as a search finds."), 0)


def manifestos() -> Column:
    return Column("manifestos", tr("Manifestos"), tr("In how many manifestos it stands."), 0)


def likelihood(name: str = "log-likelihood", head: str = "", query: str = "") -> Column:
    tip = tr(
        "How sure the difference is. G² = 2 Σ O ln(O/E) over the counts of the word (Rayson and Garside 2000, after "
        "Dunning 1993). Above 10.83 chance would do it less than once in a thousand times, above 6.63 once in a "
        "hundred."
    )
    return Column(name, head or "G²", tip, 1, query)


def likelihood_of_four() -> Column:
    tip = tr(
        "How sure it is that the two belong together. G² = 2 Σ O ln(O/E) over all four cells (Dunning 1993). Above "
        "10.83 chance would do it less than once in a thousand times."
    )
    return Column("log-likelihood", "G²", tip, 1)


def log_ratio(name: str = "log ratio", head: str = "", query: str = "") -> Column:
    tip = tr(
        "How large the difference is: the binary logarithm of the ratio of both relative frequencies (Hardie 2014). 1 "
        "is twice as often, 2 four times, −1 half as often. No occurrence counts as half of one."
    )
    return Column(name, head or tr("Log ratio"), tip, 2, query)


def deviation() -> Column:
    tip = tr(
        "How unevenly it is spread over the manifestos: DP = ½ Σ |v − s|, the shares of the word less the shares of "
        "all words (Gries 2008). 0 is as evenly as can be."
    )
    return Column("dp", "DP", tip, 2)


def deviation_normalised() -> Column:
    tip = tr(
        "DP by the most that it can be with manifestos of these lengths, so that 1 is reached (Lijffijt and Gries "
        "2012)."
    )
    return Column("dp normalised", tr("DP, normalised"), tip, 2)


def together() -> Column:
    tip = tr("How often it stands in the windows around the node. A word that is near two nodes counts once.")
    return Column("together", tr("Together"), tip, 0)


def expected() -> Column:
    tip = tr("How often it would by chance: places in windows × its count / all places (Evert 2008).")
    return Column("expected", tr("Expected"), tip, 1)


def of_all() -> Column:
    return Column("count", tr("Of all"), tr("How often it stands in all passages, but in the node itself."), 0)


def mutual_information() -> Column:
    tip = tr("Binary logarithm of together / expected (Church and Hanks 1990). Rare words come out high.")
    return Column("mi", "MI", tip, 2)


def log_dice() -> Column:
    tip = tr(
        "14 + log₂(2 × together / (count of the node + count of the word)) (Rychlý 2008). 14 is always together; one "
        "more is twice as often. It does not depend on how long the manifestos are."
    )
    return Column("logdice", "logDice", tip, 2)
