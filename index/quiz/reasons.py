"""Why a passage is not asked about, in the order in which it is looked for: the first that holds is counted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from reader.wording import tr_count


class Reason(StrEnum):
    """What speaks against a passage."""

    REJECTED = "rejected"  # people said that it does not belong to the topic
    UNSURE = "unsure"  # the program is not sure that it does
    VIOLENCE = "violence"  # it speaks of violence, and such passages are not switched on
    LANGUAGE = "language"  # it is in another language
    LEANS = "leans"  # it says what it says only with what stands around it
    LENGTH = "length"  # it is much shorter or longer than others, and cannot be cut
    NAMES = "names"  # a name, a title, a slogan or an address is in it, or may be
    SHARED = "shared"  # another manifesto has the same words
    REPEATED = "repeated"  # its own manifesto has them elsewhere


def why_not(reason: Reason, count: int) -> str:
    """ "3 lean on what stands before them"."""
    if reason is Reason.REJECTED:
        return tr_count("1 was judged not to belong", "{count:,} were judged not to belong", count)
    if reason is Reason.UNSURE:
        return tr_count("of 1 the program is not sure", "of {count:,} the program is not sure", count)
    if reason is Reason.VIOLENCE:
        return tr_count("1 speaks of violence and abuse", "{count:,} speak of violence and abuse", count)
    if reason is Reason.LANGUAGE:
        return tr_count("1 is in another language", "{count:,} are in another language", count)
    if reason is Reason.LEANS:
        return tr_count("1 does not stand alone", "{count:,} do not stand alone", count)
    if reason is Reason.LENGTH:
        return tr_count("1 is too short or too long", "{count:,} are too short or too long", count)
    if reason is Reason.NAMES:
        return tr_count("1 may hold a name", "{count:,} may hold a name", count)
    if reason is Reason.SHARED:
        return tr_count("1 shares its wording with another", "{count:,} share their wording with another", count)
    return tr_count("1 stands there twice", "{count:,} stand there twice", count)


def sentence(left_out: Mapping[Reason, int]) -> str:
    """All of them in one line, the most frequent first; "" where nothing was left out."""
    ranked = sorted(left_out.items(), key=lambda one: (-one[1], list(Reason).index(one[0])))
    return ", ".join(why_not(reason, count) for reason, count in ranked if count)
