"""`hustings export` and `hustings import`: what coders made leaves and comes in from the command line."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sqlite3
from pathlib import Path

import docx
import openpyxl
import pytest
from marked_pdf import annotations_in, write_sheet

from reader.home import home
from reader.library import backups
from reader.library.backups import Reason
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import add_coder, rename_coder
from reader.library.coding import New, add_annotations, apply_code
from reader.library.library import Library
from reader.library.unit_edits import make_scheme
from reader.library.units import Base
from reader.library.verdicts import Selection
from reader.model import Block, Kind, Manifesto, Piece
from ui.cli.program import run

WORDS = ("Every lamp on the quay burns all night.", "- 5 % of the fishing fleet stays in the harbour.")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path) -> list[str]:
    """The arguments that name a library of two manifestos, each coded by one of two coders."""
    with Library.open(home(tmp_path / "home"), durable=False) as opened:
        opened.apply(create_code(opened, "Lamps", key="605.1", definition="What shines"))
        opened.apply(add_coder(opened, "Ann"))
        code, coders = opened.codebook().codes[0].id, opened.coders()
        for number, words in enumerate(WORDS):
            path = tmp_path / f"plan-{number}.txt"
            path.write_text(words, encoding="utf-8")
            block = Block(Kind.PARAGRAPH, words, section=("Light",), pieces=(Piece(0, len(words), 3, "iii"),))
            manifesto = Manifesto(f"Plan {number}", "en", (block,))
            document = opened.store(path, manifesto, {"party": "Lamp Society", "date": "2024-06-01", "year": "2024"})
            named = opened.blocks(document.id)[0].id
            place = Selection(named, 0, named, 10)
            opened.apply(add_annotations(opened, "Code", [New(document.id, place, code, "Why?", coders[number].id)]))
        opened.apply(make_scheme(opened, "Sentences", Base.SENTENCE, [one.id for one in opened.documents()]))
    return ["--library", str(tmp_path / "home")]


def test_annotations_are_printed_as_csv_or_written_with_the_mark_for_excel(
    library: list[str], tmp_path: Path, capsys: Capture
) -> None:
    assert run(["export", "annotations", *library]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["quote"], row["code"], row["memo"], row["page"]) for row in rows] == [
        ("Every lamp", "Lamps", "Why?", "iii"),
        ("'- 5 % of t", "Lamps", "Why?", "iii"),
    ]
    assert run(["export", "annotations", "--coder", "ann", "--bom", "--out", str(tmp_path / "a.csv"), *library]) == 0
    written = (tmp_path / "a.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert [row["coder"] for row in csv.DictReader(io.StringIO(written.decode("utf-8-sig")))] == ["Ann"]


def test_an_export_says_once_that_its_name_is_only_that_of_the_log_in(library: list[str], capsys: Capture) -> None:
    with Library.open(home(Path(library[1])), durable=False) as opened:
        name = opened.coders()[0].name
    told = f"The codes are under “{name}”, the name of the log-in: another is given in the window, Edit > Your name…\n"
    assert run(["export", "annotations", *library]) == 0
    assert capsys.readouterr().err == told
    assert run(["export", "annotations", "--coder", "Ann", *library]) == 0
    assert capsys.readouterr().err == ""
    with Library.open(home(Path(library[1])), durable=False) as opened:
        opened.apply(rename_coder(opened, opened.coders()[0].id, name))
    assert run(["export", "annotations", *library]) == 0
    assert capsys.readouterr().err == ""


def test_workbook_report_and_page_are_written(library: list[str], tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.docx", "a.html"):
        assert run(["export", "annotations", "--by", "manifesto", "--out", str(tmp_path / name), *library]) == 0
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Annotations", "Codebook", "Memos", "Units Sentences"]
    assert book["Annotations"].max_row == 3
    texts = [one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert "Every lamp (Lamp Society, 2024, p. iii)" in texts
    assert "<blockquote" in (tmp_path / "a.html").read_text("utf-8")


def test_marpor_is_a_file_for_each_manifesto(library: list[str], tmp_path: Path, capsys: Capture) -> None:
    marpor = ["export", "annotations", "--format", "marpor"]
    assert run([*marpor, "--document", "plan-0.txt", *library]) == 0
    assert capsys.readouterr().out == "text,cmp_code,eu_code\r\nEvery lamp,605.1,\r\non the quay burns all night.,,\r\n"
    assert run([*marpor, *library]) == 1
    assert "2 manifestos have codes." in capsys.readouterr().err
    assert run([*marpor, "--out", str(tmp_path / "all"), *library]) == 0
    first, second = sorted(path.name for path in (tmp_path / "all").iterdir())
    assert first == "Lamp-Society_202406.csv"
    assert second.startswith("Lamp-Society_202406_")


def test_units_and_the_codebook_leave(library: list[str], tmp_path: Path, capsys: Capture) -> None:
    assert run(["export", "units", *library]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 4
    assert {(row["state"], row["Lamps"]) for row in rows} == {("coded", "1"), ("unseen", "")}
    assert run(["export", "units", "Words", *library]) == 1
    assert "There are: “Sentences”." in capsys.readouterr().err
    assert run(["export", "codebook", "--format", "csv", *library]) == 0
    assert "What shines" in capsys.readouterr().out
    assert run(["export", "codebook", "--out", str(tmp_path / "codes.qdc"), *library]) == 0
    assert b"urn:QDA-XML:codebook:1.0" in (tmp_path / "codes.qdc").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["annotations", "--format", "qdc"], "Annotations cannot be written as QDC."),
        (["annotations", "--format", "docx"], "A terminal cannot show DOCX."),
        (["codebook", "Lamps"], "Only units have a name."),
        (["annotations", "--coder", "Nobody"], "There is no coder “Nobody”."),
        (["annotations", "--document", "Plan"], "No manifesto is called “Plan”."),
        (["annotations", "--document", "Lamp Society"], "Several manifestos are called “Lamp Society”."),
    ],
)
def test_what_cannot_leave_is_refused(library: list[str], capsys: Capture, arguments: list[str], said: str) -> None:
    assert run(["export", *arguments, *library]) == 1
    assert said in capsys.readouterr().err


def test_annotations_come_in_and_what_is_left_out_is_listed(
    library: list[str], tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "in.csv"
    path.write_text("document,quote,code,coder\nplan-0.txt,burns all night,Light,Bo\nplan-0.txt,no such words,Light,\n")
    assert run(["import", "annotations", str(path), "--dry-run", *library]) == 1
    assert run(["import", "annotations", str(path), *library]) == 1
    said = capsys.readouterr()
    line = "Taken in: 1 code or note, 1 new code of the codebook, 1 new coder (1 row was left out).\n"
    assert said.out == 2 * line
    kept = backups.copies(home(Path(library[1])).database)
    assert [one.reason for one in kept] == [Reason.IMPORT]  # nothing is kept of what was only looked at
    with contextlib.closing(sqlite3.connect(kept[0].path)) as before:
        assert before.execute("SELECT count(*) FROM annotations").fetchone() == (2,)
    assert said.err == 2 * "row 3: The words were not found in the manifesto. “no such words”\n"
    assert run(["import", "annotations", str(path), "--json", *library]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["annotations"], told["there"], told["left_out"][0]["row"], told["errors"]) == (0, 1, 3, [])


def test_a_codebook_comes_in(library: list[str], tmp_path: Path, capsys: Capture) -> None:
    assert run(["export", "codebook", "--out", str(tmp_path / "codes.qdc"), *library]) == 0
    assert run(["import", "codebook", str(tmp_path / "codes.qdc"), "--library", str(tmp_path / "other")]) == 0
    assert run(["import", "codebook", str(tmp_path / "codes.qdc"), *library]) == 0
    assert run(["import", "codebook", str(tmp_path / "nothing.qdc"), "--json", *library]) == 1
    first, second, *third = capsys.readouterr().out.split("\n", 2)
    assert first == "Taken in: 1 new code of the codebook."
    assert second == "Taken in: nothing new (1 was there already)."
    assert json.loads(third[0])["errors"][0]["code"] == "NotFound"


def test_a_copy_of_a_pdf_carries_the_codes_as_highlights_and_what_is_no_pdf_is_named(
    library: list[str], tmp_path: Path, capsys: Capture
) -> None:
    sheet = write_sheet(tmp_path / "sheet.pdf")
    assert run(["add", str(sheet), *library]) == 0
    with Library.open(home(tmp_path / "home")) as opened:
        pdf = next(one for one in opened.documents() if one.file_name == "sheet.pdf")
        block = next(block for block in opened.blocks(pdf.id) if "thousand" in block.text)
        opened.apply(
            apply_code(opened, pdf.id, Selection(block.id, 0, block.id, 10), opened.codebook().codes[0].id, "Whose?")
        )
    out = tmp_path / "copy.pdf"
    assert run(["export", "annotations", "--document", pdf.id, "--out", str(out), *library]) == 0
    assert [one["/Contents"] for one in annotations_in(out.read_bytes())] == ["Lamps\nWhose?"]
    assert run(["export", "annotations", "--format", "pdf", "--out", str(tmp_path / "all"), *library]) == 1
    assert [path.name for path in (tmp_path / "all").iterdir()] == ["sheet, annotated.pdf"]
    assert "Plan 0" in capsys.readouterr().err
