"""What was marked with other programs is found by the import, taken as one edit, and asked of another copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from importing import enqueue, import_all
from marked_pdf import annotations_in, comment, highlight, on_line, write_sheet

from index.events import DocumentAdded, Event, HighlightsFound
from index.exports.annotated_pdf import AnnotatedPdf, annotated_pdfs
from reader.errors import NotSupported
from reader.home import Home, home
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code, code_document
from reader.library.highlight_edits import described, take_highlights
from reader.library.library import Library
from reader.library.memos import MemoOf
from reader.library.verdicts import Selection


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("HUSTINGS_CACHE", str(tmp_path / "cache"))
    return home(tmp_path / "home")


def _marked(path: Path) -> Path:
    """Two highlights and a comment by A. Reader, one highlight by nobody."""
    write_sheet(path)
    highlight(
        path, [on_line(0, "one hundred thousand homes")], T="A. Reader", Contents="By when?", M="D:20260102030405Z"
    )
    highlight(path, [on_line(2, "every school")], T="A. Reader")
    highlight(path, [on_line(2, "by spring")])
    comment(path, (20, 300), Contents="Read this page again", T="A. Reader")
    return path


def _read(place: Home, *paths: Path) -> list[Event]:
    enqueue(place, paths)
    return import_all(place)


def _found(events: list[Event]) -> list[HighlightsFound]:
    return [event for event in events if isinstance(event, HighlightsFound)]


def _notes(library: Library) -> set[tuple[str, str, str]]:
    """Who has marked which words, with what memo."""
    (document,) = library.documents()
    memos = {memo.subject: memo.text for memo in library.memos(MemoOf.ANNOTATION)}
    said = [one.annotation for one in library.coded(document.id)]
    return {(one.coder.name, one.anchor.quote, memos.get(one.id, "")) for one in said}


def test_highlights_of_a_pdf_are_told_of_and_taken_as_one_edit(place: Home, tmp_path: Path) -> None:
    events = _read(place, _marked(tmp_path / "marked.pdf"))
    (told,) = _found(events)
    assert (told.what, told.of_copy) == ("4 highlights by A. Reader", False)
    with Library.open(place) as library:
        (document,) = library.documents()
        me = library.coders()[0].name
        edit = take_highlights(library, [document.id])
        assert edit.label == "Take 4 highlights"
        library.apply(edit)
        assert _notes(library) == {
            ("A. Reader", "one hundred thousand homes", "By when?"),
            ("A. Reader", "every school", ""),
            (me, "by spring.", ""),
            ("A. Reader", "Another paragraph of its own stands here, far below the first.", "Read this page again"),
        }
        assert "2026-01-02T03:04:05.000000Z" in {one.annotation.made for one in library.coded(document.id)}
        assert not take_highlights(library, [document.id]).changes
        library.undo()
        assert not library.coded(document.id)
        assert len(library.coders()) == 1
        assert len(take_highlights(library, [document.id]).changes) == len(edit.changes)
    assert not _found(_read(place)), "each file is looked through once"


def test_a_copy_with_highlights_adds_no_second_manifesto(place: Home, tmp_path: Path) -> None:
    assert not _found(_read(place, write_sheet(tmp_path / "plain.pdf")))
    events = _read(place, _marked(tmp_path / "from a colleague.pdf"))
    (told,) = _found(events)
    assert told.of_copy
    assert not [event for event in events if isinstance(event, DocumentAdded)]
    with Library.open(place) as library:
        (document,) = library.documents()
        assert document.id == told.document
        assert not library.waiting()
        (file,) = library.highlighted_files(document.id)
        assert (file.source == document.id, file.answered) == (False, False)
        assert described(file.highlights) == "4 highlights by A. Reader"
        library.apply(take_highlights(library, [document.id]))
        library.answer_highlights(document.id)
        assert ("A. Reader", "every school", "") in _notes(library)
        assert [one.answered for one in library.highlighted_files(document.id)] == [True]


def test_a_copy_without_highlights_is_added_as_ever(place: Home, tmp_path: Path) -> None:
    _read(place, write_sheet(tmp_path / "plain.pdf"))
    other = tmp_path / "other.pdf"
    other.write_bytes((tmp_path / "plain.pdf").read_bytes() + b"\n% downloaded again\n")
    _read(place, other)
    with Library.open(place) as library:
        assert len(library.documents()) == 2


def test_codes_go_out_as_highlights_in_their_colours_and_come_in_again(place: Home, tmp_path: Path) -> None:
    leaflet = tmp_path / "leaflet.txt"
    leaflet.write_text("OUR PLAN\n\nWe will mend lamps.\n", encoding="utf-8")
    _read(place, write_sheet(tmp_path / "plain.pdf"), leaflet)
    with Library.open(place) as library:
        pdf, text = library.documents()
        create = create_code(library, "Housing", colour="#3366cc")
        library.apply(create)
        code = create.changes[0].id
        block = next(block for block in library.blocks(pdf.id) if "thousand" in block.text)
        for words in ("thousand homes a year for those", "homes a year"):
            at = block.text.index(words)
            library.apply(
                apply_code(library, pdf.id, Selection(block.id, at, block.id, at + len(words)), code, "Ambitious")
            )
        library.apply(code_document(library, pdf.id, code))
        library.apply(code_document(library, text.id, code))
        (_, copy), (_, refused) = annotated_pdfs(library, [pdf.id, text.id])
        me = library.coders()[0].name
        assert isinstance(copy, AnnotatedPdf)
        assert (copy.highlights, copy.left_out) == (3, 0)
        assert isinstance(refused, NotSupported)
    made = annotations_in(copy.content)
    assert [(one["/Subtype"], one["/T"], one["/Contents"]) for one in made] == [
        ("/Highlight", me, "Housing\nAmbitious"),
        ("/Highlight", me, "Housing\nAmbitious"),
        ("/Text", me, "Housing"),
    ]
    assert {tuple(round(float(part) * 255) for part in one["/C"]) for one in made} == {(0x33, 0x66, 0xCC)}
    assert len(made[0]["/QuadPoints"]) == 16, "one highlight with a quad for each line"
