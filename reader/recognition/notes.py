"""Says of a document that OCR read it with the data of another language, and what to install."""

from __future__ import annotations

from collections.abc import Iterable

from reader.recognition.data import data_of, folder_with, how_to_install, name_of
from reader.recognition.pages import RecognisedPage


def notes_on_language(language: str, pages: Iterable[RecognisedPage]) -> tuple[str, ...]:
    """The notes for pages with words of a document in this language (ISO 639-1): none where its data is there."""
    wanted = data_of(language)
    used = sorted({page.data for page in pages if page.lines} - {"", wanted})
    if not used or folder_with(wanted):
        return ()
    return (
        f"OCR took the text for {name_of(used[0])}, since its data for {name_of(wanted)} is missing: "
        f"expect wrong letters. {how_to_install(wanted)}",
    )
