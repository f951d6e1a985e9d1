"""Which format reads a file, by what it holds; and what is said of those that none reads."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from typeset import Press, paragraph

from reader.errors import EmptyFile, NotFound, NotSupported
from reader.formats import registry
from reader.identity import document_id


def test_every_format_is_found_by_itself_and_the_choosy_ones_are_asked_first() -> None:
    names = [one.name for one in registry.formats()]
    assert {"PDF", "Plain text"} <= set(names)
    assert names.index("PDF") < names.index("Plain text")
    assert {".pdf", ".txt"} <= set(registry.suffixes())


@pytest.mark.parametrize("name", ["plan.pdf", "plan.txt", "plan", "plan.docx", "Lamps 2024 (final).PDF", "März.pdf"])
def test_the_name_of_a_pdf_does_not_matter(tmp_path: Path, name: str) -> None:
    press = Press()
    press.column(40, 60, 340, paragraph(10))
    first = registry.read(press.save(tmp_path / "first.pdf"))
    second = tmp_path / name
    second.write_bytes((tmp_path / "first.pdf").read_bytes())
    again = registry.read(second)
    assert (again.blocks, again.format) == (first.blocks, "PDF")


def test_blocks_have_ids_that_hang_on_the_files_content(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Lamps\n\nWe will light every lane.\n\nWe will light every lane.\n", "utf-8")
    first, second = (registry.read(tmp_path / name) for name in ("a.txt", "b.txt"))
    assert document_id(tmp_path / "a.txt") == document_id(tmp_path / "b.txt")
    assert [block.id for block in first.blocks] == [block.id for block in second.blocks]
    assert len({block.id for block in first.blocks}) == len(first.blocks) == 3


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"SQLite format 3\x00" + bytes(40), "a database (SQLite)"),
        (b"%!PS-Adobe-3.0\n", "a PostScript file"),
        (b"MZ\x90\x00" + bytes(60) + bytes(range(1, 32)) * 4, "a program"),
        (bytes(range(1, 9)) * 40, "a file of an unknown kind"),
    ],
)
def test_files_of_other_kinds_are_refused_by_name(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(content)
    with pytest.raises(NotSupported) as failure:
        registry.read(path)
    assert what in failure.value.problem


def test_a_zip_is_named_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "tables.bin"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(NotSupported, match="Excel"):
        registry.read(path)


def test_empty_missing_and_forbidden_files_and_folders_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    with pytest.raises(EmptyFile):
        registry.read(tmp_path / "empty.pdf")
    with pytest.raises(NotFound):
        registry.read(tmp_path / "missing.pdf")
    with pytest.raises(NotSupported):
        registry.read(tmp_path)


def test_utf_16_text_without_a_mark_is_no_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes("We will light every lane of the harbour.".encode("utf-16-le"))
    assert registry.read(path).blocks[0].text == "We will light every lane of the harbour."
