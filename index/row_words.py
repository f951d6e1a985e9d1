"""What of a passage speaks for one row of a comparison, and where else the passage stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.shortening import ENOUGH, WHOLE, Shown, shortened
from index.topics.model import Match, Statement, Topic
from reader.wording import tr


def is_further(match: Match, row: str) -> bool:
    """Whether the row (an id) is one of the passage's, and not its first."""
    return row in match.subtopics[1:]


def speaking(match: Match, row: str) -> tuple[Statement, ...]:
    """The sentences that carry the passage in this row: in its further rows, those alone that name the row.

    All that carry it where none names the row.
    """
    carry = tuple(statement for statement in match.statements if statement.carries)
    own = tuple(statement for statement in carry if row in statement.subtopics)
    return own if own and is_further(match, row) else carry


def in_row(match: Match, row: str) -> Match:
    """The passage as this row shows it: only the sentences that speak for the row still carry it."""
    own = speaking(match, row)
    if len(own) == sum(statement.carries for statement in match.statements):
        return match
    statements = (replace(one, carries=one in own) for one in match.statements)
    return replace(match, statements=tuple(statements))


def shown_in_row(match: Match, row: str, *, up_to: int = WHOLE, enough: int = ENOUGH) -> Shown:
    """`shortened` for a row: in a further one only what speaks for the row, however short the passage is."""
    mine = in_row(match, row)
    return shortened(mine, up_to=up_to if mine is match else 0, enough=enough)


def names_itself(match: Match, row: str) -> bool:
    """Whether the passage's own words name the row, rather than a heading or a weak sign."""
    return any(row in statement.subtopics for statement in match.statements if statement.carries)


def also_under(match: Match, topic: Topic, row: str, *, most: int | None = None) -> str:
    """ "Also under Stop and search; Officer numbers"; "" for a passage that stands in no other row.

    At `most` so many rows are named, the others counted; None for all. What is less certain stands in no row at all.
    """
    if match.uncertain:
        return ""
    others = names_of([one for one in match.subtopics if one != row], topic)
    named = "; ".join(others[:most])
    if len(others) > len(others[:most]):
        return tr("Also under {rows}; and {number:,} more", rows=named, number=len(others) - len(others[:most]))
    return tr("Also under {rows}", rows=named) if others else ""


def names_of(rows: Sequence[str], topic: Topic) -> list[str]:
    """The names of rows, by their ids; those that the topic no longer has are left out."""
    names = {subtopic.id: subtopic.name for subtopic in topic.subtopics}
    return [names[one] for one in rows if one in names]
