"""A quotation on a slide: short ones whole, of long ones first sentences with what limits them."""

from __future__ import annotations

from index.lessons.quoted import quotation_slide
from index.lessons.slides import QuotationSlide
from reader.library.collected import Collected, Evidence
from reader.library.records import Document
from reader.library.verdicts import Anchor
from reader.model import Block, Kind, Piece

LONG = "Our streets have been many things to many people over the years, and they will be more of them still to come."


def slide(words: str, *, lead_in: str = "", pages: tuple[int, ...] = (7,), found: bool = True) -> QuotationSlide:
    size = len(words) // len(pages)
    pieces = tuple(Piece(at * size, (at + 1) * size, page) for at, page in enumerate(pages))
    block = Block(Kind.PARAGRAPH, words, id="b", section=("Light", "Lamps"), pieces=pieces) if found else None
    item = Collected("i", "x", Anchor("b", 0, len(words), words, "", "", 0), "So.", "")
    document = Document("x", "A plan", "Lamp Party", year="2031", language="en-GB")
    spans = ((0, len(words)),) if found else ()
    return quotation_slide("q", Evidence(item, document, words, block, spans, 1, lead_in), "(2031)", {("x", "b")}, "n")


def test_a_short_quotation_stands_whole_with_its_place() -> None:
    made = slide("We will fill all lamps.", lead_in="We will not:")
    assert (made.id, made.sentence, made.cited, made.notes) == ("q", "So.", "(2031)", "n")
    assert (made.who.name, made.who.about) == ("Lamp Party", "Lamp Party, A plan, 2031")
    assert made.extract.words == made.extract.rest == "We will not: […] We will fill all lamps."
    assert (made.extract.place, made.extract.document, made.extract.block) == ("p. 7, Lamps", "x", "b")
    assert made.extract.speaks_of_violence


def test_of_a_long_one_the_rest_waits_but_not_what_limits_it() -> None:
    made = slide(f"{LONG} {LONG} Not where there are none. {LONG} {LONG}", pages=(7, 8))
    assert made.extract.cut
    assert made.extract.words == f"{LONG} {LONG} Not where there are none. […]"
    assert made.extract.rest.endswith(LONG)
    assert made.extract.place == "pp. 7–8, Lamps"


def test_words_that_were_not_found_again_have_no_place() -> None:
    made = slide("We will fill all lamps.", found=False)
    assert (made.extract.words, made.extract.place, made.extract.block) == ("We will fill all lamps.", "", "")
    assert not made.extract.speaks_of_violence
