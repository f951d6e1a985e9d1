"""What goes into the ZIP of a build, and that the page for those who run a school's computers says the same."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

import packing
from ui.version import VERSION


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as PyInstaller makes it, as far as packing knows it."""
    folder = tmp_path / "dist" / "hustings"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "base.zip").write_bytes(b"modules")
    (folder / "hustings").write_bytes(b"the program")
    (folder / "hustings").chmod(0o755)
    monkeypatch.setattr(packing, "DIST", tmp_path / "dist")
    monkeypatch.setattr(packing, "FROZEN", folder)
    return folder


def test_the_zip_is_portable_carries_its_licences_and_is_the_same_again(frozen: Path) -> None:
    first = packing.pack().read_bytes()
    os.utime(frozen / "hustings", (1, 1))
    assert packing.pack().read_bytes() == first
    assert packing.archive().name.startswith(f"hustings-{VERSION}-")
    with zipfile.ZipFile(packing.archive()) as packed:
        held = {entry.filename: entry for entry in packed.infolist()}
        top = f"hustings-{VERSION}/"
        assert all(name.startswith(top) for name in held)
        assert packed.read(f"{top}hustings") == b"the program"
        assert held[f"{top}hustings"].external_attr >> 16 & 0o111 or os.name == "nt"
        assert not held[f"{top}_internal/base.zip"].external_attr >> 16 & 0o111
        assert f"{top}portable" in held
        assert b"GNU AFFERO" in packed.read(f"{top}LICENSE.txt")
        listed = packed.read(f"{top}licences/licences.txt").decode()
    assert "PySide6_Essentials" in listed
    assert "see its own page" not in listed
    assert any(name.startswith(f"{top}licences/lxml/") for name in held)


def test_every_package_is_on_the_page_for_those_who_run_a_schools_computers() -> None:
    page = (packing.ROOT / "docs" / "for-school-computers.md").read_text(encoding="utf-8")
    missing = [
        f"{package.metadata['Name']}: {packing.licence(package)}"
        for package in packing.packages()
        if f"| {package.metadata['Name']} |" not in page
    ]
    assert missing == []
