"""What of a passage a row shows: the whole in its first row, in further ones the sentences that speak for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.comparison import compare
from index.exports.comparing import passages_sheet
from index.row_words import also_under, in_row, names_itself, shown_in_row, speaking
from index.topics.model import Match, Statement, StatementKind, Subtopic, Topic, TopicQuery
from reader.library.records import Document

LAMPS = "We will light every street and every square of our towns with new lamps."
WALKS = "Paths through parks will be open at night."
MONEY = "The council pays for that with a levy on fast roads."
LIMIT = "Not where owls breed."
ASIDE = "Much else remains to be done in our towns, and much more in our villages."
TOPIC = Topic(
    "t",
    1,
    "Streets",
    "#000000",
    "d",
    (TopicQuery("lamps"),),
    subtopics=(Subtopic("lamps", "Lamps"), Subtopic("walking", "Walking at night"), Subtopic("money", "Money")),
)


def match(*sentences: tuple[str, tuple[str, ...] | None], rows: tuple[str, ...]) -> Match:
    """A passage of these sentences with the rows that each names, None for one that does not carry it."""
    at, made = 0, []
    for words, named in sentences:
        made.append(Statement(at, at + len(words), words, StatementKind.PLEDGE, named is not None, named or ()))
        at += len(words) + 1
    text = " ".join(words for words, _ in sentences)
    return Match("d", "b", 0, text, "paragraph", 1, None, (), 0.8, rows, (), tuple(made), language="en")


SEVERAL = match(
    (LAMPS, ("lamps",)), (WALKS, ("walking",)), (LIMIT, None), (ASIDE, None), (MONEY, ("money", "lamps")),
    rows=("lamps", "walking", "money"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ("lamps", SEVERAL.text),
        ("walking", f"[…] {WALKS} {LIMIT} […]"),
        ("money", f"[…] {MONEY}"),
        ("more", SEVERAL.text),
    ],
)
def test_a_further_row_shows_what_speaks_for_it_with_what_limits_that(row: str, shown: str) -> None:
    assert shown_in_row(SEVERAL, row, up_to=1000).text == shown


def test_a_sentence_that_leans_on_the_one_before_is_shown_with_it() -> None:
    leaning = "This will be paid for by a levy."
    passage = match((LAMPS, ("lamps",)), (leaning, ("money",)), (ASIDE, None), rows=("lamps", "money"))
    assert shown_in_row(passage, "money").text.startswith(f"{LAMPS} {leaning}")


def test_the_sentences_of_a_row_are_told_and_the_passage_itself_stays_as_it_is() -> None:
    assert [one.text for one in speaking(SEVERAL, "money")] == [MONEY]
    assert [one.text for one in speaking(SEVERAL, "lamps")] == [LAMPS, WALKS, MONEY]
    assert in_row(SEVERAL, "lamps") is SEVERAL
    assert [one.text for one in in_row(SEVERAL, "walking").statements if one.carries] == [WALKS]


def test_where_no_sentence_names_the_row_all_that_carry_speak_for_it() -> None:
    lent = match((LAMPS, ()), (ASIDE, None), rows=("lamps", "money"))
    assert in_row(lent, "money") is lent
    assert not names_itself(lent, "money")
    assert names_itself(SEVERAL, "money")
    assert not names_itself(match((LAMPS, None), (ASIDE, ("money",)), rows=("money",)), "lamps")


def test_the_other_rows_are_named_and_those_that_are_gone_left_out() -> None:
    assert also_under(SEVERAL, TOPIC, "walking") == "Also under Lamps; Money"
    assert also_under(SEVERAL, TOPIC, "walking", most=2) == "Also under Lamps; Money"
    assert also_under(SEVERAL, TOPIC, "walking", most=1) == "Also under Lamps; and 1 more"
    assert also_under(match((LAMPS, ("lamps",)), rows=("lamps",)), TOPIC, "lamps") == ""
    assert also_under(match((LAMPS, ("lamps",)), rows=("lamps", "of-an-older-version")), TOPIC, "lamps") == ""
    assert also_under(replace(SEVERAL, uncertain=True), TOPIC, "?") == ""


def test_a_spreadsheet_has_in_each_row_what_the_screen_shows_and_the_whole_passage_beside_it() -> None:
    spoken = replace(
        SEVERAL,
        statements=tuple(
            replace(one, kind=StatementKind.RECORD) if one.text == WALKS else one for one in SEVERAL.statements
        ),
    )
    sheet = passages_sheet(compare(TOPIC, [Document("d", "D", page_count=1, readable_pages=1)], {"d": [spoken]}))
    lines = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    assert [line["words"] for line in lines] == [
        shown_in_row(spoken, row).text for row in ("lamps", "walking", "money")
    ]
    assert lines[1]["words"] == f"[…] {WALKS} {LIMIT} […]"
    assert [line["kind"] for line in lines] == ["pledge, record", "record", "pledge"]
    assert {line["passage"] for line in lines} == {SEVERAL.text}
    assert lines[0]["also under"] == "Also under Walking at night; Money"
