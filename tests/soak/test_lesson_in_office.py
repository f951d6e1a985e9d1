"""The lesson's PowerPoint slides as LibreOffice reads them: titles, notes, pictures in words, no name where hidden."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from a_lesson import LONG, NAMES, lesson, without_names
from lxml import etree

from index.exports.lessons.as_pptx import pptx
from index.lessons.slides import Lesson

pytestmark = pytest.mark.soak

OFFICE = shutil.which("soffice")
_SPACES = {
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


def opened(made: Lesson, folder: Path) -> etree._Element:
    """The slides as LibreOffice writes them again in its own format, as one XML file."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "lesson.pptx").write_bytes(pptx(made))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        "fodp",
        "--outdir",
        str(folder),
        str(folder / "lesson.pptx"),
    ]
    subprocess.run(command, check=True, timeout=110, capture_output=True)
    return etree.parse(folder / "lesson.fodp").getroot()


def words(of: etree._Element, path: str) -> list[str]:
    found = of.xpath(path, namespaces=_SPACES)
    assert isinstance(found, list)
    return ["".join(one.itertext()).strip() for one in found if isinstance(one, etree._Element)]


def test_libreoffice_finds_titles_notes_and_what_the_picture_shows(tmp_path: Path) -> None:
    file = opened(lesson(), tmp_path)
    titles = words(file, "//draw:page/draw:frame[@presentation:class='title']")
    pages = words(file, "//draw:page")
    assert len(titles) == len(pages)
    assert all(titles)
    assert titles[2] == "Harbours: Lamps and nets"
    notes = words(file, "//draw:page[3]/presentation:notes")
    assert "Ask who the Lamp Party would tax." in notes[0]
    assert LONG in notes[0]
    described = words(file, "//draw:frame[draw:image]/svg:desc")
    assert described == ["The Lamp Party gives harbours most words."]


def test_slides_made_hidden_hold_no_name_for_libreoffice_either(tmp_path: Path) -> None:
    whole = etree.tostring(opened(without_names(), tmp_path), encoding="unicode")
    assert [name for name in (*NAMES, "Steve Canny") if name in whole] == []
    assert "[Party A]" in whole
