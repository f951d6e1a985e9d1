"""Which passages of a view a comparison shows, and what it says where it shows none of those that there are."""

from __future__ import annotations

from enum import StrEnum

from index.topics.model import Match, StatementKind


class Only(StrEnum):
    """What a passage must have to be shown."""

    ALL = "all"
    PLEDGES = "pledges"
    NUMBERS = "numbers"
    VERDICTS = "verdicts"


_MISSED = {
    Only.ALL: "",
    Only.PLEDGES: "No pledge on the topic",
    Only.NUMBERS: "No pledge with numbers on the topic",
    Only.VERDICTS: "No verdict yet",
}


def keeps(only: Only, match: Match) -> bool:
    """Whether the passage is shown.

    A sentence that carries it is a pledge; or is one with a number, sum or date; or a person has judged it.
    """
    if only is Only.ALL:
        return True
    if only is Only.VERDICTS:
        return bool(match.said)
    pledges = [one for one in match.statements if one.carries and one.kind is StatementKind.PLEDGE]
    if only is Only.PLEDGES:
        return bool(pledges)
    from index.topics.measurable import has_figures  # its patterns take long to compile, and a start needs none

    return any(has_figures(one) for one in pledges)


def left_out(only: Only, passages: int) -> str:
    """What is said where so many passages are there and none of them is shown."""
    # "Without one" would be wrong of a passage that holds a pledge on something else.
    counted = "1 passage is" if passages == 1 else f"{passages:,} passages are"
    return f"{_MISSED[only]}; {counted} hidden."
