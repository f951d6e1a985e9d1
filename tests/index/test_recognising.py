"""The second pass of an import: scans are there at once, are read by OCR, and survive a kill page by page."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import psutil
import pymupdf
from importing import enqueue, import_all
from scanned import WORDS, scan

from index.events import DocumentAdded, DocumentRecognised, Finished, Progress
from index.importing import ImportCrashed, start_import
from index.search import Searcher
from reader.home import home
from reader.library.library import Library
from reader.passwords import Passwords


def test_a_scan_is_added_at_once_and_found_by_its_words_later(tmp_path: Path) -> None:
    place = home(tmp_path / "home")
    enqueue(place, [scan(tmp_path / "scan.pdf")])
    events = import_all(place)
    assert [type(event) for event in events] == [DocumentAdded, DocumentRecognised, Finished]
    with Library.open(place) as library:
        (document,) = library.documents()
        assert WORDS in [block.text for block in library.blocks(document.id)]
        assert document.readable_pages == document.page_count == 1
        assert document.notes == ("Page 1 was read by OCR.",)
    searcher = Searcher(place)
    assert searcher.search("lamps").total == 1
    searcher.close()
    assert [type(event) for event in import_all(place)] == [Finished]


def test_a_protected_scan_is_read_with_the_password_given_for_its_file(tmp_path: Path) -> None:
    place, path = home(tmp_path / "home"), tmp_path / "locked.pdf"
    method = pymupdf.PDF_ENCRYPT_AES_256
    pymupdf.open(scan(tmp_path / "scan.pdf")).save(path, encryption=method, user_pw="quay", owner_pw="lamp")
    enqueue(place, [path])
    events = list(start_import(place, [], Passwords().with_own(path, "quay")).events())
    assert isinstance(events[-1], Finished)
    with Library.open(place) as library:
        (document,) = library.documents()
        assert WORDS in [block.text for block in library.blocks(document.id)]


def test_ocr_that_was_killed_goes_on_with_the_pages_that_are_left(tmp_path: Path) -> None:
    place = home(tmp_path / "home")
    enqueue(place, [scan(tmp_path / "scan.pdf", 5)])
    run = start_import(place, [])
    with suppress(ImportCrashed):
        for event in run.events():
            if isinstance(event, Progress) and event.by_ocr and event.page >= 2:
                assert run.process_id is not None
                psutil.Process(run.process_id).kill()
    with Library.open(place) as library:
        (document,) = library.documents()
        kept = {page.number for page in library.recognised(document.id)}
        assert kept
        assert set(library.recognition().unseen[document.id]) == {1, 2, 3, 4, 5} - kept
        assert document.notes == ("Pages 1 to 5 are pictures that OCR has not read yet.",)
    pages = [event.page for event in start_import(place, []).events() if isinstance(event, Progress) and event.by_ocr]
    assert pages[0] == len(kept) + 1
    with Library.open(place) as library:
        (document,) = library.documents()
        assert document.notes == ("Pages 1 to 5 were read by OCR.",)
