"""What a file shows of who wrote it and for which election: its name, its cover, its first pages, its imprint."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path

from reader.facts import folded
from reader.model import Block, Kind, Manifesto
from reader.others_marks import begins_mark_of_copy, is_mark_of_state

_COVER_BLOCKS = 10
_FRONT_BLOCKS = 60
_FRONT_PAGES = 4
# Code points: a file may be one endless line.
_COVER_LENGTH = 4_000
_FRONT_LENGTH = 8_000
# An imprint stands near the beginning or the end.
_EDGE_BLOCKS = 80
# "Published by" further into a block than this many code points speaks of somebody else's writing.
_IMPRINT_BEGINS = 40

_CONFIRMED_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PROMOTED = re.compile(r"\b(?:promoted|published)\b.{0,40}?\bby\b:?\s*(?P<rest>.{3,400})", re.IGNORECASE | re.DOTALL)
_ON_BEHALF = re.compile(r"\bon behalf of\s+(?:the\s+)?(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
# Where a name in an imprint ends: before punctuation, an address, or "both at".
_NAME_ENDS = re.compile(
    r"\s*(?:[,;•|(]|\.(?:\s|$)|\b(?:both|all)\b|\b(?:of|at|from)\s+(?:the\s+)?\d|\bprinted\b|$)", re.I
)
# A signature is a line that is hardly longer than a name and an office.
_SIGNATURE = 80
_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_YEAR_IN_NAME = re.compile(_YEAR + r"(?:[01]\d[0-3]\d)?(?!\d)")
_PROGRAMME = (
    r"(?:manifesto|maniffesto|election|etholiad|programme|action plan|wahlprogramm|bundestagswahl|programa|elecciones)"
)
_YEAR_NEAR = re.compile(rf"{_PROGRAMME}\D{{0,60}}?{_YEAR}(?!\d)|{_YEAR}\D{{0,40}}?{_PROGRAMME}")
_MANIFESTO = re.compile(r"\b(?:m[ae]n+if+est\w*|wahlprogramm|verkiezingsprogramma|programa electoral)\b")
_YEAR_ALONE = re.compile(_YEAR + r"(?!\d)")
_GENERATED_TITLE = re.compile(r"(?:layout|untitled|document|slide|presentation|microsoft word|powerpoint)\b")
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Folded text unless a name says `raw`.

    `name` holds the words of the file's name, `head` its title and the headings of its cover and what the file says
    of itself, `cover` its first blocks, `front` its first pages. `publisher` is who the imprint names, as printed;
    `ending` the last passage; `signed` the short lines of the first pages; `year` that of the election; `made` the day
    the file says it was made; `is_programme` whether it calls itself a manifesto; `blocks` everything, for what is
    worth a longer look.
    """

    name: str
    head: str
    cover: str
    front: str
    raw_cover: str
    publisher: str
    imprint: str
    ending: str
    signed: str
    year: str
    made: date | None
    is_programme: bool
    blocks: tuple[Block, ...]

    def body(self) -> str:
        """The whole text, folded."""
        return folded(_joined(self.blocks))

    @property
    def shown(self) -> str:
        """What a person would see without opening more than the cover: the strongest evidence."""
        return f"{self.name} \n {self.head} \n {self.cover}"


def gather(path: Path, manifesto: Manifesto) -> Evidence:
    """The evidence in one manifesto that was read from `path`."""
    blocks = manifesto.blocks
    cover = blocks[:_COVER_BLOCKS]
    front = [block for block in blocks[:_FRONT_BLOCKS] if (block.page or 1) <= _FRONT_PAGES]
    headings = [block.text for block in cover if block.kind is Kind.HEADING]
    said = [manifesto.metadata.get(key, "") for key in ("title", "author", "subject")]
    imprint = _imprint(blocks)
    name, raw_cover = _file_words(path), _joined(cover)[:_COVER_LENGTH]
    head = folded(" \n ".join([manifesto.title, *headings, *said]))
    cover_text, front_text = folded(raw_cover), folded(_joined(front)[:_FRONT_LENGTH])
    return Evidence(
        name=name,
        head=head,
        cover=cover_text,
        front=front_text,
        raw_cover=raw_cover,
        publisher=_publisher(imprint),
        imprint=folded(imprint),
        ending=next((folded(block.text) for block in reversed(blocks) if block.is_passage), ""),
        signed=folded(_short_lines(front)),
        year=_year(name, head, cover_text, front_text, folded(_short_lines(cover))),
        made=_day_made(manifesto),
        is_programme=_MANIFESTO.search(f"{name} {head} {front_text}") is not None,
        blocks=blocks,
    )


def with_confirmed(evidence: Evidence, confirmed: Mapping[str, str]) -> Evidence:
    """The evidence with what a person has `confirmed`, by field: as if the cover named that election and candidate."""
    year = _CONFIRMED_YEAR.search(confirmed.get("year") or confirmed.get("election", ""))
    named = [folded(confirmed[name]) for name in ("candidate", "election") if confirmed.get(name)]
    head = " \n ".join([evidence.head, *named])
    return replace(evidence, head=head, year=year[0] if year else evidence.year)


def is_a_title(title: str) -> bool:
    """Whether it is no name that a program gave, no heading that every book has, no mark on a draft, and no noise that
    OCR saw."""
    plain = folded(title)
    is_file_name = re.fullmatch(r"[^ ]*(?:[-_][^ ]*){2,}|[^ ]+\.\w{2,5}", plain) is not None
    is_noise = any(title.count(opens) != title.count(closes) for opens, closes in ("()", "[]", "{}"))
    every_book = any(kind.match(plain) for kind in (_GENERATED_TITLE, _CONTENTS, _BEFORE_CHAPTERS))
    no_name = is_file_name or is_noise or every_book or is_mark_of_state(title) or begins_mark_of_copy(title)
    return sum(char.isalpha() for char in plain) >= 3 and not no_name


def _short_lines(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if len(block.text) <= _SIGNATURE)


def _year(name: str, head: str, cover: str, front: str, lines: str) -> str:
    """The year in the file's name, else beside "manifesto" or "election", else the only one in short `lines`."""
    named = _YEAR_IN_NAME.search(name)
    if named:
        return named[1]
    for text in (head, cover, front):
        near = _YEAR_NEAR.search(text)
        if near:
            return near[1] or near[2]
    alone = set(_YEAR_ALONE.findall(lines))
    return alone.pop() if len(alone) == 1 else ""


def _day_made(manifesto: Manifesto) -> date | None:
    made = re.search(r"(\d{4})-?([01]\d)-?([0-3]\d)", manifesto.metadata.get("creationDate", ""))
    try:
        return date(int(made[1]), int(made[2]), int(made[3])) if made else None
    except ValueError:
        return None


def _joined(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks)


def _file_words(path: Path) -> str:
    """The words of the file's name; "con2017" counts as "con" and "2017" too."""
    stem = folded(path.stem)
    whole = re.findall(r"[^\W_]+(?:'[^\W_]+)?", stem)
    split = [part for word in whole for part in re.findall(r"[^\W\d]+|\d+", word) if part != word]
    return " ".join([*whole, *split])


def _imprint(blocks: tuple[Block, ...]) -> str:
    """The words after "promoted by" or "published by", "" where nothing at either end of the text says so."""
    edges = blocks if len(blocks) <= 2 * _EDGE_BLOCKS else (*blocks[-_EDGE_BLOCKS:], *blocks[:_EDGE_BLOCKS])
    found = []
    for block, following in zip_longest(edges, edges[1:]):
        match = _PROMOTED.search(block.text)
        begins = match and (match.start() < _IMPRINT_BEGINS or match[0][:8].casefold() == "promoted")
        if match and begins and not match["rest"][0].islower():
            cut_off = following and re.search(r"\b(?:of|by|the)$", match["rest"].rstrip(), re.I)
            found.append(f"{match['rest']} {following.text}" if following and cut_off else match["rest"])
    return next((rest for rest in found if _ON_BEHALF.search(rest)), next(iter(found), ""))


def _publisher(imprint: str) -> str:
    """The body on whose behalf an imprint speaks, else the first name in it."""
    behalf = _ON_BEHALF.search(imprint)
    rest = behalf["rest"] if behalf else imprint
    end = _NAME_ENDS.search(rest)
    name = " ".join((rest[: end.start()] if end else rest).split())
    if len(name) > 80:
        return ""
    return name.title() if name.isupper() and " " in name else name
