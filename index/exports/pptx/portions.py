"""What fits on a slide: quotations and paragraphs in portions, a long one parted with […], at best after a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.exports.publication import Answer, Paragraph, Publication, Quotation, Run, Runs, plain
from reader.lead_ins import limits
from reader.sentences import sentences

CUT = "[…]"
Part = Paragraph | Quotation | Answer


@dataclass(frozen=True, slots=True)
class Portion:
    """What stands in one placeholder; `size` is that of its type, in points."""

    parts: tuple[Part, ...]
    size: int


# How many characters fit into a placeholder of half a slide at which size of type, the largest first.
_FITS = ((200, 24), (350, 20), (520, 18), (700, 16), (950, 14), (1250, 12))
# What stands under a quotation and between two takes up about so many characters more.
_AROUND = 60


def portions(parts: Sequence[Part], *, room: float = 1, least: int = _FITS[-1][1]) -> list[Portion]:
    """The parts in their order, in as few portions as can be read; at least one.

    `room` is that of the placeholder, as a multiple of half a slide's; `least` is the smallest size of type.
    """
    fits = [(int(most * room), size) for most, size in _FITS if size >= least]
    most = fits[-1][0]
    made: list[list[Part]] = [[]]
    left = most
    pieces = [piece for part in parts for piece in _pieces(part, most - _AROUND)]
    for part in pieces:
        needed = _length(part)
        if needed > left and made[-1]:
            made.append([])
            left = most
        made[-1].append(part)
        left -= needed
    return [Portion(tuple(each), _size(sum(map(_length, each)), fits)) for each in made]


def _size(length: int, fits: Sequence[tuple[int, int]]) -> int:
    return next((size for most, size in fits if length <= most), fits[-1][1])


def _length(part: Part) -> int:
    if isinstance(part, Answer):
        return part.lines * _AROUND
    if isinstance(part, Paragraph):
        return len(plain(part.runs)) + _AROUND // 2
    return len(plain(part.words)) + len(plain(part.cited)) + _AROUND


def _pieces(part: Part, most: int) -> Iterator[Part]:
    """The part, or a quotation that is too long in pieces: what is left out of one stands in the next."""
    if not isinstance(part, Quotation) or len(plain(part.words)) <= most:
        yield part
        return
    rest, first = part.words, True
    while rest:
        taken, rest = _parted(rest, most, part.language)
        words = (*(() if first else (Run(f"{CUT} "),)), *taken, *((Run(f" {CUT}"),) if rest else ()))
        yield replace(part, words=words, cited=part.cited if not rest else ())
        first = False


def _parted(runs: Runs, most: int, language: str) -> tuple[Runs, Runs]:
    """The runs in two, within `most` code points: after a sentence that none limits, else before a space."""
    words = plain(runs)
    if len(words) <= most:
        return runs, ()
    spans = sentences(words, language or "en")
    ends = [end for (_, end), (start, last) in pairwise(spans) if not limits(words[start:last], language)]
    # Very short sentences at the beginning would leave a slide nearly empty.
    at = max((end for end in ends if most // 3 < end <= most), default=words.rfind(" ", 1, most))
    at = most if at < 0 else at
    first: list[Run] = []
    second: list[Run] = []
    for run in runs:
        here, at = at, at - len(run.text)
        if here > 0:
            first.append(replace(run, text=run.text[:here], note=run.note if at >= 0 else ()))
        if at < 0:
            second.append(replace(run, text=run.text[max(0, here) :]))
    if second:
        second[0] = replace(second[0], text=second[0].text.lstrip())
    return tuple(first), tuple(second)


def about(publication: Publication) -> str:
    """What the notes of the first slide say: where all of it comes from is in the last slides."""
    return ". ".join(filter(None, [publication.subtitle, publication.foot]))
