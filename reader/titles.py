"""What is a title, and what only looks like one: rules for every format."""

from __future__ import annotations

import re

from reader.facts import folded
from reader.others_marks import begins_mark_of_copy, is_mark_of_state

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
# What tells readers where to find things, in documents that are also web pages.
_GUIDES = re.compile(
    r"(?:(?:what's )?in(?:side)? this (?:document|manifesto|plan|section|chapter|issue|page)|on this page|inside"
    r"|at a glance|in brief|in diesem (?:dokument|programm|heft)|auf dieser seite|auf einen blick"
    r"|in dit (?:document|programma)|op deze pagina"
    r"|in een oogopslag|en este (?:documento|programa)|en esta pagina|dans ce (?:document|programme)|sur cette page"
    r"|in questo documento|neste documento|yn y (?:ddogfen|maniffesto) h(?:on|wn)|sa doicimead seo"
    r"|(?:skip|jump) to .*|share this.*|menu)$"
)
# A line of a table of contents: its page after dots or a wide gap.
_CONTENTS_LINE = re.compile(r".*(?:(?:[.·_] ?){3,}|…\s*|\s{3,}|\t)\s*(?:\d{1,3}|[ivx]+)$", re.IGNORECASE)
# A name and what its bearer is: who signed what stands above.
_OFFICE = (
    r"(?:leader|deputy leader|co-leader|chair(?:man|woman|person)?|prime minister|first minister|taoiseach"
    r"|general secretary|party president|(?:partei|bundes)?vorsitzende[rn]?|spitzenkandidat(?:in)?|lijsttrekker"
    r"|(?:partij)?voorzitter|presidente|presidenta|candidat[eo]?|president|arweinydd|ceannaire)"
)
_SIGNATURE = re.compile(
    rf"(?:[\w.'-]+ ){{1,3}}[\w.'-]+ ?[,–—|-] ?(?:(?:the|our|your) )?{_OFFICE}\b.*"
    rf"|(?:[\w.'-]+ ){{2,3}}{_OFFICE}(?: of .*)?",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    ["a", "an", "our", "your", "the", "new", "next", "for", "plan", "every", "one", "vote", "elect", "my"]
)


def title_from(text: str) -> str:
    """The title that a line is, once where it repeats itself; "" where it is none.

    It is none where it is a name that a program gave, what every book has (contents, forewords, "In this document"), a
    line of contents, a signature, or noise that OCR saw.
    """
    once = _once(" ".join(text.split()))
    return once if is_a_title(once) and not _CONTENTS_LINE.match(text.rstrip()) and not _is_signature(once) else ""


def _once(title: str) -> str:
    words = title.split()
    for times in (3, 2):
        part, rest = divmod(len(words), times)
        if (
            part
            and not rest
            and len({folded(" ".join(words[at : at + part])) for at in range(0, len(words), part)}) == 1
        ):
            return " ".join(words[:part])
    return title


def _is_signature(title: str) -> bool:
    plain = folded(title)
    return _SIGNATURE.fullmatch(plain) is not None and _NO_NAME.isdisjoint(plain.split()[:3])


def is_a_title(title: str) -> bool:
    """Whether it is no name that a program gave, no heading that every book has, no mark on a draft, and no noise that
    OCR saw."""
    plain = folded(title)
    is_file_name = re.fullmatch(r"[^ ]*(?:[-_][^ ]*){2,}|[^ ]+\.\w{2,5}", plain) is not None
    is_noise = any(title.count(opens) != title.count(closes) for opens, closes in ("()", "[]", "{}"))
    every_book = any(kind.match(plain) for kind in (_GENERATED, _CONTENTS, _BEFORE_CHAPTERS, _GUIDES))
    no_name = is_file_name or is_noise or every_book or is_mark_of_state(title) or begins_mark_of_copy(title)
    return sum(map(str.isalpha, plain)) >= 3 and not no_name
