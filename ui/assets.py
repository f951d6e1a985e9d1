"""Where the files that ship with the program are. The only module that knows; it passes paths down."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.records import FIELDS

if TYPE_CHECKING:
    from index.exports.registry import Resources

READING_FACES = ("Regular", "It", "Semibold", "SemiboldIt")


@dataclass(frozen=True, slots=True)
class Sample:
    """A manifesto that ships with the program, with what it is known to be (field names as in FIELDS)."""

    path: Path
    fields: dict[str, str]


def root() -> Path:
    """The assets folder: beside the packages, or inside the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return (Path(frozen) if frozen else Path(__file__).parent.parent) / "assets"


def topics() -> Path:
    """The folder of the topic files that ship with the program."""
    return root() / "topics"


def citation_styles() -> Path:
    """The folder of the citation styles that ship with the program."""
    return root() / "citation-styles"


def translations() -> Path:
    """The folder of the catalogues of translations that ship with the program."""
    return root() / "translations"


def help_page(name: str) -> Path:
    """The Markdown file of a page of the help."""
    return root() / "help" / f"{name}.md"


def lessons() -> Path:
    """The folder of the lessons that ship with the program."""
    return root() / "lessons"


def for_exports() -> Resources:
    """What exports are made with: the folder of templates, the faces of their type."""
    from index.exports.registry import Resources  # a start needs none

    return Resources(root() / "templates", reading_faces())


def icon(name: str) -> Path:
    """The SVG file of a monochrome icon."""
    return root() / "icons" / f"{name}.svg"


def samples() -> tuple[Sample, ...]:
    """The sample manifestos, in the order in which they are shown. Raises OSError, TOMLDecodeError."""
    folder = root() / "samples"
    listed = tomllib.loads((folder / "samples.toml").read_text(encoding="utf-8"))
    return tuple(
        Sample(folder / entry["file"], {field: str(entry[field]) for field in FIELDS if field in entry})
        for entry in listed["sample"]
    )


def reading_faces() -> tuple[Path, ...]:
    """The font files of the reading face: regular, italic, semibold, semibold italic."""
    package = importlib.util.find_spec("font_source_serif_pro")
    if package is None or package.origin is None:
        raise FileNotFoundError("font_source_serif_pro")
    folder = Path(package.origin).parent / "files"
    return tuple(folder / f"SourceSerifPro-{face}.otf" for face in READING_FACES)
