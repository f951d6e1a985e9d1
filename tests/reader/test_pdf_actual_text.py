"""Where a file gives words for what it draws (ActualText), the drawn words are read; those given name letters only."""

from __future__ import annotations

from pathlib import Path

import pytest
from raw_pdf import HELVETICA, stream, write_pages, write_pdf

from reader.formats import registry
from reader.model import Manifesto

LINES = (
    "We will light every lane in the old",
    "town, mend the quay by spring, and",
    "open a ferry for all who live on the",
    "islands before the year is out.",
)
FIRST, WORDS = LINES[0], " ".join(LINES)
# A font whose glyphs for x, the full stop, the comma and ! have no Unicode.
NAMELESS = (
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding"
    " << /Type /Encoding /Differences [33 /g33 44 /g44 46 /g46 120 /g120] >> >>"
)
FONTS = "/Font << /F1 3 0 R /F2 4 0 R >>"
UTF_16 = "<FEFF001B0065006E001B" + WORDS.encode("utf-16-be").hex() + ">"


def drawn(y: float, text: str, font: str = "F1") -> str:
    return f"BT /{font} 11 Tf 60 {y} Td ({text}) Tj ET "


REST = "".join(drawn(500 - 14 * at, line) for at, line in enumerate(LINES) if at)
ALL = drawn(500, FIRST) + REST
INLINE = " 0 -14 Td ".join(f"({line}) Tj" for line in LINES)


def read(folder: Path, content: str, more: dict[int, str | bytes] | None = None) -> Manifesto:
    objects: dict[int, str | bytes] = {4: NAMELESS, 9: f"<< {FONTS} >>", **(more or {})}
    return registry.read(write_pages(folder / "given.pdf", [content.encode("latin-1")], objects))


def texts(manifesto: Manifesto) -> list[str]:
    return [block.text for block in manifesto.blocks]


@pytest.mark.parametrize(
    "content",
    [
        f"/P <</ActualText ({WORDS})>> BDC {ALL} EMC",
        f"/P <</ActualText {UTF_16}>> BDC {ALL} EMC",
        f"BT /F1 11 Tf 60 500 Td /Span <</ActualText ({WORDS})>> BDC {INLINE} EMC ET",
        f"/P <</ActualText ({WORDS})>> BDC {drawn(500, FIRST)}/Span <</ActualText (town)>> BDC {REST}EMC EMC",
        f"/P <</ActualText ({FIRST})>> BDC {ALL} EMC",
        f"/P <</ActualText (We)>> BDC {ALL} EMC",
        f"/P <</ActualText ()>> BDC {ALL} EMC",
        f"/P <</ActualText <FEFFFFFD>>> BDC {ALL} EMC",
        f"/Artifact <</ActualText ( )>> BDC {ALL} EMC",
    ],
    ids=["whole", "of a language", "inline", "nested", "cut", "a word", "nothing", "unknown", "blank"],
)
def test_words_given_for_a_stretch_lose_none_of_the_drawn_ones(tmp_path: Path, content: str) -> None:
    assert texts(read(tmp_path, content)) == [WORDS]


def test_words_given_in_a_list_of_properties_lose_none(tmp_path: Path) -> None:
    resources = f"<< {FONTS} /Properties << /P1 5 0 R >> >>"
    found = read(tmp_path, f"/P /P1 BDC {ALL} EMC", {5: f"<< /ActualText ({WORDS}) >>", 9: resources})
    assert texts(found) == [WORDS]


def test_words_given_in_a_form_lose_none(tmp_path: Path) -> None:
    head = f"/Type /XObject /Subtype /Form /BBox [0 0 420 595] /Resources << {FONTS} >>"
    form = stream(f"/P <</ActualText ({WORDS})>> BDC {ALL} EMC".encode(), head)
    assert texts(read(tmp_path, "/X Do", {5: form, 9: f"<< {FONTS} /XObject << /X 5 0 R >> >>"})) == [WORDS]


@pytest.mark.parametrize("inner", ["", "/Span <</ActualText (We)>> BDC "])
def test_words_given_by_the_structure_lose_none(tmp_path: Path, inner: str) -> None:
    content = f"/P <</MCID 0>> BDC {inner}{drawn(500, FIRST)}{'EMC ' if inner else ''}{REST}EMC"
    page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /StructParents 0 /Contents 11 0 R"
    path = write_pdf(
        tmp_path / "tagged.pdf",
        {
            1: "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 20 0 R /MarkInfo << /Marked true >> >>",
            2: "<< /Type /Pages /Kids [10 0 R] /Count 1 >>",
            3: HELVETICA,
            10: f"<< {page} /Resources << /Font << /F1 3 0 R >> >> >>",
            11: stream(content.encode()),
            20: "<< /Type /StructTreeRoot /K [21 0 R] /ParentTree << /Nums [0 [21 0 R]] >> >>",
            21: f"<< /Type /StructElem /S /P /P 20 0 R /ActualText ({WORDS}) /K 0 /Pg 10 0 R >>",
        },
    )
    assert texts(registry.read(path)) == [WORDS]


@pytest.mark.parametrize(
    ("given", "rest", "read_as"),
    [("(ff)", "er", "offer"), ("(ffi)", "ce", "office"), ("<FEFF0066FB01>", "ce", "office")],
)
def test_words_given_for_a_glyph_name_it(tmp_path: Path, given: str, rest: str, read_as: str) -> None:
    content = (
        f"BT /F1 11 Tf 60 500 Td (We o) Tj /Span <</ActualText {given}>> BDC /F2 11 Tf (x) Tj EMC"
        f" /F1 11 Tf ({rest} light) Tj ET"
    )
    found = read(tmp_path, content)
    assert texts(found) == [f"We {read_as} light"]
    assert not found.notes


def test_words_given_for_a_line_name_those_of_its_letters_that_have_no_name(tmp_path: Path) -> None:
    content = (
        f"/P <</ActualText (We will fix the lamps and the boxes.)>> BDC {drawn(500, 'We will fix the lamps', 'F2')}"
    )
    found = read(tmp_path, f"{content}{drawn(486, 'and the boxes.', 'F2')}EMC")
    assert texts(found) == ["We will fix the lamps and the boxes."]
    assert found.notes == (
        "Some letters that the file's fonts do not name were worked out from the words around them.",
    )


@pytest.mark.parametrize("given", ["<FEFF00AD>", "()"])
def test_a_hyphen_for_the_line_end_joins_a_word_and_another_stays(tmp_path: Path, given: str) -> None:
    first = f"BT /F1 11 Tf 60 500 Td (We light the har) Tj /Span <</ActualText {given}>> BDC (-) Tj EMC ET "
    found = read(tmp_path, first + drawn(486, "bour and the twenty-") + drawn(472, "first harbour."))
    assert texts(found) == ["We light the harbour and the twenty-first harbour."]


def test_a_letter_given_for_itself_cuts_no_word(tmp_path: Path) -> None:
    content = (
        "BT /F1 11 Tf 60 500 Td (Wij willen ) Tj /Span <</ActualText <FEFF00650065>>> BDC 54 0 Td (ee) Tj EMC"
        " (n haven) Tj ET"
    )
    assert texts(read(tmp_path, content)) == ["Wij willen een haven"]


def test_a_bullet_given_for_a_letter_is_a_bullet(tmp_path: Path) -> None:
    items = "".join(
        f"BT /F1 11 Tf 60 {y} Td /Span <</ActualText <FEFF2022>>> BDC (o) Tj EMC ( {text}) Tj ET "
        for y, text in ((500, "Light the lanes"), (470, "Mend the quay"), (440, "Widen the bridge"))
    )
    found = read(tmp_path, items)
    assert texts(found) == ["Light the lanes", "Mend the quay", "Widen the bridge"]
    assert [block.marker for block in found.blocks] == ["•"] * 3


@pytest.mark.parametrize(
    ("given", "differs"), [(WORDS, False), (WORDS.replace("quay", "pier"), True), (WORDS + " Never again.", True)]
)
def test_a_note_says_where_the_words_given_are_others(tmp_path: Path, given: str, differs: bool) -> None:
    found = read(tmp_path, f"/P <</ActualText ({given})>> BDC {ALL} EMC")
    note = "On page 1 the file gives other words than are printed; here are the printed ones."
    assert texts(found) == [WORDS]
    assert found.notes == ((note,) if differs else ())


def test_full_stops_and_commas_without_a_name_are_known_by_what_follows_them(tmp_path: Path) -> None:
    lines = ("We light lanes. And more of them, for all.", "The plan is new. It costs 3.5 crowns, or", "so.")
    found = read(tmp_path, "".join(drawn(500 - 14 * at, line, "F2") for at, line in enumerate(lines)))
    assert texts(found) == [" ".join(lines)]


def test_letters_that_nothing_names_are_told_of(tmp_path: Path) -> None:
    found = read(tmp_path, drawn(500, "Lamps!for all!and quays", "F2"))
    assert texts(found) == ["Lamps\ufffdfor all\ufffdand quays"]
    assert found.notes == ("Page 1 holds letters that the file's fonts do not name, shown as \ufffd.",)
