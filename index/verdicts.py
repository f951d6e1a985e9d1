"""What people said of passages, applied to a topic's view: a person's verdict always wins over the program's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.topics.model import Match, Statement, StatementKind, Topic
from reader.library.clock import written_day
from reader.library.row_marks import RowMark, row_mark
from reader.library.verdicts import About, Annotation, Placed, Span, Verdict

_KINDS = frozenset(kind.value for kind in StatementKind)


@dataclass(frozen=True, slots=True)
class Said:
    """What people said of one document, the last said last, which counts where two differ.

    Of a topic's view, only what speaks of that topic or of the kind of a statement belongs here. `passages` are, by
    block id, the passages it speaks of that are not in the view, as matches of which no statement carries.
    """

    annotations: tuple[Placed, ...] = ()
    passages: Mapping[str, Match] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Applied:
    """A view as people corrected it, in document order; the passages that they left out; the silences confirmed.

    `uncertain` are the passages that no sure sign brings in and nobody has confirmed: none of them is in `matches`, and
    so none counts in a figure. `silences` are by row id, "" for the whole topic,
    `marks` by row id.
    """

    matches: tuple[Match, ...]
    left_out: tuple[Match, ...] = ()
    uncertain: tuple[Match, ...] = ()
    silences: Mapping[str, Annotation] = field(default_factory=dict)
    marks: Mapping[str, RowMark] = field(default_factory=dict)


def applied(topic: Topic, matches: Sequence[Match], said: Said) -> Applied:
    """The view of one document after what was said of it.

    Verdicts are on sentences, so that they hold where passages were joined or parted by another reading: a passage is
    left out when none of its sentences carries it any more, and in the view as soon as one does.
    """
    spoken = _by_block(said.annotations)
    if not spoken:
        return _applied(matches, (), said)
    known = {**said.passages, **{match.block: match for match in matches}}
    judged = {block: _judged(topic, known[block], spoken[block]) for block in spoken if block in known}
    whole = sorted({**{match.block: match for match in matches}, **judged}.values(), key=lambda match: match.order)
    return _applied(
        [match for match in whole if match.block not in judged or _carried(match)],
        [match for match in whole if match.block in judged and not _carried(match) and _is_out(match)],
        said,
    )


def _applied(view: Sequence[Match], left_out: Sequence[Match], said: Said) -> Applied:
    certain = tuple(match for match in view if not match.uncertain)
    uncertain = tuple(match for match in view if match.uncertain)
    return Applied(certain, tuple(left_out), uncertain, _silences(said.annotations), _marks(said.annotations))


def kinds_of(statements: Sequence[Statement], spoken: Iterable[tuple[Annotation, Span]]) -> list[StatementKind]:
    """The kind of each statement of a passage after what was said of it: what was said last counts."""
    kinds = [statement.kind for statement in statements]
    for said, span in spoken:
        if said.about is About.STATEMENT and said.value in _KINDS:
            for place, statement in enumerate(statements):
                if _covers(span, statement):
                    kinds[place] = StatementKind(said.value)
    return kinds


def was_added(match: Match) -> bool:
    """Whether the passage is in the view only because a person says so."""
    return not match.why and bool(match.said)


def verdict_on(match: Match) -> Annotation | None:
    """What was last said on whether the passage belongs to the topic; None where nobody did."""
    return next((one for one in reversed(match.said) if one.about is About.TOPIC), None)


def verdict_words(match: Match) -> tuple[tuple[str, Annotation], ...]:
    """What people said of the passage in a word or two each, with who said it and when; each thing once."""
    found: dict[str, Annotation] = {}
    for one in match.said:
        if one.about is About.TOPIC:
            if one.value == Verdict.DOES_NOT_BELONG:
                found["Partly left out" if _carried(match) else "Left out"] = one
            else:
                found["Added" if was_added(match) else "Confirmed"] = one
        elif one.about is About.ROWS:
            found["Row chosen"] = one
        elif one.about is About.STATEMENT:
            found["Kind chosen"] = one
    return tuple(found.items())


def who_and_when(one: Annotation) -> str:
    """ "by Ann Example, 23 November 2026"; the day is that of UTC."""
    return f"by {one.coder.name}, {written_day(one.made)}"


def _by_block(annotations: Sequence[Placed]) -> dict[str, list[tuple[Annotation, Span]]]:
    spoken: dict[str, list[tuple[Annotation, Span]]] = defaultdict(list)
    for one in annotations:
        for span in one.spans:
            spoken[span.block].append((one.annotation, span))
    return spoken


def _silences(annotations: Sequence[Placed]) -> dict[str, Annotation]:
    said = (one.annotation for one in annotations)
    return {one.value: one for one in said if one.about is About.SILENCE}


def _marks(annotations: Sequence[Placed]) -> dict[str, RowMark]:
    """The mark of each row that was given last."""
    given = (row_mark(one.annotation) for one in annotations)
    return {one.row: one for one in given if one is not None}


def _judged(topic: Topic, match: Match, spoken: Sequence[tuple[Annotation, Span]]) -> Match:
    """The match with all that was said of it; where none of its statements carries, it is out of the view."""
    statements = match.statements or (
        Statement(0, len(match.text), match.text, StatementKind.CONTEXT, bool(match.why)),
    )
    carries = [statement.carries for statement in statements]
    kinds = kinds_of(statements, spoken)
    rows, chosen_rows = match.subtopics, False
    known = {subtopic.id for subtopic in topic.subtopics}
    for said, span in spoken:
        if said.about is About.STATEMENT:
            continue
        covered = [place for place, statement in enumerate(statements) if _covers(span, statement)]
        belongs = (said.about, said.value) != (About.TOPIC, Verdict.DOES_NOT_BELONG)
        # Whoever confirms a passage says nothing against the sentences for which the program chose it.
        own = [place for place in covered if statements[place].carries] if belongs else []
        for place in own or covered:
            carries[place] = belongs
        if said.about is About.ROWS and covered:
            chosen = tuple(row for row in said.value.split() if row in known)
            if chosen or not said.value:
                rows, chosen_rows = chosen, True
    judged = tuple(
        replace(statement, kind=kind, carries=carrying, subtopics=rows if chosen_rows and carrying else named)
        for statement, kind, carrying, named in zip(
            statements, kinds, carries, (one.subtopics for one in statements), strict=True
        )
    )
    return replace(
        match,
        score=match.score if match.why else float(any(carries)),
        subtopics=rows if chosen_rows else _still_named(rows, judged),
        statements=judged,
        said=tuple(dict.fromkeys(said for said, _ in spoken)),
        uncertain=match.uncertain and not any(_confirms(said) for said, _ in spoken),
    )


def _confirms(said: Annotation) -> bool:
    """Whether a person says that the passage belongs. Whoever chooses its rows takes it to."""
    return said.about is About.ROWS or (said.about, said.value) == (About.TOPIC, Verdict.BELONGS)


def _still_named(rows: tuple[str, ...], statements: Sequence[Statement]) -> tuple[str, ...]:
    """The rows without those that only sentences named which no longer carry the passage."""
    left = {row for one in statements if one.carries for row in one.subtopics}
    gone = {row for one in statements if not one.carries for row in one.subtopics} - left
    return tuple(row for row in rows if row not in gone)


def _covers(span: Span, statement: Statement) -> bool:
    """Whether most of the statement stands in the span."""
    shared = min(span.end, statement.end) - max(span.start, statement.start)
    return 2 * shared >= statement.end - statement.start > 0


def _carried(match: Match) -> bool:
    return any(statement.carries for statement in match.statements)


def _is_out(match: Match) -> bool:
    said = verdict_on(match)
    return said is not None and said.value == Verdict.DOES_NOT_BELONG
