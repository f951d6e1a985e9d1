"""From the verdicts on a comparison to words for its topic: what could be added or excluded, and the topic with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from index import store
from index.analysis import language_code
from index.comparison import Comparison
from index.topics.model import Match, Topic
from index.topics.parties import is_name
from index.topics.proposing import Example, KeyTerm, propose, queries
from index.verdicts import was_added
from reader.facts import usable_facts
from reader.home import Home

# One passage shares nothing with itself; of many words the best few are enough to think about.
_LEAST, _MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Suggested:
    """A word or phrase that `held` of the `of` passages share which people added (`excludes`: left out)."""

    term: KeyTerm
    held: int
    of: int
    excludes: bool


def suggested(home: Home, comparison: Comparison) -> tuple[Suggested, ...]:
    """What the verdicts in this comparison suggest and the topic does not say yet, the best first.

    Raises IndexDamaged where the index cannot be read.
    """
    codes = {column.document.id: language_code(column.document.language) for column in comparison.columns}
    matches = {match.block: match for row in comparison.rows for cell in row.cells for match in cell.matches}
    added = _examples((match for match in matches.values() if was_added(match)), codes)
    left_out = _examples((match for column in comparison.columns for match in column.left_out), codes)
    if max(len(added), len(left_out)) < _LEAST:
        return ()
    shown = _examples((match for match in matches.values() if not was_added(match)), codes)
    with store.reading(home) as reader:
        proposal = propose(
            reader,
            added if len(added) >= _LEAST else [],
            left_out if len(left_out) >= _LEAST else [],
            [*shown, *left_out],
        )
    said = {query.query.casefold() for query in comparison.topic.queries}
    excluded = {text.casefold() for text in comparison.topic.exclude}
    names = [name for column in comparison.columns for name in (column.document.party, column.document.candidate)]
    known = usable_facts(home.settings)

    def new(terms: Iterable[KeyTerm], had: set[str]) -> list[KeyTerm]:
        # Whose manifesto it is says nothing of what it is about.
        return _new((term for term in terms if not is_name(term.text, names, known)), had)

    found = [Suggested(term, len(term.held_by), len(added), False) for term in new(proposal.look_for, said)]
    found += [Suggested(term, len(term.held_by), len(left_out), True) for term in new(proposal.exclude, excluded)]
    return tuple(found)


def learned(topic: Topic, one: Suggested) -> Topic:
    """The topic with the words added or excluded, still under its version."""
    if one.excludes:
        return replace(topic, exclude=(*topic.exclude, one.term.query))
    return replace(topic, queries=(*topic.queries, *queries([one.term])))


def _new(terms: Iterable[KeyTerm], said: set[str]) -> list[KeyTerm]:
    return [term for term in terms if term.query.casefold() not in said][:_MOST]


def _examples(matches: Iterable[Match], codes: dict[str, str]) -> list[Example]:
    return [Example(match.block, match.text, codes[match.document]) for match in matches]
