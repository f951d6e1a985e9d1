"""A list of words narrowed to those with what stands in the box, and the sentence over it."""

from __future__ import annotations

import re

from index.folding import fold
from index.words.tables import Line
from index.words.wishes import Answer, Counted
from reader.wording import tr, tr_count

# What narrows a list: letters and spaces. Anything else is a search, which no list answers.
_PLAIN = re.compile(r"[\w\s'’-]+")
_NARROWED = frozenset((Counted.FREQUENCY, Counted.NGRAMS, Counted.KEYNESS))


def narrowed(answer: Answer, typed: str) -> tuple[tuple[Line, ...], str]:
    """The lines that hold what is typed, and how much there is, in a sentence."""
    table = answer.table
    wanted = fold(typed.strip())
    if not wanted or answer.wish.table not in _NARROWED or not _PLAIN.fullmatch(wanted):
        return table.lines, _whole(answer)
    lines = tuple(line for line in table.lines if wanted in fold(str(line.cells[0])))
    return lines, tr(
        "{count:,} of {of:,} lines have “{typed}”. {about}",
        count=len(lines),
        of=len(table.lines),
        typed=typed.strip(),
        about=table.about[0],
    )


def _whole(answer: Answer) -> str:
    table = answer.table
    if answer.wish.table in _NARROWED or answer.wish.table is Counted.COLLOCATES:
        # The choices above say the rest.
        return " ".join((tr_count("1 line.", "{count:,} lines.", len(table.lines)), table.about[0]))
    return " ".join((*table.about, *_together(answer)))


def _together(answer: Answer) -> list[str]:
    """Of a crosstab, what is known of each word over all manifestos."""
    if answer.wish.table is not Counted.CROSSTAB:
        return []
    (choices,) = answer.table.more
    said = []
    for line, written in zip(choices.lines, choices.texts(), strict=True):
        word, count, _, _, manifestos, likelihood, freedom, _, spread = written
        if line.cells[1]:
            said.append(
                tr(
                    "{word}: {count} times in {manifestos} manifestos, G² {likelihood} ({freedom} d.f.), DP {spread}.",
                    word=word,
                    count=count,
                    manifestos=manifestos,
                    likelihood=likelihood or "—",
                    freedom=freedom,
                    spread=spread or "—",
                )
            )
    return said
