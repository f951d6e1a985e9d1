"""What people said, on the command line: `hustings verdicts` lists it, and `hustings compare` carries it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from reader.home import home
from reader.identity import with_ids
from reader.library.coder_edits import rename_coder
from reader.library.judging import confirm_silence, set_verdict
from reader.library.library import Library
from reader.library.verdicts import Verdict
from reader.model import Block, Kind, Manifesto
from ui.cli.program import run
from ui.cli.viewing import usable_topics

SPRINKLERS = "We will fit sprinklers in every tall block, and recruit 30 firefighters."
LADDERS = "We will buy longer ladders for the brigade."
QUAY = f"HARBOUR FIRST\n\n{SPRINKLERS}\n\n{LADDERS}\n\nThe quay belongs to all who live here.\n"
MEADOW = "MEADOWS FOR ALL\n\nWe will plant hedges along the new roads, and pay for them from the parking charge.\n"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A library in which Ann left one passage out, added one, and confirmed the silence of a manifesto."""
    (tmp_path / "quay.txt").write_text(QUAY, encoding="utf-8")
    (tmp_path / "meadow.txt").write_text(MEADOW, encoding="utf-8")
    chosen = tmp_path / "home"
    assert run(["add", str(tmp_path / "quay.txt"), str(tmp_path / "meadow.txt"), "--library", str(chosen)]) == 0
    topic = next(one for one in usable_topics(home(chosen)) if one.id == "fire-safety")
    with Library.open(home(chosen)) as library:
        library.apply(rename_coder(library, library.coders()[0].id, "Ann Example"))
        quay, meadow = sorted(library.documents(), key=lambda document: document.title)
        blocks = {block.text: block.id for block in library.blocks(quay.id)}
        library.apply(set_verdict(library, quay.id, blocks[SPRINKLERS], topic, Verdict.DOES_NOT_BELONG))
        added = next(block for text, block in blocks.items() if text.startswith("The quay"))
        library.apply(set_verdict(library, quay.id, added, topic, Verdict.BELONGS))
        library.apply(confirm_silence(library, meadow.id, topic))
    capsys.readouterr()
    return chosen


def _said(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["verdicts", "--json", *arguments, "--library", str(folder)]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_verdicts_are_listed_with_who_when_and_what_they_come_to(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _said(folder, capsys, "--topic", "fire-safety")["verdicts"]
    assert [(one["standing"], one["words"]) for one in found] == [
        ("left-out", SPRINKLERS),
        ("added", "The quay belongs to all who live here."),
        ("silence", ""),
    ]
    assert {one["coder"] for one in found} == {"Ann Example"}
    assert all(one["made"].endswith("Z") and one["version"] >= 1 for one in found)
    assert _said(folder, capsys, "--topic", "policing")["verdicts"] == []
    assert run(["verdicts", "--library", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.match(r"fire-safety  left out  by Ann Example, \d+ [A-Z]\w+ \d{4}  ", lines[0])


def test_an_item_of_a_list_is_listed_with_what_its_lead_in_opposes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pier = tmp_path / "pier.txt"
    pier.write_text("PIER PARTY\n\nWe would abolish:\n\n- the fire levy\n- the quay toll\n", encoding="utf-8")
    assert run(["add", str(pier), "--library", str(folder)]) == 0
    topic = next(one for one in usable_topics(home(folder)) if one.id == "fire-safety")
    with Library.open(home(folder)) as library:
        stored = next(one for one in library.documents() if one.file_name == "pier.txt")
        item = next(block for block in library.blocks(stored.id) if block.text == "the quay toll")
        library.apply(set_verdict(library, stored.id, item.id, topic, Verdict.BELONGS))
    capsys.readouterr()
    listed = {one["words"]: one["lead_in"] for one in _said(folder, capsys)["verdicts"]}
    assert (listed["the quay toll"], listed[SPRINKLERS]) == ("We would abolish:", "")
    assert run(["verdicts", "--library", str(folder)]) == 0
    assert "We would abolish: […] the quay toll" in capsys.readouterr().out


def test_what_was_not_found_again_is_listed_as_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(home(folder)) as library:
        quay = min(library.documents(), key=lambda document: document.title)
        blocks = with_ids(quay.id, (Block(Kind.PARAGRAPH, LADDERS),))
        library.store_again(quay.id, Manifesto(quay.title, "en", blocks, format="Plain text"), {})
    found = _said(folder, capsys)["verdicts"]
    assert [one["standing"] for one in found] == ["silence", "lost", "lost"]
    assert {one["words"] for one in found if one["standing"] == "lost"} >= {SPRINKLERS}


def test_comparisons_carry_verdicts_and_keep_the_silences_of_people_and_program_apart(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", "--topic", "fire-safety", "--format", "json", "--library", str(folder)]) == 0
    said = json.loads(capsys.readouterr().out)
    speaks = next(at for at, column in enumerate(said["columns"]) if column["title"] == "HARBOUR FIRST")
    silent = said["columns"][1 - speaks]
    (left_out,) = said["columns"][speaks]["left_out"]
    assert left_out["text"] == SPRINKLERS
    assert left_out["verdicts"][0]["value"] == "out"
    shown = [one for row in said["rows"] for one in row["cells"][speaks]["passages"]]
    assert SPRINKLERS not in {one["text"] for one in shown}
    assert any(one["verdicts"] and one["verdicts"][0]["coder"] == "Ann Example" for one in shown)
    assert silent["silence_confirmed"]["coder"] == "Ann Example"
    empty = [cell for row in said["rows"] for cell in row["cells"] if not cell["passages"]]
    assert {cell["document"] == silent["document"]: cell["silence_confirmed"] is not None for cell in empty} == {
        True: True,
        False: False,
    }


@pytest.mark.parametrize("form", ["md", "html"])
def test_what_people_read_names_who_said_it_and_when(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert run(["compare", "--topic", "fire-safety", "--format", form, "--library", str(folder)]) == 0
    text = capsys.readouterr().out
    assert re.search(r"left out by Ann Example, \d+ \w+ \d{4}", text)
    assert re.search(r"added by Ann Example, \d+ \w+ \d{4}", text)
    assert re.search(r"Confirmed by Ann Example, \d+ \w+ \d{4}", text)
    assert "Left out by people" in text
