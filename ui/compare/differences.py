"""Two passages with the same wording as one text: what is the same, what stands only in the one, only in the other."""

from __future__ import annotations

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
    """The words of both passages in the order of the first, its signs kept where the words are the same."""
    text = ""
    left: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    for at, part in enumerate(reuse.parts):
        following = reuse.parts[at + 1] if at + 1 < len(reuse.parts) else None
        if part.same:
            end = following.left[0] if following is not None else len(reuse.left.text)
            start = part.left[0] if at else 0
            text = _joined(text, reuse.left.text[start:end].strip())
            continue
        for words, spans in ((_words(reuse.left.text, part.left), left), (_words(reuse.right.text, part.right), right)):
            if words:
                text = _joined(text, words)
                spans.append((len(text) - len(words), len(text)))
    return Differences(text, tuple(left), tuple(right))


def _words(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]].strip()


def _joined(text: str, words: str) -> str:
    return f"{text} {words}" if text else words
