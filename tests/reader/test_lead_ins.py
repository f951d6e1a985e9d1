"""What introduces a list is said with its items unless it does no more than promise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.identity import with_ids
from reader.lead_ins import before_words, lead_in_of, lead_ins, limits
from reader.library.library import Library
from reader.model import Block, Kind, Manifesto

Saved = Callable[..., Path]


def item(text: str, level: int = 1, section: tuple[str, ...] = ()) -> Block:
    return Block(Kind.LIST_ITEM, text, level=level, section=section)


def paragraph(text: str) -> Block:
    return Block(Kind.PARAGRAPH, text)


@pytest.mark.parametrize(
    ("lead_in", "language"),
    [
        ("We will not:", "en"),
        ("If the harbour is sold, we will:", "en"),
        ("We oppose plans to:", "en"),
        ("We will scrap:", "en"),
        ("We support repeal of:", "en"),
        ("Anchor would abolish:", "en"),
        ("We are going to put an end to:", "en"),
        ("The Tide Party will:", "en"),
        ("The council voted to:", "en"),
        ("To keep the ferry we will:", "en"),
        ("Our plan for ending the levy:", "en"),
        ("This council made three mistakes. It chose to:", "en"),
        ("We reject the following.", "en"),
        ("What went wrong", "en"),
        ("We will scrap", "en"),
        ("Byddwn ni ddim yn:", "cy"),
        ("Byddwn yn gwrthwynebu:", "cy"),
        ("Wir werden nicht:", "de"),
        ("Wir lehnen ab:", "de"),
        ("Wir werden abschaffen:", "de"),
        ("Wij zijn tegen:", "nl"),
    ],
)
def test_a_lead_in_that_does_more_than_promise_is_said_before_its_items(lead_in: str, language: str) -> None:
    assert before_words(lead_in, language) == f"{lead_in} […] "


@pytest.mark.parametrize(
    ("lead_in", "language"),
    [
        ("", "en"),
        ("— 7 —", "en"),
        ("We will:", "en"),
        ("We’ll also:", "en"),
        ("In our first year a council of ours will:", "en"),
        ("We are going to:", "en"),
        ("In government we will:", "en"),
        ("Once in office, we shall:", "en"),
        ("That is why we will do the following:", "en"),
        ("I am committed to:", "en"),
        ("Our priorities for the harbour are:", "en"),
        ("The harbour needs care.", "en"),
        ("the wall will not fall. in addition, we will:", "en"),
        ("Byddwn yn:", "cy"),
        ("Dyna pam y byddwn yn gwneud y canlynol:", "cy"),
        ("Deshalb werden wir außerdem:", "de"),
        ("Unsere Ziele:", "de"),
        ("We will:", "nl"),
    ],
)
def test_one_that_only_promises_is_not_said(lead_in: str, language: str) -> None:
    assert before_words(lead_in, language) == ""


@pytest.mark.parametrize("words", ["We serve ni and na.", "The os is old.", "Heb sells nets.", "A noch of gold."])
def test_words_limit_only_in_the_language_of_the_document(words: str) -> None:
    assert not limits(words, "en")
    assert limits(words, "cy") or limits(words, "de")
    assert limits(words, "")


def test_a_list_within_a_list_is_introduced_by_both() -> None:
    blocks = with_ids(
        "",
        (
            paragraph("We will:"),
            item("Reverse the cuts, including:"),
            item("The closing of the quay", 2),
            item("Mend the wall"),
            item("The old one first", 2),
        ),
    )
    found = [lead_ins(blocks, "en").get(block.id) for block in blocks]
    assert found[2] == "We will: Reverse the cuts, including:"
    assert before_words(found[2], "en")
    assert found[1] == found[3] == found[4] == "We will:"


def test_a_heading_introduces_a_list_where_it_opposes_or_reports() -> None:
    for heading, led in (
        ("What went wrong", True),
        ("We will scrap:", True),
        ("Ending the levy", False),
        ("Boats", False),
    ):
        blocks = with_ids("", (Block(Kind.HEADING, heading, level=1), item("The quay", section=(heading,))))
        assert lead_ins(blocks, "en") == ({blocks[1].id: heading} if led else {})


def test_the_library_knows_the_same_lead_ins_without_reading_the_document(library: Library, write_file: Saved) -> None:
    texts = ("We will not:", "sell it", "We will:", "mend it")
    furniture, caption = Block(Kind.FURNITURE, "7"), Block(Kind.CAPTION, "A quay")
    blocks = (
        item("at the very top"),
        paragraph(texts[0]),
        item(texts[1]),
        furniture,
        item("lease it, but for:"),
        item("a day", 2),
        caption,
        item("lend it"),
        Block(Kind.HEADING, "Our record", level=1),
        item("two boats", section=("Our record",)),
        paragraph(texts[2]),
        Block(Kind.QUOTE, "Said a fisher."),
        item(texts[3]),
        paragraph("What we did | What comes next"),
        paragraph("Two boats | A pier"),
        furniture,
        paragraph("Two huts | A wall"),
    )
    stored = library.store(write_file(), Manifesto("A plan", "en", blocks, format="Plain text"), {})
    kept = library.blocks(stored.id)
    whole = lead_ins(kept, "en")
    assert len(whole) == 7
    assert library.lead_ins(stored.id, [block.id for block in kept]) == whole
    assert {block.id: library.lead_ins(stored.id, [block.id]).get(block.id) for block in kept} == {
        block.id: whole.get(block.id) for block in kept
    }


@pytest.mark.parametrize(
    ("sentence", "listed", "language"),
    [
        ("The council fought the new quay, and then refused to count the boats.", "Every boat will be counted.", "en"),
        ("They are against it to this day.", "We will build a quay in each bay, open at night.", "en"),
        ("It is still wrong.", "A harbour court of nine will sit four times a year.", "en"),
        ("We have reopened one pier and saved another.", "Boat owners who move away will not lose their berth.", "en"),
        (
            "It is still a shame.",
            "We will treat noise as a harm, and make it an offence that is simple to prove.",
            "en",
        ),
        ("We opposed these charges.", "By 2030 the ferry will be free.", "en"),
        ("Why has the mayor failed to act?", "We’ll mend the wall.", "en"),
        ("Mae’r cyngor yn gwrthwynebu’r cei.", "Byddwn yn trwsio’r wal.", "cy"),
        ("Der Rat war gegen den Hafen.", "Wir werden die Mauer bauen.", "de"),
    ],
)
def test_a_finished_sentence_does_not_introduce_items_that_say_their_own(
    sentence: str, listed: str, language: str
) -> None:
    blocks = with_ids("", (paragraph(f"The harbour is old. {sentence}"), item(listed)))
    assert lead_ins(blocks, language) == {}


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("We reject the following.", "The quay should be sold."),
        ("Ministers have made three mistakes.", "The pier was sold."),
        ("There are two things that we will never do.", "We will not sell the pier."),
        ("Our pledges are simple.", "The ferry will be free."),
        ("What went wrong is set out below.", "The pier was sold."),
        ("Here is what the council refused.", "Boats would be counted."),
        ("We oppose new charges on boats.", "The berth levy, which nobody voted for"),
        ("We oppose the council’s scheme.", "It would close the pier."),
        ("We would close no pier.", "Not the old one"),
        ("What will we not do?", "Sell the pier"),
        ("We will not", "sell what is ours"),
        ("We will never agree to this:", "The quay will be sold."),
    ],
)
def test_a_finished_sentence_introduces_what_it_points_at_and_what_is_no_sentence(sentence: str, listed: str) -> None:
    blocks = with_ids("", (paragraph(sentence), item(listed)))
    assert lead_ins(blocks, "en") == {blocks[1].id: sentence}
    assert lead_in_of(blocks, 1, "en") == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The council voted against the count of boats.",
        "Ministers scrapped the ferry.",
        "They refused to listen.",
        "Nobody came.",
        "It was wrong to sell the pier.",
    ],
)
def test_a_finished_sentence_about_others_is_not_said_before_items(sentence: str) -> None:
    assert before_words(sentence, "en") == ""


def test_a_list_within_a_list_has_the_lead_in_of_the_item_above_it() -> None:
    blocks = with_ids(
        "",
        (
            paragraph("The council was against the wall."),
            item("We will reverse the cuts, including:"),
            item("The closing of the quay", 2),
        ),
    )
    assert lead_ins(blocks, "en") == {blocks[2].id: "We will reverse the cuts, including:"}
