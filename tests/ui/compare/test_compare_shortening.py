"""What a card shows of a long passage: whole sentences, those that carry the topic and those they lean on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.shortening import CUT, WHOLE, shortened, whole
from index.topics.model import Match, StatementKind
from ui.compare.cards.card import Density, card

MakeMatch = Callable[..., Match]
CRITICISM = StatementKind.CRITICISM

FILLER = "The old brewery on the corner has stood empty since the flood and everybody wonders who owns it now."
LAMP = "We will put a lamp on every landing stage before the winter comes."


def passage(*sentences: str) -> str:
    return " ".join(sentences)


def test_a_short_passage_is_shown_whole(make_match: MakeMatch) -> None:
    match = make_match(passage(FILLER, LAMP))
    assert len(match.text) <= WHOLE
    assert shortened(match) == whole(match.text)


def test_a_long_passage_keeps_the_sentences_that_carry_it_and_shows_the_cuts(make_match: MakeMatch) -> None:
    shown = shortened(make_match(passage(FILLER, FILLER, LAMP, FILLER, FILLER)))
    assert shown.text == f"[…] {LAMP} […]"
    assert shown.cut


def test_a_sentence_that_takes_something_back_stays_with_what_it_limits(make_match: MakeMatch) -> None:
    limit = "But not where a stage belongs to a private owner who has not agreed to it in writing."
    shown = shortened(make_match(passage(FILLER, FILLER, LAMP, limit, FILLER, FILLER)))
    assert shown.text == f"[…] {LAMP} {limit} […]"


def test_a_sentence_that_speaks_of_the_one_before_it_brings_it_along(make_match: MakeMatch) -> None:
    asked = "Every landing stage was promised proper light by the last council of this town."
    shown = shortened(make_match(passage(FILLER, FILLER, asked, "They got no lamp.", FILLER, FILLER)))
    assert shown.text == f"[…] {asked} They got no lamp. […]"


@pytest.mark.parametrize(
    "limit",
    [
        "This begins in the spring, unless the owners of the stages have sold them by then to somebody else.",
        "They will be lit all night, provided that the harbour board agrees to pay for half of what it costs.",
        "The work is subject to a vote of the council on the money that is left over from the year before.",
        "Those who live on a boat will not pay for it, whatever the harbour board may have told them so far.",
        "The cost falls on the owner if a stage is used for trade on more than ten days in any one summer.",
    ],
)
@pytest.mark.parametrize("density", [Density.SHORT, Density.LINES])
def test_a_condition_or_a_negation_further_on_in_the_next_sentence_is_never_left_out(
    make_match: MakeMatch, limit: str, density: Density
) -> None:
    match = make_match(passage(FILLER, FILLER, LAMP, limit, FILLER, FILLER))
    said = " ".join(paragraph.text for paragraph in card(match, "lights", density).paragraphs)
    assert f"{LAMP} {limit}" in said
    assert FILLER not in said


@pytest.mark.parametrize(
    "pointing",
    [
        "The council will put a lamp on every one of these stages before the winter comes.",
        "We will put a lamp wherever such stages are used at night by those who work there.",
        "Boats are lost where there is no lamp, and we will put an end to this before the spring.",
        "A lamp will be put on all of them before the winter comes to the harbour.",
    ],
)
def test_what_this_or_such_points_to_is_shown_wherever_in_the_sentence_it_stands(
    make_match: MakeMatch, pointing: str
) -> None:
    meant = "Forty stages along the river are used at night by people who sell fish from their boats."
    shown = shortened(make_match(passage(FILLER, FILLER, meant, pointing, FILLER, FILLER)))
    assert shown.text == f"[…] {meant} {pointing} […]"


@pytest.mark.parametrize("plain", ["This year every stage will get a lamp before the winter comes to the harbour."])
def test_this_year_points_to_nothing(make_match: MakeMatch, plain: str) -> None:
    shown = shortened(make_match(passage(FILLER, FILLER, plain, FILLER, FILLER)))
    assert shown.text == f"[…] {plain} […]"


@pytest.mark.parametrize(
    "safeguard",
    [
        "Strict safeguards will apply to the pictures that the lamps take of people who pass by at night.",
        "An independent panel will oversee the work and publish what it finds once in every quarter.",
        "A judge must give consent before any of the pictures may be looked at by the harbour board.",
        "The power will lapse after two years and the harbour board will have to ask for it again.",
    ],
)
@pytest.mark.parametrize("density", [Density.SHORT, Density.LINES])
def test_a_safeguard_stays_with_what_it_guards(make_match: MakeMatch, safeguard: str, density: Density) -> None:
    match = make_match(passage(FILLER, FILLER, LAMP, safeguard, FILLER, FILLER))
    said = " ".join(paragraph.text for paragraph in card(match, "lights", density).paragraphs)
    assert f"{LAMP} {safeguard}" in said
    assert FILLER not in said


def test_who_is_to_blame_is_shown_with_what_they_are_blamed_for(make_match: MakeMatch) -> None:
    def criticising(*texts: str) -> Match:
        match = make_match(passage(*texts))
        kinds = [replace(one, kind=CRITICISM) if one.text in (lost, blame) else one for one in match.statements]
        return replace(match, statements=tuple(kinds))

    lost = "Nine lamps in ten have been lost from the stages along the river in as many years as that."
    blame = "The Conservatives slashed the money for the harbour and left the board with nothing to spend."
    assert shortened(criticising(FILLER, FILLER, lost, blame, FILLER, FILLER)).text == f"[…] {lost} {blame} […]"
    assert shortened(criticising(FILLER, FILLER, blame, lost, FILLER, FILLER)).text == f"[…] {blame} {lost} […]"


def test_what_is_too_short_to_be_worth_a_cut_is_kept(make_match: MakeMatch) -> None:
    shown = shortened(make_match(passage(FILLER, FILLER, LAMP, "Quite so.", LAMP, FILLER, FILLER)))
    assert "Quite so." in shown.text


def test_where_a_heading_alone_brought_it_here_the_passage_begins_at_its_beginning(make_match: MakeMatch) -> None:
    shown = shortened(make_match(passage(*[FILLER] * 12)))
    assert shown.text.startswith(FILLER)
    assert shown.cut


def test_words_are_found_again_in_what_is_shown(make_match: MakeMatch) -> None:
    match = make_match(passage(FILLER, FILLER, LAMP, FILLER, FILLER, LAMP))
    shown = shortened(match)
    for reason in match.why:
        ((start, end),) = shown.placed(reason.start, reason.end)
        assert shown.text[start:end] == "lamp"


def test_words_that_are_left_out_are_nowhere(make_match: MakeMatch) -> None:
    match = make_match(passage(FILLER, FILLER, LAMP, FILLER, FILLER))
    assert shortened(match).placed(0, 7) == []


SENTENCES = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["But ", "", "They ", "Unless ", "Now "]), st.integers(1, 40)).map(
        lambda made: f"{made[1]}{'lamp ' if made[0] else ''}{'word ' * made[2]}end."
    ),
    min_size=1,
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(SENTENCES)
def test_no_sentence_is_ever_cut_and_nothing_is_added(make_match: MakeMatch, sentences: list[str]) -> None:
    match = make_match(" ".join(sentences))
    shown = shortened(match)
    starts = {0, *(statement.start for statement in match.statements)}
    ends = {len(match.text), *(statement.end for statement in match.statements)}
    assert all(start in starts and end in ends for start, end in shown.spans)
    assert all(before[1] < after[0] for before, after in pairwise(shown.spans))
    pieces = [piece.strip() for piece in shown.text.split(CUT.strip())]
    assert [piece for piece in pieces if piece] == [match.text[start:end].strip() for start, end in shown.spans]


LIMITING = ("not", "unless", "subject to", "provided that", "if", "never", "no", "except", "only", "cannot", "don’t")
LIMITED = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["", *LIMITING]), st.integers(0, 12), st.integers(8, 30)).map(
        lambda made: f"Word {'lamp ' if made[0] else ''}{'word ' * made[2]}{made[1]} {'word ' * made[3]}end."
    ),
    min_size=2,
    max_size=10,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(LIMITED)
def test_no_sentence_with_a_negation_or_a_condition_is_cut_off_from_the_one_before(
    make_match: MakeMatch, sentences: list[str]
) -> None:
    match = make_match(" ".join(sentences))
    shown = shortened(match)
    kept = [any(a <= one.start and one.end <= b for a, b in shown.spans) for one in match.statements]
    assert any(kept)
    for before, after, statement in zip(kept, kept[1:], match.statements[1:], strict=False):
        if before and any(re.search(rf"\b{word}\b", statement.text) for word in LIMITING):
            assert after, statement.text
