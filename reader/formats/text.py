"""Reads plain text into headings, paragraphs and list items."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from reader.cutting import portions
from reader.errors import NoText, NotSupported
from reader.formats.decoding import cleaned, decoded
from reader.formats.registry import OnPage
from reader.formats.sniffing import is_binary, is_data, is_html
from reader.formats.wrapping import Group, groups_of
from reader.hyphens import Hyphens
from reader.language import language_of
from reader.model import Block, Kind, Manifesto, Page, Piece
from reader.references import with_references
from reader.regular_files import bytes_of
from reader.sections import with_sections
from reader.titles import title_from

# Files that are called so and hold text are not what they say they are: most often what a server sent in their place.
_NEVER_TEXT = frozenset(
    (
        *(".pdf", ".epub", ".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott", ".xlsx", ".pptx", ".ods", ".odp"),
        *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".zip"),
    )
)

# So much of a text is looked at (code points) for those that are no characters; no text has more of them than this.
_SAMPLE, _NAMELESS = 100_000, 0.05

_TITLE_LENGTH, _TITLE_WORDS = 80, 14  # code points, words


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text files in any common encoding."""

    name: str = "Plain text"
    suffixes: tuple[str, ...] = (".txt", ".text")
    order: int = 90

    def recognises(self, path: Path, head: bytes) -> bool:
        return path.suffix.casefold() not in _NEVER_TEXT and not (is_binary(head) or is_html(head) or is_data(head))

    def read(self, path: Path, on_page: OnPage) -> Manifesto:
        """Raises NotFound, NotSupported, NoText."""
        content = bytes_of(path)
        text, note = decoded(content)
        if _is_garbage(text):
            raise NotSupported(
                f"“{path.name}” is no text in any encoding that this program knows.",
                "Check that it is the file you meant; if so, save it as PDF in the program it was made with.",
            )
        blocks, pages = _read(cleaned(text))
        if not any(char.isalnum() for block in blocks for char in block.text):
            raise NoText(
                f"“{path.name}” holds no words.", "Open it to see what it holds, and add the file with the text."
            )
        blocks = [with_references(block, may_be_note=True) for block in blocks]
        on_page(1, 1)
        language = language_of(" ".join(block.text for block in blocks))
        return Manifesto(
            title=_title(blocks),
            language=language,
            blocks=with_sections(blocks),
            pages=pages,
            notes=(note,) if note else (),
            format=self.name,
        )


def _title(blocks: Sequence[Block]) -> str:
    """The first line, where it is one and short: a paragraph in its place, and headings further on, are no title."""
    first = next((block for block in blocks if block.kind not in (Kind.FURNITURE, Kind.CONTENTS)), blocks[0])
    line = first.text.rstrip(": ")
    is_short = len(line) <= _TITLE_LENGTH and len(line.split()) <= _TITLE_WORDS and not line.endswith((",", ";"))
    return title_from(line) if is_short and first.kind in (Kind.HEADING, Kind.PARAGRAPH) else ""


def _is_garbage(text: str) -> bool:
    """Whether much of the text is no characters: bytes that were no text have become these."""
    counted = Counter(text[:_SAMPLE])
    nameless = sum(
        many for char, many in counted.items() if unicodedata.category(char) in ("Cn", "Co", "Cs") or char == "\ufffd"
    )
    return nameless > _NAMELESS * counted.total()


def blocks_of(text: str) -> list[Block]:
    """The blocks of a cleaned text, with one piece per line and without sections."""
    return _read(text)[0]


def _read(text: str) -> tuple[list[Block], tuple[Page, ...]]:
    """The blocks of a cleaned text and the pages that it was printed on, none where nothing tells."""
    grouped, printed = groups_of(text)
    groups = [part for group in grouped for part in _cut(group)]
    hyphens = Hyphens(line for group in groups for line in group.lines)
    indents = sorted({group.indent for group in groups if group.marker})
    blocks = []
    for group in groups:
        joined, pieces = _joined(group, hyphens, printed.labels)
        level = min(4, indents.index(group.indent) + 1) if group.marker else group.level
        marker = group.marker.text if group.marker else None
        blocks.append(Block(group.kind, joined, level, pieces=pieces, marker=marker))
    return blocks, tuple(Page.unseen(number, printed.labels.get(number)) for number in range(1, printed.count + 1))


def _joined(group: Group, hyphens: Hyphens, labels: Mapping[int, str]) -> tuple[str, tuple[Piece, ...]]:
    text, lines = "", group.lines
    pieces: list[Piece] = []
    for at, raw in enumerate(lines):
        line = " ".join(raw.split())
        following = " ".join(lines[at + 1].split()) if at + 1 < len(lines) else ""
        joint = hyphens.joint(line, following)
        kept = line[:-1] if joint.drop else line
        page = group.pages[at]
        label = labels.get(page) if page is not None else None
        pieces.append(Piece(len(text), len(text) + len(kept), page, label))
        text += kept + (joint.glue if following else "")
    return text, tuple(piece for piece in pieces if piece.end > piece.start)


def _cut(group: Group) -> list[Group]:
    """The group itself, or paragraphs of some sentences each where it is far too long for one."""
    first, *others = portions(group.text)
    if not others:
        return [group]
    ends = list(accumulate(len(line) + 1 for line in group.lines))

    def page_of(portion: str) -> list[int | None]:
        return [group.pages[min(bisect_right(ends, group.text.find(portion)), len(ends) - 1)]]

    return [
        Group([first], page_of(first), group.marker, group.indent, group.kind),
        *(Group([text], page_of(text), None, group.indent) for text in others),
    ]


FORMAT = PlainText()
