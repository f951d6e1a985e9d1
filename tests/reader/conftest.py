"""A library in a folder of its own, a small manifesto, and files to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.home import Home, home
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Block, Kind, Manifesto, OutlineEntry, Page, Piece, Rect, Reference

PLAN = Manifesto(
    title="A plan for Little Harbour",
    language="en",
    blocks=(
        Block(Kind.HEADING, "Safer streets", level=1, pieces=(Piece(0, 13, 1, "i", Rect(72, 90.5, 180.25, 110)),)),
        Block(
            Kind.PARAGRAPH,
            "We will light every lane. 🏘️ We will mend every lamp.",
            section=("Safer streets",),
            pieces=(
                Piece(0, 26, 1, "i", Rect(72, 120, 300, 132)),
                Piece(26, 53, 2, None, Rect(72, 60, 300, 72)),
            ),
            references=(Reference(25, "12"), Reference(53, "*")),
        ),
        Block(Kind.LIST_ITEM, "lamps", level=1, section=("Safer streets",), pieces=(Piece(0, 5),), marker="•"),
        Block(Kind.LIST_ITEM, "lamps", level=2, section=("Safer streets",), pieces=(Piece(0, 5, 2),), marker="–"),
        Block(Kind.FURNITURE, "2", pieces=()),
    ),
    pages=(Page(1, "i", 595.0, 842.0), Page(2, None, 595.0, 842.0, readable=False)),
    outline=(OutlineEntry(1, "Safer streets", 1), OutlineEntry(2, "Lamps", 2)),
    metadata={"author": "The Lamp Society"},
    notes=("Page 2 holds a picture.",),
    format="Plain text",
)

WriteFile = Callable[..., Path]
Add = Callable[[str], Document]


@pytest.fixture
def plan() -> Manifesto:
    return PLAN


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return home(tmp_path / "library")


@pytest.fixture
def library(place: Home) -> Iterator[Library]:
    with Library.open(place) as opened:
        yield opened


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Writes a file whose bytes stand for those of a manifesto."""

    def write(name: str = "plan.txt", text: str = "a plan") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def add(library: Library, plan: Manifesto, write_file: WriteFile) -> Add:
    """Adds a manifesto of this title."""

    def add_one(title: str) -> Document:
        return library.store(write_file(f"{title}.txt", title), plan, {"title": title})

    return add_one
