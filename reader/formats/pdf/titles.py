"""Finds a document's title: what the file says of itself where that is sensible, else the largest words in front."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from pathlib import Path

from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.formats.pdf.rows import rows_of
from reader.titles import title_from

# What programs write into the title field by themselves.
_BY_MACHINE = re.compile(
    r"^(?:unbenannt|sin t[ií]tulo|dokument|microsoft|print|cover|final|test|page|adobe|scan|draft|proof|booklet|none)\b"
    r"|\.(?:indd|docx?|pdf|qxp?|ai|pages|pptx?|odt|rtf|tex|dvi|html?|eps|psd)\b|^[\W\d_]*$|_.*_",
    re.IGNORECASE,
)
_FIRST_PAGES = 3
_LONGEST = 14  # words
# A page with more words is no cover.
_ON_A_COVER = 60
# What stands so often on one page is ornament.
_ORNAMENT = 3
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)


def title_of(metadata: dict[str, str], sides: Sequence[Side], path: Path, seen_by_ocr: Container[int]) -> str:
    """The title: what the file says of itself where that is sensible, else the largest words in front; "" for neither.

    Of the `sides` the running heads have been taken already.
    The largest words of a page within the text are the head of a foreword or the name under it: after the first page
    only a page with few words can be the cover. On pages that were `seen_by_ocr` sizes are vague, also on the first.
    """
    said = title_from(metadata.get("title", ""))
    if said and not _BY_MACHINE.search(said) and said.casefold() != path.stem.casefold():
        return said
    for number, side in enumerate(sides[:_FIRST_PAGES]):
        words = sum(len(line.text.split()) for line in side.lines)
        if words > _ON_A_COVER and (number > 0 or side.page in seen_by_ocr):
            continue
        lines = [*side.lines, *(line for line in side.furniture if not line.upright)]
        often = Counter(map(_without_figures, lines))
        if title := title_from(_largest([line for line in lines if often[_without_figures(line)] < _ORNAMENT])):
            return title
    return ""


def _without_figures(line: Line) -> str:
    return re.sub(r"[\W\d_]+", " ", line.text).casefold()


def _largest(lines: Sequence[Line]) -> str:
    """The largest lines of a page in their order, joined while they are nearly of one size, without addresses."""
    worded = [line for line in lines if sum(char.isalpha() for char in _ADDRESS.sub("", line.text)) >= 3]
    if not worded:
        return ""
    size = max(line.size for line in worded)
    words: list[str] = []
    for row in rows_of(line for line in worded if line.size >= 0.72 * size):
        for line in row:
            words.extend(_ADDRESS.sub("", line.text).split())
    return " ".join(words) if len(words) <= _LONGEST else ""
