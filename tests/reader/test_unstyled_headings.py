"""Headings that their writers only made bold, large or capital."""

from __future__ import annotations

from reader.model import Kind
from reader.parts import Look, Part, Run, looks_of
from reader.unstyled_headings import with_headings

HEADING, PARAGRAPH = Kind.HEADING, Kind.PARAGRAPH
PLAIN, BOLD, LARGE = Look(False, 11), Look(True, 11), Look(True, 20)
TEXT = Part(PARAGRAPH, "We will light every lane, and mend what the storms have broken.", looks=(PLAIN,))


def bold(text: str, *looks: Look) -> Part:
    return Part(PARAGRAPH, text, looks=looks or (BOLD,))


def summary(*parts: Part) -> list[tuple[Kind, int | None, str]]:
    return [(part.kind, part.level, part.text) for part in with_headings(parts)]


def test_bold_lines_are_headings_and_larger_ones_stand_over_them() -> None:
    assert summary(bold("A plan", LARGE), TEXT, bold("Safer streets:"), TEXT) == [
        (HEADING, 1, "A plan"),
        (PARAGRAPH, None, TEXT.text),
        (HEADING, 2, "Safer streets:"),
        (PARAGRAPH, None, TEXT.text),
    ]


def test_capitals_are_headings_too() -> None:
    assert summary(Part(PARAGRAPH, "SAFER STREETS"), TEXT)[0] == (HEADING, 1, "SAFER STREETS")


def test_a_bold_line_with_a_forced_break_after_it_is_a_heading_over_what_follows() -> None:
    parts = bold("Safer streets\nWe will light them.\nLamps\nWe will mend them.", BOLD, PLAIN, BOLD, PLAIN)
    assert summary(parts, TEXT)[:4] == [
        (HEADING, 1, "Safer streets"),
        (PARAGRAPH, None, "We will light them."),
        (HEADING, 1, "Lamps"),
        (PARAGRAPH, None, "We will mend them."),
    ]


def test_bold_sentences_lists_of_bold_names_and_last_words_are_no_headings() -> None:
    names = [bold("Anna Lamp"), bold("Ben Lane"), bold("Cleo Pier"), bold("Dan Dock")]
    kinds = [kind for kind, *_ in summary(TEXT, bold("We mean it."), bold("and so on"), *names, TEXT, bold("Join us"))]
    assert kinds == [PARAGRAPH] * len(kinds)


def test_where_all_is_bold_nothing_stands_out_by_it() -> None:
    assert summary(bold("Lamps"), bold(TEXT.text), bold("Lanes"), bold(TEXT.text))[0][0] is PARAGRAPH


def test_a_document_with_headings_of_its_own_has_no_others() -> None:
    real = [Part(HEADING, "Light", 1), TEXT, Part(HEADING, "Lanes", 2), TEXT]
    assert summary(*real, bold("Lamps"), TEXT)[4] == (PARAGRAPH, None, "Lamps")
    # Only where heading and text share a paragraph is there no doubt.
    assert summary(*real, bold("Lamps\nWe will mend them.", BOLD, PLAIN))[4:] == [
        (HEADING, 3, "Lamps"),
        (PARAGRAPH, None, "We will mend them."),
    ]


def test_a_title_alone_is_not_a_documents_headings() -> None:
    assert summary(Part(HEADING, "A plan", 1), TEXT, bold("Light"), TEXT)[2] == (HEADING, 2, "Light")


def test_headings_all_alike_stand_under_a_first_one_right_before_another() -> None:
    levels = [level for _, level, _ in summary(bold("A plan"), bold("Light"), TEXT, bold("Lanes"), TEXT)]
    assert levels == [1, 2, None, 2, None]


def test_how_a_line_is_set_is_told_by_all_of_its_visible_characters() -> None:
    runs = [Run("Safer ", True, 11), Run(" ", False, 11), Run("streets\nWe ", True, 11), Run("will", False, 12.5)]
    assert looks_of(runs) == (Look(True, 11), Look(False, 12.5))
