"""The facts on parties and elections: sound as shipped, and what a file of the user's adds to them."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from reader.facts import Stood, facts, folded, usable_facts
from reader.facts_file import PartiesInvalid, own_digest
from reader.guess import guess_fields
from reader.model import Block, Kind, Manifesto, Piece


def write(folder: Path, text: str) -> None:
    (folder / "parties.toml").write_text(text, encoding="utf-8")


def test_every_party_is_called_something_that_finds_it() -> None:
    names = [party.name for party in facts().parties]
    assert len(names) == len(set(names))
    for party in facts().parties:
        assert re.fullmatch(r"#[0-9a-f]{6}|", party.colour)
        assert party.called.search(folded(party.name)), party.name
        assert party.state


def test_leaders_led_for_some_time_and_one_after_the_other() -> None:
    for party in facts().parties:
        assert all(leader.first <= leader.last for leader in party.leaders)
        by_nation: dict[str, list[int]] = {}
        for leader in party.leaders:
            by_nation.setdefault(leader.nation, []).append(leader.first)
        assert all(years == sorted(years) for years in by_nation.values()), party.name


def test_the_big_parties_had_a_leader_in_every_year() -> None:
    for name in ("Labour", "Conservative", "Liberal Democrats", "SNP", "Plaid Cymru", "DUP", "Sinn Féin", "SDLP"):
        party = facts().party(name)
        assert party is not None
        led = {year for leader in party.leaders if not leader.nation for year in range(leader.first, leader.last + 1)}
        assert led >= set(range(1995, 2027)), name


def test_candidates_stand_for_parties_that_are_known() -> None:
    names = {party.name for party in facts().parties} | {"Independent"}
    for race in facts().races:
        assert {party for _, party in race.candidates} <= names
        assert race.year in race.election


def test_parties_that_stood_are_known_and_stood_in_elections_that_were_held() -> None:
    names = {party.name for party in facts().parties}
    for election, parties in facts().standing.items():
        assert set(parties) <= names, election
        assert len(set(parties)) == len(parties)
        name, year = election.rsplit(" ", 1)
        assert any(kind.election == f"{name} {{year}}" and kind.was_held_in(year) for kind in facts().kinds), election
        nations = {one.nation for one in facts().stood(election)} - {""}
        if not election.startswith("UK"):
            assert len(nations) == 1, election
    assert all(f"UK general election {year}" in facts().standing for year in (2010, 2015, 2017, 2019, 2024))


def test_who_stood_is_found_by_the_name_of_the_election_and_added_to(tmp_path: Path) -> None:
    hall = Stood("Conservative", "", "Susan Hall")
    assert hall in facts().stood("London mayoral election 2024")
    assert Stood("SNP", "Scotland") in facts().stood("uk General Election 2017")
    assert facts().stood("UK general election 1951") == facts().stood("") == ()
    write(
        tmp_path,
        '[[standing]]\nelection = "UK general election 2024"\nparties = ["Lamp Union"]\n\n'
        '[[standing]]\nelection = "Quay election 2031"\nparties = ["Lamp Union", "Net Party"]\n',
    )
    known = facts(tmp_path)
    assert known.stood("UK general election 2024") == (*facts().stood("UK general election 2024"), Stood("Lamp Union"))
    assert known.stood("Quay election 2031") == (Stood("Lamp Union"), Stood("Net Party"))


def test_elections_of_one_kind_are_in_order_and_apart() -> None:
    for kind in facts().kinds:
        assert list(kind.days) == sorted(set(kind.days))
        assert kind.held_in("2039")
        assert kind.held_in("1746") == (not kind.days)


def test_a_party_of_ones_own_is_guessed_and_a_known_one_gets_more_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        '[[party]]\nname = "Lamp Union"\nnames = ["lamp union"]\ncolour = "#3a6ea5"\nstate = "United Kingdom"\n\n'
        '[[party]]\nname = "Labour"\nwords = ["the reds"]\n\n'
        '[[race]]\nelection = "Brackenmouth mayoral election 2031"\nday = 2031-05-01\noffice = "mayor"\n'
        'place = "Brackenmouth"\ncandidates = [["Ann Other", "Lamp Union"]]\n',
    )
    known = facts(tmp_path)
    text = "Ann Other: a plan for Brackenmouth"
    plan = Manifesto(text, "en", (Block(Kind.PARAGRAPH, text, pieces=(Piece(0, 1, 1),)),), metadata={})
    found = guess_fields(Path("plan.txt"), plan, known)
    assert (found["party"], found["colour"], found["year"]) == ("Lamp Union", "#3a6ea5", "2031")
    labour = known.party("Labour")
    assert labour is not None
    assert labour.own.search("the reds")
    assert labour.own.search("labour party")
    assert facts().party("Lamp Union") is None


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('[[party]]\nname = "A"\n', 1, "at least one"),
        ('[[party]]\nname = "A"\nnames = ["a"]\ncolour = "red"\n', 4, "colour"),
        ('[[party]]\nname = "A"\nnames = ["a"]\nleaders = [["B"]]\n', 4, "leader"),
        ('[[party]]\nname = "A"\nnames = ["a"]\nnickname = "b"\n', 4, "not known here"),
        ('\n[[party]]\nnames = ["a"]\n', 2, "“name” is missing"),
        ('[[election]]\nelection = "A {year}"\nwords = ["("]\n', 3, "regular expression"),
        ('[[election]]\nelection = "A {day}"\nwords = ["a"]\n', 2, "filled in"),
        ('[[election]]\nelection = "A"\nwords = ["a"]\ndays = [2024]\n', 4, "2024-07-04"),
        ('[[race]]\nelection = "A"\noffice = "mayor"\nplace = "B"\ncandidates = [["C", "D"]]\n', 1, "day"),
        (
            '[[race]]\nelection = "A"\nday = 2024-05-02\noffice = "mayor"\nplace = "B"\ncandidates = ["C"]\n',
            6,
            "candidate",
        ),
        ('[[standing]]\nelection = "A"\n', 1, "parties"),
        ('[[standing]]\nelection = "A"\nparties = [3]\n', 3, "parties"),
        ("party = 3\n", 1, "[[party]]"),
        ("[[party\n", 1, ""),
        ("party = " + "[" * 40_000, 1, "nested too deep"),
        ('[[party]]\nname = "A"\nnames = ["a"]\nleaders = [["B", 12345678901234567890123]]\n', 4, "leader"),
        ('[[party]]\nname = "A"\nnames = ["a"]\nleaders = [["B", -1]]\n', 4, "leader"),
        ('[[election]]\nelection = "A {year:>999999999}"\nwords = ["a"]\n', 2, "filled in"),
        ('[[election]]\nelection = "A {year.real}"\nwords = ["a"]\n', 2, "filled in"),
        ('[[election]]\nelection = "A"\nwords = ["a{9999999999}"]\n', 3, "regular expression"),
        (
            f'[[election]]\nelection = "A"\nwords = ["{"(" * 149 + ")" * 149}", "{"(" * 5000}"]\n',
            3,
            "regular expression",
        ),
        ('[[election]]\nelection = "A"\nwords = ["a(?i)"]\n', 3, "regular expression"),
        ('[[election]]\nelection = "A"\nwords = ["(?P<b>a)", "(?P<b>c)"]\n', 3, "“(?P<b>c)” is no regular expression"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_line_and_reason(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    write(tmp_path, text)
    with pytest.raises(PartiesInvalid) as refused:
        facts(tmp_path)
    assert refused.value.problem.startswith(f"parties.toml, line {line}: ")
    assert reason in refused.value.problem
    assert usable_facts(tmp_path) is facts()


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "parties.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PartiesInvalid, match="UTF-8"):
        facts(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_in_its_place_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "parties.toml")
    with pytest.raises(PartiesInvalid, match="not a file"):
        facts(tmp_path)
    assert own_digest(tmp_path) == ""


def test_another_state_of_the_file_is_told_apart(tmp_path: Path) -> None:
    assert own_digest(tmp_path) == ""
    write(tmp_path, "")
    empty = own_digest(tmp_path)
    write(tmp_path, '[[party]]\nname = "A"\nnames = ["a"]\n')
    assert len({"", empty, own_digest(tmp_path)}) == 3
