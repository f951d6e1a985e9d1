"""What people said on a topic as lines of a list: in groups, each with who, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from index.marks import mark_in_words
from index.topics.model import StatementKind, Topic
from index.verdict_list import Listed, Standing
from index.verdicts import who_and_when
from reader.library.row_marks import row_mark
from ui.compare.cards.card import KIND_NAMES
from ui.passages.line import PassageLine, Target
from ui.shared.citing import labels_of, pages_named

GROUPS = {
    Standing.LEFT_OUT: "Left out",
    Standing.ADDED: "Added",
    Standing.CONFIRMED: "Confirmed",
    Standing.ROWS: "In other rows",
    Standing.KIND: "Of another kind",
    Standing.SILENCE: "Silences confirmed",
    Standing.MARK: "Demands marked",
    Standing.LOST: "Not found again",
}
_LOST = "The manifesto was read again and these words are not in it. What you said is kept and changes nothing."


def verdict_lines(said: Sequence[Listed], topic: Topic) -> tuple[PassageLine, ...]:
    """The lines, those of a group under its name and how many it has."""
    lines: list[PassageLine] = []
    for standing, group in groupby(said, key=lambda one: one.standing):
        mine = list(group)
        lines.append(PassageLine(f"group/{standing.value}", f"{GROUPS[standing]} ({len(mine):,})"))
        lines += [_line(one, topic) for one in mine]
    return tuple(lines)


def _line(one: Listed, topic: Topic) -> PassageLine:
    said, block = one.annotation, one.block
    page = pages_named(labels_of(block.pieces, [(one.start, one.end)])) if block is not None else ""
    version = f"version {said.version}" if said.version and said.version != topic.version else ""
    lost = _LOST if one.standing is Standing.LOST else ""
    return PassageLine(
        said.id,
        one.document.name,
        " · ".join(filter(None, [_what(one, topic), who_and_when(said), version, page, lost])),
        one.words or " ",
        colour=one.document.colour,
        target=Target(one.document.id, block.id, one.start, one.end) if block is not None else None,
    )


def _what(one: Listed, topic: Topic) -> str:
    """What exactly was said, where its group does not say it."""
    names = {subtopic.id: subtopic.name for subtopic in topic.subtopics} | {"more": "More on this topic"}
    value = one.annotation.value
    match one.standing:
        case Standing.ROWS:
            return "; ".join(names.get(row, row) for row in value.split()) or names["more"]
        case Standing.KIND:
            return KIND_NAMES[StatementKind(value)] if value in set(StatementKind) else value
        case Standing.SILENCE:
            return names.get(value, value) if value else "The whole topic"
        case Standing.MARK:
            mark = row_mark(one.annotation)
            return f"{names.get(mark.row, mark.row)}: {mark_in_words(mark)}" if mark is not None else value
        case _:
            return ""
