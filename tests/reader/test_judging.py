"""What people say of passages: kept with who and when, undone and withdrawn, and still there after a new reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reader.edits import Change, Edit, Row
from reader.errors import NameTaken, StaleEdit
from reader.identity import with_ids
from reader.library import edits
from reader.library.coder_edits import rename_coder
from reader.library.judging import confirm_silence, set_rows, set_statement_kind, set_verdict, withdraw
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import About, Verdict
from reader.model import Block, Kind, Manifesto

WALL = "The harbour wall will be mended before winter comes. The lamps on it are lit each night."
NETS = "Nets for the whole fishing fleet are paid for by the council, year after year."
BOATS = "Boats are painted in spring."


@dataclass(frozen=True)
class _Topic:
    id: str = "harbour"
    version: int = 1
    name: str = "Harbour"


HARBOUR = _Topic()
ANNA: Row = {"id": "anna", "name": "Anna", "colour": "", "confirmed": 1}
FLEET = _Topic("fleet", 3, "Fleet")

Read = Callable[..., Document]


def _manifesto(*texts: str) -> Manifesto:
    return Manifesto("A plan", "en", tuple(Block(Kind.PARAGRAPH, text) for text in texts), format="Plain text")


@pytest.fixture
def document(library: Library, write_file: Callable[..., Path]) -> Document:
    return library.store(write_file(), _manifesto(WALL, NETS, BOATS), {"party": "Lamp Society"})


@pytest.fixture
def read_again(library: Library, document: Document) -> Read:
    """Stores the document as read anew into these blocks."""

    def read(*texts: str, **fields: str) -> Document:
        manifesto = _manifesto(*texts)
        manifesto = replace(manifesto, blocks=with_ids(document.id, manifesto.blocks))
        stored = library.store_again(document.id, manifesto, fields)
        assert stored is not None
        return stored

    return read


def _block(library: Library, document: Document, text: str) -> str:
    return next(block.id for block in library.blocks(document.id) if block.text == text)


def _say(library: Library, document: Document, text: str, verdict: Verdict, topic: _Topic = HARBOUR) -> Edit:
    edit = set_verdict(library, document.id, _block(library, document, text), topic, verdict)
    library.apply(edit)
    return edit


def _texts(library: Library, document: Document) -> list[tuple[str, list[str]]]:
    """The value of everything said of a document, with the words at which it stands."""
    texts = {block.id: block.text for block in library.blocks(document.id)}
    return [
        (one.annotation.value, [texts[span.block][span.start : span.end] for span in one.spans])
        for one in library.annotations(document.id)
    ]


def test_a_verdict_is_kept_with_who_when_and_the_version_of_the_topic(library: Library, document: Document) -> None:
    edit = _say(library, document, NETS, Verdict.DOES_NOT_BELONG, FLEET)
    assert edit.label == "Mark a passage as not about “Fleet”"
    (one,) = library.annotations(document.id)
    said = one.annotation
    assert (said.about, said.target, said.version, said.value) == (About.TOPIC, "fleet", 3, "out")
    assert said.coder == library.coders()[0]
    assert said.made.endswith("Z")
    assert said.anchor.quote == NETS
    assert said.anchor.before.endswith("each night.\n")
    assert said.anchor.after == f"\n{BOATS}"
    assert said.anchor.offset == len(WALL) + 1
    assert library.annotations_about("fleet") == library.all_annotations() == [one]
    assert library.annotations_about("harbour") == []


def test_a_new_verdict_takes_the_place_of_the_one_before_and_undo_brings_that_back(
    library: Library, document: Document
) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    (first,) = library.annotations(document.id)
    _say(library, document, NETS, Verdict.DOES_NOT_BELONG)
    (second,) = library.annotations(document.id)
    assert (second.annotation.id, second.annotation.value) == (first.annotation.id, "out")
    assert second.annotation.made > first.annotation.made
    library.undo()
    assert library.annotations(document.id) == [first]
    library.undo()
    assert library.annotations(document.id) == []


def test_saying_the_same_again_is_no_edit_but_of_a_newer_version_it_is(library: Library, document: Document) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    assert not _say(library, document, NETS, Verdict.BELONGS).changes
    assert _say(library, document, NETS, Verdict.BELONGS, replace(HARBOUR, version=2)).changes
    assert [one.annotation.version for one in library.annotations(document.id)] == [2]


def test_passages_topics_and_what_is_said_of_them_are_kept_apart(library: Library, document: Document) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    _say(library, document, WALL, Verdict.BELONGS)
    _say(library, document, NETS, Verdict.BELONGS, FLEET)
    nets = _block(library, document, NETS)
    library.apply(set_rows(library, document.id, nets, FLEET, ["nets", "money", "nets"]))
    library.apply(confirm_silence(library, document.id, FLEET))
    assert _texts(library, document) == [
        ("in", [NETS]),
        ("in", [WALL]),
        ("in", [NETS]),
        ("money nets", [NETS]),
        ("", []),
    ]
    assert all(one.found for one in library.annotations(document.id))
    assert library.undo_label() == "Confirm that “Lamp Society” says nothing on “Fleet”"


def test_each_sentence_of_a_passage_has_a_kind_of_its_own(library: Library, document: Document) -> None:
    wall = _block(library, document, WALL)
    cut = WALL.index("The lamps")
    library.apply(set_statement_kind(library, document.id, wall, 0, cut - 1, "pledge"))
    library.apply(set_statement_kind(library, document.id, wall, cut, len(WALL), "record"))
    library.apply(set_statement_kind(library, document.id, wall, cut, len(WALL), "context"))
    assert _texts(library, document) == [("pledge", [WALL[: cut - 1]]), ("context", [WALL[cut:]])]


def test_a_silence_is_confirmed_once(library: Library, document: Document) -> None:
    library.apply(confirm_silence(library, document.id, FLEET))
    assert not confirm_silence(library, document.id, FLEET).changes
    with pytest.raises(StaleEdit):
        confirm_silence(library, "gone", FLEET)


def test_what_another_coder_said_stays(library: Library, document: Document) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    library.apply(Edit("Add a coder", (Change("coders", "anna", None, ANNA),)))
    (mine,) = library.annotations(document.id)
    row = {**library.row("annotations", mine.annotation.id), "id": "hers", "coder": "anna"}
    library.apply(Edit("Add a verdict", (Change("annotations", "hers", None, row),)))
    _say(library, document, NETS, Verdict.DOES_NOT_BELONG)
    said = [(one.annotation.coder.name, one.annotation.value) for one in library.annotations(document.id)]
    assert said == [("Anna", "in"), (library.coders()[0].name, "out")]


def test_what_was_said_can_be_withdrawn_and_that_undone(library: Library, document: Document) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    _say(library, document, WALL, Verdict.BELONGS)
    before = library.annotations(document.id)
    edit = withdraw(library, [one.annotation.id for one in before])
    assert edit.label == "Withdraw 2 verdicts"
    library.apply(edit)
    assert library.annotations(document.id) == []
    library.undo()
    assert library.annotations(document.id) == before
    with pytest.raises(StaleEdit):
        withdraw(library, ["gone"])


def test_a_coder_takes_another_name_for_all_that_was_said(library: Library, document: Document) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    (me,) = library.coders()
    library.apply(rename_coder(library, me.id, "  Bron  Hughes "))
    assert [one.annotation.coder.name for one in library.annotations(document.id)] == ["Bron Hughes"]
    library.apply(Edit("Add a coder", (Change("coders", "anna", None, ANNA),)))
    assert [one.name for one in library.coders()] == ["Bron Hughes", "Anna"]
    for name in (" ", "ANNA"):
        with pytest.raises(NameTaken):
            rename_coder(library, me.id, name)


def test_of_removed_manifestos_nothing_is_listed_until_they_come_back(library: Library, document: Document) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    library.apply(edits.remove(library, document.id))
    assert library.all_annotations() == library.annotations_about("harbour") == []
    library.undo()
    assert len(library.all_annotations()) == 1


def test_verdicts_stand_where_their_words_stand_after_a_new_reading(
    library: Library, document: Document, read_again: Read
) -> None:
    for text in (WALL, NETS, BOATS):
        _say(library, document, text, Verdict.BELONGS)
    half = WALL.index("The lamps")
    read_again(WALL[:half].strip(), WALL[half:], f"{NETS} {BOATS}")
    assert _texts(library, document) == [
        ("in", [WALL[:half].strip(), WALL[half:]]),
        ("in", [NETS]),
        ("in", [BOATS]),
    ]
    assert library.lost_annotations() == []


def test_what_is_not_found_again_is_listed_with_its_quote_and_found_when_it_comes_back(
    library: Library, document: Document, read_again: Read
) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    said = library.annotations(document.id)
    read_again(WALL, BOATS)
    (lost,) = library.lost_annotations()
    assert not lost.found
    assert lost.annotation == said[0].annotation
    assert lost.annotation.anchor.quote == NETS
    read_again(WALL, NETS, BOATS)
    assert library.lost_annotations() == []
    assert library.annotations(document.id) == said


def test_undo_and_redo_fit_after_a_new_reading(library: Library, document: Document, read_again: Read) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    _say(library, document, NETS, Verdict.DOES_NOT_BELONG)
    read_again(f"{WALL} {NETS}", BOATS)
    library.undo()
    assert _texts(library, document) == [("in", [NETS])]
    library.undo()
    assert _texts(library, document) == []
    library.redo()
    library.redo()
    assert _texts(library, document) == [("out", [NETS])]


def test_what_was_withdrawn_before_a_new_reading_is_found_when_that_is_undone(
    library: Library, document: Document, read_again: Read
) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    (one,) = library.annotations(document.id)
    library.apply(withdraw(library, [one.annotation.id]))
    read_again(f"{WALL} {NETS}", BOATS)
    library.undo()
    assert _texts(library, document) == [("in", [NETS])]


REVIEW = "We will review this."
REPEATED = ("Homes are built in every county.", REVIEW, "Trains run by night between the cities.", REVIEW, "Ends.")


def _stands_at(library: Library, document: Document) -> list[int]:
    order = [block.id for block in library.blocks(document.id)]
    return [order.index(span.block) for one in library.annotations(document.id) for span in one.spans]


def test_a_verdict_that_comes_back_after_a_new_reading_is_on_its_own_one_of_equal_sentences(
    library: Library, document: Document, read_again: Read
) -> None:
    read_again(*REPEATED)
    library.apply(set_verdict(library, document.id, library.blocks(document.id)[3].id, HARBOUR, Verdict.BELONGS))
    assert _stands_at(library, document) == [3]
    library.undo()
    read_again(REVIEW, *REPEATED)
    library.redo()
    assert _stands_at(library, document) == [4]
    library.apply(
        set_verdict(library, document.id, library.blocks(document.id)[4].id, HARBOUR, Verdict.DOES_NOT_BELONG)
    )
    assert _stands_at(library, document) == [4]


def test_a_verdict_given_while_the_document_is_read_anew_is_on_the_sentence_that_the_person_saw(
    library: Library, document: Document, read_again: Read
) -> None:
    read_again(*REPEATED)
    seen = set_verdict(library, document.id, library.blocks(document.id)[3].id, HARBOUR, Verdict.BELONGS)
    read_again(REVIEW, *REPEATED)
    library.apply(seen)
    assert _stands_at(library, document) == [4]


def test_one_verdict_on_passages_that_were_joined_takes_the_place_of_theirs(
    library: Library, document: Document, read_again: Read
) -> None:
    _say(library, document, WALL, Verdict.BELONGS)
    _say(library, document, NETS, Verdict.DOES_NOT_BELONG)
    read_again(f"{WALL} {NETS}", BOATS)
    _say(library, document, f"{WALL} {NETS}", Verdict.BELONGS)
    assert _texts(library, document) == [("in", [f"{WALL} {NETS}"])]


def test_a_verdict_on_one_half_of_a_passage_leaves_the_other_half_what_was_said_of_the_whole(
    library: Library, document: Document, read_again: Read
) -> None:
    _say(library, document, f"{WALL}", Verdict.BELONGS)
    half = WALL.index("The lamps")
    read_again(WALL[:half].strip(), WALL[half:], NETS)
    _say(library, document, WALL[half:], Verdict.DOES_NOT_BELONG)
    assert _texts(library, document) == [("in", [WALL[:half].strip(), WALL[half:]]), ("out", [WALL[half:]])]


def test_a_new_reading_guesses_anew_but_what_people_entered_stays(
    library: Library, document: Document, read_again: Read
) -> None:
    library.apply(edits.set_fields(library, document.id, {"party": "Boat Society"}))
    stored = read_again(WALL, party="Nets Society", office="Mayor")
    assert (stored.party, stored.office) == ("Boat Society", "Mayor")
    library.undo()
    found = library.document(document.id)
    assert found is not None
    assert found.party == "Lamp Society"


def test_a_correction_is_done_again_over_a_guess_that_was_made_anew_and_undo_goes_on(
    library: Library, document: Document, read_again: Read
) -> None:
    _say(library, document, NETS, Verdict.BELONGS)
    library.apply(edits.set_fields(library, document.id, {"party": "Boat Society"}))
    library.undo()
    assert read_again(WALL, NETS, party="Nets Society").party == "Nets Society"
    library.redo()
    corrected = library.document(document.id)
    assert corrected is not None
    assert corrected.party == "Boat Society"
    library.undo()
    library.undo()
    assert library.annotations(document.id) == []


def test_a_verdict_on_a_passage_that_was_read_away_says_so(
    library: Library, document: Document, read_again: Read
) -> None:
    nets = _block(library, document, NETS)
    read_again(WALL)
    with pytest.raises(StaleEdit):
        set_verdict(library, document.id, nets, HARBOUR, Verdict.BELONGS)


def test_documents_read_by_older_rules_are_known_until_they_have_been_read_and_indexed_again(
    library: Library, document: Document, read_again: Read
) -> None:
    assert library.outdated() == []
    library._connection.execute("UPDATE readings SET rules = 0")
    assert [one.id for one in library.outdated()] == [document.id]
    read_again(WALL)
    assert [one.id for one in library.outdated()] == [document.id]
    library.mark_used(document.id, [])
    assert library.outdated() == []
