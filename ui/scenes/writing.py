"""Small files that scenes write for themselves: short manifestos, long ones that take time, and broken ones."""

from __future__ import annotations

import multiprocessing
import random
import zipfile
from pathlib import Path

from ui.scenes.homes import folder

_PARTIES = (
    ("Harbour Party", "2019", "A harbour town that works"),
    ("Meadow Party", "2023", "Grow where you are planted"),
    ("Tidewater Party", "2023", "Plain dealing"),
)
_TEXT = """{title}
The manifesto of the {party} for the {year} election of Brackenmouth council (fictional)

Streets

We will mend every street lamp within a week of being told. We will ask the police to walk the quay each evening.

Homes

We will inspect the cladding of every block over six storeys, and publish what we find.
"""
_WORDS = [
    "we",
    "will",
    "build",
    "homes",
    "and",
    "mend",
    "roads",
    "with",
    "the",
    "people",
    "who",
    "live",
    "there",
    "because",
    "streets",
    "belong",
    "to",
    "everyone",
    "and",
    "every",
    "school",
    "library",
    "harbour",
    "and",
    "park",
    "deserves",
    "care",
    "before",
    "the",
    "winter",
    "comes",
    "to",
    "the",
    "town",
]
_LONG_FILES = 24
_PARAGRAPHS = 400


def short_files() -> list[Path]:
    """Three short, fictional manifestos."""
    place = folder()
    files = []
    for party, year, title in _PARTIES:
        file = place / f"{party.lower().replace(' ', '-')}-{year}.txt"
        file.write_text(_TEXT.format(title=title, party=party, year=year), encoding="utf-8")
        files.append(file)
    return files


def long_files() -> list[Path]:
    """Files long enough that reading them can be watched. Their words are drawn by chance, the same ones each time."""
    place = folder()
    chance = random.Random(1832)  # noqa: S311  # nothing here is secret
    files = []
    for number in range(_LONG_FILES):
        paragraphs = [" ".join(chance.choices(_WORDS, k=60)).capitalize() + "." for _ in range(_PARAGRAPHS)]
        file = place / f"ward-{number + 1:02d}-leaflet.txt"
        file.write_text("\n\n".join([f"Ward {number + 1}", *paragraphs]), encoding="utf-8")
        files.append(file)
    return files


def protected_files(password: str) -> list[Path]:
    """Two short manifestos as PDFs that open with this password alone."""
    place = folder()
    writer = multiprocessing.get_context("spawn").Process(target=_write_protected, args=(place, password))
    writer.start()
    writer.join()
    return sorted(place.iterdir())


def _write_protected(place: Path, password: str) -> None:
    import pymupdf  # never in the window's own process

    for party, title in (("Quarry Party", "Stone by stone"), ("Lighthouse League", "A steady light")):
        text = _TEXT.format(title=title, party=party, year="2023")
        file = place / f"{party.lower().replace(' ', '-')}-2023.pdf"
        with pymupdf.open() as document:
            page = document.new_page(width=420, height=595)
            page.insert_textbox((48, 48, 372, 547), text, fontsize=12)
            document.save(file, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password, owner_pw=password)


def broken_files() -> list[Path]:
    """Files that cannot be read, each for a reason of its own."""
    place = folder()
    (place / "empty.pdf").touch()
    (place / "cut-off.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    with zipfile.ZipFile(place / "pictures.zip", "w") as archive:
        archive.writestr("cover.png", b"\x89PNG\r\n\x1a\n")
    (place / "recording.mp3").write_bytes(b"ID3\x04\x00" + bytes(range(256)) * 8)
    return [*sorted(place.iterdir()), place / "moved-away.pdf"]
