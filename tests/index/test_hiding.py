"""Who is who is hidden: names give way to letters and neutral words, ordinary words stay, marks find their place."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hidden_names import CORPUS, listed, measure
from hypothesis import given
from hypothesis import strategies as st

from index.hiding.hiding import Hiding
from index.hiding.speakers import Speaker
from reader.facts import facts

INVENTED = """
[[party]]
name = "Lamp Union"
names = ["lamp union", "undeb y lampau"]
words = ["lamps", "beacon"]
abbreviations = ["lmpu"]
nicknames = ["Lampies"]
people = ["Jan Bloggs"]
slogans = ["a light in every window", "Forward with Lamps"]
leaders = [["Ann Otherly", 2019, 2024], ["Sam Price", 2024]]
state = "United Kingdom"

[[party]]
name = "Anchor Movement"
names = ["anchor movement"]
leaders = [["Vi Moorings", 2015]]
state = "United Kingdom"

[[race]]
election = "Brackenmouth mayoral election 2027"
day = 2027-05-06
office = "mayor"
place = "Brackenmouth"
candidates = [["Noor Harbourne", "Anchor Movement"]]
"""
# Seed 1 draws these letters: the columns stand as A, B, C on paper.
SPEAKERS = (
    Speaker("Lamp Union", "", "2023"),
    Speaker("Anchor Movement", "Noor Harbourne", "2027"),
    Speaker("Labour", "", "2017"),
)


@pytest.fixture(scope="module")
def hiding(tmp_path_factory: pytest.TempPathFactory) -> Hiding:
    folder = tmp_path_factory.mktemp("facts")
    (folder / "parties.toml").write_text(INVENTED, encoding="utf-8")
    return Hiding(facts(folder), SPEAKERS, seed=1)


@pytest.fixture(scope="module")
def said(hiding: Hiding) -> dict[str, str]:
    """What each column's party is called."""
    return dict(zip(("lamp", "anchor", "labour"), (label.strip("[]") for label in hiding.labels), strict=True))


def test_letters_are_another_order_than_on_paper_and_the_same_for_the_same_seed() -> None:
    drawn = {seed: Hiding(facts(), SPEAKERS, seed).labels for seed in range(8)}
    paper = ("[Party A]", "[Party B]", "[Party C]")
    assert all(sorted(labels) == list(paper) and labels != paper for labels in drawn.values())
    assert len(set(drawn.values())) > 1
    again = Hiding(facts(), SPEAKERS, 5)
    assert again.labels == drawn[5]
    assert [again.labels[number] for number in again.order] == list(paper)


def test_manifestos_of_one_party_share_its_letter_and_candidates_without_a_party_have_their_own() -> None:
    twice = [Speaker("Labour", "", "2010"), Speaker("Welsh Labour", "", "2017"), Speaker("SNP")]
    labels = Hiding(facts(), twice, 0).labels
    assert [label[:8] for label in labels] == ["[Party B", "[Party B", "[Party A"]
    assert [label[8:] for label in labels] == [" 2010]", " 2017]", "]"]
    alone = Hiding(facts(), [Speaker("Independent", "Ada Quill"), Speaker("Independent", "Bo Reed")], 0)
    assert alone.hide("Ada Quill and Bo Reed stand. Quill’s plan.").text == (
        "[The candidate of Party B] and [the candidate of Party A] stand. [The candidate of Party B]’s plan."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The Lamp Union will act.", "[{lamp}] will act."),
        ("THE LAMP UNION’S PLAN", "[{lamp}]’S PLAN"),
        ("a Lamp-\nUnion council, Lamp\nUnion votes", "a [{lamp}] council, [{lamp}] votes"),
        ("Lampies’ votes, pro-Lampies leaflets", "[{lamp}]’s votes, pro-[{lamp}] leaflets"),
        ("Vote Beacon, for Beacon’s sake", "Vote [{lamp}], for [{lamp}]’s sake"),
        ("the last Labour government; Labour-led councils", "the last [{labour}] government; [{labour}]-led councils"),
        ("Con\u00adservative MPs and Lab-\nour", "[other party] MPs and [{labour}]"),
        ("A Tory said that the Tories’ plan and an SNP budget fell", None),
        ("i Blaid Cymru, ac i’r Blaid Lafur", "i [another party], ac i’r [{labour}]"),
        ("Sinn Fe\u0301in and SINN FÉIN", "[Another party] and [another party]"),
        ("Jo Lamp (LMPU) and Sam Doe (Con)", "Jo Lamp ([{lamp}]) and Sam Doe ([another party])"),
    ],
)
def test_parties_give_way_to_letters_whatever_they_are_called(
    hiding: Hiding, said: dict[str, str], text: str, shown: str | None
) -> None:
    expected = shown or (
        "A [member of another party] said that [another party]’s plan and an [other party] budget fell"
    )
    assert hiding.hide(text).text == expected.format(**said)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ann Otherly’s plan", "[The leader of {lamp}]’s plan"),
        ("we trust Mrs Otherly", "we trust [the leader of {lamp}]"),
        ("Sam Price led later; Price said so", "[A politician of {lamp}] led later; [a politician of {lamp}] said so"),
        ("Jan Bloggs knew", "[A politician of {lamp}] knew"),
        ("Mayor Noor Harbourne. Noor will act.", "[The candidate of {anchor}]. [The candidate of {anchor}] will act."),
        ("the Cameron government, Sir Vince and Mrs. May", None),
        ("In May, Mr May may say", "In May, [a politician] may say"),
        ("this is gordon brown’s pier", "this is [a politician of {labour}]’s pier"),
        ("Mr Brown of the Browns", "[A politician] of the Browns"),  # two of that name, of two parties
    ],
)
def test_people_give_way_to_what_they_were_in_that_year(
    hiding: Hiding, said: dict[str, str], text: str, shown: str | None
) -> None:
    expected = shown or "the [politician] government, [a politician] and [a politician]"
    assert hiding.hide(text).text == expected.format(**said)


def test_slogans_are_hidden_as_slogans_and_not_where_a_sentence_uses_their_words(hiding: Hiding) -> None:
    assert hiding.hide("We want a light in every window.").text == "We want [slogan]."
    assert hiding.hide("FORWARD, WITH LAMPS").text == "[slogan]"
    assert hiding.hide("For the many, not the few – our plan").text == "[slogan] – our plan"
    assert hiding.hide("We go forward together.").text == "We go forward together."


def test_what_may_be_a_name_and_was_taken_for_ordinary_words_is_told(hiding: Hiding) -> None:
    text = "The Labour Market and the Labour Party"
    assert [text[slice(*span)] for span in hiding.doubtful(text)] == ["Labour"]
    assert hiding.doubtful(text)[0][0] == 4
    assert hiding.doubtful("We reform the labour market.") == []


def test_surnames_of_several_are_of_no_party_unless_one_is_named_or_leads() -> None:
    both = Hiding(facts(), [Speaker("Labour", "", "2010"), Speaker("Reform UK", "", "2024")], 1)
    labour, reform = (label.strip("[]") for label in both.labels)
    assert both.hide("Mr Brown").text == f"[The leader of {labour}]"
    assert both.hide("Nigel Farage").text == f"[The leader of {reform}]"
    assert both.hide("Mr Johnson").text == "[A politician]"
    assert both.hide("Alan Johnson and Mr Johnson").text.count(labour) == 2


def test_addresses_handles_and_hashtags_that_hold_a_name_are_hidden_whole(hiding: Hiding) -> None:
    text = "See www.lampunion.org/plan, mail a@anchormovement.uk, @Lamp_Union #VoteBeacon #ALightInEveryWindow"
    assert hiding.hide(text).text == "See [web address], mail [e-mail address], [handle] [hashtag] [hashtag]"
    kept = "See www.gov.uk/labour-market, mail help@citizens.example, @BBCNews #greenbelt and/or page 4."
    assert hiding.hide(kept).text == kept


def test_titles_and_page_labels_are_hidden(hiding: Hiding, said: dict[str, str]) -> None:
    labour = said["labour"]
    assert hiding.hide("Labour Party | Manifesto 2017").text == f"[{labour}] | Manifesto 2017"


def test_of_our_innocent_phrases_none_is_hidden(hiding: Hiding) -> None:
    phrases = listed("innocent.txt")
    everyone = Hiding(facts(), [Speaker(name) for name in ("Labour", "Conservative", "Green", "Reform UK", "SNP")], 3)
    assert len(phrases) >= 150
    assert [phrase for phrase in phrases if hiding.hide(phrase).spans or everyone.hide(phrase).spans] == []


NAMES = ["Lamp Union", "Lampies", "Ann Otherly", "Labour Party", "Tories", "Jeremy Corbyn", "Sinn Féin", "@LampUnion"]
WORDS = st.sampled_from(
    [*NAMES, *(name.upper() for name in NAMES), "the", "a", "’s", "market", "\n", "-", ". ", "é", "🏠", "’"]
)


@given(st.lists(WORDS | st.text(max_size=3), max_size=12))
def test_offsets_keep_their_order_and_come_back_and_no_name_is_left(hiding: Hiding, parts: list[str]) -> None:
    text = " ".join(parts)
    hidden = hiding.hide(text)
    there = [hidden.to_hidden(offset) for offset in range(len(text) + 1)]
    back = [hidden.to_original(offset) for offset in range(len(hidden.text) + 1)]
    assert there == sorted(there)
    assert back == sorted(back)
    assert (there[0], there[-1], back[0], back[-1]) == (0, len(hidden.text), 0, len(text))
    inside = {place for start, end, _, _ in hidden.spans for place in range(start + 1, end)}
    for offset in set(range(len(text))) - inside:
        assert hidden.to_original(there[offset]) == offset
        if not any(start <= offset < end for start, end, _, _ in hidden.spans):
            assert hidden.text[there[offset]] == text[offset]
    for name in NAMES:
        assert not re.search(rf"(?<![\w@]){name}(?!\w)", hidden.text)
    assert hiding.hide(hidden.text).spans == ()


def test_a_mark_stays_on_its_words_and_takes_what_is_hidden_as_a_whole(hiding: Hiding) -> None:
    text = "We say that the Lamp Union’s pledge on boats counts."
    hidden = hiding.hide(text)
    start = text.index("pledge on boats")
    shown = hidden.span_to_hidden(start, start + 15)
    assert hidden.text[slice(*shown)] == "pledge on boats"
    assert hidden.span_to_original(*shown) == (start, start + 15)
    inside = hidden.span_to_hidden(text.index("Union"), start)
    assert hidden.text[slice(*inside)] == "[Party " + hidden.text[hidden.text.index("]") - 1] + "]’s "
    assert hidden.words == 2


def test_five_hundred_passages_are_hidden_while_nobody_waits(hiding: Hiding) -> None:
    passage = (
        "The Lamp Union will repair every street, and the last Labour government did not. " + "Boats must come. " * 16
    )
    began = time.process_time()
    for number in range(500):
        hiding.hide(f"{number} {passage}")
    assert time.process_time() - began < 1.0  # 0.1 s alone; the machines of the gate are shared


@pytest.mark.skipif(not CORPUS.is_dir(), reason="real manifestos are not at hand (../shared/corpus)")
def test_no_name_of_a_strangers_list_is_left_in_real_manifestos() -> None:
    # Where the listed words are ordinary ones.
    ordinary = r"Labour (?:standards|Organization)|strong and stable (?:families|society|Union|footing)|A fair deal for"
    folders = {
        "uk-2017": ["alliance-2017.pdf"],
        "uk-2010": [
            "coalition-agreement-2010.html",
            "conservative-2010.html",
            "green-2010.html",
            "labour-raw-2010.txt",
        ],
        "london-2024": sorted(path.name for path in Path(CORPUS / "london-2024").iterdir()),
    }
    for folder, names in folders.items():
        found = measure([CORPUS / folder / name for name in names], listed("names.txt"))
        assert [around for _, around in found.left if not re.search(ordinary, around)] == []
        assert 3 < 1000 * found.replaced / found.words < 40
