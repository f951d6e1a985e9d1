"""The rows of a comparison as slides: who speaks, what is shown first, and what waits."""

from __future__ import annotations

from index.comparison import compare
from index.lessons.building import bands, key, row_slides
from index.topics.model import Match, Reason, Statement, StatementKind, Subtopic, Topic, TopicQuery
from reader.library.records import Document

TOPIC = Topic("t", 1, "Lamps", "#000000", "d", (TopicQuery("lamps"),), (), (Subtopic("a", "Oil"), Subtopic("b", "Gas")))


def document(name: str, party: str = "") -> Document:
    return Document(id=name, title=name, party=party or name, page_count=10, readable_pages=10, words=20_000)


def match(document: str, *sentences: tuple[str, bool], lead_in: str = "") -> Match:
    """A passage of these sentences, of which those marked carry the topic by their word "lamps"."""
    statements, text = [], ""
    for sentence, carries in sentences:
        start = len(text) + bool(text)
        text = f"{text} {sentence}".strip()
        statements.append(Statement(start, len(text), sentence, StatementKind.PLEDGE, carries))
    at = text.find("lamps")
    why = (Reason("lamps", "text", at, at + 5),) if at >= 0 else ()
    return Match(
        document, f"{document}-1", 1, text, "paragraph", 7, "vii", ("Light",), 0.9, ("a",), why, tuple(statements),
        lead_in=lead_in, language="en",
    )  # fmt: skip


def test_a_slide_for_each_row_with_everybody_on_it() -> None:
    table = compare(TOPIC, [document("x"), document("y")], {"x": [match("x", ("We will fill all lamps.", True))]})
    first, second = row_slides(table, notes={"t/a": "Ask who pays."})
    assert (first.id, first.topic, first.title, first.notes) == ("t/a", "Lamps", "Oil", "Ask who pays.")
    assert [who.name for who in first.columns] == ["x", "y"]
    assert [who.key for who in first.columns] == ["a", "b"]
    (shown,) = first.cells[0].extracts
    assert (shown.words, shown.place, shown.cut) == ("We will fill all lamps.", "p. vii, Light", False)
    assert [shown.words[start:end] for start, end in shown.marks] == ["lamps"]
    assert first.cells[1].silence == "Nothing found in 10 pages."
    assert second.notes == ""


def test_a_long_passage_shows_first_the_sentences_that_matter() -> None:
    long = (
        "Our streets have been many things to many people over the years, and they will be more of them yet.",
        False,
    )
    passage = match("x", long, long, ("We will fill all lamps.", True), long, lead_in="We will not:")
    table = compare(TOPIC, [document("x")], {"x": [passage]})
    (slide, _) = row_slides(table)
    (shown,) = slide.cells[0].extracts
    assert shown.cut
    assert shown.words.startswith("We will not: ")
    assert "We will fill all lamps." in shown.words
    assert len(shown.words) < len(shown.rest) // 2
    for words, spans in ((shown.words, shown.marks), (shown.rest, shown.rest_marks)):
        assert [words[start:end] for start, end in spans] == ["lamps"]


def test_more_than_four_manifestos_stand_on_several_slides_as_equal_as_can_be() -> None:
    assert [bands(count) for count in (1, 4, 5, 6, 9)] == [
        [(0, 1)],
        [(0, 4)],
        [(0, 2), (2, 5)],
        [(0, 3), (3, 6)],
        [(0, 3), (3, 6), (6, 9)],
    ]
    table = compare(TOPIC, [document(name) for name in "uvwxyz"], {})
    assert [slide.id for slide in row_slides(table)] == ["t/a", "t/a/2", "t/b", "t/b/2"]


def test_what_speaks_of_violence_is_known() -> None:
    table = compare(TOPIC, [document("x")], {"x": [match("x", ("We will fill all lamps.", True))]})
    calm, told = row_slides(table)[0], row_slides(table, sensitive={("x", "x-1")})[0]
    assert not calm.cells[0].extracts[0].speaks_of_violence
    assert told.cells[0].extracts[0].speaks_of_violence


def test_keys_tell_nothing_and_never_run_out() -> None:
    assert [key(at) for at in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]
