"""Documents that older rules read are read again after everything new; nothing that people did is lost by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import pytest
from importing import enqueue, found, import_all, write_manifestos, write_topic

from index.events import DocumentAdded, DocumentFailed, DocumentRecognised, Event, Finished, Progress
from index.importing import ImportCrashed, start_import
from index.indexing import Indexing
from index.rereading import keep_again
from index.search import Searcher
from index.topics.files import load_topics
from index.topics.views import Views
from reader.formats.registry import read
from reader.guess import guess_fields
from reader.home import Home, home
from reader.identity import with_ids
from reader.library import edits
from reader.library.judging import set_verdict
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import Verdict
from reader.model import Block, Kind, Manifesto


@dataclass(frozen=True)
class _Topic:
    id: str = "lamps"
    version: int = 1
    name: str = "Lamps"


def _as_older_rules_read(path: Path) -> Manifesto:
    """The file as older rules read it: its passages cut in two, with a mistake in them."""
    manifesto = read(path)
    blocks = []
    for block in manifesto.blocks:
        middle = block.text.find("promise")
        text = block.text.replace("mend", "rnend")
        parts = [text] if middle < 0 else [text[: middle + 1].strip(), text[middle + 1 :].strip()]
        blocks += [Block(block.kind, part, block.level) for part in parts]
    return replace(manifesto, blocks=tuple(blocks))


def _judge(library: Library) -> None:
    """A person says of the first passage of every document that it is about lamps."""
    for document in library.documents():
        passage = next(block for block in library.blocks(document.id) if block.kind is not Kind.HEADING)
        library.apply(set_verdict(library, document.id, passage.id, _Topic(), Verdict.BELONGS))


@pytest.fixture
def place(tmp_path: Path) -> Home:
    """The home of a library of three documents, read by older rules and judged by a person."""
    made = home(tmp_path / "home")
    with Library.open(made) as library:
        for path in write_manifestos(tmp_path / "files", 3):
            library.store(path, _as_older_rules_read(path), {})
        library._connection.execute("UPDATE readings SET rules = 0")
        _judge(library)
    return made


def _texts(library: Library) -> list[list[str]]:
    return [[block.text for block in library.blocks(document.id)] for document in library.documents()]


def _is_all_well(place: Home) -> None:
    """The documents stand as the rules of now read them, with the verdicts on the words that were judged."""
    with Library.open(place) as library:
        assert library.outdated() == []
        for texts in _texts(library):
            assert len(texts) == 2
            assert "We will mend word" in texts[1]
        for document in library.documents():
            (said,) = library.annotations(document.id)
            (span,) = said.spans
            text = library.texts([span.block])[span.block]
            assert text[span.start : span.end].startswith("We will mend word")
            assert text[span.start : span.end].endswith("harbour promise0") or span.end < len(text)
    assert len(found(place, "mend")) == 3
    assert found(place, "rnend") == set()


def test_what_older_rules_read_is_read_and_indexed_again_and_verdicts_find_their_words(
    place: Home, tmp_path: Path
) -> None:
    topics = [write_topic(tmp_path / "topics")]
    events = import_all(place, topics)
    assert [type(event) for event in events] == [*[DocumentRecognised] * 3, Finished]
    assert events[-1] == Finished(0, 0)
    _is_all_well(place)
    with Library.open(place) as library, Views(place) as views:
        (topic,) = load_topics(topics)
        kept, missing = views.cached(topic, [document.id for document in library.documents()])
        assert missing == []
        blocks = {document.id: {block.id for block in library.blocks(document.id)} for document in library.documents()}
        assert all(matches and {match.block for match in matches} <= blocks[one] for one, matches in kept.items())
    assert [type(event) for event in import_all(place, topics)] == [Finished]


def test_new_files_are_read_before_old_ones_are_read_again(place: Home, tmp_path: Path) -> None:
    enqueue(place, write_manifestos(tmp_path / "more", 2, first=7))
    events = import_all(place)
    assert [type(event) for event in events] == [*[DocumentAdded] * 2, *[DocumentRecognised] * 3, Finished]


def test_ids_of_texts_that_are_the_same_stay_and_so_do_fields_that_people_entered(place: Home) -> None:
    with Library.open(place) as library:
        first = library.documents()[0]
        library.apply(edits.set_fields(library, first.id, {"title": "Lamps for all", "party": "Lamp Society"}))
        heading = library.blocks(first.id)[0]
    import_all(place)
    with Library.open(place) as library:
        assert library.blocks(first.id)[0].id == heading.id
        again = library.document(first.id)
        assert again is not None
        assert (again.title, again.party, again.file_name) == ("Lamps for all", "Lamp Society", first.file_name)
        library.undo()
        assert library.documents()[0].party == first.party


@pytest.mark.parametrize("moment", [Progress, DocumentRecognised])
@pytest.mark.spawned
def test_a_kill_at_any_moment_loses_nothing(place: Home, moment: type[Event]) -> None:
    run = start_import(place, [])
    with suppress(ImportCrashed):
        for event in run.events():
            if isinstance(event, moment):
                assert run.process_id is not None
                psutil.Process(run.process_id).kill()
    with Library.open(place) as library:
        assert all(one.found for one in library.all_annotations())
        assert len(library.all_annotations()) == 3
    import_all(place)
    _is_all_well(place)


def test_a_reading_that_fails_changes_nothing_and_is_not_tried_again(place: Home, tmp_path: Path) -> None:
    unreadable = tmp_path / "unreadable.txt"
    unreadable.write_bytes(b"\x00\x01\x02 no text at all \xff\xfe")
    with Library.open(place) as library:
        library.store(unreadable, Manifesto("Read by older rules", "en", (Block(Kind.PARAGRAPH, "Lamps."),)), {})
        library._connection.execute("UPDATE readings SET rules = 0")
        first, second, _, fourth = library.documents()
        library.original(first.id).write_bytes(b"damaged")
        library.original(second.id).unlink()
        before = _texts(library)
    assert not any(isinstance(event, DocumentFailed) for event in import_all(place))
    with Library.open(place) as library:
        after = _texts(library)
        assert [after[at] for at in (0, 1, 3)] == [before[at] for at in (0, 1, 3)]
        # An original that is not there, or not as it was, may come back.
        assert [one.id for one in library.outdated()] == [first.id, second.id]
        assert library.document(fourth.id) is not None
        assert all(one.found for one in library.all_annotations())


class _Heard:
    """Hears of the work of an Indexing."""

    def tell(self, event: DocumentAdded | DocumentRecognised) -> None:
        pass

    def expect(self, documents: int) -> None:
        pass

    def done(self, things: int) -> None:
        pass


def test_a_document_read_again_in_the_same_run_is_in_the_index_once(tmp_path: Path) -> None:
    place = home(tmp_path / "home")
    path = tmp_path / "plan.txt"
    path.write_text("The lamps on the harbour wall.", encoding="utf-8")
    with Library.open(place) as library, Indexing(place, [], _Heard()) as indexing:
        block = Block(Kind.PARAGRAPH, "The lamps on the harbour wall.")
        document = library.store(path, Manifesto("Plan", "en", (block,)), {})
        indexing.add(document, "plan.txt")
        blocks = with_ids(document.id, [Block(Kind.PARAGRAPH, "The lamps on the harbour wall and the quay.")])
        again = library.store_again(document.id, Manifesto("Plan", "en", blocks), {})
        assert again is not None
        indexing.again(again, ())
        indexing.finish()
    with Searcher(place) as searcher:
        assert searcher.search("lamps").total == searcher.search("quay").total == 1


LABOUR, CONSERVATIVE = "#e4003b", "#0087dc"
PLAN_2017 = """Labour Party manifesto 2017

We will mend the lamps of every street in the land, and a Labour government will pay for it.

General election, 8 June 2017. Promoted by Ann Quay on behalf of the Labour Party, London.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(home(tmp_path / "home")) as opened:
        yield opened


@pytest.fixture
def guessed(library: Library, tmp_path: Path) -> Document:
    """A manifesto in the library as its file lets guess it: of Labour, in its red, of 2017."""
    path = tmp_path / "labour-2017.txt"
    path.write_text(PLAN_2017, encoding="utf-8")
    manifesto = read(path)
    stored = library.store(path, manifesto, guess_fields(path, manifesto))
    assert (stored.party, stored.colour.lower(), stored.year) == ("Labour", LABOUR, "2017")
    return stored


@pytest.fixture
def read_again(library: Library, guessed: Document) -> Iterator[Callable[[], Document]]:
    """Reads it again as both the import process and OCR do; what then is known of it."""
    with Indexing(library.home, [], _Heard()) as indexing:

        def read_it() -> Document:
            keep_again(library, indexing, guessed, (), read(library.original(guessed.id)))
            again = library.document(guessed.id)
            assert again is not None
            return again

        yield read_it
        indexing.cancel()


def _is(document: Document | None, *expected: str) -> bool:
    return document is not None and (document.party, document.colour.lower()) == expected


def test_what_a_person_confirmed_speaks_for_the_fields_that_are_guessed_again(
    library: Library, guessed: Document, read_again: Callable[[], Document]
) -> None:
    values = {"party": "Conservative", "year": "2019"}
    library.apply(edits.set_fields(library, guessed.id, values, {"colour": CONSERVATIVE}))
    again = read_again()
    assert _is(again, "Conservative", CONSERVATIVE)
    assert (again.year, again.election) == ("2019", "UK general election 2019")
    assert again.confirmed == {"party", "year"}


def test_corrections_can_be_undone_and_done_again_whatever_was_read_meanwhile(
    library: Library, guessed: Document, read_again: Callable[[], Document]
) -> None:
    library.apply(edits.set_fields(library, guessed.id, {"party": "Conservative"}, {"colour": "#123456"}))
    read_again()
    library.undo()
    assert _is(library.document(guessed.id), guessed.party, guessed.colour.lower())
    library.store_again(guessed.id, read(library.original(guessed.id)), {"party": "Green", "colour": "#00ff00"})
    library.redo()
    assert _is(library.document(guessed.id), "Conservative", "#123456")
    assert _is(read_again(), "Conservative", CONSERVATIVE)


def test_guesses_that_the_rules_of_now_do_not_make_go_and_what_is_known_of_the_file_stays(
    library: Library, guessed: Document, read_again: Callable[[], Document]
) -> None:
    library._connection.execute(
        "UPDATE documents SET candidate = 'A Wrong Guess', publisher = 'Confirmed', confirmed = 'publisher',"
        " source = 'https://harbour.example', accessed = '2031-05-06'"
    )
    again = read_again()
    assert (again.candidate, again.publisher) == ("", "Confirmed")
    assert (again.source, again.accessed, again.file_name) == (
        "https://harbour.example",
        "2031-05-06",
        guessed.file_name,
    )
    assert (again.title, again.extent, again.language) == (guessed.title, guessed.extent, guessed.language)
