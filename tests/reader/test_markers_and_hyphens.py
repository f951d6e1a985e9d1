"""Bullets at the start of lines and hyphens at their end."""

from __future__ import annotations

import pytest

from reader.hyphens import Hyphens, Joint
from reader.markers import marker_at_start


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("• Lamps", "•", "Lamps"),
        ("  •\tLamps", "•", "Lamps"),
        ("– Lamps and lanes", "–", "Lamps and lanes"),
        ("* Lamps", "*", "Lamps"),
        ("\uf0b7 Lamps", "\uf0b7", "Lamps"),
        ("●Lamps", "●", "Lamps"),
        ("1. Lamps", "1.", "Lamps"),
        ("12) Lamps", "12)", "Lamps"),
        ("(a) Lamps", "(a)", "Lamps"),
        ("iv) Lamps", "iv)", "Lamps"),
        ("183. Lamps", "183.", "Lamps"),
    ],
)
def test_a_marker_begins_an_item(line: str, marker: str, text: str) -> None:
    found = marker_at_start(line)
    assert found is not None
    assert (found.text, line[found.end :]) == (marker, text)


@pytest.mark.parametrize(
    "line",
    ["Lamps", "-5 degrees", "–lamps", "1.5 million lamps", "2017. It was", "a lamp", "£5 lamps", "", "\ufffdamps"],
)
def test_words_and_figures_are_no_markers(line: str) -> None:
    assert marker_at_start(line) is None


def test_what_the_document_prints_elsewhere_decides_a_hyphen() -> None:
    hyphens = Hyphens(["The coalition has a co-operative for the well-being of all who are well"])
    assert hyphens.joint("the coali-", "tion has") == Joint(True, "")
    assert hyphens.joint("a co-", "operative") == Joint(False, "")
    assert hyphens.joint("their well-", "being") == Joint(False, "")


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("in the twenty-", "first century"),
        ("all forty-", "seven lanes"),
        ("a long-", "term plan for"),
        ("free T-", "shirts"),
        ("more E-", "bikes"),
        ("a one-", "off grant"),
        ("work full-", "time"),
    ],
)
def test_compounds_keep_their_hyphen_though_the_document_has_them_nowhere_else(line: str, following: str) -> None:
    assert Hyphens([]).joint(line, following) == Joint(False, "")


@pytest.mark.parametrize(
    ("line", "following"), [("an on-", "line service"), ("the long-", "est lane"), ("twen-", "ty boats")]
)
def test_words_that_a_line_s_end_parts_are_joined(line: str, following: str) -> None:
    assert Hyphens([]).joint(line, following) == Joint(True, "")


@pytest.mark.parametrize(
    ("line", "following"), [("the years 2024–", "25"), ("the quay–", "ferry line"), ("the lamps—", "all of them")]
)
def test_a_dash_between_words_takes_no_space(line: str, following: str) -> None:
    assert Hyphens([]).joint(line, following) == Joint(False, "")


def test_words_that_are_written_solid_in_their_language_are_joined() -> None:
    lines = ["Die Zensur und die Bestrebungen"]
    assert Hyphens(lines, "de").joint("vor Zensur-", "bestrebungen") == Joint(True, "")
    assert Hyphens(lines, "de").joint("Wirtschafts-", "und Sozialpolitik") == Joint(False, " ")
    assert Hyphens(lines, "de").joint("EU-", "Staaten") == Joint(False, "")


def test_german_adjectives_side_by_side_keep_their_hyphen() -> None:
    hyphens = Hyphens([], "de")
    assert hyphens.joint("der walisisch-", "irischen See") == Joint(False, "")
    assert hyphens.joint("die politi-", "schen Fragen") == Joint(True, "")
    assert hyphens.joint("frisch-", "gebackenes Brot") == Joint(True, "")


def test_lines_without_a_hyphen_are_joined_by_a_space_and_paths_by_nothing() -> None:
    hyphens = Hyphens([])
    assert hyphens.joint("the lamp", "and the lane") == Joint(False, " ")
    assert hyphens.joint("lamps –", "and lanes") == Joint(False, " ")
    assert hyphens.joint("www.lamps.example/", "lanes") == Joint(False, "")
    assert hyphens.joint("the last line", "") == Joint(False, "")
