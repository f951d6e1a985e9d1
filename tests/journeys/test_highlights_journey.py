"""A colleague sends the manifesto that is here already, with highlights: they are taken, and nothing is there twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_pdf import highlight, on_line, write_sheet

from reader.home import Home
from ui.scenes.stage import Stage


@pytest.mark.timeout(180)
def test_highlights_of_a_colleague_are_taken_from_a_copy_and_taken_back(
    stage: Stage, folder: Home, tmp_path: Path
) -> None:
    window = stage.open(folder)
    stage.settle(window)
    session, strip = window.session, window.strip
    window.places.go("library")
    session.add_files([write_sheet(tmp_path / "homes.pdf")])
    stage.settle(window)
    assert "highlights" not in strip.sentence
    (own,) = [each for each in session.library.documents() if not each.sample]
    copy = write_sheet(tmp_path / "homes, marked.pdf")
    highlight(copy, [on_line(0, "thousand homes a year"), on_line(1, "for those")], T="A. Reader", Contents="By when?")
    highlight(copy, [on_line(2, "every school")], T="A. Reader")
    session.add_files([copy])
    stage.settle(window)
    assert [each.id for each in session.library.documents() if not each.sample] == [own.id]
    assert strip.sentence == f"“{own.called}” is here already: take its 2 highlights by A. Reader?"
    window.places.go("read")
    window.places.read.open_passage(own.id)
    stage.settle(window)
    line = window.places.read.highlights
    assert line.sentence == "2 highlights by A. Reader, made in another program."
    line.take.click()
    stage.settle(window)
    assert (line.sentence, strip.sentence) == ("", "Took 2 highlights.")
    quotes = [one.quote for one in session.library.noted()]
    assert sorted(quotes) == ["every school", "thousand homes a year for those"]
    session.actions.action("undo").trigger()
    assert not session.library.noted()
    session.actions.action("read.take-highlights").trigger()
    assert len(session.library.noted()) == 2
