"""A coded manifesto as the Manifesto Project's CSV: one quasi-sentence a row, codes as text.

https://manifesto-project.wzb.eu: `text,cmp_code,eu_code`, UTF-8, a file named PARTY_YYYYMM.csv for each manifesto.
"""

from __future__ import annotations

import re

from index.annotations.marpor_codes import COLUMNS
from index.annotations.quasi_sentences import Parted
from index.exports.sheets import Sheet
from reader.library.records import Document

_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_MONTH = re.compile(r"((?:19|20)\d\d)(?:-(\d\d))?")


def sheet(made: Parted) -> Sheet:
    """The rows; an empty `cmp_code` says that nobody coded the words."""
    lines = tuple((one.text, one.cmp_code or None, one.eu_code or None) for one in made.sentences)
    return Sheet("Quasi-sentences", COLUMNS, lines)


def file_name(document: Document) -> str:
    """What the Manifesto Project would call the file, without its suffix: "Labour_201706"; the unknown is left out."""
    found = next(
        (match for text in (document.date, document.year, document.election) if (match := _MONTH.search(text))), None
    )
    when = "".join(part for part in found.groups() if part) if found else ""
    who = _NOT_IN_NAMES.sub("-", document.candidate or document.party or document.called).strip("-")
    return "_".join(filter(None, (who, when))) or "manifesto"
