"""Two manifestos of our own with what offsets go wrong on: as text with CRLF and a BOM, and as lettered pages."""

from __future__ import annotations

from pathlib import Path

from lettered import Line, write_lettered

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
DARK_FIST = "✊\U0001f3ff"
FLAGS = "\U0001f1ec\U0001f1e7\U0001f1e8\U0001f1ed"
CAFE = "Cafe\u0301"

PARAGRAPHS = (
    "A harbour for all",
    f"We will light every pier 🏮 by 2027 {FAMILY} and keep it lit. {CAFE} tables stay out {DARK_FIST} all summer! "
    "Nobody walks home in the dark.",
    "לכל אחד יש זכות לבית חם. אנחנו נבנה עוד בתים ליד הנמל.",
    f"The sign says שלום עולם to all who land {FLAGS} at the quay, and to those who stay.",
    "The o\ufb03ce of the \ufb01sh market opens at \ufb01ve. It shuts when the boats are in.",
)

_FIRST = [*"We light the pier 🏮 with ", FAMILY, *" and ", "C", "a", "f", "e\u0301", *" lights, har-"]
LINES = (
    Line(40, 60, _FIRST),
    Line(40, 75, [*"bour lamps and the o", "ﬃ", *"ce. They stay lit."]),
    Line(40, 105, [*"Fish comes fresh. The ", "ﬁ", *"sh hall opens at ", "ﬁ", *"ve ", DARK_FIST, *" each day."]),
    Line(380, 135, [*"שלום לכולם אנחנו נבנה עוד בתים ליד הנמל"], backwards=True),
)


def text_file(folder: Path) -> Path:
    """The text, with a BOM and CRLF."""
    path = folder / "harbour-for-all.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n\r\n".join(PARAGRAPHS).encode() + b"\r\n")
    return path


def lettered_file(folder: Path) -> Path:
    """Two pages: the lines, and a paragraph that goes on from the first page to the second."""
    on = (Line(40, 60, [*"over the page. The end."]),)
    last = Line(40, 560, [*"We end this page in the middle of a sentence that goes on"])
    return write_lettered(folder / "lettered.pdf", [(*LINES, last), on])
