"""Letters that a PDF's fonts do not name are worked out from glyph numbers and from the words around them."""

from __future__ import annotations

from itertools import islice, product
from typing import Any

from reader.formats.pdf.lines import Line, lines_of
from reader.formats.pdf.mending import UNKNOWN, Glyphs
from reader.formats.pdf.style import Styles
from reader.formats.pdf.witness import text_of

# Sentences that are read well, from which the words are known. No word in them has "fl".
KNOWN = "The next council will bring in a plan for the security of the difficult final offer of the best officer"


def page(*texts: str, font: str = "Face-Bold") -> list[dict[str, Any]]:
    """The blocks of a page's text dictionary, as far as they matter here."""
    spans = [
        {"text": text, "font": font, "size": 10.0, "flags": 0, "char_flags": 0, "color": 0,
         "bbox": (0.0, 12.0 * at, 200.0, 12.0 * at + 10), "origin": (0.0, 12.0 * at + 8)}
        for at, text in enumerate(texts)
    ]  # fmt: skip
    return [{"lines": [{"spans": [span], "dir": (1.0, 0.0)} for span in spans]}]


def garbled(text: str, glyphs: dict[str, int]) -> tuple[str, str]:
    """The text as PyMuPDF gives it without and with glyph numbers, these letters having no names."""
    unknown, numbered = text, text
    for letters, glyph in glyphs.items():
        unknown, numbered = unknown.replace(letters, UNKNOWN), numbered.replace(letters, chr(glyph))
    return unknown, numbered


def mended(texts: list[str], glyphs: dict[str, int], known: str = KNOWN) -> list[str]:
    pairs = [garbled(text, glyphs) for text in texts]
    blocks, numbered = page(*(pair[0] for pair in pairs)), page(*(pair[1] for pair in pairs))
    assert UNKNOWN in text_of(blocks)
    found = Glyphs()
    found.put_into(blocks, numbered)
    lines: list[Line] = [*lines_of(page(*known.split(". ")), 1, Styles()), *lines_of(blocks, 2, Styles())]
    found.mend(lines)
    return [line.text for line in lines if line.page == 2]


def test_letters_in_the_usual_order_of_glyphs_are_their_number_and_29() -> None:
    texts = ["The next plan", "the best council"]
    assert mended(texts, {"T": ord("T") - 29, "x": ord("x") - 29, "c": ord("c") - 29}) == texts


def test_glyphs_in_another_order_are_left_unknown_rather_than_guessed() -> None:
    assert mended(["The next plan"], {"x": ord("q") - 29}) == [f"The ne{UNKNOWN}t plan"]


def test_ligatures_are_what_makes_words_that_the_document_prints_elsewhere() -> None:
    assert mended(["a difficult officer", "the final offer"], {"ffi": 605, "fi": 606}) == [
        "a difficult officer",
        "the final offer",
    ]


def test_the_one_ligature_that_no_readable_word_has_is_the_unknown_one() -> None:
    chaff = " ".join("".join(letters) for letters in islice(product("abcdeghkmnoprstuv", repeat=4), 1600))
    texts = ["conflict and inflation", "to reflect on it", "a flexible flood", "the influence", "an inflated fleet"]
    assert mended(texts, {"fl": 565}, KNOWN + " " + chaff) == texts


def test_punctuation_is_known_by_its_place() -> None:
    texts = ["the plan – for the best", "a ‘best offer’", "the ‘next plan’", "£250 for the council"]
    assert mended(texts, {"–": 514, "‘": 518, "£": 101}, KNOWN + ". It costs £3 a head") == texts


def test_faces_of_one_family_number_their_glyphs_alike() -> None:
    found = Glyphs()
    lines: list[Line] = lines_of(page(*KNOWN.split(". ")), 1, Styles())
    for number, (text, font) in enumerate((("a difficult officer", "Face"), ("an efficient plan", "Face-Bold")), 2):
        unknown, numbered = garbled(text, {"ffi": 605})
        blocks = page(unknown, font=font)
        found.put_into(blocks, page(numbered, font=font))
        lines += lines_of(blocks, number, Styles())
    found.mend(lines)
    assert [line.text for line in lines if line.page > 1] == ["a difficult officer", "an efficient plan"]


def test_an_unknown_first_letter_is_the_one_that_makes_a_common_word() -> None:
    assert mended(["In the council"], {"I": 918}, KNOWN + ". In a plan or in an offer") == ["In the council"]
    assert mended(["In the council"], {"I": 918}, KNOWN + ". On an offer or in a plan") == [f"{UNKNOWN}n the council"]
