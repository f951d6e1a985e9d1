"""How a code is told from others by sight: a colour, and a pattern for who sees no colours, both told by one value.

The pattern is what is left of the colour's number when it is divided by PATTERNS. So it goes wherever the colour goes
(undo, files of other programs), and the few shades by which a colour is moved for it are seen by nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from reader.library.codes import Code, Codebook

# Each stands out on the light and on the dark ground.
COLOURS = (
    *("#3a6ea5", "#7d5ba6", "#a34a7d", "#b4552d", "#a9781e"),
    *("#7a8035", "#3f8a58", "#2f8a8a", "#667788"),
)
PATTERNS = 6


def pattern_of(colour: str) -> int:
    """The pattern, from 0 to PATTERNS - 1, that a colour ("#rrggbb") tells."""
    return int(colour[1:], 16) % PATTERNS


def with_pattern(colour: str, pattern: int) -> str:
    """The colour ("#rrggbb") nearest to this one that tells the pattern."""
    number = int(colour[1:], 16)
    least = min(max(number - PATTERNS // 2, 0), 0xFFFFFF - PATTERNS)
    fitting = (one for one in range(least, least + PATTERNS + 1) if one % PATTERNS == pattern)
    return f"#{min(fitting, key=lambda one: abs(one - number)):06x}"


def shown_colour(colour: str) -> str:
    """The colour of COLOURS that was moved for a pattern; any other as it is."""
    return _BASES.get(colour.lower(), colour)


def unused_colour(used: Iterable[str]) -> str:
    """The first of COLOURS that is not among those used; the first of all where all are."""
    taken = {colour.lower() for colour in used}
    return next((colour for colour in COLOURS if colour not in taken), COLOURS[0])


def by_place(number: int) -> str:
    """The colour of a code whose colour was never kept, by where it stands in the codebook as the tree is read.

    Only libraries of before colours were kept have such codes; the next change of their tree keeps them.
    """
    return with_pattern(COLOURS[number % len(COLOURS)], number % PATTERNS)


def kept(book: Codebook, but: Iterable[str] = ()) -> Mapping[str, str]:
    """The colours to keep, by code (id), of codes whose colour was never kept, without those of `but`."""
    gone = set(but)
    return {
        code.id: by_place(number) for number, code in enumerate(book.codes) if not code.colour and code.id not in gone
    }


class Looks:
    """What a codebook's codes look like, as it grows: for each new one the look that tells it best from the others."""

    def __init__(self, book: Codebook) -> None:
        self._looks: Counter[tuple[str, int]] = Counter()
        self._colours: Counter[str] = Counter()
        self._patterns: Counter[int] = Counter()
        self._beside: Counter[tuple[str, str]] = Counter()
        for number, code in enumerate(book.codes):
            self.count(book.parent(code.id), code.colour or by_place(number))

    def count(self, parent: str, colour: str) -> None:
        """A code with this colour stands under this parent (id, or "")."""
        base, pattern = shown_colour(colour), pattern_of(colour)
        self._looks[base, pattern] += 1
        self._colours[base] += 1
        self._patterns[pattern] += 1
        self._beside[parent, base] += 1

    def coloured(self, code: Code) -> str:
        """The colour of a new code, counted from now on: its own, else one that few have, siblings least of all."""
        colour = code.colour or min(_LOOKS, key=lambda look: self._use(code.parent, look))
        self.count(code.parent, colour)
        return colour

    def _use(self, parent: str, colour: str) -> tuple[int, ...]:
        base, pattern = shown_colour(colour), pattern_of(colour)
        return (
            self._beside[parent, base],
            self._colours[base],
            self._looks[base, pattern],
            self._patterns[pattern],
        )


_LOOKS = tuple(with_pattern(colour, pattern) for colour in COLOURS for pattern in range(PATTERNS))
_BASES = {with_pattern(colour, pattern): colour for colour in COLOURS for pattern in range(PATTERNS)}
