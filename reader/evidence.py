"""What a file shows of who wrote it and for which election: its name, its cover, its first pages, its imprint."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import zip_longest
from pathlib import Path

from reader.facts import folded
from reader.guess_year import year_shown
from reader.model import Block, Kind, Manifesto

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
_PROMOTED = re.compile(
    r"\b(?:(?:promoted|published)\b.{0,40}?\bby\b(?: and at the direction of\b)?"
    r"|(?:cyhoeddwyd|hyrwyddwyd)\b.{0,40}?\bgan\b"
    r"|herausgeber(?:in)?:|herausgegeben von\b|een uitgave van\b):?\s*(?P<rest>.{3,400})",
    re.IGNORECASE | re.DOTALL,
)
_ON_BEHALF = re.compile(
    r"\b(?:on behalf of\s+(?:the\s+)?|ar ran\s+|for\s+the\s+(?=[^,.;\n]{0,60}\bparty\b))(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
# Where a name in an imprint ends: before punctuation, an address, or "both at".
_NAME_ENDS = re.compile(
    r"\s*(?:[,;•|(]|(?<!\b\w)\.(?:\s|$)|\b(?:both|all)\b|\b(?:of|at|from)\s+(?:the\s+)?\d|\bprinted\b|$)", re.I
)
# A signature is a line that is hardly longer than a name and an office.
_SIGNATURE = 80
_MANIFESTO = re.compile(r"\b(?:m[ae]n+if+est\w*|wahlprogramm|verkiezingsprogramma|programa electoral)\b")
# Lines that are shown, not told: so many of the first pages, and of what is printed on every page.
_MOST_SHOWN = 30
_LONGEST_SHOWN = 120
_MOST_FURNITURE = 12


@dataclass(frozen=True)
class Evidence:
    """Folded text unless a name says `raw`.

    `name` holds the words of the file's name, `head` its title and the headings of its cover and what the file says
    of itself, `cover` its first blocks, `front` its first pages. `shown` are the lines that are shown rather than
    told, as printed: those `on_cover` (with the title), headings and short lines in front, and running `heads`;
    `author` is who the file says made it. `publisher` is who the imprint names, as printed; `ending` the last
    passage; `signed` the short lines of the first pages; `year` that of the election; `made` the day the file says it
    was made; `is_programme` whether it calls itself a manifesto; `language` the manifesto's; `blocks` everything, for
    what is worth a longer look.
    """

    name: str
    head: str
    cover: str
    front: str
    raw_cover: str
    shown: tuple[str, ...]
    on_cover: tuple[str, ...]
    heads: tuple[str, ...]
    author: str
    publisher: str
    imprint: str
    ending: str
    signed: str
    year: str
    made: date | None
    is_programme: bool
    language: str
    blocks: tuple[Block, ...]

    @cached_property
    def raw_body(self) -> str:
        """The whole text."""
        return _joined(self.blocks)

    @cached_property
    def body(self) -> str:
        """The whole text, folded."""
        return folded(self.raw_body)

    @property
    def outside(self) -> str:
        """What a person would see without opening more than the cover: the strongest evidence."""
        return f"{self.name} \n {self.head} \n {self.cover}"


def gather(path: Path, manifesto: Manifesto) -> Evidence:
    """The evidence in one manifesto that was read from `path`."""
    blocks = manifesto.blocks
    cover = blocks[:_COVER_BLOCKS]
    front = [block for block in blocks[:_FRONT_BLOCKS] if (block.page or 1) <= _FRONT_PAGES]
    headings = [block.text for block in cover if block.kind is Kind.HEADING]
    said = [manifesto.metadata.get(key, "") for key in ("title", "subject")]
    imprint, name, raw_cover = _imprint(blocks), _file_words(path), _joined(cover)[:_COVER_LENGTH]
    head = folded(" \n ".join([manifesto.title, *headings, *said, manifesto.metadata.get("author", "")]))
    cover_text, front_text = folded(raw_cover), folded(_joined(front)[:_FRONT_LENGTH])
    on_cover = _lines([manifesto.title, *said, *_texts(cover)])
    inside, heads = _lines(_texts(front))[:_MOST_SHOWN], _heads(blocks)
    short = [folded(block.text) for block in cover if len(block.text) <= _SIGNATURE and not _is_in_prose(block)]
    made = _day_made(manifesto)
    year = year_shown(
        name,
        [folded(line) for line in (*on_cover, *inside, *heads)],
        front_text,
        short,
        folded(_joined(blocks)),
        made.year if made else 0,
    )
    return Evidence(
        name=name,
        head=head,
        cover=cover_text,
        front=front_text,
        raw_cover=raw_cover,
        shown=tuple(dict.fromkeys((*on_cover, *inside, *heads))),
        on_cover=on_cover,
        heads=heads,
        author=manifesto.metadata.get("author", ""),
        publisher=_publisher(imprint),
        imprint=folded(imprint),
        ending=next((folded(block.text) for block in reversed(blocks) if block.is_passage), ""),
        signed=folded(_short_lines(front)),
        year=year,
        made=made,
        is_programme=_MANIFESTO.search(f"{name} {head} {front_text}") is not None,
        language=manifesto.language,
        blocks=blocks,
    )


def with_confirmed(evidence: Evidence, confirmed: Mapping[str, str]) -> Evidence:
    """The evidence with what a person has `confirmed`, by field: as if the cover named that election and candidate."""
    year = _CONFIRMED_YEAR.search(confirmed.get("year") or confirmed.get("election", ""))
    named = [folded(confirmed[name]) for name in ("candidate", "election") if confirmed.get(name)]
    head = " \n ".join([evidence.head, *named])
    return replace(evidence, head=head, year=year[0] if year else evidence.year)


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Those that are shown rather than told, nothing twice."""
    return tuple(dict.fromkeys(text for text in texts if any(map(str.isalpha, text)) and not _is_told(text)))


def _texts(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind not in (Kind.CONTENTS, Kind.FURNITURE)]


def _heads(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Running heads, by how often they stand there."""
    furniture = Counter(block.text for block in blocks if block.kind is Kind.FURNITURE)
    return _lines(text for text, _ in furniture.most_common(_MOST_FURNITURE))


def _is_told(text: str) -> bool:
    """Whether it is prose: too long for a line that is shown, or a sentence of more words than a slogan has."""
    return len(text) > _LONGEST_SHOWN or (text.endswith((".", "!", "?", ":")) and len(text.split()) > 7)


def _is_in_prose(block: Block) -> bool:
    """Whether a short line is a sentence, a row of a table or an item of a list, which speak of any year."""
    return block.text.endswith(".") or " | " in block.text or block.kind is Kind.LIST_ITEM


def _short_lines(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if len(block.text) <= _SIGNATURE)


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
