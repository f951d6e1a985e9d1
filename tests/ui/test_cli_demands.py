"""`hustings demands` makes a topic of a list, which `hustings compare` then sets manifestos against."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli.program import run

PLAN = "HARBOUR FIRST\n\nWe will mend every lamp along the quay.\n\nNets belong to those who mend them.\n"
DEMANDS = "We call for:\n- Mend the lamps of the quay\n- Ban nets of nylon\n"


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "demands.txt").write_text(DEMANDS, encoding="utf-8")
    assert run(["add", str(tmp_path / "plan.txt"), "--library", str(tmp_path / "home")]) == 0
    capsys.readouterr()
    return ["--library", str(tmp_path / "home")]


def test_a_list_becomes_a_topic_that_can_be_compared(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["demands", str(tmp_path / "demands.txt"), "--name", "Harbour charter", *library]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "harbour-charter: Harbour charter",
        "  Mend the lamps of the quay",
        "    looked for: lamps quay",
        "  Ban nets of nylon",
        "    looked for: nets nylon",
        "See it with: hustings compare --topic harbour-charter",
    ]
    assert run(["compare", "--topic", "harbour-charter", "--format", "json", *library]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [len(row["cells"][0]["passages"]) for row in rows] == [1, 0]


def test_a_name_that_is_taken_and_an_empty_list_are_told(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["demands", str(tmp_path / "demands.txt"), "--name", "Charter", "--json", *library]
    assert run(command) == 0
    assert [row["demand"] for row in json.loads(capsys.readouterr().out)["rows"]][1] == "Ban nets of nylon"
    assert run(command) == 1
    assert "Another topic has this name. Give the list another name with --name." in capsys.readouterr().err
    (tmp_path / "none.txt").write_text("We call for:\n", encoding="utf-8")
    assert run(["demands", str(tmp_path / "none.txt"), "--name", "None", *library]) == 1
    assert "There are no demands in that text." in capsys.readouterr().err
