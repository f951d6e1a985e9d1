"""Names glyphs that a font has no Unicode for by the names that the font file in the PDF gives them.

Forms of Arabic letters above all: "uni0644.init" is the lam that begins a word. Names are read as Adobe's glyph list
says (https://github.com/adobe-type-tools/agl-specification): the part before the first full stop, "_" between letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import Any

import pymupdf

from reader.formats.pdf.mending import UNKNOWN, Blocks, lines_in
from reader.formats.pdf.opening import BROKEN

# Other names, as "g46", "a12" and "cid7", only count.
_MEANT = re.compile(r"(?:uni(?:[0-9A-F]{4})+|u[0-9A-F]{4,6}|[A-Za-z]+)")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")
# So many glyphs show whether a file has names.
_LOOKED_AT = 200
_SUBSET = re.compile(r"^[A-Z]{6}\+")
# A lam of this form is one half of a ligature, of which the other is an alef.
_HALF, _LAM, _ALEF = ".rlig", "\u0644", "\u0627"

_Place = tuple[float, float]


class FontNames:
    """The font files of one document of PyMuPDF's, read when a page needs them."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._files: dict[int, Any] = {}

    def can_name(self, page: Any) -> bool:
        """Whether a font file of the page names its glyphs at all: many programs leave the names out."""
        return any(self._of_page(page).values())

    def name(self, page: Any, raw: Blocks) -> int:
        """Put letters in place of those without a name, in place; how many got one. `raw` are the blocks of the page's
        text dictionary with characters. Raises as PyMuPDF does."""
        letters = self._letters_on(page)
        named = 0
        for char in (char for line in lines_in(raw) for span in line["spans"] for char in span["chars"]):
            if char["c"] == UNKNOWN:
                char["c"] = letters.pop(_place(char["origin"]), UNKNOWN)
                named += char["c"] != UNKNOWN
        return named

    def _letters_on(self, page: Any) -> dict[_Place, str]:
        """What the page's glyphs without a name are, by where they begin; the halves of a ligature share a place."""
        files: dict[str, Any] = self._of_page(page)
        found: defaultdict[_Place, str] = defaultdict(str)
        for trace in page.get_texttrace():
            file, before = files.get(_plain(trace["font"])), ""
            if file is None:
                continue
            for code, glyph, origin, _ in trace["chars"]:
                name = _glyph_name(file, glyph)
                if code == ord(UNKNOWN):
                    letters = _letters(name) or (_ALEF if before.endswith(_HALF) and _is_lam(before) else "")
                    found[_place(origin)] += letters
                before = name
        return {place: letters for place, letters in found.items() if letters}

    def _of_page(self, page: Any) -> dict[str, Any]:
        """The font files of the page by name, without those whose name two have."""
        files: dict[str, Any] = {}
        for xref, _, _, name, *_ in page.get_fonts():
            if xref not in self._files:
                self._files[xref] = self._file(xref)
            files[_plain(name)] = None if _plain(name) in files else self._files[xref]
        return files

    def _file(self, xref: int) -> Any | None:
        try:
            content = self._document.extract_font(xref)[3]
            file = pymupdf.Font(fontbuffer=content) if content else None
        except BROKEN:
            return None
        glyphs = range(1, min(file.glyph_count, _LOOKED_AT)) if file else ()
        return file if any(_letters(_glyph_name(file, glyph)) for glyph in glyphs) else None


def _place(origin: tuple[float, float]) -> _Place:
    return round(origin[0], 1), round(origin[1], 1)


def _is_lam(name: str) -> bool:
    return unicodedata.normalize("NFKC", _letters(name)) == _LAM


def _glyph_name(file: Any, glyph: int) -> str:
    return pymupdf.mupdf.fz_get_glyph_name2(file.this, glyph) or ""


def _plain(name: str) -> str:
    return _NOT_LETTERS.sub("", _SUBSET.sub("", name).casefold())


def _letters(name: str) -> str:
    """The letters that a glyph of the name draws; "" where the name does not say."""
    parts = name.partition(".")[0].split("_")
    if not all(map(_MEANT.fullmatch, parts)):
        return ""
    letters = "".join(chr(pymupdf.mupdf.fz_unicode_from_glyph_name(part)) for part in parts)
    return "" if UNKNOWN in letters else letters
