"""Two passages with the same wording as one text: what is the same, what stands only in the one, only in the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.reuse import Reuse


@dataclass(frozen=True, slots=True)
class Differences:
    """The joint text; `left` and `right` are its code points that stand in one of the passages only, end exclusive."""

    text: str
    left: tuple[tuple[int, int], ...]
    right: tuple[tuple[int, int], ...]

    @property
    def none(self) -> bool:
        """Whether all words are the same."""
        return not self.left and not self.right

    def said(self, only_left: str, only_right: str) -> str:
        """The text for the ear: "We will mend [only here: every] [only there: each] lamp"."""
        marks = sorted([*((span, only_left) for span in self.left), *((span, only_right) for span in self.right)])
        said, at = [], 0
        for (start, end), which in marks:
            said += [self.text[at:start], f"[{which}: {self.text[start:end]}]"]
            at = end
        return "".join([*said, self.text[at:]])


def differences(reuse: Reuse) -> Differences:
    """The words of both passages in the order of the first, with the signs that follow them."""
    lefts = _stretches(reuse.left.text, [part.left for part in reuse.parts])
    rights = _stretches(reuse.right.text, [part.right for part in reuse.parts])
    text = ""
    left: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    for part, here, there in zip(reuse.parts, lefts, rights, strict=True):
        if part.same:
            text = _joined(text, here)
            continue
        for words, spans in ((here, left), (there, right)):
            if words:
                text = _joined(text, words)
                spans.append((len(text) - len(words), len(text)))
    return Differences(text, tuple(left), tuple(right))


def _stretches(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The words of each span with the signs up to the next words; "" for an empty span."""
    starts = [start for start, end in spans if end > start]
    following = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    first = starts[0] if starts else 0
    return [
        text[0 if start == first else start : following[start]].strip() if end > start else "" for start, end in spans
    ]


def _joined(text: str, words: str) -> str:
    return f"{text} {words}" if text else words
