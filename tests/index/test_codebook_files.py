"""The codebook travels: REFI-QDA both ways, valid by its schema; our table; the Manifesto Project's categories."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from index.annotations.importing_codebook import codebook
from index.annotations.taken_in import TakenIn
from index.exports import coded
from index.exports.registry import Layout, format_called
from reader.errors import Damaged, EmptyFile, NotSupported
from reader.home import home
from reader.library.codebook_edits import create_code
from reader.library.codes import Code
from reader.library.library import Library
from ui import assets

SCHEMA = Path(__file__).resolve().parents[3] / "shared" / "refi" / "Codebook.xsd"
FIELDS = {
    "definition": "Homes,\nand “who” builds <them> & why 🏘️",
    "include": "Include flats",
    "exclude": "no tents",
    "example": "=Every family gets a home.\n\nTwo paragraphs.",
    "colour": "#cc0000",
    "key": "605.1",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(home(tmp_path / "home"), durable=False) as library:
        yield library


@pytest.fixture
def written(library: Library) -> Library:
    def add(name: str, parent: str = "", **fields: str | bool) -> str:
        edit = create_code(library, name, parent, **fields)
        library.apply(edit)
        return edit.changes[0].id

    top = add("-Society", codable=False)
    add("Lamps", add("Homes > flats", top, **FIELDS))
    add("Lamps", top, key="h")
    return library


def exported(library: Library, form: str) -> bytes:
    return format_called(form).made(coded.codebook(library, "Hustings 0"), Layout(assets.for_exports()))


def taken(library: Library, path: Path, content: str | bytes) -> TakenIn:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = codebook(library, path)
    library.apply(found.edit)
    return found


def told(library: Library) -> list[tuple[tuple[str, ...], object]]:
    book = library.codebook()
    fields = ("colour", "definition", "include", "exclude", "example", "key", "codable")
    return [(book.path(code.id), [getattr(code, field) for field in fields]) for code in book.codes]


@pytest.mark.skipif(not SCHEMA.exists(), reason="needs ../shared/refi")
def test_a_refi_qda_codebook_is_valid_by_the_standards_own_schema(written: Library) -> None:
    made = etree.fromstring(exported(written, "qdc"))
    assert etree.XMLSchema(etree.parse(SCHEMA)).validate(made)


@pytest.mark.parametrize("form", ["qdc", "csv"])
def test_a_codebook_comes_back_the_same_and_not_twice(written: Library, tmp_path: Path, form: str) -> None:
    content = exported(written, form)
    again = taken(written, tmp_path / f"again.{form}", content)
    assert (again.edit.changes, again.there, again.left_out) == ((), 4, ())
    with Library.open(home(tmp_path / "other"), durable=False) as other:
        found = taken(other, tmp_path / f"there.{form}", content)
        assert (found.codes, found.remarks, found.left_out) == (4, (), ())
        assert told(other) == told(written)
        if form == "qdc":  # ids travel
            assert {code.id for code in other.codebook().codes} == {code.id for code in written.codebook().codes}
        assert other.history()[0][-1] == f"Import 4 codes from “there.{form}”"
        other.undo()
        assert len(other.codebook()) == 0


def test_the_table_of_a_codebook_has_a_line_for_each_code(written: Library) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(written, "csv").decode(), newline="")))
    assert [row["code"] for row in rows] == [
        "'-Society",
        "'-Society > Homes > flats",
        "'-Society > Homes > flats > Lamps",
        "'-Society > Lamps",
    ]
    assert (rows[1]["key"], rows[1]["definition"], rows[0]["codable"], rows[1]["passages"]) == (
        "605.1",
        FIELDS["definition"],
        "no",
        "0",
    )


def test_a_codebook_without_a_code_cannot_leave_as_refi_qda(library: Library) -> None:
    with pytest.raises(EmptyFile):
        exported(library, "qdc")


GUID = "0f9b3f55-1d0a-4b6e-9d7e-2a5d3a6b7c8d"
TAGUETTE = f"""<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.5.2">
  <Codes>
    <Code guid="{{{GUID.upper()}}}" name="interesting" isCodable="true" color="#FA0">
      <Description>Further review</Description>
      <Code guid="no guid" name="very" isCodable="false"/>
      <Code guid="5c1f7d1e-30b7-4f0a-8f57-90b6f2a3e9c1" name="Very" isCodable="1"/>
    </Code>
    <Code guid="5c1f7d1e-30b7-4f0a-8f57-90b6f2a3e9c2" name="" isCodable="true"/>
  </Codes>
  <Sets/>
</CodeBook>"""


def test_taguettes_invalid_empty_sets_and_other_faults_do_no_harm(library: Library, tmp_path: Path) -> None:
    found = taken(library, tmp_path / "taguette.qdc", TAGUETTE)
    first, second, third = library.codebook().codes
    assert first == Code(GUID, "", "interesting", "#ffaa00", "Further review")
    assert (second.name, second.codable, third.name) == ("very", False, "Very (2)")
    assert (found.codes, len(found.left_out)) == (3, 1)
    assert found.remarks == ("“Very” is there twice: the second is “Very (2)” now.",)


BOMB = """<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="x" name="n" isCodable="true">
<Description>d&b;&f;</Description></Code></Codes></CodeBook>"""


def test_entities_of_a_codebook_are_not_followed(library: Library, tmp_path: Path) -> None:
    taken(library, tmp_path / "bomb.qdc", BOMB)
    (code,) = library.codebook().codes
    assert code.definition == "d"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("<CodeBook", Damaged),
        ("<Project xmlns='urn:QDA-XML:project:1.0'/>", NotSupported),
        (f"<CodeBook><Codes>{1000 * '<Code>'}{1000 * '</Code>'}</Codes></CodeBook>", Damaged),
        ("<CodeBook><Codes/></CodeBook>", NotSupported),
        ("  ", EmptyFile),
    ],
)
def test_what_is_no_codebook_is_refused(library: Library, tmp_path: Path, content: str, error: type) -> None:
    with pytest.raises(error):
        taken(library, tmp_path / "wrong.qdc", content)


CATEGORIES = """type,domain_code,domain_name,code,variable_name,title,description_md,label
main,6,Fabric of Society,605,per605,Law and Order: Positive,"Favourable mentions of
strict law enforcement.",Law and Order
v5,6,Fabric of Society,605.1,per605_1,Law and Order: Positive,,
main,5,Welfare and Quality of Life,504,per504,Welfare State Expansion,,
main,0,No meaningful category applies,000,peruncod,No meaningful category applies,,
main,,,H,,Heading,,
"""


@pytest.mark.parametrize("with_codes", [True, False])
def test_the_manifesto_projects_scheme_keeps_its_codes_as_text(
    library: Library, tmp_path: Path, with_codes: bool
) -> None:
    rows = list(csv.reader(io.StringIO(CATEGORIES, newline="")))
    made = io.StringIO(newline="")
    csv.writer(made).writerows(row if with_codes else row[:3] + row[4:] for row in rows)
    taken(library, tmp_path / "categories.csv", made.getvalue())
    book = library.codebook()
    assert [(book.written_path(code.id), code.key, code.codable) for code in book.codes][:6] == [
        ("6 Fabric of Society", "", False),
        ("6 Fabric of Society > 605 Law and Order: Positive", "605", True),
        ("6 Fabric of Society > 605 Law and Order: Positive > 605.1 Law and Order: Positive", "605.1", True),
        ("5 Welfare and Quality of Life", "", False),
        ("5 Welfare and Quality of Life > 504 Welfare State Expansion", "504", True),
        ("000 No meaningful category applies", "000", True),
    ]
    assert book.codes[1].definition == "Favourable mentions of\nstrict law enforcement."
    assert (book.with_key("H") is not None) is with_codes


def test_a_key_that_another_code_has_is_left_off_and_said(library: Library, tmp_path: Path) -> None:
    library.apply(create_code(library, "Homes", key="h"))
    found = taken(library, tmp_path / "codes.csv", "name,key,colour\nHospitals,H,red\nCrime > Police,p,#0a0\n")
    assert found.remarks == ("The key “H” of “Hospitals” is that of another code.",)
    codes = library.codebook().codes
    assert [(code.name, code.key) for code in codes] == [("Homes", "h"), ("Hospitals", ""), ("Crime > Police", "p")]
    assert codes[2].colour == "#00aa00"
    assert all(code.colour for code in codes), "each has a colour of its own"
