"""What a judged sample says of a topic, in plain words, for the window, the command line and exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.accuracy import Accuracy, Estimate
from index.sampling import Stratum
from reader.library.clock import written_day

if TYPE_CHECKING:
    from index.sampled import Outcome

# An interval wider than this says little: 20 points.
_WIDE = 0.2
_NBSP = "\u00a0"

GROUPS = {
    Stratum.SHOWN: "Shown by the program",
    Stratum.UNCERTAIN: "Shown as less certain",
    Stratum.NEAR: "Not shown, but close to it",
    Stratum.WORDS: "Not shown, with a word of the topic",
    Stratum.REST: "All other passages",
}


def percent(share: float) -> str:
    """ "93 %"; never 0 or 100 for what is a little more or less."""
    rounded = round(100 * share)
    if rounded == 100 and share < 1:
        rounded = 99
    if rounded == 0 and share > 0:
        rounded = 1
    return f"{rounded}{_NBSP}%"


def figure(estimate: Estimate) -> str:
    """ "93 % (79–98 %)"; a dash where nothing can be told."""
    if estimate.value is None:
        return "—"
    return f"{percent(estimate.value)} ({_interval(estimate)})"


def precision_sentence(outcome: Outcome) -> str:
    """How much of what is shown belongs."""
    shown, estimate = outcome.strata[Stratum.SHOWN], outcome.accuracy.precision
    if estimate.value is None:
        return "No passage that the program shows has been judged yet, so its precision is not known."
    judged = f"{shown.judged:,} passages" if shown.judged != 1 else "1 passage"
    belong = "belongs" if shown.on_topic == 1 else "belong"
    return (
        f"Of {judged} shown, {shown.on_topic:,} {belong}: precision {percent(estimate.value)}, "
        f"95{_NBSP}% interval {_interval(estimate)}."
    )


def recall_sentence(outcome: Outcome) -> str:
    """How much of what belongs is shown."""
    estimate = outcome.accuracy.recall
    if estimate.value is None:
        if outcome.finished:
            return "The passages judged cannot tell how much is missed: too few belong to the topic."
        return "How much is missed is known once passages of every group have been judged."
    others = [one for stratum, one in outcome.strata.items() if stratum is not Stratum.SHOWN]
    missed, judged = sum(one.on_topic for one in others), sum(one.judged for one in others)
    belong = "belongs" if missed == 1 else "belong"
    how = "not shown, or only as less certain" if outcome.strata[Stratum.UNCERTAIN].judged else "not shown"
    return (
        f"Of {judged:,} passages {how}, {missed:,} {belong}: recall {percent(estimate.value)}, "
        f"95{_NBSP}% interval {_interval(estimate)}."
    )


def warning(accuracy: Accuracy) -> str:
    """What to mind before quoting the figures; "" for nothing."""
    wide = [
        name
        for name, one in (("precision", accuracy.precision), ("recall", accuracy.recall))
        if one.value is not None and one.high - one.low > _WIDE
    ]
    if not wide:
        return ""
    interval = "interval is" if len(wide) == 1 else "intervals are"
    return f"The {interval} wide for {' and '.join(wide)}: judge a larger sample before you rely on this."


def checked_sentence(outcome: Outcome) -> str:
    """Precision and recall with what they rest on, for those who read an export."""
    sample, accuracy = outcome.sample, outcome.accuracy
    manifestos = "1 manifesto" if len(sample.documents) == 1 else f"{len(sample.documents):,} manifestos"
    passages = "1 passage" if len(outcome.said) == 1 else f"{len(outcome.said):,} passages"
    return (
        f"Checked by {sample.coder.name} on a random sample of {manifestos} (drawn {written_day(sample.made)}, seed "
        f"{sample.seed}, {passages} judged blind): precision {figure(accuracy.precision)}, "
        f"recall {figure(accuracy.recall)}."
    )


def _interval(estimate: Estimate) -> str:
    low, high = percent(estimate.low), percent(estimate.high)
    return low if low == high else f"{low.removesuffix(f'{_NBSP}%')}–{high}"
