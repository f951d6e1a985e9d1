"""Finds what stands raised among the spans of a line of print: small, over the baseline of what it stands beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reader.references import may_be_label, raised

# In sizes of what it stands beside: how large it is at most, and how high it stands. What is as large has to stand
# higher, for baselines are not always even.
_SMALLER, _LEAST_RISE, _MOST_RISE = 0.9, 0.12, 0.8
_AS_LARGE, _HIGH = 1.02, 0.25
# So far apart it stands beside it; a note may begin further from its number.
_BESIDE, _BEFORE_NOTE = 0.35, 1.2
_LONGEST = 10
# What is raised and no label, like the "th" of "5th", is no longer than this.
_SHORT = 4

Span = Mapping[str, Any]


def stands_over(size: float, baseline: float, base_size: float, base: float) -> bool:
    """Whether characters of this size on this baseline are raised over those of the other one."""
    rise = (base - baseline) / base_size
    least = _LEAST_RISE if size <= _SMALLER * base_size else _HIGH
    return size <= _AS_LARGE * base_size and least <= rise <= _MOST_RISE


def is_beside(gap: float, base_size: float, *, before: bool = False) -> bool:
    """Whether what is raised belongs to characters this far away; `before` them it may be the number of a note."""
    return -_BESIDE * base_size <= gap <= (_BEFORE_NOTE if before else _BESIDE) * base_size


def raised_in(line: Mapping[str, Any]) -> frozenset[int]:
    """The places of the spans of a line (of PyMuPDF's) that stand raised and together may be references."""
    spans: Sequence[Span] = line["spans"]
    baseline = spans[0]["origin"][1]
    cosine, sine = line["dir"]
    if all(span["origin"][1] == baseline for span in spans) or cosine <= 0 or abs(sine) >= 0.02:
        return frozenset()
    found: set[int] = set()
    base: Span | None = None
    at = 0
    while at < len(spans):
        end = _end_of_raised(spans, at, base)
        if end > at:
            text = "".join(span["text"] for span in spans[at:end])
            beside = base if base is not None else spans[end]
            if _is_reference(text, spans[at:end], beside, begins=base is None):
                found.update(range(at, end))
            elif len(text) > _SHORT:
                base = spans[end - 1]
        elif spans[at]["text"].strip():
            base = spans[at]
        at = max(end, at + 1)
    return frozenset(found)


def written(spans: Sequence[Span], places: frozenset[int]) -> str:
    """The spans' text, with those at these places marked as raised."""
    text = ""
    marked = ""
    for at, span in enumerate(spans):
        if at in places:
            marked += span["text"]
            continue
        text += (raised(marked) if marked else "") + span["text"]
        marked = ""
    return text + (raised(marked) if marked else "")


def _end_of_raised(spans: Sequence[Span], at: int, base: Span | None) -> int:
    """The place after the spans from `at` on that are raised over `base`; without one, over what follows them."""
    end = at
    if base is None:
        beside = next((i for i in range(at + 1, len(spans)) if _is_over(spans[at], spans[i])), None)
        if beside is None or not spans[at]["text"].strip():
            return at
        base, most = spans[beside], beside
    else:
        most = len(spans)
    while end < most and (_is_over(spans[end], base) or (end > at and not spans[end]["text"].strip())):
        end += 1
    while end > at and not spans[end - 1]["text"].strip():
        end -= 1
    return end if end < len(spans) or at > 0 else at


def _is_over(span: Span, base: Span) -> bool:
    return stands_over(span["size"], span["origin"][1], base["size"], base["origin"][1])


def _is_reference(text: str, spans: Sequence[Span], beside: Span, *, begins: bool) -> bool:
    if len(text) > _LONGEST or not may_be_label(text):
        return False
    gap = beside["bbox"][0] - spans[-1]["bbox"][2] if begins else spans[0]["bbox"][0] - beside["bbox"][2]
    return is_beside(gap, beside["size"], before=begins)
