"""Reads the words that a page draws, where the file gives other words for them (ActualText).

Programs give words of their own for a ligature, a bullet or a blank, and some for whole paragraphs; MuPDF lays these on
the glyphs drawn one by one and loses what does not fit. So what is given for whole stretches is left out, and is a
witness only: for letters that the font does not name, and for text that is no language as drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pymupdf

from reader.directions import has_right_to_left
from reader.formats.pdf.font_names import FontNames
from reader.formats.pdf.legibility import is_legible
from reader.formats.pdf.letter_spacing import has_letters_apart, part_words
from reader.formats.pdf.lines import Line
from reader.formats.pdf.mending import UNKNOWN, Glyphs
from reader.formats.pdf.replacing import Given, drawn_after, given_in, without
from reader.formats.pdf.right_to_left import in_order
from reader.formats.pdf.witness import Blocks, keep_words_whole, letters_of, name_by, take_over, text_of

_TREE = "StructTreeRoot"
_KEY = "ActualText"
_DRAWS_A_FORM, _HAS_LIST = b" Do", re.compile(rb"/\w+\s*/\S+\s+BDC")


@dataclass(slots=True)
class _OfPage:
    """The streams that draw a page, by number, with the words given in them, and its property lists that give some."""

    streams: dict[int, bytes] = field(default_factory=dict)
    given: dict[int, list[Given]] = field(default_factory=dict)
    lists: dict[int, Given] = field(default_factory=dict)

    def all(self) -> list[Given]:
        return [*(one for given in self.given.values() for one in given), *self.lists.values()]


class DrawnText:
    """Reads pages of one document of PyMuPDF's.

    `differing` are the pages (1-based) on which the file gives other words than those drawn.
    """

    def __init__(self, document: Any) -> None:
        self._named = 0
        self.differing: list[int] = []
        self._document = document
        self._glyphs, self._fonts = Glyphs(), FontNames(document)
        self._known: dict[int, Given | None] = {}
        self._silent: set[int] = set()  # streams that give no words, of which a form may be drawn on every page
        self._tree, self._looked_through = "", False
        if document.is_pdf:
            self._leave_tree_out()

    def blocks(self, page: Any, number: int, flags: int) -> Blocks:
        """The blocks of the page's text dictionary, as drawn. Raises as PyMuPDF does."""
        of_page = self._of_page(page) if self._document.is_pdf else _OfPage()
        given = of_page.all()
        long = [one for one in given if not one.is_for_one_glyph]
        if long:
            self._set(of_page, given=False)
        blocks = _read(page, flags)
        if long or self._tree:
            blocks = self._with_names(page, flags, blocks, of_page if long else _OfPage())
        if any(letters_of(one.text) for one in given if one.is_for_one_glyph):
            keep_words_whole(blocks, _read(page, flags | pymupdf.TEXT_IGNORE_ACTUALTEXT))
        text = text_of(blocks)  # joining it takes long: mending words below changes none of what is asked of it
        self._compare(number, text, long)
        if has_letters_apart(text):
            part_words(blocks, page.get_text("rawdict", flags=flags)["blocks"])
        unnamed, right_to_left = UNKNOWN in text, has_right_to_left(text)
        if not unnamed and not right_to_left:
            return blocks
        if unnamed:
            self._glyphs.put_into(blocks, _read(page, flags | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE))
        named = unnamed and self._fonts.can_name(page)
        if not named and not right_to_left:
            return blocks
        raw = page.get_text("rawdict", flags=flags)["blocks"]
        self._named += self._fonts.name(page, raw) if named else 0
        take_over(blocks, raw)
        return in_order(raw) if right_to_left else blocks

    def mend(self, lines: Sequence[Line]) -> int:
        """Replace the letters in the document's lines that no font names by what they stand for, as far as the words
        around them tell. Returns how many were named by that, by the fonts' files and by the words given."""
        return self._named + self._glyphs.mend(lines)

    def _with_names(self, page: Any, flags: int, blocks: Blocks, of_page: _OfPage) -> Blocks:
        """The blocks with what the words given tell of letters without a name; those words where the drawn ones are no
        language and they are."""
        drawn = text_of(blocks)
        # Whether words are a language takes long to tell: it is asked only where the page itself gives others.
        illegible = bool(of_page.streams) and is_legible(drawn) is False
        if not illegible and (UNKNOWN not in drawn or not (of_page.streams or self._tree_gives_words())):
            return blocks
        self._set(of_page, given=True)
        self._set_tree(self._tree)
        other = _read(page, flags)
        self._set_tree("")
        self._set(of_page, given=False)
        if illegible and is_legible(text_of(other)):
            self._named += len(letters_of(text_of(other)))
            return other
        self._named += name_by(blocks, other)
        return blocks

    def _compare(self, number: int, drawn: str, long: Iterable[Given]) -> None:
        """Remember the page where the words of a stretch are others than those drawn."""
        texts = [letters_of(one.text) for one in long]
        if any(texts):
            letters = letters_of(drawn)
            if any(text not in letters for text in texts):
                self.differing.append(number)

    def _leave_tree_out(self) -> None:
        """Take the tree of the document's structure out of the file as it is in memory: MuPDF adds the words that it
        gives for stretches to those of the page. To look whether it gives any would take longer than to do without,
        unless a letter has no name."""
        kind, tree = self._document.xref_get_key(self._document.pdf_catalog(), _TREE)
        if kind == "xref":
            self._tree = tree
            self._set_tree("")

    def _tree_gives_words(self) -> bool:
        """Whether any element of the tree does, beyond line ends; where none does it stays out for good."""
        if self._tree and not self._looked_through:
            self._looked_through = True
            kinds = (self._document.xref_get_key(xref, _KEY) for xref in range(1, self._document.xref_length()))
            if not any(kind == "xref" or (kind == "string" and letters_of(text)) for kind, text in kinds):
                self._tree = ""
        return bool(self._tree)

    def _set_tree(self, tree: str) -> None:
        if self._tree:
            self._document.xref_set_key(self._document.pdf_catalog(), _TREE, tree or "null")

    def _of_page(self, page: Any) -> _OfPage:
        found = _OfPage()
        self._add_streams(found, page.get_contents())
        forms: list[int] = []
        if any(_DRAWS_A_FORM in stream for stream in found.streams.values()):
            forms = [xref for xref, *_ in page.get_xobjects()]
            self._add_streams(found, [xref for xref in forms if xref not in self._silent])
        if not any(_HAS_LIST.search(stream) for stream in found.streams.values()):
            return found
        for holder in (page.xref, *forms):
            for name, xref in self._property_lists(holder):
                given = self._given_by(xref)
                if given is not None:
                    found.lists[xref] = given._replace(drawn=_drawn_under(name, found.streams.values()))
        return found

    def _add_streams(self, found: _OfPage, numbers: Iterable[int]) -> None:
        for xref in numbers:
            with suppress(ValueError, RuntimeError):
                stream = self._document.xref_stream(xref) or b""
                found.streams[xref], found.given[xref] = stream, given_in(stream)
                if not found.given[xref] and not _HAS_LIST.search(stream):
                    self._silent.add(xref)

    def _property_lists(self, holder: int) -> list[tuple[str, int]]:
        """The names and numbers of the lists of properties of a page or form."""
        kind, listed = self._document.xref_get_key(holder, "Resources/Properties")
        if kind == "xref":
            listed = self._document.xref_object(int(listed.split()[0]))
        if kind not in ("xref", "dict"):
            return []
        return [(name, int(xref)) for name, xref in re.findall(r"/(\S+)\s+(\d+) 0 R", listed)]

    def _given_by(self, xref: int) -> Given | None:
        if xref not in self._known:
            kind, text = self._document.xref_get_key(xref, _KEY)
            self._known[xref] = Given(text, 0, 0) if kind == "string" else None
        return self._known[xref]

    def _set(self, of_page: _OfPage, *, given: bool) -> None:
        """Put the words given for stretches into the page as it is in memory, or take them out."""
        for xref, stream in of_page.streams.items():
            long = [one for one in of_page.given[xref] if not one.is_for_one_glyph]
            if long:
                self._document.update_stream(xref, stream if given else without(stream, long))
        for xref, one in of_page.lists.items():
            if not one.is_for_one_glyph:
                text = pymupdf.get_pdf_str(one.text) if given else "null"
                self._document.xref_set_key(xref, _KEY, text)


def _read(page: Any, flags: int) -> Blocks:
    blocks: Blocks = page.get_text("dict", flags=flags)["blocks"]
    return blocks


def _drawn_under(name: str, streams: Iterable[bytes]) -> int:
    """How many bytes of text the longest part of the streams draws that has the property list of the name."""
    begins = re.compile(rb"/" + re.escape(name.encode()) + rb"\s+BDC")
    return max((drawn_after(stream, found.end()) for stream in streams for found in begins.finditer(stream)), default=0)
