"""Which script a text is written in, and the language of scripts that one language is written in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

LATIN = "Latin"
# Where the letters of scripts begin (code points), in their order; "" for what is in none of those that matter.
_BLOCKS: tuple[tuple[int, str], ...] = (
    (0x41, LATIN),
    (0x2B0, ""),
    (0x370, "Greek"),
    (0x400, "Cyrillic"),
    (0x530, "Armenian"),
    (0x590, "Hebrew"),
    (0x600, "Arabic"),
    (0x700, ""),
    (0x900, "Devanagari"),
    (0x980, "Bengali"),
    (0xA00, "Gurmukhi"),
    (0xA80, ""),
    (0xB80, "Tamil"),
    (0xC00, ""),
    (0xE00, "Thai"),
    (0xE80, ""),
    (0x10A0, "Georgian"),
    (0x1100, "Hangul"),
    (0x1200, ""),
    (0x1E00, LATIN),
    (0x1F00, "Greek"),
    (0x2000, ""),
    (0x3040, "Kana"),
    (0x3100, ""),
    (0x3400, "Han"),
    (0xA000, ""),
    (0xAC00, "Hangul"),
    (0xD7B0, ""),
)
_STARTS = [start for start, _ in _BLOCKS]
# Others are written in these too, few of them in manifestos. Devanagari is Hindi's, Marathi's and Nepali's: none.
_ONE_LANGUAGE = {
    "Greek": "el",
    "Armenian": "hy",
    "Hebrew": "he",
    "Bengali": "bn",
    "Gurmukhi": "pa",
    "Tamil": "ta",
    "Thai": "th",
    "Georgian": "ka",
    "Hangul": "ko",
    "Kana": "ja",
    "Han": "zh",
}
# Japanese is written in both; this share of its letters tells it from Chinese.
_KANA = 0.05


def script_of(text: str) -> str:
    """The script that most letters of the text are in ("Latin", "Kana"), "" where it has no letters."""
    letters: Counter[str] = Counter()
    for char, many in Counter(text).items():
        if char.isalpha():
            at = bisect_right(_STARTS, ord(char)) - 1
            letters[_BLOCKS[at][1]] += many
    if letters["Kana"] > _KANA * letters.total():
        return "Kana"
    return max(letters, key=lambda script: letters[script]) if letters else ""


def language_of_script(script: str) -> str:
    """The ISO 639-1 code of the language that a script is written for; "" where it is several languages'."""
    return _ONE_LANGUAGE.get(script, "")
