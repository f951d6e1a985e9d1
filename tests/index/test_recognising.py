"""The second pass of an import: scans are there at once, are read by OCR, and survive a kill page by page."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import psutil
import pymupdf
import pytest
from importing import enqueue, import_all, write_topic
from scanned import WORDS, scan

from index.events import DocumentAdded, DocumentRecognised, Finished, Progress
from index.importing import ImportCrashed, start_import
from index.pending import unindexed
from index.search import Searcher
from index.topics.files import load_topics
from index.topics.views import Views
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


@pytest.mark.spawned
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


def test_a_scan_whose_file_is_gone_holds_up_no_other(tmp_path: Path) -> None:
    place = home(tmp_path / "home")
    enqueue(place, [scan(tmp_path / "first.pdf"), scan(tmp_path / "second.pdf", text="Other lamps on another quay.")])
    list(start_import(place, [], by_ocr=False).events())
    with Library.open(place) as library:
        _, second = library.documents()
        library.original(second.id).unlink()
    assert [type(event) for event in import_all(place)] == [DocumentRecognised, Finished]
    with Library.open(place) as library:
        assert [document.readable_pages for document in library.documents()] == [1, 0]
    assert [type(event) for event in import_all(place)] == [Finished]


def test_a_scan_that_nobody_has_read_is_added_once_and_has_its_views(tmp_path: Path) -> None:
    place, topics = home(tmp_path / "home"), [write_topic(tmp_path / "topics")]
    enqueue(place, [scan(tmp_path / "scan.pdf")])
    events = [list(start_import(place, topics, by_ocr=False).events()) for _ in range(2)]
    told = [[type(event) for event in one if not isinstance(event, Progress)] for one in events]
    assert told == [[DocumentAdded, Finished], [Finished]]
    with Library.open(place) as library, Views(place) as views, Searcher(place) as searcher:
        (document,) = library.documents()
        assert unindexed(place, library) == []
        assert views.cached(load_topics(topics)[0], [document.id]) == ({document.id: ()}, [])
        assert searcher.search("language:en -lamp").total == searcher.search("title:scan -lamp").total == 0
