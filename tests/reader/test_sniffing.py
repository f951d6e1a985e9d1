"""What is no manifesto is not taken for one, and a manifesto is read under any name: what is in a file decides."""

from __future__ import annotations

import json
import random
import zipfile
from pathlib import Path

import pytest
from typeset import Press, paragraph

from reader.errors import Damaged, NoText, NotSupported, UserError
from reader.formats.registry import read

WORDS = "We will light every lane of the harbour before the winter comes."
PAGE = f"<!doctype html><html><head><title>Lamps</title></head><body><p>{WORDS}</p></body></html>"
RTF = rf"{{\rtf1\ansi {WORDS}\par}}"
BOOK = {
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "b.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" '
    'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    "a.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{WORDS}</p></body></html>',
}
OPEN_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
OPEN = {
    "content.xml": f'<office:document-content xmlns:office="{OPEN_NAMES}:office:1.0" '
    f'xmlns:text="{OPEN_NAMES}:text:1.0">'
    f"<office:body><office:text><text:p>{WORDS}</text:p></office:text></office:body></office:document-content>"
}
BOOK_TYPE, OPEN_TYPE = "application/epub+zip", "application/vnd.oasis.opendocument.text"
NOISE = random.Random(3).randbytes(9_000)  # noqa: S311 - damage, not secrets


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def packed(path: Path, members: dict[str, str]) -> Path:
    """A ZIP file of which every member is compressed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("name", ["plan.html", "plan.htm", "plan.txt", "plan.doc", "plan"])
@pytest.mark.parametrize(
    "before",
    [
        "<!-- " + "x" * 9_000 + " -->",
        "<!-- one -->\n" * 2_000,
        "\n \t" * 4_000,
        "<script>" + "if (a < b) c('<p>');" * 500 + "</script>",
        "<style>" + "p { color: red }\n" * 500 + "</style>",
        "<!--[if IE]>" + "y" * 5_000 + "<![endif]--> <script src='a.js'></script>\n" + "<!-- z -->" * 700,
        "\ufeff" + " " * 5_000,
    ],
)
def test_a_page_is_read_without_its_markup_however_late_it_begins(before: str, name: str, tmp_path: Path) -> None:
    manifesto = read(write(tmp_path / name, before + PAGE))
    assert (manifesto.format, [block.text for block in manifesto.blocks]) == ("Web page", [WORDS])


@pytest.mark.parametrize(
    "content",
    [
        ("\ufeff<!-- " + "x" * 9_000 + " -->" + PAGE).encode("utf-16-le"),
        PAGE.encode("utf-16-be"),
        f'<?xml version="1.0"?><!-- {"x" * 9_000} --><html xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p></html>',
        f"<script>{'a;' * 4_000}</script><ul><li>{WORDS}</li></ul>",
        f"<title>Lamps</title><p>{WORDS}</p>",
    ],
)
def test_pages_in_utf_16_in_xml_and_in_pieces_are_pages(content: bytes | str, tmp_path: Path) -> None:
    assert [block.text for block in read(write(tmp_path / "plan.txt", content)).blocks] == [WORDS]


def test_the_encoding_that_a_page_names_behind_a_long_comment_is_gone_by(tmp_path: Path) -> None:
    page = f'<!-- {"x" * 9_000} --><html><head><meta charset="iso-8859-2"></head><p>Zażółć gęślą jaźń.</p></html>'
    assert read(write(tmp_path / "plan.html", page.encode("iso-8859-2"))).blocks[0].text == "Zażółć gęślą jaźń."


@pytest.mark.parametrize("name", ["plan.epub", "plan.zip", "plan.txt"])
@pytest.mark.parametrize("kind", [BOOK_TYPE, BOOK_TYPE + "\r\n", "application/zip", None])
def test_an_e_book_is_read_however_its_type_is_packed(kind: str | None, name: str, tmp_path: Path) -> None:
    members = BOOK if kind is None else {"mimetype": kind, **BOOK}
    assert [block.text for block in read(packed(tmp_path / name, members)).blocks] == [WORDS]


@pytest.mark.parametrize("name", ["plan.odt", "plan.zip", "plan.docx"])
@pytest.mark.parametrize("kind", [OPEN_TYPE, OPEN_TYPE + "-template", "application/zip", None])
def test_an_opendocument_text_is_read_however_its_type_is_packed(kind: str | None, name: str, tmp_path: Path) -> None:
    members = OPEN if kind is None else {**OPEN, "mimetype": kind}
    assert [block.text for block in read(packed(tmp_path / name, members)).blocks] == [WORDS]


@pytest.mark.parametrize("junk", [b"\0\1junk", b"HTTP/1.1 200 OK\r\n" * 250, b"X-A: b\r\n" * 5_000])
def test_what_stands_before_a_pdf_is_not_read_in_its_place(junk: bytes, tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    content = press.save(tmp_path / "whole.pdf").read_bytes()
    manifesto = read(write(tmp_path / "plan.pdf", junk + content))
    assert (manifesto.format, manifesto.blocks[0].text) == ("PDF", paragraph(10))


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        ("plan.doc", RTF, "Rich Text"),
        ("plan.rtf", "\ufeff" + RTF, "Rich Text"),
        ("plan.docx", PAGE, "Web page"),
        ("plan.doc", WORDS, "Plain text"),
        ("plan.txt", f"A file of this kind begins with %PDF- and a number.\n\n{WORDS}", "Plain text"),
        ("plan.txt", WORDS.encode("utf-16-le"), "Plain text"),
    ],
)
def test_what_is_in_a_file_decides_how_it_is_read(
    name: str, content: bytes | str, format_name: str, tmp_path: Path
) -> None:
    manifesto = read(write(tmp_path / name, content))
    assert (manifesto.format, manifesto.blocks[-1].text) == (format_name, WORDS)


@pytest.mark.parametrize(
    ("name", "content", "kind", "sentence", "advice"),
    [
        ("plan.pdf", WORDS, Damaged, "is called .pdf and holds nothing of that kind, only text", "Download"),
        ("plan.pdf", f"Our objective: {WORDS}", Damaged, "is called .pdf and holds nothing of that kind", "plan.txt"),
        ("plan.docx", WORDS, Damaged, "is called .docx and holds nothing of that kind", "Download"),
        ("plan.jpg", WORDS, Damaged, "is called .jpg and holds nothing of that kind", "Download"),
        ("plan.pdf", bytes(5_000), NoText, "holds nothing but zeros", "again"),
        ("plan.docx", b"PK\x03\x04" + NOISE, Damaged, "is damaged or incomplete", "again"),
        ("plan.md", NOISE, NotSupported, "is a file of an unknown kind", "Check that it is the file you meant"),
        ("plan.txt", b"\xff\xfe" + NOISE, NotSupported, "is no text in any encoding", "Check"),
        ("plan.txt", "\ufffd\ufffd \ufffd" * 90, NotSupported, "is no text in any encoding", "Check"),
        ("plan.txt", "<!-- " + "x" * 9_000 + f"--><rss><title>{WORDS}</title></rss>", NotSupported, "is an XML", "PDF"),
        ("plan.svg", f'<svg xmlns="a"><text>{WORDS}</text></svg>', NotSupported, "is an XML file", "Add the manifesto"),
        ("plan.txt", json.dumps({"plan": WORDS}), NotSupported, "is a file of data (JSON)", "Add the manifesto"),
        ("plan.jpg", b"\0\0\0\x18ftypheic" + NOISE, NotSupported, "is a picture (HEIC", "PNG, JPEG or PDF"),
        ("plan.pdf", b"ID3\x03" + NOISE, NotSupported, "is a film or a sound recording", "in writing"),
        ("plan.html", f"<!-- without an end {WORDS}", NoText, "holds no words", "Open it"),
    ],
)
def test_what_is_no_manifesto_is_refused_with_what_to_do_next(
    name: str, content: bytes | str, kind: type[UserError], sentence: str, advice: str, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as refused:
        read(write(tmp_path / name, content))
    assert type(refused.value) is kind
    assert sentence in refused.value.problem
    assert advice in refused.value.advice


def test_a_page_under_the_name_of_a_pdf_says_what_it_is(tmp_path: Path) -> None:
    (note,) = read(write(tmp_path / "plan.pdf", PAGE)).notes
    assert "holds a web page" in note


def test_a_folder_of_files_and_a_sheet_are_called_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(NotSupported, match=r"a compressed folder \(ZIP\).*Unpack it"):
        read(packed(tmp_path / "plan.docx", {"plan.txt": WORDS}))
    sheet = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", **OPEN}
    with pytest.raises(NotSupported, match="an OpenDocument spreadsheet"):
        read(packed(tmp_path / "plan.odt", sheet))


@pytest.mark.parametrize(("name", "members"), [("plan.epub", BOOK), ("plan.odt", OPEN)])
def test_a_packed_file_cut_off_is_damaged_not_unknown(name: str, members: dict[str, str], tmp_path: Path) -> None:
    whole = packed(tmp_path / "whole", {"mimetype": OPEN_TYPE, **members}).read_bytes()
    with pytest.raises(Damaged, match="is damaged or incomplete"):
        read(write(tmp_path / name, whole[:-90]))


def test_a_picture_under_another_name_waits_for_ocr(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    path = tmp_path / "plan.docx"
    path.write_bytes(press.document[0].get_pixmap().tobytes("jpg"))
    assert [page.readable for page in read(path).pages] == [False]
