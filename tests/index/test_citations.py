"""Citations: each style says who, what, when and where of every kind of manifesto, and what is doubtful is told."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from index.citations.citing import citations
from index.citations.copied import copied
from index.citations.places import Place, Quotation
from index.citations.reference_files import bibtex, csl_json, ris
from index.citations.styles import EXAMPLE, STYLES, NotAStyle, opened
from index.citations.works import NO_AUTHOR, doubt_sentence, first_doubted, work
from index.exports.publication import plain
from reader.errors import NotFound
from reader.formats import registry
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
    format="PDF",
    confirmed=frozenset(FIELDS),
)
PAGE = replace(BOOK, id="bb", title="Our plan", party="Meadow Party", year="2024", election="", format="Web page")
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


@pytest.mark.parametrize(("name", "kind"), [("plan.html", "webpage"), ("plan.mhtml", "webpage"), ("plan.txt", "book")])
def test_a_manifesto_is_cited_as_what_it_was_read_from(tmp_path: Path, name: str, kind: str) -> None:
    page = "<html><head><title>Our plan</title></head><body><p>We will mend the quay.</p></body></html>"
    head = "From: <saved>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Location: http://h.example/\n\n"
    words = {"plan.html": page, "plan.mhtml": head + page, "plan.txt": "We will mend the quay."}[name]
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    assert work(replace(PAGE, format=registry.read(path).format))["type"] == kind


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
    assert doubt_sentence(BOOK) == ""
    assert doubt_sentence(replace(BOOK, confirmed=BOOK.confirmed - {"title"})) == "The title is a guess: check it."
    assert doubt_sentence(NAMELESS) == ("The author and the year are not known, the title is a guess: check them.")
    assert doubt_sentence(replace(NAMELESS, sample=True)) == "The author and the year are not known: check them."
    assert first_doubted(NAMELESS) == "party"
    assert first_doubted(replace(BOOK, confirmed=BOOK.confirmed - {"title"})) == "title"


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


def test_what_is_cited_in_the_list_of_works_has_no_page_and_a_paragraph_alone_is_no_section() -> None:
    for style in STYLES:
        made = citations(opened(style.id, FOLDER), [(BOOK, Place("47–48")), (PAGE, Place(section="para. 4"))])
        assert not any("47" in plain(entry) for entry in made.bibliography)
        assert "sec" not in plain(made.each[1])
        assert "4" in plain(made.each[1])


def test_a_style_in_the_text_is_copied_with_the_entry_below_and_a_note_follows_the_words() -> None:
    quotation = Quotation(BOOK, Place("4"), "Lamps & <nets>\nin two lines")
    text = copied(opened("harvard", FOLDER), [quotation])
    assert text.text.startswith(
        "“Lamps & <nets>\nin two lines” (Harbour Party, 2019, p. 4)\n\nHarbour Party (2019) For"
    )
    inner = "<p>Lamps &amp; &lt;nets&gt;</p><p>in two lines (Harbour Party, 2019, p. 4)</p>"
    assert text.html.startswith(f'<blockquote lang="en-GB">{inner}</blockquote>')
    assert "<i>For Harbours &amp; &lt;Quays&gt;</i>" in text.html
    note = copied(opened("oscola", FOLDER), [quotation, replace(quotation, words="")])
    words, first, again = note.text.split("\n\n")
    assert words == "“Lamps & <nets>\nin two lines”"
    assert first.startswith("Harbour Party, For Harbours & <Quays> (2019) 4 <https://")
    assert again == first, "each stands alone wherever it is pasted"
    assert note.html.count("<blockquote") == 1


def test_each_style_is_offered_with_what_it_makes_of_an_example() -> None:
    for style in STYLES:
        (cited,) = citations(opened(style.id, FOLDER), [(EXAMPLE.document, EXAMPLE.place)]).each
        assert plain(cited) == style.example


def test_a_style_of_ones_own_that_breaks_only_when_it_cites_is_said_to(tmp_path: Path) -> None:
    own = tmp_path / "own.csl"
    own.write_text(
        (FOLDER / "mhra-notes.csl").read_text("utf-8").replace('<macro name="title">', '<macro name="x">'), "utf-8"
    )
    with pytest.raises(NotAStyle, match=r"own\.csl"):
        citations(opened(str(own), FOLDER), ALL)


def test_readers_of_bibtex_and_ris_find_every_field_again() -> None:
    odd = replace(BOOK, id="ff", title="{Nets} & 100% \\ _quays_", source="https://harbour.example/{a}%20b")
    documents = [BOOK, odd, PAGE, CHAPTER, MISSING, NAMELESS]
    library = parse_string(bibtex(documents))
    assert not library.failed_blocks
    assert len({entry.key for entry in library.entries}) == len(documents)
    assert [entry.entry_type for entry in library.entries] == ["book", "book", "misc", "incollection", "book", "book"]
    read = [{name: field.value for name, field in entry.fields_dict.items()} for entry in library.entries]
    assert read[0]["title"] == r"{For Harbours \& <Quays>}"
    assert read[1]["url"] == "https://harbour.example/%7Ba%7D%20b"
    assert read[3]["author"] == "Example, Ann"
    assert [one.get("year") for one in read] == ["2019", "2019", "2024", "2024", "2021", None]
    records = rispy.loads(ris(documents))
    assert [one["type_of_reference"] for one in records] == ["BOOK", "BOOK", "ELEC", "CHAP", "BOOK", "BOOK"]
    assert [one["title"] for one in records] == [work(one)["title"] for one in documents]
    assert records[0]["authors"] == ["Harbour Party"]
    assert records[0]["urls"] == ["https://harbour.example/m.pdf"]
