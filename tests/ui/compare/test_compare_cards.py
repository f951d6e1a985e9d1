"""What stands on a card: words and marks, kinds, page and heading, the explanation, and what a screen reader says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from index.topics.model import Match, Reason, Statement, StatementKind, Subtopic, Topic
from ui.compare.cards.card import Card, Density, card, explanation, kinds, spoken, what_lent
from ui.compare.cards.card_layout import lay_out

MakeMatch = Callable[..., Match]

TOPIC = Topic("harbour", 1, "Harbour", "", "", (), subtopics=(Subtopic("lights", "Lights"), Subtopic("boats", "Boats")))
LONG = "The quay is old. " * 12 + "We will mend each lamp. " + "The gulls are loud here. " * 10
EMOJI = "🏘️ We will mend every lamp 👩‍👧 on the quay."


def marked(shown: Card) -> list[str]:
    return [paragraph.text[start:end] for paragraph in shown.paragraphs for start, end in paragraph.marks]


@pytest.mark.parametrize("density", list(Density))
def test_marked_words_are_the_words_that_caused_the_match(make_match: MakeMatch, density: Density) -> None:
    for text in (LONG, EMOJI):
        assert marked(card(make_match(text), "lights", density)) == ["lamp"]


def test_the_signs_of_omission_are_known_by_their_place(make_match: MakeMatch) -> None:
    shown = card(make_match(LONG), "lights", Density.SHORT)
    (paragraph,) = shown.paragraphs
    assert shown.cut
    assert [paragraph.text[start:end] for start, end in paragraph.cuts] == ["[…]", "[…]"]


def test_an_expanded_card_shows_the_whole_passage_at_any_density(make_match: MakeMatch) -> None:
    for density in Density:
        shown = card(make_match(LONG), "lights", density, expanded=True)
        assert shown.paragraphs[0].text == LONG
        assert not shown.cut


def test_at_one_line_per_statement_only_the_carrying_ones_are_shown(make_match: MakeMatch) -> None:
    shown = card(make_match("We will mend each lamp. The gulls are loud. A lamp is dear."), "lights", Density.LINES)
    assert [paragraph.text for paragraph in shown.paragraphs] == ["We will mend each lamp.", "A lamp is dear."]
    assert [paragraph.kind for paragraph in shown.paragraphs] == [StatementKind.PLEDGE, StatementKind.CONTEXT]


def test_kinds_stand_once_and_context_only_alone() -> None:
    def statement(kind: StatementKind) -> Statement:
        return Statement(0, 1, "x", kind, True)

    record, pledge, context = StatementKind.RECORD, StatementKind.PLEDGE, StatementKind.CONTEXT
    assert kinds([statement(record), statement(context), statement(pledge), statement(record)]) == (record, pledge)
    assert kinds([statement(context), statement(context)]) == (context,)


def test_the_explanation_names_words_heading_and_rows(make_match: MakeMatch) -> None:
    match = make_match("A lamp and a Lamp.", subtopics=("lights", "boats"))
    heading = Reason("quay", "section", 4, 8)
    said = explanation(replace(match, why=(*match.why, Reason("Lamp", "text", 13, 17), heading)), TOPIC)
    assert said == "Words: “lamp”. Heading: “The quay”. Rows: Lights; Boats. Score 0.75 of 1; 0.50 is enough."


def test_what_only_a_heading_brought_in_names_it_while_it_is_to_be_checked(make_match: MakeMatch) -> None:
    lent = replace(make_match("The gulls are loud."), why=(Reason("quay", "section", 4, 8),))
    assert what_lent(replace(lent, uncertain=True)) == "Only its heading brought it in."
    above = (Reason("town", "section", 4, 8),)
    assert what_lent(replace(lent, why=above, uncertain=True)) == "Heading: “Our town”."
    assert what_lent(lent) == ""
    assert what_lent(replace(make_match("A lamp is dear."), uncertain=True)) == ""


@pytest.mark.parametrize("density", [Density.SHORT, Density.LINES])
def test_in_a_further_row_a_card_shows_what_speaks_for_it_and_names_the_other_rows(
    make_match: MakeMatch, density: Density
) -> None:
    aside = "The old quay at the far end of the harbour is the pride of all of us."
    whole = make_match(
        f"We will mend each lamp. {aside} A lamp on each boat was the law.", subtopics=("lights", "boats")
    )
    named = [("lights",), (), ("boats",)]
    statements = zip(whole.statements, named, strict=True)
    match = replace(whole, statements=tuple(replace(one, subtopics=rows) for one, rows in statements))
    first, further = (card(match, row, density, topic=TOPIC) for row in ("lights", "boats"))
    assert "We will mend each lamp." in first.paragraphs[0].text
    assert further.paragraphs[0].text.removeprefix("[…] ") == "A lamp on each boat was the law."
    assert (first.also, further.also) == ("Also under Boats", "Also under Lights")
    assert further.kinds == (StatementKind.CONTEXT,)
    assert "Also under Lights" in spoken(further, "Tide Party", "Boats")
    assert card(match, "boats", density, expanded=True, topic=TOPIC).paragraphs[0].text == match.text


def test_a_card_names_two_other_rows_and_tip_and_screen_reader_all(themed: QApplication, make_match: MakeMatch) -> None:
    rows = tuple(Subtopic(name.lower(), name) for name in ("Lights", "Boats", "Piers", "Ferries"))
    match = make_match("We will mend the lamp.", subtopics=tuple(row.id for row in rows))
    shown = card(match, "lights", Density.SHORT, topic=replace(TOPIC, subtopics=rows))
    assert shown.also_shown == "Also under Boats; Piers; and 1 more"
    assert "Also under Boats; Piers; Ferries" in spoken(shown, "Tide Party", "Lights")
    laid_out = lay_out(shown, 300)
    note = next(text for text in laid_out.texts if text.quiet)
    assert note.layout.text() == shown.also_shown
    assert laid_out.tip(note.at + QPointF(4, 4)) == "Also under Boats; Piers; Ferries"
    two = lay_out(replace(shown, also_shown=shown.also), 300)
    assert two.tip(note.at + QPointF(4, 4)) == ""


def test_a_screen_reader_hears_manifesto_row_kind_words_and_page(make_match: MakeMatch) -> None:
    shown = card(make_match("We will mend the old lamp."), "lights", Density.SHORT)
    assert spoken(shown, "Tide Party", "Lights") == (
        "Tide Party. Lights. Pledge. We will mend the old lamp. page iii. The quay."
    )


@pytest.mark.parametrize("density", list(Density))
def test_what_can_be_measured_in_a_pledge_is_marked_and_said(make_match: MakeMatch, density: Density) -> None:
    shown = card(make_match("🏘️ We will mend 400 lamps by 2027. The old lamp cost £90."), "lights", density)
    measured = [words.text[start:end] for words in shown.paragraphs for start, end in words.measures]
    assert measured == ["400", "by 2027"]
    assert "Can be measured: 400, by 2027." in spoken(shown, "Tide Party", "Lights")


@pytest.mark.parametrize("density", list(Density))
def test_an_item_of_a_list_stands_with_a_lead_in_that_negates_it(make_match: MakeMatch, density: Density) -> None:
    item = make_match("Put a lamp on the pier.")
    shown = card(replace(item, lead_in="We will not:"), "lights", density)
    assert [(words.text, words.quiet) for words in shown.paragraphs] == [
        ("We will not:", True),
        ("Put a lamp on the pier.", False),
    ]
    assert shown.quote == "We will not: […] Put a lamp on the pier."
    assert "We will not: Put a lamp" in spoken(shown, "Tide Party", "Lights")
    assert len(card(replace(item, lead_in="We will:"), "lights", density).paragraphs) == 1


def test_a_format_without_pages_has_no_page_on_its_cards(make_match: MakeMatch) -> None:
    shown = card(make_match("A lamp.", page=None, label=None), "lights", Density.SHORT)
    assert shown.page == ""
    assert spoken(shown, "Tide Party", "Lights") == "Tide Party. Lights. Context. A lamp. The quay."
