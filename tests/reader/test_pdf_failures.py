"""What the PDF reader says of files that it cannot read, or not in whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from raw_pdf import stream, write_pages
from typeset import Press, paragraph, read, sentence, wrapped

from reader.errors import Damaged, Encrypted, NoText
from reader.formats import registry
from reader.formats.pdf.legibility import is_legible
from reader.formats.pdf.notes import Words, notes_on
from reader.recognition.recognising import recognise_page

GARBAGE = "#pg42i %%#$$%$%± 2.á #jij@Eg@gif%ij#± is$js$ <%%%%i7/'5ii;+ 32%2$2%%$$ge%5 a8 eggs;is$j, %$. ng ff>[ :It"


def test_a_password_is_asked_for_unless_the_empty_one_opens(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    options = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "owner_pw": "owner"}
    locked = press.save(tmp_path / "locked.pdf", user_pw="secret", **options)
    with pytest.raises(Encrypted) as failure:
        registry.read(locked)
    assert "password" in failure.value.problem
    assert registry.read(press.save(tmp_path / "open.pdf", user_pw="", **options)).blocks[0].text == paragraph(10)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\n"
        b"endobj\ntrailer << /Root 1 0 R >>\n",
        b"%PDF-1.4\n" + bytes(range(256)) * 40,
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n",
    ],
)
def test_a_pdf_without_readable_pages_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    with pytest.raises(Damaged) as failure:
        registry.read(path)
    assert "broken.pdf" in failure.value.problem


def test_a_file_that_loses_its_pages_while_they_are_read_is_damaged(tmp_path: Path) -> None:
    path = write_pages(tmp_path / "shrinking.pdf", [b"0 0 m 9 9 l S"])
    content = path.read_bytes()
    # The list of objects leads astray at the page's content; the repair then finds the other, empty tree of pages.
    begin = content.index(b"11 0 obj")
    content = content.replace(b"%010d 00000 n" % begin, b"%010d 00000 n" % (begin + 5))
    listed = content.index(b"xref\n0 12")
    tree = b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    content = (
        content[:listed]
        + tree
        + content[listed:].replace(b"%d\n%%%%EOF" % listed, b"%d\n%%%%EOF" % (listed + len(tree)))
    )
    path.write_bytes(content)
    with pymupdf.open(path) as document:
        assert document.page_count == 1
        document[0].get_text()
        assert document.page_count == 0
    with pytest.raises(Damaged):
        registry.read(path)


def test_what_is_left_of_a_damaged_file_is_read_with_a_note(tmp_path: Path) -> None:
    press = Press()
    for number in range(3):
        press.column(40, 60, 340, paragraph(10 * number))
        press.new_page()
    whole = press.save(tmp_path / "whole.pdf").read_bytes()
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(whole[: whole.rindex(b"xref")])
    manifesto = registry.read(broken)
    assert manifesto.blocks[0].text == paragraph(0)
    assert any("damaged" in note for note in manifesto.notes)


def test_pictures_of_pages_are_a_document_that_waits_for_ocr(tmp_path: Path) -> None:
    press = Press()
    press.image(0, 0, 420, 595)
    press.new_page()
    press.image(0, 0, 420, 595)
    manifesto = read(press, tmp_path)
    assert manifesto.blocks == ()
    assert [page.readable for page in manifesto.pages] == [False, False]
    assert manifesto.notes == ("Pages 1 and 2 are pictures that OCR has not read yet.",)


def test_blank_pages_hold_no_text(tmp_path: Path) -> None:
    with pytest.raises(NoText) as failure:
        read(Press(), tmp_path)
    assert "no text" in failure.value.problem


def test_a_page_that_is_a_picture_is_not_readable_and_a_blank_one_is(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    press.new_page()
    press.image(0, 0, 420, 595)
    press.new_page()
    manifesto = read(press, tmp_path)
    assert [page.readable for page in manifesto.pages] == [True, False, True]
    assert manifesto.notes == ("Page 2 is a picture that OCR has not read yet.",)


def test_a_page_of_garbage_is_not_readable_nor_is_a_file_of_garbage(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, GARBAGE)
    assert [page.readable for page in read(press, tmp_path).pages] == [False]
    press.new_page()
    press.column(40, 60, 340, paragraph(10))
    manifesto = read(press, tmp_path)
    assert [page.readable for page in manifesto.pages] == [False, True]
    assert "garbled" in manifesto.notes[0]


def layered(path: Path, unicode_of: Callable[[int], int]) -> Path:
    """A PDF of one page that shows print, and whose font gives each of its letters this code point."""
    letters = range(33, 127)
    pairs = "\n".join(f"<{code:02x}> <{unicode_of(code):04x}>" for code in letters)
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def 1 begincodespacerange "
        f"<00> <ff> endcodespacerange {len(letters)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )
    lines = " ".join(f"({line}) Tj T*" for line in wrapped(paragraph(10, 6), 300))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>"
    more: dict[int, str | bytes] = {3: font, 4: stream(table.encode())}
    return write_pages(path, [f"BT /F1 10 Tf 14 TL 40 550 Td {lines} ET".encode()], more)


@pytest.mark.parametrize("unicode_of", [lambda _: 0xFFFD, lambda code: code << 8, lambda code: 0xF000 + code])
def test_a_text_layer_without_letters_is_not_readable_and_ocr_reads_the_page(
    unicode_of: Callable[[int], int], tmp_path: Path
) -> None:
    path = layered(tmp_path / "plan.pdf", unicode_of)
    manifesto = registry.read(path)
    assert [page.readable for page in manifesto.pages] == [False]
    assert manifesto.notes == ("Page 1 holds garbled text that OCR has not read anew yet.",)
    seen = registry.read(path, recognised=[recognise_page(path, 1, "eng")])
    assert seen.notes == ("Page 1 was read by OCR.",)
    assert seen.blocks[0].text.startswith(sentence(10))


@pytest.mark.parametrize(
    ("text", "legible"),
    [
        (paragraph(10, 6), True),
        (GARBAGE, False),
        ("7KH QH[W ODERXU JRYHUQPHQW ZLOO EULQJ LQ D SODQ IRU VHFXULW\\ DQG HTXDOLW\\ DW ZRUN " * 5, False),
        ("12", None),
        ("Мы хотим больше безопасности для всех граждан нашей страны.", True),
        ("حَبيبي نحن نريد السلام لكل الناس في البلاد", True),
        ("\ufffd\ufffd \ufffd\ufffd\ufffd\ufffd " * 20, False),
        ("\ue001\ue002\ue003 \ue004 " * 20, False),
        (paragraph(10, 6).encode("utf-16-le").decode("utf-16-be"), False),
        ("Мы хотим больше безопасности для всех граждан.".encode("utf-16-le").decode("utf-16-be"), False),
        ("\n".join("lanes"), False),
        ("\n".join("lightthelanes"), False),
        ("\uf0b7 " + "\n\uf0b7 ".join(["We will light the lanes"] * 8), True),
        ("我们将为每一条街道点亮灯光，让所有人都感到安全。", None),
        ("2017 2018 2019 £3m £4m £5m 12% 14% 16%", True),
    ],
)
def test_legible_text_is_language_or_figures(text: str, legible: bool | None) -> None:
    assert is_legible(text) is legible


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    press.new_page()
    seen: list[tuple[int, int]] = []
    registry.read(press.save(tmp_path / "two.pdf"), on_page=lambda done, pages: seen.append((done, pages)))
    assert seen == [(1, 2), (2, 2)]


def test_notes_name_pages_as_people_do() -> None:
    notes = notes_on(
        damaged=False,
        failed=[4],
        photographs=[5],
        pictures=[1, 2, 7, 9, 10, 11],
        garbled=[3],
        recognised=[12, 13, 14],
        unrecognised=[15],
        words=Words(0, unnamed=[16], differing=[17, 19], written_on=[18]),
        turned=[20, 21],
        inside=["lamps.pdf", "quays.docx"],
    )
    assert notes == (
        "Page 4 could not be read.",
        "Page 5 shows pictures and no text.",
        "Pages 1, 2, 7 and 9 to 11 are pictures that OCR has not read yet.",
        "Page 3 holds garbled text that OCR has not read anew yet.",
        "Pages 12 to 14 were read by OCR.",
        "Page 15 could not be read by OCR.",
        "Page 16 holds letters that the file's fonts do not name, shown as \ufffd.",
        "On pages 17 and 19 the file gives other words than are printed; here are the printed ones.",
        "What readers wrote on page 18 (notes, stamps, answers in forms) is left out.",
        "Pages 20 and 21 show words set sideways, upside down or slanted that were not read.",
        "The file holds other files that were not read: “lamps.pdf”, “quays.docx”. Save them from it and add them.",
    )


@pytest.mark.parametrize("size", ["0", "0.01", "0.04"])
def test_letters_without_a_size_cost_nothing_else(tmp_path: Path, size: str) -> None:
    pages = [
        f"BT /F1 10 Tf 40 500 Td ({sentence(number)}) Tj ET BT /F1 {size} Tf 200 20 Td ({number}) Tj ET".encode()
        for number in range(1, 6)
    ]
    read_words = " ".join(block.text for block in registry.read(write_pages(tmp_path / "sizes.pdf", pages)).blocks)
    assert all(sentence(number)[:30] in read_words for number in range(1, 6))
