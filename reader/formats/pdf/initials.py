"""Puts drop caps and large chapter numerals in front of the line that they begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.formats.pdf.lines import Line

# An initial is so much larger than the lines beside it.
_LARGER = 1.5
# An initial that is a word has at most so many letters.
_LONGEST = 5
# A page with more of them is a table or a game of letters.
_MOST = 12


def with_initials(lines: Sequence[Line], document: Sequence[Line]) -> list[Line]:
    """The lines of a page, where each large initial or numeral has become part of the first of the lines beside it.

    The lines of the whole document tell an initial that is a word from one that begins a word.
    """
    initials = [line for line in lines if line.upright and _is_initial(line.text)]
    if not initials or len(initials) > _MOST:
        return list(lines)
    kept = {id(line): line for line in lines}
    for initial in initials:
        beside = _beside(initial, list(kept.values()))
        # The words after a large word go on with it; else it is a heading beside them.
        if len(beside) < 2 or (len(initial.text) > 1 and initial.text.isalpha() and not beside[0].text[:1].islower()):
            continue
        first = beside[0]
        kept[id(first)] = _begun(initial, first, document)
        del kept[id(initial)]
    return list(kept.values())


def _beside(initial: Line, lines: Sequence[Line]) -> list[Line]:
    """The smaller lines directly right of the initial, as far down as it reaches."""
    top, bottom = initial.baseline - 0.8 * initial.size, initial.baseline + 0.15 * initial.size
    found = [
        line
        for line in lines
        if line is not initial
        and line.upright
        and initial.size >= _LARGER * line.size
        and top <= line.baseline <= bottom
        and -0.1 * initial.size <= line.x0 - initial.x1 < 0.45 * initial.size
    ]
    return sorted(found, key=lambda line: line.baseline)


def _begun(initial: Line, line: Line, document: Sequence[Line]) -> Line:
    """The line with the initial in front; its rectangle keeps to the line's own height."""
    glue = "" if _begins_word(initial.text, line, document) else " "
    return replace(line, text=initial.text + glue + line.text, x0=initial.x0, text_x0=initial.x0, marker=None)


def _begins_word(initial: str, line: Line, document: Sequence[Line]) -> bool:
    """Whether the initial and the line's first word are one: as the document prints them elsewhere."""
    first = re.match(r"[^\W\d_]+", line.text)
    if not initial.isalpha() or not first:
        return False
    others = "\n".join(one.text for one in document if one.text != line.text)
    whole, alone, rest = (
        re.search(rf"\b{word}\b", others, re.IGNORECASE) for word in (initial + first[0], initial, first[0])
    )
    return bool(whole) or (len(initial) == 1 and not (alone and rest))


def _is_initial(text: str) -> bool:
    """Whether the text is a letter or a short word, or a number of at most three figures."""
    return (len(text) <= _LONGEST and text.isalpha()) or (len(text) <= 3 and text.isdigit())
