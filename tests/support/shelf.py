"""Small manifestos for tests of the window, stored as if they had been read from files."""

from __future__ import annotations

from pathlib import Path

from index import generations
from reader.home import Home
from reader.library.library import Library
from reader.model import Block, Kind, Manifesto, Page
from reader.recognition.pages import RecognisedPage


def shelve(home: Home, title: str, **fields: str) -> str:
    """Store a manifesto of one passage and two pages, one of which OCR could not read, with these guesses; its id."""
    folder = home.library.parent / "files"
    folder.mkdir(parents=True, exist_ok=True)
    file: Path = folder / f"{title}.txt"
    file.write_text(title, encoding="utf-8")
    pages = (Page(1, "1", 595, 842), Page(2, "2", 595, 842, readable=False))
    manifesto = Manifesto(title, "en", (Block(Kind.PARAGRAPH, f"{title} in a few words."),), pages)
    with Library.open(home, durable=False) as library:
        document = library.store(file, manifesto, {"title": title, **fields}).id
        unread = RecognisedPage(2, "")
        library.keep_recognised(document, unread)
        library.mark_used(document, [unread])
        # Where nothing was ever indexed, the window begins to do so by itself.
        generations.folder(home).mkdir(parents=True, exist_ok=True)
        return document
