"""Manifestos whose letters lead offsets astray: signs of several code points, marks, two directions, line ends."""

from __future__ import annotations

from pathlib import Path

from typeset import Press

from reader.formats import registry
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import Selection
from reader.model import Kind

LINES = (
    "Every family 👩‍👩‍👧‍👦 gets a home 🏘️, and every home 🧑🏽‍🚒 a fire door.",
    "Cafe\u0301s and naïve cafés, A\u030angstro\u0308m, Z\u0335\u0321a\u0322lgo, and 🇬🇧 flags; =1+1 is no formula.",
    "نعد بإصلاح كل مصباح في الشارع، and then חשמל לכל בית, written both ways.",
    "-5 % for ﬁshermen of the ofﬁce, “quoted, twice” & <b>bold</b>; +44 20 @home.",
    "Every family gets a home, and every home a fire door; the lamps burn all night, year after year.",
)
# Printed lines that end in hyphens, one of which belongs to the word.
PRINTED = (
    "We will mend the har-",
    "bour wall before the winter sto-",
    "rms come, and pay for the well-",
    "known lamps on the quay of Saint Ives. The off-",
    "icers of the coast guard stay.",
)


def write_files(folder: Path) -> list[Path]:
    """The same lines as text with CRLF and a byte order mark, UTF-16, Markdown, a web page; and two printed pages."""
    paragraphs = "\n\n".join(LINES)
    made = {
        "crlf.txt": b"\xef\xbb\xbf" + paragraphs.replace("\n", "\r\n").encode(),
        "wide.txt": ("A plan\n\n" + "\n\n".join(reversed(LINES))).encode("utf-16"),
        "plan.md": ("# Our **plan**\n\n" + "\n\n".join(f"- {line}" for line in LINES) + "\n").encode(),
        "page.html": (
            '<html><head><meta charset="utf-8"><title>Plan</title></head><body><h1>Plan &amp; co</h1>'
            + "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}<br>More.</p>\r\n" for line in LINES)
            + "</body></html>"
        ).encode(),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    press = Press()
    for number, line in enumerate(PRINTED):
        press.line(60, 80 + 14 * number, line)
    press.new_page()
    for number, line in enumerate(("A second page follows, on which more", "promises stand, eight of them.")):
        press.line(60, 80 + 14 * number, line)
    return [*(folder / name for name in made), press.save(folder / "printed.pdf")]


def stored(library: Library, folder: Path) -> list[Document]:
    """The files, read by their formats and stored, each of a party of its own."""
    return [store(library, path, number) for number, path in enumerate(write_files(folder))]


def store(library: Library, path: Path, number: int = 0) -> Document:
    """One file, read by its format and stored, of the party of this number."""
    return library.store(path, registry.read(path), {"party": f"Party {number}", "year": "2019", "title": path.stem})


def selected(library: Library, place: Selection, document: str) -> str:
    """The words of a selection as they stand in the blocks, running heads left out."""
    words: list[str] = []
    within = False
    for block in library.blocks(document):
        begins, ends = block.id == place.first_block, block.id == place.last_block
        within = within or begins
        if within and block.kind is not Kind.FURNITURE:
            words.append(block.text[place.start if begins else 0 : place.end if ends else None])
        if within and ends:
            break
    return "\n".join(words)
