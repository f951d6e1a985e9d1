"""Citations: each style says who, what, when and where of every kind of manifesto, and what is doubtful is told."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from index.citations.citing import Place, citations
from index.citations.reference_files import bibtex, csl_json, ris
from index.citations.styles import STYLES, NotAStyle, opened
from index.citations.works import NO_AUTHOR, doubt_sentence, doubts, work
from index.exports.publication import plain
from reader.errors import NotFound
from reader.library.records import FIELDS, Document

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "citation-styles"
BOOK = Document(
    "aa",
    "For Harbours & <Quays>",
    party="Harbour Party",
    election="General election 2019",
    year="2019",
    language="en-GB",
    source="https://harbour.example/m.pdf",
    accessed="2026-11-28",
    format="pdf",
    confirmed=frozenset(FIELDS),
)
PAGE = replace(BOOK, id="bb", title="Our plan", party="Meadow Party", year="2024", election="", format="html")
CHAPTER = Document("cc", "Safer quays", candidate="Ann Example", party="Tidewater", year="2024", extent="chapter")
MISSING = Document("dd", "", party="Skerry Party", election="Brackenmouth council 2021")
NAMELESS = Document("ee", "Some manifesto")
ALL = (
    (BOOK, Place("47–48")),
    (PAGE, Place(section="‘The quay’, para. 3")),
    (CHAPTER, Place("3")),
    (MISSING, Place("9")),
    (NAMELESS, Place()),
    (BOOK, Place("50")),
)


@pytest.fixture(params=[style.id for style in STYLES])
def cited(request: pytest.FixtureRequest) -> tuple[list[str], list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py tells of fields that it does not know
        made = citations(opened(request.param, FOLDER), ALL)
    return list(map(plain, made.each)), list(map(plain, made.bibliography))


def test_every_style_names_author_and_place_of_every_kind(cited: tuple[list[str], list[str]]) -> None:
    each, works = cited
    whole, page, chapter, missing, nameless, again = each
    assert "Harbour Party" in whole
    assert "47" in whole
    assert "Meadow Party" in page
    assert "The quay" in page
    assert "Example" in chapter
    assert "Skerry Party" in missing
    assert NO_AUTHOR in nameless
    assert "50" in again
    assert len(works) == 5
    assert any("For Harbours & <Quays>" in one and "2019" in one for one in works)
    assert any("Skerry Party manifesto, Brackenmouth council 2021".casefold() in one.casefold() for one in works)


def test_addresses_in_angle_brackets_are_no_tags_and_can_be_opened(cited: tuple[list[str], list[str]]) -> None:
    _, works = cited
    mhra = citations(opened("mhra", FOLDER), ALL[:1])
    (address,) = [run for run in mhra.each[0] if run.link]
    assert address.text == address.link == "https://harbour.example/m.pdf"
    assert all("\x01" not in one for one in works)


def test_notes_are_told_from_citations_in_the_text() -> None:
    notes = {style.id for style in STYLES if opened(style.id, FOLDER).notes}
    assert notes == {"mhra", "chicago-notes", "oscola"}


def test_first_names_are_whole_where_the_style_has_them_whole() -> None:
    made = {style.id: citations(opened(style.id, FOLDER), ALL[2:3]) for style in STYLES}
    assert all("Ann Example" in plain(made[name].each[0]) for name in ("mhra", "chicago-notes", "oscola"))
    assert plain(made["mhra"].bibliography[0]).startswith("Example, Ann,")
    assert plain(made["oscola"].bibliography[0]).startswith("Example A,")
    assert plain(made["apa"].bibliography[0]).startswith("Example, A.")


def test_what_is_missing_or_guessed_is_said() -> None:
    assert doubts(BOOK) == ()
    assert doubt_sentence(replace(BOOK, confirmed=BOOK.confirmed - {"title"})) == "The title is a guess: check it."
    assert doubt_sentence(NAMELESS) == (
        "The author is not known, the title is a guess, the year is not known: check them."
    )
    assert doubts(replace(NAMELESS, sample=True)) == ("the author is not known", "the year is not known")


def test_a_style_of_ones_own_is_used_and_what_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    own = tmp_path / "own.csl"
    own.write_bytes((FOLDER / "apa.csl").read_bytes())
    assert plain(citations(opened(str(own), FOLDER), ALL[:1]).each[0]) == "(Harbour Party, 2019, pp. 47–48)"
    for content in (b"", b"<style/>", b"words", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'):
        own.write_bytes(content)
        with pytest.raises(NotAStyle, match=r"own\.csl"):
            opened(str(own), FOLDER)
    own.write_bytes(b" " * 3_000_000)
    for missing in (own, tmp_path, tmp_path / "none.csl"):
        with pytest.raises(NotFound):
            opened(str(missing), FOLDER)


def test_a_style_that_points_to_another_names_it(tmp_path: Path) -> None:
    own = tmp_path / "own.csl"
    link = '<link href="http://styles.example/apa" rel="independent-parent"/>'
    own.write_text(f'<style xmlns="http://purl.org/net/xbiblio/csl"><info>{link}</info></style>', "utf-8")
    with pytest.raises(NotAStyle, match="only points to another style") as told:
        opened(str(own), FOLDER)
    assert "http://styles.example/apa" in told.value.advice


def test_reference_managers_get_author_title_and_date_in_their_own_formats() -> None:
    made = json.loads(csl_json([BOOK, CHAPTER]))
    assert [one["type"] for one in made] == ["book", "chapter"]
    assert made == [work(BOOK), work(CHAPTER)]
    tex = bibtex([BOOK, BOOK, CHAPTER])
    assert "@book{harbourparty2019," in tex
    assert "@book{harbourparty2019-2," in tex
    assert r"title = {{For Harbours \& <Quays>}}," in tex
    assert "author = {Example, Ann}," in tex
    lines = ris([BOOK]).split("\r\n")
    assert lines[:3] == ["TY  - BOOK", "AU  - Harbour Party", "TI  - For Harbours & <Quays>"]
    assert "Y2  - 2026/11/28" in lines
    assert lines[-3:] == ["ER  - ", "", ""]


def test_control_characters_and_line_breaks_in_fields_stay_out_of_citations() -> None:
    odd = replace(BOOK, title="Lamps\x01 and\nquays\x02")
    assert work(odd)["title"] == "Lamps and quays"
