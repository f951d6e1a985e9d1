"""`hustings words`: words counted over the manifestos of a library, printed or as a file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from reader.home import home
from ui.cli.program import run

HARBOUR = "HARBOUR FIRST\n\nThe ferry sails at six. The police ferry sails at night.\n\nWe will mend the ferry.\n"
LAMP = "LAMPS FOR ALL\n\nThe lamp burns. The police carry a lamp.\n\nWe will light the lamp.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two manifestos."""
    made = tmp_path_factory.mktemp("words")
    for name, text in {"harbour": HARBOUR, "lamp": LAMP}.items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
        assert run(["add", str(made / f"{name}.txt"), "--library", str(made)]) == 0
    return made


def counted(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert run(["words", *arguments, "--library", str(folder)]) == 0
    return capsys.readouterr().out


def refused(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert run(["words", *arguments, "--library", str(folder)]) == 1
    return capsys.readouterr().err


def test_the_first_lines_of_a_list_are_printed_with_figures_set_right(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = counted(folder, capsys, "frequency", "--stop-words", "--limit", "2").splitlines()
    assert lines[0] == "Words by frequency"
    assert lines[3].split() == ["Word", "Count", "per", "1,000", "Passages", "Manifestos"]
    assert [line.split()[:2] for line in lines[4:6]] == [["ferry", "3"], ["lamp", "3"]]
    assert lines[-1].startswith("(2 of ")


def test_a_crosstab_leaves_as_csv_with_a_line_for_each_manifesto(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = counted(folder, capsys, "crosstab", "ferry,", "lamp", "OR", "night", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [(row["ferry count"], row["lamp OR night count"]) for row in rows] == [("3", "1"), ("0", "3")]


def test_key_words_are_those_of_the_manifesto_that_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(counted(folder, capsys, "keyness", "--of", "lamp.txt", "--sure", "2", "--format", "json"))
    assert found["table"] == "keyness"
    assert [(row["word"], row["use"]) for row in found["rows"]][:2] == [("lamp", "more"), ("ferry", "less")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dispersion", "police"], "By manifesto"),
        (["ngrams", "--length", "2", "--least", "2"], "the lamp"),
        (["collocates", "police", "--window", "1,1", "--least", "1"], "Near “police” (2 times)"),
        (["readability"], "Fewer than 100 words."),
        (["readability", "--topic", "policing"], "How easy it is to read, on Policing"),
        (["frequency", "--stems"], "All inflections of a word count as one"),
    ],
)
def test_every_table_can_be_printed(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert said in counted(folder, capsys, *arguments)


def test_the_users_stop_list_takes_the_place_of_the_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home(folder).settings / "stop-words-en.txt"
    file.write_text("ferry\n", encoding="utf-8")
    try:
        shown = counted(folder, capsys, "frequency", "--stop-words")
    finally:
        file.unlink()
    assert "ferry" not in shown
    assert "The" in shown or "the" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["crosstab"], "There are no words to count. Write them after “crosstab”."),
        (["frequency", "police"], "“frequency” counts all words. Leave the words out."),
        (["keyness"], "Key words are those of one manifesto. Name it with --of NAME."),
        (["keyness", "--of", "nobody"], "nobody"),
        (["frequency", "--window", "2,2"], "“--window” would do nothing here. It is for collocates alone."),
        (["crosstab", "police", "--stems"], "“--stems” would do nothing here. It is for lists of words."),
        (["frequency", "--format", "csv", "--limit", "3"], "A file has all lines."),
        (["frequency", "--large"], "It belongs to --format or --out."),
        (["collocates", "police -ferry"], "cannot be counted."),
        (["frequency", "--language", "cy"], ""),
    ],
)
def test_what_cannot_be_counted_is_refused_with_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    if said:
        assert said in refused(folder, capsys, *arguments)
    else:
        assert "0 words of 0 manifestos." in counted(folder, capsys, *arguments)


def test_an_empty_library_says_what_to_add(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Add some with: hustings add" in refused(tmp_path, capsys, "frequency")
