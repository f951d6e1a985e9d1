"""What no sure sign brings in stands apart: in no row, share or difference, until a person says that it belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.comparison import Share, SilenceReason, compare, differing, share
from index.exports.comparing import exportable
from index.exports.comparison_json import comparison_values
from index.exports.publication import Heading, Paragraph, Quotation
from index.exports.shown import Shown
from index.exports.topic_views import document_views
from index.selecting import Only
from index.shares import PASSAGES, caution, definition_for, share_sentence
from index.topics.model import Match, Reason, Statement, StatementKind, Subtopic, Topic, TopicQuery
from index.topics.packing import pack, unpack
from index.verdicts import Said, applied
from reader.library.records import Document
from reader.library.verdicts import About, Anchor, Annotation, Coder, Placed, Span, Verdict

TOPIC = Topic("t", 1, "T", "#000000", "d", (TopicQuery("lamp"),), (), (Subtopic("a", "A"), Subtopic("b", "B")))
ANN = Coder("ann", "Ann")


def document(name: str, **fields: object) -> Document:
    known = {"title": name, "party": name, "page_count": 10, "readable_pages": 10, "words": 20_000} | fields
    return Document(id=name, **known)  # type: ignore[arg-type]  # the fields are those of Document


def match(
    name: str, order: int, *, uncertain: bool = False, rows: tuple[str, ...] = ("a",), score: float = 0.6
) -> Match:
    text = "We will mend each lamp. The sea is wide and grey today."
    statements = (
        Statement(0, 23, text[:23], StatementKind.CONTEXT, True),
        Statement(24, len(text), text[24:], StatementKind.PLEDGE, False),
    )
    why = (Reason("lamp", "text", 18, 22),)
    block = f"{name}-{order}"
    return Match(name, block, order, text, "paragraph", 1, None, (), score, rows, why, statements, uncertain=uncertain)


def said(about: About, value: str, start: int = 0, end: int = 55, block: str = "x-1") -> Said:
    annotation = Annotation("1", "x", Anchor(block), about, "t", 1, value, ANN, "2026-01-01T00:00:00Z")
    return Said((Placed(annotation, (Span(block, start, end),)),))


def test_it_stands_in_no_row_and_no_share_and_makes_no_difference() -> None:
    views = {"x": [match("x", 1), match("x", 2, uncertain=True, rows=("b",))], "y": [match("y", 1)]}
    table = compare(TOPIC, [document("x"), document("y")], views)
    assert [one.block for one in table.columns[0].uncertain] == ["x-2"]
    assert replace(table.columns[0].share, uncertain=0) == table.columns[1].share
    assert table.columns[0].share.uncertain == 1
    assert [len(row.cells[0].matches) for row in table.rows] == [1, 0]
    assert differing(table) == ()
    assert table.passages == {("x", "x-1"), ("y", "y-1")}


def test_the_best_come_first_or_the_first_as_in_the_rows() -> None:
    views = {"x": [match("x", 1, uncertain=True, score=0.5), match("x", 2, uncertain=True, score=0.7)]}
    asked = [compare(TOPIC, [document("x")], views, best_first=best).columns[0].uncertain for best in (False, True)]
    assert [[one.order for one in found] for found in asked] == [[1, 2], [2, 1]]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Nothing certain; 2 to check."),
        ({"readable_pages": 7}, "Nothing certain; 2 to check; 7 of 10 pages readable."),
        ({"extent": "extract"}, "Nothing certain in this extract; 2 to check."),
    ],
)
def test_a_column_with_nothing_else_is_nowhere_called_silent(fields: dict[str, object], sentence: str) -> None:
    views = {"x": [match("x", 1, uncertain=True), match("x", 2, uncertain=True, rows=())]}
    table = compare(TOPIC, [document("x", **fields)], views)
    silences = [table.columns[0].silence, *(row.cells[0].silence for row in table.rows)]
    assert {one.sentence for one in silences if one} == {sentence}
    assert {one.reason for one in silences if one} == {SilenceReason.UNCERTAIN}
    assert table.columns[0].share.words == 0


def test_a_row_is_called_silent_unless_something_is_to_be_checked_for_it() -> None:
    views = {"x": [match("x", 1, rows=()), match("x", 2, uncertain=True, rows=("b",))]}
    first, second, _ = compare(TOPIC, [document("x")], views).rows
    assert first.cells[0].silence is not None
    assert first.cells[0].silence.sentence == "Nothing found in 10 pages."
    assert second.cells[0].silence is not None
    assert second.cells[0].silence.sentence == "Nothing certain; 1 to check."


def test_where_nobody_has_looked_that_is_said_and_nothing_else() -> None:
    table = compare(
        replace(TOPIC, languages=("en",)), [document("x", language="de")], {"x": [match("x", 1, uncertain=True)]}
    )
    assert table.columns[0].silence is not None
    assert table.columns[0].silence.reason is SilenceReason.LANGUAGE


@pytest.mark.parametrize(
    ("about", "value", "where"),
    [
        (About.TOPIC, Verdict.BELONGS, "matches"),
        (About.ROWS, "b", "matches"),
        (About.STATEMENT, "pledge", "uncertain"),
        (About.TOPIC, Verdict.DOES_NOT_BELONG, "left_out"),
    ],
)
def test_a_person_who_says_that_it_belongs_clears_it(about: About, value: str, where: str) -> None:
    view = applied(TOPIC, [match("x", 1, uncertain=True)], said(about, value))
    found = {name: [one.block for one in getattr(view, name)] for name in ("matches", "uncertain", "left_out")}
    assert found == {name: ["x-1"] if name == where else [] for name in found}


def test_what_a_view_keeps_of_it_comes_back() -> None:
    matches = (match("x", 1), match("x", 2, uncertain=True))
    assert [one.uncertain for one in unpack("x", pack(matches))] == [False, True]


def test_shares_count_the_sentences_that_carry_and_a_passage_without_sentences_whole() -> None:
    whole = replace(match("x", 2), statements=())
    assert share(TOPIC, document("x"), [match("x", 1)]).words == 5
    assert share(TOPIC, document("x"), [match("x", 1), whole]) == Share(2, 17, 0.8, 0.1)


@pytest.mark.parametrize("only", list(Only))
def test_a_filter_changes_no_share_and_says_how_many_are_shown(only: Only) -> None:
    pledge = replace(match("x", 2), statements=(replace(match("x", 2).statements[0], kind=StatementKind.PLEDGE),))
    views = {"x": [match("x", 1), pledge, match("x", 3)]}
    column = compare(TOPIC, [document("x")], views, only=only).columns[0]
    assert column.share == compare(TOPIC, [document("x")], views).columns[0].share
    some = "1 of 3 passages shown"
    shown = {Only.ALL: "3 passages", Only.PLEDGES: some, Only.NUMBERS: some}
    assert column.silence is not None or share_sentence(column.share, column.shown).endswith(shown[only])


def test_what_a_filter_hides_is_not_said_to_hold_no_pledge_where_it_holds_one_on_something_else() -> None:
    (column,) = compare(TOPIC, [document("x")], {"x": [match("x", 1)]}, only=Only.PLEDGES).columns
    assert column.silence is not None
    assert column.silence.sentence == "No pledge on the topic; 1 passage is hidden."


def test_scripts_get_it_in_a_list_of_its_own() -> None:
    matches = [match("x", 1), match("x", 2, uncertain=True)]
    topic = document_views("x.md", document("x"), [TOPIC], {"t": matches})["topics"]["t"]
    assert [[one["block"] for one in topic[name]] for name in ("passages", "uncertain")] == [["x-1"], ["x-2"]]
    assert topic["words"] == 5
    assert set(topic["passages"][0]) == set(topic["uncertain"][0])
    alone = document_views("x.md", document("x"), [TOPIC], {"t": matches[1:]})["topics"]["t"]
    assert (alone["silence"], alone["silence_reason"]) == ("Nothing certain; 1 to check.", "uncertain")
    column = comparison_values(compare(TOPIC, [document("x")], {"x": matches}))["columns"][0]
    assert [one["block"] for one in column["uncertain"]] == ["x-2"]
    assert (column["share"]["passages"], column["shown"]) == (1, None)


def test_an_export_holds_it_under_a_heading_of_its_own_with_the_caution_and_on_a_sheet_of_its_own() -> None:
    views = {"x": [match("x", 1), match("x", 2, uncertain=True)], "y": [match("y", 1)]}
    comparison = compare(TOPIC, [document("x"), document("y")], views)
    made = exportable(Shown(comparison, "2026-01-01T00:00:00Z", "Hustings"))
    assert made.publication is not None
    blocks = made.publication().blocks
    at = next(at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.text == "Less certain")
    warned, _, quoted, after = blocks[at + 1 : at + 5]
    assert isinstance(warned, Paragraph)
    assert "".join(run.text for run in warned.runs) == caution()
    assert isinstance(quoted, Quotation)
    assert not isinstance(after, Quotation)
    passages, manifestos, apart = made.sheets() if made.sheets else ()
    assert (len(passages.rows), len(apart.rows), apart.columns) == (4, 1, passages.columns)
    for sheet, counts in ((manifestos, [1, 0]), (passages, [1, 0, 1, 0]), (apart, [1])):
        assert [row[sheet.columns.index("less certain")] for row in sheet.rows] == counts
    assert apart.rows[0][apart.columns.index("passage")] == match("x", 2).text


def test_figures_are_defined_wherever_they_stand() -> None:
    assert PASSAGES in definition_for([Share(1, 5, 2.0), Share(0, 0, None)])
    assert definition_for([Share(1, 5, None)]) == PASSAGES
    assert definition_for([Share(0, 0, 0.0)]) == ""
