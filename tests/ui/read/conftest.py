"""A small invented manifesto for the Read place, as blocks with pieces and as a PDF that is really read."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from printed import PAGES, printed

from reader.formats.registry import read
from reader.home import Home
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Block, Kind, Manifesto
from ui.manifesto.manifesto import OpenManifesto, opened

CHAPTERS = ("Nets and lines", "Sails", "Hulls of wood", "Oars", "Lamps at night", "Ropes", "The tides", "Winds")


@pytest.fixture
def harbour() -> OpenManifesto:
    """Nine shown blocks on pages 2 to 4 of four; one paragraph runs from page 3 to page 4."""
    blocks = [
        printed("Contents 1", (2, 40), kind=Kind.CONTENTS),
        printed("A town by the sea", (2, 60), kind=Kind.HEADING, level=1),
        printed("The harbour is where this town began, and it will not end there.", (2, 90)),
        printed("Ferries", (3, 40), kind=Kind.HEADING, level=2),
        printed("Two ferries an hour, all year.", (3, 60), kind=Kind.LIST_ITEM, level=1),
        printed("Lamps on every pier 🏮 and at the slip.", (3, 80), kind=Kind.LIST_ITEM, level=2),
        printed("17 The Harbour Manifesto", (3, 390), kind=Kind.FURNITURE),
        printed("Fares stay as they are until the new boats have come, and then", (3, 100), (3, 112), (4, 30)),
        printed("The sea gives and the sea takes.", (4, 60), kind=Kind.QUOTE),
        printed("The old pier in winter", (4, 90), kind=Kind.CAPTION),
        printed("Fishing", (4, 120), kind=Kind.HEADING, level=2),
    ]
    return opened(Document("harbour", "A town by the sea", file_name="harbour.pdf"), blocks, PAGES, (), Path("x.pdf"))


@pytest.fixture
def long() -> OpenManifesto:
    """Four hundred numbered paragraphs under ten headings, of a format without pages."""
    blocks = []
    for number in range(400):
        if number % 40 == 0:
            blocks.append(Block(Kind.HEADING, f"Part {number // 40 + 1}", 1, id=f"part {number}"))
        text = f"Paragraph {number} speaks of boats and of the weather, at the length that paragraphs have in print."
        blocks.append(Block(Kind.PARAGRAPH, text, id=f"paragraph {number}"))
    return opened(Document("long", "A long text", file_name="long.txt"), blocks)


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF of eight pages with a heading and four paragraphs of two lines each."""
    path = tmp_path_factory.mktemp("read") / "boats.pdf"
    with pymupdf.open() as file:
        for page in range(1, 9):
            sheet = file.new_page(width=420, height=595)
            sheet.insert_text((50, 60), CHAPTERS[page - 1], fontsize=20, fontname="hebo")
            for paragraph in range(4):
                first = f"On page {page} paragraph {paragraph} begins with a first full line"
                sheet.insert_text((50, 100 + 50 * paragraph), first, fontsize=10)
                sheet.insert_text((50, 112 + 50 * paragraph), "and it ends on its second line of print.", fontsize=10)
            sheet.insert_text((205, 570), str(page), fontsize=8)
        file.save(path)
    return path


@pytest.fixture(scope="session")
def read_pdf(pdf: Path) -> Manifesto:
    return read(pdf)


@pytest.fixture
def boats(folder: Home, pdf: Path, read_pdf: Manifesto) -> str:
    """The PDF in the library of the session; returns its id."""
    with Library.open(folder, durable=False) as library:
        stored = library.store(pdf, read_pdf, {"title": "Boats", "party": "Harbour Party", "colour": "#336699"})
    return stored.id


@pytest.fixture
def notes(folder: Home, tmp_path: Path) -> str:
    """A plain text in the library of the session; returns its id."""
    path = tmp_path / "notes.txt"
    path.write_text("Notes on nets\n\nNets are mended here.\n\nThey are sold there.\n", encoding="utf-8")
    with Library.open(folder, durable=False) as library:
        stored = library.store(path, read(path), {"title": "Notes on nets", "party": "Net Party"})
    return stored.id
