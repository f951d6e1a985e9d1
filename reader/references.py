"""Tells references to notes from words, for every format: "crime¹²" is the word "crime" and a reference beside it.

A format wraps what stands raised (`raised`), or what it knows to be a reference (`referring`), into signs that no text
has: Unicode's noncharacters, which cleaning and joining carry along. `parted` takes them out again and decides, by what
stands around it, what of the raised is a reference: not the "st" of "21st", the figures of "m²" and "10⁶", fractions,
raised pence. Figures that Unicode has as raised ones are judged alike.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from reader.model import Block, Kind, Piece, Reference
from reader.raised import refers

_RAISED, _CERTAIN, _END = "\ufdd0", "\ufdd1", "\ufdd2"
_SIGNS = f"{_RAISED}{_CERTAIN}{_END}"
_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FROM_RAISED = str.maketrans(f"{_FIGURES}⁽⁾", "0123456789()")

_ANY = re.compile(f"[{_SIGNS}{_FIGURES}]")
# What is marked, or a run of raised figures; several in a row are one ("¹²,¹³").
_FOUND = re.compile(
    rf"(?P<sign>[{_RAISED}{_CERTAIN}])(?P<marked>[^{_SIGNS}]*){_END}"
    rf"|[⁽]?[{_FIGURES}]+[⁾]?(?:[,˒–-] ?[{_FIGURES}]+)*"
    rf"|[{_SIGNS}]"
)
_BLANK = re.compile(rf"[{_RAISED}{_CERTAIN}](\s*){_END}")
_MARKED = re.compile(rf"([{_RAISED}{_CERTAIN}])([^{_SIGNS}]*){_END}")
# Brackets around a known reference, and what stands between it and the next one, are part of them.
_BRACKETED = re.compile(
    rf"(?:{_RAISED}\s?[\[(]{_END}|[\[(])({_CERTAIN}[^{_SIGNS}]*{_END})(?:{_RAISED}[\])]\s?{_END}|[\])])"
)
_BESIDE = re.compile(
    rf"({_CERTAIN}[^{_SIGNS}]*{_END})(?:{_RAISED}\s?[,;–-]?\s?{_END}|\s?[,;–-]\s?)(?={_CERTAIN}|{_RAISED}[\d\[(*†‡])"
)
_BEGUN = re.compile(rf"{_END}{_RAISED}(\s?[,;–-]\s?)(?=[\d\[(*†‡])")
# Commas and dashes between two marked labels belong to them, on the line though they stand.
_BETWEEN = re.compile(rf"(?<=[\d\])*†‡]){_END}(\s?[,;–-]\s?){_RAISED}(?=[\d\[(*†‡])")
_ONE = r"(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*∗⁎†‡§¶#]{1,4})"
_ITEM = rf"[\[(]?{_ONE}(?:[-–]{_ONE})?[\])]?"
_LABELS = re.compile(
    rf"(?P<before>\s*)(?P<labels>{_ITEM}(?:(?:\s*[,;]\s*|\s+|(?<=[\])])){_ITEM})*)(?P<after>[.,;:]?\s*)"
)
_LABEL = re.compile(rf"{_ONE}(?:[-–]{_ONE})?")
# A format knows a reference by more than its looks: its writer may have chosen any sign.
_LONGEST = 12
_CLOSES = re.compile(r"\s|[.,;:!?…)\]”’»\"']|$")
_AFTER_NUMBER = re.compile(r"[.):]?\s*")


class _Cut(NamedTuple):
    """What takes the place of some characters of a text, and the labels that stand at its beginning."""

    start: int
    end: int
    words: str = ""
    labels: tuple[str, ...] = ()


class Parted(NamedTuple):
    """A text without its references and those; `number` is the raised number that it begins with, as notes do.

    `cuts` are what was taken out.
    """

    text: str
    references: tuple[Reference, ...] = ()
    number: str | None = None
    cuts: tuple[_Cut, ...] = ()

    def place(self, offset: int) -> int:
        """Where in the text an offset (code points) of the one with signs is."""
        moved = 0
        for cut in self.cuts:
            if offset < cut.end:
                return min(offset, cut.start + len(cut.words)) + moved if offset > cut.start else offset + moved
            moved += len(cut.words) - (cut.end - cut.start)
        return offset + moved


def raised(text: str) -> str:
    """Characters that stand raised, marked for `parted`."""
    return f"{_RAISED}{text}{_END}"


def referring(label: str) -> str:
    """A reference that the format says is one, by its label, marked for `parted`; "" for what is no label."""
    said = " ".join(label.split()).strip("[]() .")
    return f"{_CERTAIN}{said}{_END}" if 0 < len(said) <= _LONGEST else ""


def may_be_label(text: str) -> bool:
    """Whether raised characters may be a reference ("12", "[3]", "4,5", "*", "iv")."""
    return bool(_LABELS.fullmatch(text))


def begins_raised(text: str) -> bool:
    """Whether the text begins with characters marked as raised."""
    return text.startswith(_RAISED)


def parted(text: str) -> Parted:
    """The text without signs and references: its raised words as they stand, the others beside it."""
    if not _ANY.search(text):
        return Parted(text)
    for pattern in (_BLANK, _BRACKETED, _BESIDE, _BETWEEN, _BEGUN):
        text = pattern.sub(r"\1", text)
    words = ""
    references: list[Reference] = []
    cuts: list[_Cut] = []
    number: str | None = None
    at = 0
    for found in _FOUND.finditer(text):
        words += text[at : found.start()]
        cut = _cut(found, text, words, found.start() - at)
        begins = bool(cut.labels) and not words.strip() and found["sign"] != _CERTAIN
        if begins and number is None:
            number = ",".join(cut.labels)
            rest = _AFTER_NUMBER.match(text, found.end())
            cut = _Cut(found.start() - len(words), rest.end() if rest else found.end())
        elif cut.labels:
            references += [Reference(cut.start - found.start() + len(words), label) for label in cut.labels]
        words = words[: len(words) - (found.start() - cut.start)] + cut.words
        at = cut.end
        cuts.append(cut)
    return Parted(words + text[at:], tuple(references), number, tuple(cuts))


def with_references(block: Block, *, may_be_note: bool) -> Block:
    """The block with its references beside its text; `may_be_note` says that a raised number at its start is its own.

    Elsewhere such a number is one of the words.
    """
    found = parted(block.text)
    text, shift = found.text, 0
    is_note = may_be_note and block.kind is Kind.PARAGRAPH
    if found.number is not None and not is_note:
        shift = len(found.number) + 1
        text = f"{found.number} {text}"
    pieces = (
        replace(piece, start=found.place(piece.start) + shift, end=found.place(piece.end) + shift)
        for piece in block.pieces
    )
    return replace(
        block,
        text=text,
        marker=found.number if is_note and block.marker is None else block.marker,
        pieces=_covering(tuple(pieces), len(text)),
        references=tuple(Reference(offset + shift, label) for offset, label in found.references),
    )


def _covering(pieces: tuple[Piece, ...], length: int) -> tuple[Piece, ...]:
    """The pieces that still hold something, the first from the beginning."""
    kept = [replace(piece, end=min(piece.end, length)) for piece in pieces if min(piece.end, length) > piece.start]
    return (replace(kept[0], start=0), *kept[1:]) if kept else ()


def _cut(found: re.Match[str], text: str, words: str, room: int) -> _Cut:
    """What becomes of something marked after these words: nothing but its labels, or the words that it is.

    The last `room` of the words have not been looked at yet.
    """
    start, end = found.span()
    marked = found[0] if found["sign"] is None else found["marked"]
    if found["sign"] is None and marked in _SIGNS:
        return _Cut(start, end)
    labels = _LABELS.fullmatch(marked.translate(_FROM_RAISED))
    lead, tail = (labels["before"], labels["after"]) if labels else ("", "")
    following = tail + _after(text, end)
    if found["sign"] == _CERTAIN and 0 < len(marked) <= _LONGEST:
        said: tuple[str, ...] = (marked,)
    elif labels is None:
        return _Cut(start, end, marked)
    else:
        said = tuple(one[0] for one in _LABEL.finditer(labels["labels"]))
        if not refers(words + lead, said, following):
            return _Cut(start, end, marked)
    before = words.rstrip()
    space = min(len(words) - len(before), room)
    gap = words[len(words) - space :] + lead
    if _CLOSES.match(following):
        gap = ""
    elif not gap and before[-1:].isalnum() and following[:1].isalnum():
        gap = " "
    return _Cut(start - space, end, gap + tail, said)


def _after(text: str, end: int) -> str:
    """The characters that come next, other labels aside."""
    while (found := _MARKED.match(text, end)) and (found[1] == _CERTAIN or may_be_label(found[2])):
        end = found.end()
    return "".join(char for char in text[end : end + 6] if char not in _SIGNS)
