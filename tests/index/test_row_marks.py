"""Marks of rows are edits like verdicts: one for each coder, row and manifesto, changed, taken back and undone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.comparison import compare
from index.exports.comparing import passages_sheet, publication
from index.exports.comparison_json import comparison_values
from index.exports.markdown import markdown
from index.exports.scorecard import scorecard_sheet
from index.exports.shown import Shown
from index.marks import has_marks, mark_in_words, with_marks
from index.said import said_of
from index.topics.model import Subtopic, Topic, TopicQuery
from index.verdict_list import Standing, listed
from reader.errors import StaleEdit
from reader.library.library import Library
from reader.library.row_marks import Mark, mark_row, row_mark, unmark_row

TOPIC = Topic(
    "charter",
    2,
    "Harbour charter",
    "#123456",
    "",
    (TopicQuery("lamp quay", subtopics=("lamps",)), TopicQuery("nylon", subtopics=("nets",))),
    subtopics=(Subtopic("lamps", "Mend the lamps"), Subtopic("nets", "Ban nylon")),
)


@dataclass(frozen=True)
class Shelf:
    indexed: Indexed
    library: Library

    @property
    def first(self) -> str:
        return self.indexed.documents[0].id

    def marks(self) -> list[tuple[str, str, str]]:
        found = (row_mark(one.annotation) for one in self.library.annotations(self.first))
        return [(one.row, one.mark.value, one.reason) for one in found if one is not None]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    indexed = Indexed(
        tmp_path, Written("We will mend every lamp of the quay."), Written("Nothing of the kind.", "Hill Party")
    )
    return Shelf(indexed, Library.open(indexed.home, durable=False))


def test_a_mark_with_its_reason_is_kept_changed_and_undone(shelf: Shelf) -> None:
    library = shelf.library
    library.apply(mark_row(library, shelf.first, TOPIC, "lamps", Mark.MET, "  every\n lamp "))
    assert shelf.marks() == [("lamps", "met", "every lamp")]
    library.apply(mark_row(library, shelf.first, TOPIC, "lamps", Mark.PARTLY))
    library.apply(mark_row(library, shelf.first, TOPIC, "nets", Mark.SILENT))
    assert sorted(shelf.marks()) == [("lamps", "partly", ""), ("nets", "silent", "")]
    assert mark_row(library, shelf.first, TOPIC, "nets", Mark.SILENT).changes == ()
    library.undo()
    library.undo()
    assert shelf.marks() == [("lamps", "met", "every lamp")]
    library.apply(unmark_row(library, shelf.first, TOPIC, "lamps"))
    assert shelf.marks() == []
    library.undo()
    assert shelf.marks() == [("lamps", "met", "every lamp")]
    assert unmark_row(library, shelf.first, TOPIC, "nets").changes == ()


def test_a_manifesto_that_is_gone_cannot_be_marked(shelf: Shelf) -> None:
    with pytest.raises(StaleEdit):
        mark_row(shelf.library, "none", TOPIC, "lamps", Mark.MET)


def test_a_mark_stands_in_its_cell_is_listed_and_leaves_as_a_scorecard(shelf: Shelf) -> None:
    library, documents = shelf.library, shelf.indexed.documents
    views = shelf.indexed.views(TOPIC)
    assert not has_marks(compare(TOPIC, documents, views, said=said_of(library, TOPIC.id, documents, views)))
    library.apply(mark_row(library, shelf.first, TOPIC, "lamps", Mark.MET, "every lamp"))
    library.apply(mark_row(library, documents[1].id, TOPIC, "lamps", Mark.SILENT))
    library.apply(mark_row(library, documents[1].id, TOPIC, "nets", Mark.OPPOSED, "=nets"))
    comparison = compare(TOPIC, documents, views, said=said_of(library, TOPIC.id, documents, views))
    given = [[cell.mark and mark_in_words(cell.mark) for cell in row.cells] for row in comparison.rows]
    assert given == [["Met: every lamp", "Silent"], [None, "Opposed: =nets"]]
    said = [with_marks("2 passages", column) for column in comparison.columns]
    assert said == ["2 passages · 1 met", "2 passages · 1 silent, 1 opposed"]
    assert [one.standing for one in listed(library, TOPIC.id)] == [Standing.MARK] * 3
    assert scorecard_sheet(comparison).rows[0][1:] == ("Met: every lamp", "Silent")
    sheet = passages_sheet(comparison)
    assert [row[-2:] for row in sheet.rows] == [
        ("met", "every lamp"),
        ("silent", None),
        (None, None),
        ("opposed", "=nets"),
    ]
    assert sheet.columns[-2:] == ("mark", "reason")
    cells = comparison_values(comparison)["rows"][1]["cells"]
    assert (cells[0]["mark"], cells[1]["mark"]["mark"], cells[1]["mark"]["reason"]) == (None, "opposed", "=nets")
    written = markdown(publication(Shown(comparison, "2030-05-01T10:00:00", "Hustings")))
    assert "## Scorecard" in written
    assert "Not marked; nothing found" in written


def test_of_two_coders_the_last_mark_counts_and_both_are_listed(shelf: Shelf) -> None:
    from reader.edits import Edit
    from reader.library.coder_edits import new_coder

    library, documents = shelf.library, shelf.indexed.documents
    library.apply(mark_row(library, shelf.first, TOPIC, "lamps", Mark.MET))
    other = new_coder("Bea Other")
    library.apply(Edit("A coder", (other,)))
    library.work_as(other.id)
    library.apply(mark_row(library, shelf.first, TOPIC, "lamps", Mark.PARTLY, "half"))
    views = shelf.indexed.views(TOPIC)
    comparison = compare(TOPIC, documents, views, said=said_of(library, TOPIC.id, documents, views))
    mark = comparison.rows[0].cells[0].mark
    assert mark is not None
    assert (mark.mark, mark.said.coder.name) == (Mark.PARTLY, "Bea Other")
    assert len(listed(library, TOPIC.id)) == 2
