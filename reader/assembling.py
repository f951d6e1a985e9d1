"""Makes a manifesto of the parts that a format without pages finds, so that every format gives the same blocks.

A format reader says what each part of its file is; what a part of that kind becomes is settled here: white space,
forced line breaks, bullets that were typed, over-long paragraphs, headings without a style, sections, title
and language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.cutting import portions
from reader.errors import NoText
from reader.formats.decoding import cleaned
from reader.language import language_of
from reader.markers import marker_at_start
from reader.model import Block, Kind, Manifesto, Piece
from reader.parts import Part, is_footnote
from reader.references import parted, with_references
from reader.sections import with_sections
from reader.titles import title_from
from reader.unstyled_headings import with_headings

DEEPEST = 4
# The marker of a list item whose format draws the bullet itself.
BULLET = "•"

# A line of so many characters before or after a forced break is a paragraph, where it is a sentence.
_LONG_LINE = 80
_STOPS = ".!?"
_CLOSERS = "\"'”’»)]"
# What is longer is a paragraph that someone gave the style of a heading for its looks (code points).
_LONGEST_HEADING = 250


def manifesto_of(
    path: Path,
    parts: Iterable[Part],
    format_name: str,
    *,
    metadata: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
) -> Manifesto:
    """The manifesto made of a file's parts in reading order, its blocks without ids.

    `metadata` is what the file says of itself, under the names that PDFs use ("title", "author", "subject",
    "creationDate" in ISO 8601 ...). Its title is the manifesto's where it is one; otherwise the heading over all others
    is, or nothing. Raises NoText where no part holds a word.
    """
    blocks = blocks_of(parts)
    if not blocks:
        raise NoText(f"“{path.name}” holds no words.", "Open it to see what it holds, and add the file with the text.")
    said = {name: words for name, text in (metadata or {}).items() if (words := _one_line(cleaned(text)))}
    return Manifesto(
        title=_title(said.get("title", ""), blocks),
        language=language_of(" ".join(block.text for block in blocks)),
        blocks=blocks,
        metadata=said,
        notes=tuple(notes),
        format=format_name,
    )


def blocks_of(parts: Iterable[Part]) -> tuple[Block, ...]:
    """The blocks, each with one piece and its section; parts without a letter or digit (rules, stars) are left out."""
    headed = with_headings([_sober(replace(part, text=cleaned(part.text))) for part in parts])
    found = (shaped for part in headed for shaped in _shaped(part))
    return with_sections(_block(part) for part in found if any(char.isalnum() for char in part.text))


def _sober(part: Part) -> Part:
    """A heading with its number in its text; one that is too long for a heading as what it is without its style."""
    if part.kind is not Kind.HEADING:
        return part
    if len(part.text) > _LONGEST_HEADING:
        return Part(Kind.LIST_ITEM if part.marker else Kind.PARAGRAPH, part.text, marker=part.marker)
    return replace(part, text=f"{part.marker} {part.text}", marker=None) if part.marker and part.text.strip() else part


def _block(part: Part) -> Block:
    level = min(max(part.level or 1, 1), DEEPEST) if part.kind in (Kind.HEADING, Kind.LIST_ITEM) else None
    marker = part.marker or (BULLET if part.kind is Kind.LIST_ITEM else None)
    block = Block(part.kind, part.text, level, pieces=(Piece(0, len(part.text)),), marker=marker)
    return with_references(block, may_be_note=not part.is_row)


def _shaped(part: Part) -> Iterator[Part]:
    """The part as one or more whose text is one line."""
    if part.kind in (Kind.HEADING, Kind.CONTENTS, Kind.CAPTION) or is_footnote(part):
        yield replace(part, text=_one_line(part.text))
        return
    for stretch in _stretches(part):
        first, *others = portions(stretch.text)
        yield replace(stretch, text=first)
        yield from (replace(_following(stretch), text=text) for text in others)


def _stretches(part: Part) -> Iterator[Part]:
    """The part divided at empty lines, after long lines that end a sentence, and before bullets someone typed."""
    taken: list[str] = []
    current = part
    for line in part.text.split("\n"):
        typed = None if part.kind is Kind.QUOTE or part.is_row else marker_at_start(line)
        begins = typed or not line.strip() or (_is_typed(current, part) and _begins_paragraph(line))
        if taken and (begins or _ends_paragraph(taken[-1], line)):
            yield replace(current, text=_one_line(" ".join(taken)))
            taken, current = [], _following(part)
        if typed and current is part and part.kind is Kind.LIST_ITEM:
            # The format draws a bullet and someone typed another one; a typed number may be the text's own.
            taken.append(line if typed.ordered else line[typed.end :])
        elif typed:
            current = Part(Kind.LIST_ITEM, "", _typed_level(part), _drawn(typed.text))
            taken.append(line[typed.end :])
        elif line.strip():
            taken.append(line)
    yield replace(current, text=_one_line(" ".join(taken)))


def _is_typed(current: Part, part: Part) -> bool:
    return current.kind is Kind.LIST_ITEM and current is not part


def _begins_paragraph(line: str) -> bool:
    """Whether a line without a bullet, after one with a typed one, is no longer the item's."""
    return len(line) >= _LONG_LINE and line.lstrip()[:1].isupper()


def _ends_paragraph(line: str, following: str) -> bool:
    """Whether a forced line break divides paragraphs; verses and addresses have short lines or go on in small ones."""
    bare = parted(line).text.rstrip().rstrip(_CLOSERS)
    return len(bare) >= _LONG_LINE and bare.endswith(tuple(_STOPS)) and not following.lstrip()[:1].islower()


def _following(part: Part) -> Part:
    """What goes on after an empty line within a part."""
    return part if part.kind is Kind.QUOTE else Part(Kind.PARAGRAPH, "")


def _typed_level(part: Part) -> int:
    return (part.level or 1) + 1 if part.kind is Kind.LIST_ITEM else 1


def _drawn(marker: str) -> str:
    """A typed marker as shown: what only a symbol font can draw is a bullet."""
    return BULLET if any("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in marker) else marker


def _title(said: str, blocks: Sequence[Block]) -> str:
    if title := title_from(said):
        return title
    headings = [block for block in blocks if block.kind is Kind.HEADING]
    highest = min((block.level or 1 for block in headings), default=1)
    over_all = [block for block in headings if block.level == highest]
    alone = len(over_all) == 1 or (over_all and blocks[0] is over_all[0] and _is_cover(blocks[1]))
    return title_from(over_all[0].text) if alone else ""


def _is_cover(following: Block) -> bool:
    """Whether the heading before this block is a title, not the first of several chapters."""
    return following.kind is Kind.HEADING or len(following.text) < _LONG_LINE


def _one_line(text: str) -> str:
    return " ".join(text.split())
