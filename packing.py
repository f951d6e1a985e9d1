"""Puts the frozen program into a ZIP that runs where it is unpacked, with its licences: the last step of a build.

    .venv/bin/python packing.py

The ZIP is portable: the file `portable` in it says that the program's data lie beside it. Who installs the program for
a whole machine takes that file away. The same build gives the same ZIP, byte for byte.
"""

from __future__ import annotations

import platform
import re
import stat
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from reader.home import DATA, PORTABLE
from ui.version import VERSION

ROOT = Path(__file__).resolve().parent
DIST = ROOT / "dist"
FROZEN = DIST / "hustings"

# A file's own time would make each build another.
_TIME = (1980, 1, 1, 0, 0, 0)
_PINNED = re.compile(r"^([\w.-]+)==", re.MULTILINE)
# In the lock for the sake of the set-up; no part of the program.
_OF_THE_SETUP = {"editables", "hatchling", "packaging", "pathspec", "pluggy", "trove-classifiers"}
_LICENCE = re.compile(r"(licen[cs]es?|copying|notice|ofl)([.-].*)?", re.IGNORECASE)

_PORTABLE = f"""\
This file makes Hustings portable: your library, settings and logs lie in the folder “{DATA}” beside it, and nothing is
left on the computer. Take this file away and Hustings keeps them among your own files on the computer instead.
"""
_QT = "PySide6, Shiboken and Qt: https://code.qt.io, licence texts at https://doc.qt.io/qt-6/licensing.html"


def archive() -> Path:
    """Where the ZIP of this version for this system is, made or not."""
    system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    return DIST / f"hustings-{VERSION}-{system}-{platform.machine().lower()}.zip"


def pack() -> Path:
    """Make the ZIP of what PyInstaller froze. Raises OSError."""
    made = archive()
    unfinished = made.with_suffix(".new")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content, mode in sorted(_entries()):
            entry = zipfile.ZipInfo(f"hustings-{VERSION}/{name}", _TIME)
            entry.create_system = 3  # Unix, on every system: what may be run stays so
            entry.external_attr = (stat.S_IFREG | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content if isinstance(content, bytes) else content.read_bytes())
    unfinished.replace(made)
    return made


def _entries() -> Iterator[tuple[str, Path | bytes, int]]:
    """What goes into the ZIP: the name, the file or its bytes, who may do what with it."""
    for file in FROZEN.rglob("*"):
        if file.is_file():
            yield file.relative_to(FROZEN).as_posix(), file, 0o755 if file.stat().st_mode & stat.S_IXUSR else 0o644
    yield PORTABLE, _PORTABLE.encode(), 0o644
    yield "LICENSE.txt", ROOT / "LICENSE", 0o644
    table = []
    for package in packages():
        name = package.metadata["Name"]
        table.append(f"{name} {package.version}: {licence(package)}")
        for held in package.files or ():
            if _LICENCE.fullmatch(held.name) and any(part.endswith(".dist-info") for part in held.parts):
                yield f"licences/{name}/{held.name}", Path(str(held.locate())), 0o644
    own = [f"Hustings {VERSION}: AGPL-3.0-or-later", f"Python {platform.python_version()}: PSF-2.0"]
    listed = "\n".join([*own, "", *sorted(table, key=str.casefold), "", _QT, ""])
    yield "licences/licences.txt", listed.encode(), 0o644


def packages() -> Iterator[Distribution]:
    """The packages that are in the program, as they are installed here."""
    for name in _PINNED.findall((ROOT / "requirements.lock").read_text(encoding="utf-8")):
        if name not in _OF_THE_SETUP:
            try:
                yield distribution(name)
            except PackageNotFoundError:
                continue  # one for another system


def licence(package: Distribution) -> str:
    """What a package says of its licence, in one line."""
    said = {field: package.metadata.get_all(field) or [] for field in ("License-Expression", "License", "Classifier")}
    classified = [each.rpartition("::")[2].strip() for each in said["Classifier"] if each.startswith("License ::")]
    named = next(iter((*said["License-Expression"], *said["License"])), ", ".join(classified))
    return " ".join(named.split()) or "see its own page"


if __name__ == "__main__":
    sys.stdout.write(f"{pack().relative_to(ROOT)}\n")
