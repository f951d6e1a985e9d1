"""The codes of the Manifesto Project's scheme in people's codebooks. They are text: "605.1", "000", "H"."""

from __future__ import annotations

import re

from reader.library.codes import Code, Codebook

# The codes under one of this name stand in a column of their own.
EUROPEAN = "eu_code"
# What the files have for each quasi-sentence.
COLUMNS = ("text", "cmp_code", EUROPEAN)
HEADING, NO_CATEGORY = "H", "000"

_CODE = re.compile(r"(?:\d{3}(?:[._]\d{1,2})?|H)(?=\W|$)")


def written(code: Code) -> str:
    """What stands for a code in a file of the Manifesto Project: its key or how its name begins, else its name."""
    for text in (code.key, code.name):
        if found := _CODE.match(text):
            return found[0].replace("_", ".")
    return code.name


def is_european(book: Codebook, code: str) -> bool:
    """Whether a code (its id) belongs in the column eu_code."""
    return book.path(code)[:1] == (EUROPEAN,) and len(book.path(code)) > 1


def meant(book: Codebook, code: str, *, european: bool = False) -> Code | None:
    """The code of the codebook that a file's code stands for: the only one; None for none, or several."""
    fitting = [
        one
        for one in book.codes
        if is_european(book, one.id) is european and code in (written(one), one.key, one.name) and one.codable
    ]
    return fitting[0] if len(fitting) == 1 else None
