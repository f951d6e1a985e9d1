"""Small files that scenes write for themselves: short manifestos, long ones that take time, and broken ones."""

from __future__ import annotations

import multiprocessing
import random
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ui import assets
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
_KINDRED = {
    "skerry-party-2019": """The long shore

The manifesto of the Skerry Party for the 2019 election of Brackenmouth council (fictional)

Safer streets

We will put two police officers on foot patrol in every ward, every evening until midnight, and publish where they went.
The ferry queue is no place for a fight, so the landing will have an officer whenever a boat is due.

Homes

We will check the cladding of every tower on the shore before the first winter storm.
""",
    "skerry-party-2023": """The longer shore

The manifesto of the Skerry Party for the 2023 election of Brackenmouth council (fictional)

Safer streets

We will put three police officers on foot patrol in every ward, every evening until two, and publish where they went.

Homes

We will check the cladding of every tower on the shore before the first winter storm, and pay for what must come off.
""",
    "cormorant-party-2023": """Feathers and salt

The manifesto of the Cormorant Party for the 2023 election of Brackenmouth council (fictional)

Order on the landing

Every ward deserves police it knows by name. Officers on patrol will walk, not drive, and stay in one ward for years.

The sea

We will plant eelgrass along the breakwater.
""",
}
_WELSH = """# Golau ar y cei

Maniffesto Plaid y Goleudy ar gyfer etholiad cyngor Abergwylan 2023. Tref ddychmygol yw Abergwylan, a dychmygol yw’r
blaid hon hefyd.

## Strydoedd diogel

Byddwn yn trwsio pob lamp stryd o fewn wythnos ar ôl clywed amdani. Byddwn yn gofyn i’r heddlu gerdded y cei bob nos, ac
yn cyhoeddi bob blwyddyn beth sydd wedi newid.

Mae gan bob plentyn yr hawl i gerdded adref heb ofn. Gŵyr y bobl sy’n byw yma’n well na neb ble mae’r corneli tywyll, ac
felly eu map nhw fydd ein map ni.

## Cartrefi

Byddwn yn archwilio cladin pob bloc dros chwe llawr, ac yn dweud wrth y tenantiaid beth a welwn. Dyma beth fydd yn
dilyn:

• larwm tân sy’n gweithio ym mhob tŷ a fflat

• un rhif ffôn ar gyfer pob cwyn, a rhywun i’w ateb

• pob tŷ gwag yn ôl mewn defnydd o fewn dwy flynedd\f
## Iaith

Mae’r Gymraeg yn perthyn i bawb. Bydd pob gwasanaeth ar gael yn Gymraeg, ac ni fydd rhaid i neb ofyn amdano.

## Y môr

Byddwn yn cadw’r harbwr yn lân ac yn agored. Ni chaiff neb werthu’r cei heb i’r dref bleidleisio arno.
"""
_CAMPAIGN = (
    ("lab", "Scottish Labour", "Bread and roses, again", "The manifesto of Scottish Labour, 2021"),
    ("scan-0041", "Plaid Cymru", "A country of small towns", "Senedd election 2021. The manifesto of Plaid Cymru"),
    ("final_v3", "Quay Party", "Nets and ladders", ""),
    ("final_v4", "Quay Party", "Nets and longer ladders", ""),
    ("leaflet", "Quay Party", "Ladders for all", ""),
    ("manifesto (1)", "Green Party", "Leaves", "Green Party manifesto for the general election of 2024"),
)
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
_BODY = """Streets

We in the {party} will mend every street lamp within a week of being told. We will ask the police to walk the quay.

Homes

We will inspect the cladding of every block over six storeys, and publish what we find.
"""
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


def campaign_files() -> list[Path]:
    """Short, fictional manifestos under the names that files have; more or less can be guessed of each."""
    place = folder()
    files = []
    for name, party, title, cover in _CAMPAIGN:
        file = place / f"{name}.txt"
        file.write_text(f"{title}\n\n{cover}\n\n{_BODY.format(party=party)}", encoding="utf-8")
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


def welsh_file() -> Path:
    """A short, fictional manifesto in Welsh, as a PDF of two pages."""
    file = folder() / "goleudy-2023.pdf"
    writer = multiprocessing.get_context("spawn").Process(target=_write_welsh, args=(file, assets.reading_faces()))
    writer.start()
    writer.join()
    return file


def _write_welsh(file: Path, faces: Sequence[Path]) -> None:
    import pymupdf  # never in the window's own process

    regular, bold = (next(face for face in faces if face.stem.endswith(name)) for name in ("Regular", "Semibold"))
    with pymupdf.open() as document:
        for number, part in enumerate(_WELSH.split("\f"), start=1):
            page, top = document.new_page(width=420, height=595), 56.0
            page.insert_font("regular", regular)
            page.insert_font("bold", bold)
            for paragraph in part.strip().split("\n\n"):
                marks = len(paragraph) - len(paragraph.lstrip("#"))
                size, face = ((20, 15)[marks - 1], "bold") if marks else (11, "regular")
                box = pymupdf.Rect(48, top, 372, 547)
                spare = page.insert_textbox(box, paragraph.lstrip("# "), fontsize=size, fontname=face, lineheight=1.35)
                top = 547 - spare + (4 if paragraph.startswith("•") or marks else 10)
            page.insert_text((206, 570), str(number), fontsize=9, fontname="regular")
        document.set_metadata({"title": "Golau ar y cei"})
        document.save(file)


def broken_files() -> list[Path]:
    """Files that cannot be read, each for a reason of its own."""
    place = folder()
    (place / "empty.pdf").touch()
    (place / "cut-off.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    with zipfile.ZipFile(place / "pictures.zip", "w") as archive:
        archive.writestr("cover.png", b"\x89PNG\r\n\x1a\n")
    (place / "recording.mp3").write_bytes(b"ID3\x04\x00" + bytes(range(256)) * 8)
    return [*sorted(place.iterdir()), place / "moved-away.pdf"]


def kindred_files() -> list[Path]:
    """Three fictional manifestos that take words from each other: a party's two elections, and a rival's."""
    place = folder()
    files = []
    for name, text in _KINDRED.items():
        file = place / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        files.append(file)
    return files
