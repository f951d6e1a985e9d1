"""The kinds of statement, sentence by sentence."""

from __future__ import annotations

import pytest

from index.topics.lead_in_kinds import kind_of_lead_in
from index.topics.model import StatementKind
from index.topics.parties import voices
from index.topics.statements import Setting, kind_of
from reader.facts import facts
from reader.model import Kind
from reader.sentences import sentences

PLEDGE, RECORD, CRITICISM, CONTEXT = StatementKind
LABOUR = voices(("Labour",), facts())


@pytest.mark.parametrize(
    "sentence",
    [
        "We will hire 2,000 more wardens.",
        "I’ll open a new station in every borough.",
        "Labour would restore the grant.",
        "A Labour government will give every town a say.",
        "The next Labour government will, at last, give every town a say.",
        "As your Mayor, I’d freeze fares.",
        "We’ll never close a station.",
        "Labour’s plans will remove that charge.",
        "Our plan will double the number of trainees.",
        "I’m determined to end this.",
        "We are committed to publishing the figures every year.",
        "I have committed to putting 200 wardens in our parks.",
        "Labour is committed to free eye tests.",
        "We support introducing a right to repair.",
        "We back the campaign for longer opening hours.",
        "We call on the government to publish the report.",
        "We want to see an end to long waits.",
        "We believe that homes matter, and we will build them.",
        "If elected, I will publish my diary.",
        "Londoners will not pay a penny more.",
        "Every school will have a nurse.",
        "The law must be changed.",
        "Councils should be given new powers.",
        "Introduce a levy on empty offices.",
        "Stop the sale of public land.",
        "To end the long wait for repairs, we will train 500 plumbers.",
        "The Tories cut the fund; we will restore it.",
        "So I pledge to double the fund.",
        "We need to ensure that wardens are paid properly.",
        "We would also look again at the rules.",
        "The board would be abolished.",
        "Labour is fair to everyone, but we won’t sell the park.",
        "It’s time to end the long wait.",
        "Byddwn yn agor gorsaf newydd.",
        "We urgently need a review of the charges.",
        "We need the wardens to listen to visitors.",
        "But we need to open the gates earlier.",
        "That means better paths and rebuilding trust.",
        "Rebuilding the bandstand in every town park.",
        "Re-open the lido.",
        "Street lighting: Increase the number of lamps.",
        "Provide the money to keep wardens, and end the cuts that failed our parks.",
        "The charge is to be abolished.",
        "The work would be done by volunteers.",
        "Dylid agor y parc.",
        "Rhaid agor y parc.",
        "Free every park from litter.",
        "Labour’s great mission is to halve litter in ten years.",
        "No more locked gates.",
        "Support, train and keep our wardens.",
        "Open the gates that have been locked.",
    ],
)
def test_pledges(sentence: str) -> None:
    assert kind_of(sentence, Setting(voices=LABOUR)) is PLEDGE


@pytest.mark.parametrize(
    "sentence",
    [
        "We have opened 12 new parks.",
        "I’ve doubled the number of wardens since 2016.",
        "We delivered the biggest programme of repairs in a generation.",
        "Since 2016, we’ve invested £5m in our parks.",
        "Labour introduced the minimum wage.",
        "The last Labour government built 1,000 centres.",
        "We set up the first night service in the country.",
        "I have already frozen fares five times.",
        "As Mayor, I’ve stepped in to fill the gaps left by government.",
        "Under Labour, waiting times fell.",
        "Thanks to our work, more wardens patrol the parks.",
        "We are already rebuilding the station.",
        "We appointed the first night czar.",
        "Rydym wedi agor gorsaf newydd.",
        "Labour in government has already opened 40 parks.",
        "Thefts from sheds have fallen by a third since 1997.",
        "Every town now has a warden.",
        "Our parks are far safer now than when the Tories left office.",
    ],
)
def test_records(sentence: str) -> None:
    assert kind_of(sentence, Setting(voices=LABOUR)) is RECORD


@pytest.mark.parametrize(
    "sentence",
    [
        "The Conservatives have closed 600 libraries.",
        "The Tories have failed our young people.",
        "On Boris Johnson’s watch, waiting lists have doubled.",
        "Under the Conservatives, repairs were put off for years.",
        "Tory cuts have decimated youth work.",
        "The government has broken its promise to tenants.",
        "The Liberal Democrats voted for it.",
        "Deep cuts have left councils on the brink.",
        "Wardens have been cut by a third.",
        "The service has been starved of money for ten years.",
        "Ministers have ignored every warning.",
        "The SNP would break up the country.",
        "London cannot afford a Tory Mayor who has opposed every change we made.",
        "A Conservative Brexit will weaken workers’ rights.",
        "Years of austerity and neglect have taken their toll.",
        "It is a scandal that the government has done nothing.",
        "Our parks have been hit hardest by an unfair formula.",
        "We can’t go on with wardens filling in forms.",
        "This Conservative Government has failed to open one park.",
        "The Government’s answer has been far too slow.",
        "Further cuts have left our parks without wardens.",
        "Free entry has been scrapped.",
    ],
)
def test_criticism(sentence: str) -> None:
    assert kind_of(sentence, Setting(voices=LABOUR)) is CRITICISM


@pytest.mark.parametrize(
    "sentence",
    [
        "Two in five people live near a park.",
        "Around one in four people will need a repair each year.",
        "Parks matter to all of us.",
        "We believe in fairness.",
        "We know that we will never be able to do it alone.",
        "But I want every child to be happy.",
        "However, there is still much more to do.",
        "We are proud of our parks.",
        "Crime is rising.",
        "Everyone deserves a garden.",
        "There were 40,000 repairs last year.",
        "We need more wardens.",
        "Labour recognises the part that wardens play.",
        "Support for parks is strong across the city.",
        "It is not acceptable.",
        "Many people I have spoken to feel the same.",
        "We all have duties to one another.",
        "Opening parks early helps the old and the young.",
        "Rebuilding our parks",
        "These are the parks we need because people are out more.",
        "Police numbers matter.",
        "Clean, safe parks make us happy.",
        "If we fail, the price will be high.",
        "Zero tolerance of litter is popular.",
    ],
)
def test_context(sentence: str) -> None:
    assert kind_of(sentence, Setting(voices=LABOUR)) is CONTEXT


@pytest.mark.parametrize(
    ("sentence", "authors", "kind"),
    [
        ("Labour will close your library.", ("Conservative and Unionist Party",), CRITICISM),
        ("Labour will open your library.", ("Labour Party",), PLEDGE),
        ("Labour will open your library.", (), PLEDGE),
        ("Conservatives have built 200 schools.", ("Conservatives",), RECORD),
        ("Sadiq Khan has cut the wardens.", ("Conservative", "Susan Hall"), CRITICISM),
        ("Greens will plant a million trees.", ("Green Party of England and Wales",), PLEDGE),
        ("Plaid Cymru opened the first centre.", ("Plaid Cymru",), RECORD),
        ("Plaid Cymru closed the first centre.", ("Welsh Labour",), CRITICISM),
        ("Alliance will open a centre.", ("Alliance Party of Northern Ireland",), PLEDGE),
        ("Jones will open a centre.", ("Independent", "Sam Jones"), PLEDGE),
    ],
)
def test_who_speaks_decides(sentence: str, authors: tuple[str, ...], kind: StatementKind) -> None:
    assert kind_of(sentence, Setting(voices=voices(authors, facts()))) is kind


@pytest.mark.parametrize(
    ("lead_in", "kind"),
    [
        ("We will:", PLEDGE),
        ("Labour will:", PLEDGE),
        ("Liberal Democrats will:", CRITICISM),
        ("So the next Labour government will:", PLEDGE),
        ("Parks are in trouble. Labour would:", PLEDGE),
        ("Our priorities are:", PLEDGE),
        ("We support:", PLEDGE),
        ("I am committed to:", PLEDGE),
        ("We will do this by", PLEDGE),
        ("Our five-point plan:", PLEDGE),
        ("Byddwn yn:", PLEDGE),
        ("Since 2016 we have:", RECORD),
        ("In government, Labour has:", RECORD),
        ("The Conservatives have:", CRITICISM),
        ("Under the Tories:", CRITICISM),
        ("We oppose plans to:", PLEDGE),
        ("We will scrap:", PLEDGE),
        ("We support repeal of:", PLEDGE),
        ("We do not support:", PLEDGE),
        ("Labour would abolish:", PLEDGE),
        ("The Conservatives would abolish:", CRITICISM),
        ("The Tories plan to:", CRITICISM),
        ("The Conservatives’ plans:", CRITICISM),
        ("We condemn:", CRITICISM),
        ("The government has failed to:", CRITICISM),
        ("This government broke its promise to:", CRITICISM),
        ("We have already:", RECORD),
        ("We opposed plans to:", RECORD),
        ("What went wrong:", CRITICISM),
        ("Our record:", RECORD),
        ("There are three kinds of park:", None),
        ("Parks are green.", None),
        ("", None),
    ],
)
def test_a_lead_in_says_what_its_items_are(lead_in: str, kind: StatementKind | None) -> None:
    assert kind_of_lead_in(lead_in, LABOUR) is kind


@pytest.mark.parametrize(
    ("item", "lead_in", "kind"),
    [
        ("A warden in every park", "We will:", PLEDGE),
        ("Opening 12 new parks", "Since 2016 we have been:", RECORD),
        ("opened 12 new parks", "Since 2016 we have:", RECORD),
        ("closed 12 parks", "The Conservatives have:", CRITICISM),
        ("More wardens in our parks", "", PLEDGE),
        ("Reverse the cuts", "", PLEDGE),
        ("Rebuilding our parks", "", PLEDGE),
        ("Parks closed under the Tories, which we will reopen", "", PLEDGE),
        ("Parks are for everyone", "There are three truths:", CONTEXT),
        ("Closed gates", "There are two reasons why parks are empty:", CONTEXT),
        ("Cheaper fares", "The figures show what people gain from it:", CONTEXT),
        ("The need for shade", "We face five giant challenges.", CONTEXT),
        ("Wardens", "These are:", PLEDGE),
        ("Close the lido", "We oppose plans to:", PLEDGE),
        ("Close the lido", "The Conservatives chose to:", CRITICISM),
        ("Close the lido", "The Conservatives will:", CRITICISM),
        ("Parks closed, which we will reopen", "The Conservatives have left us:", PLEDGE),
    ],
)
def test_items_of_lists(item: str, lead_in: str, kind: StatementKind) -> None:
    assert kind_of(item, Setting(Kind.LIST_ITEM, lead_in=lead_in, voices=LABOUR)) is kind


def test_ten_items_after_we_will_are_ten_pledges() -> None:
    items = ["Wardens", "Benches that last", "Free toilets", "reopening the lido", "an end to litter", "Trees"]
    setting = Setting(Kind.LIST_ITEM, lead_in="We will:", voices=LABOUR)
    assert {kind_of(item, setting) for item in items} == {PLEDGE}


def test_a_heading_that_promises_stands_for_a_missing_lead_in() -> None:
    setting = Setting(Kind.LIST_ITEM, section=("Parks", "Our pledges"), voices=LABOUR)
    assert kind_of("Benches are what people ask for", setting) is PLEDGE


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        (("What went wrong",), CRITICISM),
        (("Where the last government went wrong", "Parks"), CRITICISM),
        (("The Tories’ record",), CRITICISM),
        (("Their mistakes",), CRITICISM),
        (("Our record",), RECORD),
        (("Our proud record in office", "Parks"), RECORD),
        (("What we have achieved",), RECORD),
        (("Our record", "Our pledges"), PLEDGE),
    ],
)
def test_items_under_headings_that_report_are_no_pledges(section: tuple[str, ...], kind: StatementKind) -> None:
    setting = Setting(Kind.LIST_ITEM, section=section, voices=LABOUR)
    assert {kind_of(item, setting) for item in ("Cut the number of wardens", "A warden in every park")} == {kind}
    assert kind_of("We will hire wardens", setting) is PLEDGE


def test_later_sentences_of_an_item_speak_for_themselves() -> None:
    setting = Setting(Kind.LIST_ITEM, lead_in="We will:", voices=LABOUR, first=False, before=PLEDGE)
    assert kind_of("The Tories have closed every lido.", setting) is CRITICISM


@pytest.mark.parametrize(
    ("sentence", "before", "kind"),
    [
        ("This includes £2m for benches.", RECORD, RECORD),
        ("This has put 40 wardens in our parks.", RECORD, RECORD),
        ("As a result, waits have grown.", CRITICISM, CRITICISM),
        ("This includes £2m for benches.", PLEDGE, PLEDGE),
        ("The commissioner would also publish figures.", PLEDGE, PLEDGE),
        ("This includes £2m for benches.", CONTEXT, CONTEXT),
        ("Parks are green.", PLEDGE, CONTEXT),
        ("Opening gates, painting benches and planting trees.", RECORD, RECORD),
    ],
)
def test_a_sentence_that_goes_on_takes_the_kind_of_the_one_before(
    sentence: str, before: StatementKind, kind: StatementKind
) -> None:
    assert kind_of(sentence, Setting(voices=LABOUR, first=False, before=before)) is kind


@pytest.mark.parametrize("block", [Kind.HEADING, Kind.CONTENTS, Kind.FURNITURE])
def test_headings_are_context(block: Kind) -> None:
    assert kind_of("We will build parks", Setting(block)) is CONTEXT


@pytest.mark.parametrize("notes", [("12", "13"), (" [12]", "[13]"), ("¹²", "¹³"), ("*", "†")])
def test_sentences_with_numbers_of_notes_are_of_the_kinds_that_they_are_without_them(notes: tuple[str, str]) -> None:
    first, second = notes
    text = f"We will hire 200 wardens.{first} The last government cut police numbers.{second} We will open ten huts."
    said = [text[start:end] for start, end in sentences(text)]
    assert [kind_of(sentence, Setting(voices=LABOUR)) for sentence in said] == [PLEDGE, CRITICISM, PLEDGE]
