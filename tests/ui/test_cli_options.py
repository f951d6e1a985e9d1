"""No option of the command line is accepted and does nothing: it is obeyed, or refused with what it belongs to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.home import home
from reader.library.edits import make_set
from reader.library.library import Library
from ui.cli.program import run


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The folder of a library with two manifestos, one of them in the set Harbours."""
    for name in ("Harbour", "Meadow"):
        (tmp_path / f"{name}.txt").write_text(f"{name.upper()} FIRST\n\nWe will mend every lamp.\n", encoding="utf-8")
    assert run(["add", str(tmp_path / "Harbour.txt"), str(tmp_path / "Meadow.txt"), "--library", str(tmp_path)]) == 0
    with Library.open(home(tmp_path)) as opened:
        first = next(each for each in opened.documents() if each.file_name == "Harbour.txt")
        opened.apply(make_set(opened, "Harbours", [first.id]))
    capsys.readouterr()
    return str(tmp_path)


def test_what_is_there_goes_as_json_to_the_file(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command, part in ((["list"], "documents"), (["search", "lamp"], "hits"), (["sample"], "samples")):
        assert run([*command, "--json", "--library", library]) == 0
        printed = json.loads(capsys.readouterr().out)
        out = tmp_path / f"{command[0]}.txt"
        assert run([*command, "--json", "--out", str(out), "--library", library]) == 0
        assert capsys.readouterr().out == ""
        assert json.loads(out.read_text(encoding="utf-8"))[part] == printed[part]


def test_one_set_is_listed_and_leaves_as_references(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ([], ["--json"], ["--format", "ris"]):
        assert run(["list", *kind, "--set", "harbours", "--library", library]) == 0
        printed = capsys.readouterr().out.title()
        assert ("Harbour" in printed, "Meadow" in printed) == (True, False)
    assert run(["list", "--set", "Meadows", "--library", library]) == 1
    assert "There is no set “Meadows”. There are: Harbours." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        (["search", "lamp", "--json", "--format", "csv"], "--format"),
        (["search", "lamp", "--json", "--large"], "--large"),
        (["search", "lamp", "--paper", "a4"], "--paper"),
        (["search", "lamp", "--format", "csv", "--no-landscape"], "--landscape"),
        (["compare", "--topic", "policing", "--format", "json", "--large"], "--large"),
        (["compare", "--topic", "policing", "--supported"], "--supported"),
        (["compare", "--topic", "policing", "--extracts", "2"], "--extracts"),
        (["compare", "--topic", "policing", "--language", "en"], "--language"),
        (["compare", "--topic", "policing", "--password-stdin"], "--password-stdin"),
        (["compare", "--topic", "policing", "--set", "Harbours", "Harbour.txt"], "--set"),
        (["plan", "--paper", "letter"], "--paper"),
        (["sample", "--export", "s", "--json"], "--json"),
        (["sample", "--format", "csv"], "--format"),
        (["sample", "--out", "sample.csv"], "--out"),
        (["topics", "--password-stdin"], "--password-stdin"),
        (["topics", "--check"], "--check"),
        (["topics", "--check", "--password-stdin", "topic.toml"], "--password-stdin"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    tmp_path: Path, arguments: list[str], refused: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--library", str(tmp_path)]) == 1
    assert f"“{refused}” " in capsys.readouterr().err
