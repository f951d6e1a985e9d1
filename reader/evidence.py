"""What a file shows of who wrote it and for which election: its name, its cover, its first pages, its imprint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from reader.facts import folded
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

_PROMOTED = re.compile(r"\b(?:promoted|published)\b.{0,40}?\bby\b:?\s*(?P<rest>.{3,400})", re.IGNORECASE | re.DOTALL)
_ON_BEHALF = re.compile(r"\bon behalf of\s+(?:the\s+)?(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
# Where a name in an imprint ends: before punctuation, an address, or "both at".
_NAME_ENDS = re.compile(
    r"\s*(?:[,;•|(]|\.(?:\s|$)|\b(?:both|all)\b|\b(?:of|at|from)\s+(?:the\s+)?\d|\bprinted\b|$)", re.I
)
_GENERATED_TITLE = re.compile(
    r"(?:layout|untitled|document|slide|presentation|microsoft word|powerpoint|contents|cynnwys|inhalt\w*|indice)\b"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Folded text unless a name says `raw`.

    `name` holds the words of the file's name, `head` its title and the headings of its cover and what the file says
    of itself, `cover` its first blocks, `front` its first pages. `publisher` is who the imprint names, as printed;
    `ending` the last passage; `blocks` everything, for what is worth a longer look.
    """

    name: str
    head: str
    cover: str
    front: str
    raw_cover: str
    publisher: str
    imprint: str
    ending: str
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
    return Evidence(
        name=_file_words(path),
        head=folded(" \n ".join([manifesto.title, *headings, *said])),
        cover=folded(_joined(cover)[:_COVER_LENGTH]),
        front=folded(_joined(front)[:_FRONT_LENGTH]),
        raw_cover=_joined(cover)[:_COVER_LENGTH],
        publisher=_publisher(imprint),
        imprint=folded(imprint),
        ending=next((folded(block.text) for block in reversed(blocks) if block.is_passage), ""),
        blocks=blocks,
    )


def is_a_title(title: str) -> bool:
    """Whether a program or a table of contents is not the one speaking."""
    plain = folded(title)
    return sum(char.isalpha() for char in plain) >= 3 and not _GENERATED_TITLE.match(plain)


def _joined(blocks: tuple[Block, ...] | list[Block]) -> str:
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
