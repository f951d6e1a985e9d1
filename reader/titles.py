"""What is a title, and what only looks like one: rules for every format."""

from __future__ import annotations

import re

from reader.facts import folded

_GENERATED = re.compile(r"(?:layout|untitled|document|slide|presentation|microsoft word|powerpoint)\b")
# Headings that every book has: of its table of contents and of what stands before the first chapter.
_CONTENTS = re.compile(
    r"(?:table of )?contents\b|cynnwys\b|inhalt\w*|inhoud\w*|indice\b|index$|sommaire\b|table des matieres|sommario\b"
    r"|innehall\w*|innhold\w*|indhold\w*|sisallys\w*|spis tresci|obsah$|tartalom\w*|cuprins$|clar$"
)
_BEFORE_CHAPTERS = re.compile(
    r"(?:(?:a )?(?:foreword|preface|introduction|preamble|welcome|imprint|acknowledgements?)"
    r"|(?:leader|chair\w*)'?s? message|(?:an? )?(?:message|letter) from .*|rhagair|cyflwyniad"
    r"|vorwort|einleitung|praambel|geleitwort|impressum|voorwoord|inleiding"
    r"|prologo|introduccion|presentacion|avant[ -]propos|forord|inledning|alkusanat)"
    r"\W*(?:(?:by|von|door|gan)\b.*)?$"
)


def is_a_title(title: str) -> bool:
    """Whether it is no name that a program gave, no heading that every book has, and no noise that OCR saw."""
    plain = folded(title)
    is_file_name = re.fullmatch(r"[^ ]*(?:[-_][^ ]*){2,}|[^ ]+\.\w{2,5}", plain) is not None
    is_noise = any(title.count(opens) != title.count(closes) for opens, closes in ("()", "[]", "{}"))
    every_book = any(kind.match(plain) for kind in (_GENERATED, _CONTENTS, _BEFORE_CHAPTERS))
    return sum(char.isalpha() for char in plain) >= 3 and not (is_file_name or is_noise or every_book)
