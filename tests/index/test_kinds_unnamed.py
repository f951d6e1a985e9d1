"""The kinds of sentences in which nobody is named, or other people act than "we" and the opponents."""

from __future__ import annotations

import pytest

from index.topics.lead_in_kinds import kind_of_lead_in
from index.topics.model import StatementKind
from index.topics.parties import voices
from index.topics.statements import Setting, kind_of
from reader.facts import facts
from reader.model import Kind

PLEDGE, RECORD, CRITICISM, CONTEXT = StatementKind
LABOUR = voices(("Labour",), facts())


def kind(sentence: str) -> StatementKind:
    return kind_of(sentence, Setting(voices=LABOUR))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Conservatives didn’t value our lifeguards.",
        "Ministers wouldn't listen to the people who clean our beaches.",
        "The Government hasn’t funded the repairs it ordered.",
        "Lifeguard pay is shamefully low.",
        "Repairs are still woefully slow.",
        "Fines for dumping remain appallingly rare.",
        "The coastguard has been hollowed out.",
        "Lifeboat stations have been run down for years.",
        "Swimmers were left to fend for themselves.",
        "Warnings about the pier went unheeded.",
        "Nine in ten complaints go unanswered.",
        "Nothing was done about the broken railings.",
        "The booking system is broken.",
        "The licensing process simply does not work.",
        "The county has lost 400 lifeguards in ten years.",
        "The service has lost a third of its boats.",
        "Families are made to wait far too long for a reply.",
        "The pier should never have been sold.",
        "Swimmers deserve better than this.",
        "Has the Mayor forgotten our beaches?",
        "Ministers promised forty lifeboats and bought none.",
    ],
)
def test_fault_is_found_without_a_name(sentence: str) -> None:
    assert kind(sentence) is CRITICISM


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Roe led the campaign for clean beaches.",
        "Tom Ashby MP brought forward a Bill to protect swimmers.",
        "Councillor Ann Lee has successfully fought for a lifeboat.",
        "Mary Dunn, our member for the coast, secured the money for the pier.",
        "My Bill passed and closed the loophole.",
        "Our amendment became law in the spring.",
        "Our MSPs forced a vote on the beaches.",
        "Under us lifeguard numbers rose while theirs fell.",
        "With us in office, rescues doubled.",
        "On our watch the pier was rebuilt.",
        "It was a Labour government that brought in clean beaches.",
        "We have already committed £20 million to the beaches.",
        "We have already pledged support to the lifeboats.",
        "I have promised the lifeguards a new hut and built it.",
        "After two years, ministers finally gave way.",
        "The council finally backed down and kept the pier.",
        "Thanks to our campaign, the beach is open.",
        "Following our pressure, the fee was dropped.",
        "The number of wardens is now at its highest level.",
    ],
)
def test_what_ones_own_side_brought_about_is_a_record(sentence: str) -> None:
    assert kind(sentence) is RECORD


@pytest.mark.parametrize(
    "sentence",
    [
        "A full review of beach safety is needed.",
        "Urgent repairs to the pier are now required.",
        "Reform of the licences is long overdue.",
        "Rescues must be made safer.",
        "Swimmers need to be given better warnings.",
        "There must be an end to dumping.",
        "It is vital that lifeguards are trained.",
        "Sack any director who hides a report.",
        "Jail those who poison our rivers.",
        "Prune every hedge that hides a sign.",
        "Strip polluters of their licences.",
        "CLEAN BEACHES Sack any director who hides a report.",
        "Clean beaches Introduce a levy on dumping.",
        "Let’s put a lifeguard on every beach.",
        "Let us rebuild the pier.",
        "No swimmer will pay.",
        "Lifeguards shouldn’t be charged for parking.",
    ],
)
def test_what_is_asked_for_is_a_pledge_whoever_is_to_do_it(sentence: str) -> None:
    assert kind(sentence) is PLEDGE


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody should have to fear the sea.",
        "Every child should feel safe on the beach.",
        "People should be able to swim without fear.",
        "A swimmer’s wealth should not decide how safe she is.",
        "The beaches of this country should be a source of pride.",
        "Kate Smith lives by the sea.",
        "North Sea Fishing led the market.",
        "Most of what is needed is already there.",
        "Lifeguards work closely with schools.",
        "Given the weather, beaches are empty.",
        "Nearly every beach is clean.",
        "Beaches close at night.",
    ],
)
def test_values_and_facts_are_context(sentence: str) -> None:
    assert kind(sentence) is CONTEXT


@pytest.mark.parametrize(
    "item",
    [
        "Proper training for lifeguards",
        "Proper training for lifeguards who are called to the pier",
        "Making sure that lifeguards are paid",
        "Reopening beaches that have been closed",
        "Better signs where the current is strong",
    ],
)
@pytest.mark.parametrize("lead_in", ["", "We will:", "Our plan for the coast has these parts"])
def test_items_that_only_name_what_is_to_be_are_pledges(item: str, lead_in: str) -> None:
    setting = Setting(Kind.LIST_ITEM, ("The coast",), lead_in, LABOUR)
    assert kind_of(item, setting) is PLEDGE


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What went wrong", CRITICISM),
        ("Where they failed", CRITICISM),
        ("Our record", RECORD),
        ("What we did", RECORD),
        ("What we’ve done", RECORD),
        ("Delivered", RECORD),
        ("Promises kept", RECORD),
        ("What comes next", PLEDGE),
        ("Next steps", PLEDGE),
        ("Still to do", PLEDGE),
        ("What we’ll do next", PLEDGE),
        ("The coast", None),
    ],
)
def test_headings_say_what_the_list_under_them_does(heading: str, kind: StatementKind | None) -> None:
    assert kind_of_lead_in(heading + ":", LABOUR) is kind
    expected = kind or PLEDGE
    assert kind_of("A lifeboat in every harbour", Setting(Kind.LIST_ITEM, (heading,), "", LABOUR)) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Mayor boasts of 40 extra lifeguards.",
        "Ministers brag about the pier they have not built.",
        "The Tories claim credit for a beach that volunteers cleaned.",
        "The council likes to say that the sea is safe.",
        "He takes the credit for every lifeboat.",
        "The Government pretends that the pier has been mended.",
        "She will tell you of her record, and trumpets the new huts at every turn.",
        "The Mayor, who took office in 2020, boasted about forty new huts.",
        "Ministers boast 300 new lifeguards and forget the 400 who left.",
        "The Tories were bragging about a sign while the pier fell down.",
    ],
)
def test_what_others_boast_of_is_told_to_fault_them(sentence: str) -> None:
    assert kind(sentence) is CRITICISM


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We do not boast of our lifeboats.", CONTEXT),
        ("Nobody pretends that the sea is warm.", CONTEXT),
        ("We will not pretend that this is easy.", PLEDGE),
        ("Labour can boast of its record: we opened forty piers.", RECORD),
        ("Our coast boasts three of the finest beaches in Europe.", CONTEXT),
        ("My grandmother likes to say that the sea gives and takes.", CONTEXT),
        ("We mended the pier, and the Mayor boasts of it.", RECORD),
        ("While we opened the pier, the Tories were bragging about a sign.", RECORD),
        ("Stop ministers claiming credit for what volunteers do.", PLEDGE),
    ],
)
def test_who_boasts_and_of_what_decides(sentence: str, expected: StatementKind) -> None:
    assert kind(sentence) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Our beaches have fewer lifeguards today than when she took office.",
        "Swimmers pay more than when the Tories came to power.",
        "There are fewer huts on the front than when he was elected.",
        "Families wait longer, and pay more, than when this Mayor took charge.",
        "The sea has more plastic in it than when they came in.",
    ],
)
def test_what_is_worse_than_when_others_took_office_is_criticism(sentence: str) -> None:
    assert kind(sentence) is CRITICISM


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2019 swimmers at Marsh End waited nineteen minutes for a lifeboat.",
        "Marsh End waited nineteen minutes for a lifeboat.",
        "In 2008 families in Mile End had no pool.",
        "Last year bathers at Land’s End saw four rescues.",
        "Since 2015 Ward End has kept its own boat.",
        "In 2020 Hope Cove was the busiest beach.",
        "During 2021 volunteers from Long Reach cleared the whole beach.",
    ],
)
def test_what_happened_in_a_place_whose_name_is_a_verb_is_no_order(sentence: str) -> None:
    assert kind(sentence) in (CONTEXT, CRITICISM)


@pytest.mark.parametrize(
    "sentence",
    [
        "Clean beaches End dumping by 2030.",
        "Safer shores Support injured swimmers.",
        "Warm huts Reach every cove by bus.",
        "End forced closures of piers.",
        "Help stranded sailors in every cove.",
    ],
)
def test_orders_with_those_verbs_stay_pledges(sentence: str) -> None:
    assert kind(sentence) is PLEDGE


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kelp Alliance shut nine huts and sold the ferry.",
        "The Alliance voted against the lifeboat.",
        "The Kelp Party sold the pier.",
        "The Alliance’s last budget closed two of our five huts.",
        "The Conservatives’ first plan shut the harbour office.",
    ],
)
def test_what_other_parties_did_is_criticism_though_no_list_has_their_names(sentence: str) -> None:
    assert kind(sentence) is CRITICISM


def test_an_alliance_that_speaks_of_itself_records() -> None:
    kelp = voices(("Kelp Alliance",), facts())
    assert kind_of("The Alliance rebuilt the pier.", Setting(voices=kelp)) is RECORD
