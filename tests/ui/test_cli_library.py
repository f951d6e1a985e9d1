"""`hustings add`, `list`, `search` and `topics` on real files, through the real import process."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index import cache
from reader.home import home
from reader.library.library import Library
from ui.cli.program import run

QUAY = """HARBOUR FIRST

We will recruit 200 more police officers for the harbour wards, and answer every 999 call.

The last council closed two refuges for women who flee domestic abuse.

- Dredge the eastern channel by spring.
- Fit sprinklers in every tall block.
"""
MEADOW = """MEADOWS FOR ALL

We will plant hedges along the new roads, and pay for them from the parking charge.
"""

Hustings = Callable[..., dict[str, Any]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two programmes, one copy of the first, and a file that cannot be read."""
    files = tmp_path / "programmes"
    files.mkdir()
    (files / "quay.txt").write_text(QUAY, encoding="utf-8")
    (files / "quay copy.txt").write_text(QUAY, encoding="utf-8")
    (files / "meadow.txt").write_text(MEADOW, encoding="utf-8")
    (files / "nothing.pdf").touch()
    return files


@pytest.fixture
def hustings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Hustings:
    """Runs a command on the library in tmp_path/home and returns its JSON with the exit status as "status"."""

    def call(*arguments: str) -> dict[str, Any]:
        status = run([*arguments, "--json", "--library", str(tmp_path / "home")])
        return {**json.loads(capsys.readouterr().out), "status": status}

    return call


def test_adding_says_what_became_of_each_file_under_the_name_it_was_given(folder: Path, hustings: Hustings) -> None:
    said = hustings("add", str(folder))
    assert said["status"] == 1
    assert {Path(one["path"]).name for one in said["added"] + said["already_there"]} == {
        "quay.txt",
        "quay copy.txt",
        "meadow.txt",
    }
    assert len({one["document"] for one in said["added"] + said["already_there"]}) == 2
    (error,) = said["errors"]
    assert (error["path"], error["code"]) == (str(folder / "nothing.pdf"), "EmptyFile")

    again = hustings("add", str(folder / ".." / folder.name / "meadow.txt"))
    assert again["status"] == 0
    assert again["added"] == []
    assert [one["path"] for one in again["already_there"]] == [str(folder / ".." / folder.name / "meadow.txt")]

    listed = hustings("list")
    assert listed["status"] == 0
    assert {one["file"] for one in listed["documents"]} <= {"quay.txt", "quay copy.txt", "meadow.txt"}
    assert all(one["words"] > 10 for one in listed["documents"])
    assert [one["code"] for one in listed["failed"]] == ["EmptyFile"]
    assert listed["waiting"] == []


def test_a_search_gives_passages_with_marks_and_indexes_what_is_missing_first(
    folder: Path, tmp_path: Path, hustings: Hustings, capsys: pytest.CaptureFixture[str]
) -> None:
    hustings("add", str(folder / "quay.txt"), str(folder / "meadow.txt"))
    shutil.rmtree(cache.folder(home(tmp_path / "home")))
    said = hustings("search", "officer")
    assert said["status"] == 0
    (hit,) = said["hits"]
    assert hit["text"].startswith("We will recruit 200 more police officers")
    assert [hit["text"][start:end] for start, end in hit["marks"]] == ["officers"]
    assert hit["section"] == ["HARBOUR FIRST"]
    assert len(hustings("search", "we will", "--limit", "1")["hits"]) == 1

    nothing = hustings("search", "tramways")
    assert (nothing["status"], nothing["hits"]) == (0, [])
    wrong = hustings("search", "()")
    assert (wrong["status"], wrong["hits"]) == (1, [])
    assert [set(error) for error in wrong["errors"]] == [{"path", "code", "problem", "advice"}]

    capsys.readouterr()
    assert run(["search", "hedge", "--library", str(tmp_path / "home")]) == 0
    assert capsys.readouterr().out.startswith("MEADOWS FOR ALL: We will plant hedges")


def test_adding_for_people_is_one_line_per_file_those_of_an_interrupted_import_included(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ["--library", str(tmp_path / "home")]
    with Library.open(home(tmp_path / "home")) as library:
        library.enqueue([folder / "meadow.txt"])
    assert run(["add", str(folder / "quay.txt"), str(folder / "nothing.pdf"), *chosen]) == 1
    shown = capsys.readouterr()
    assert sorted(shown.out.splitlines()) == [
        f"added: {folder / 'meadow.txt'} (“MEADOWS FOR ALL”)",
        f"added: {folder / 'quay.txt'} (“HARBOUR FIRST”)",
    ]
    assert shown.err.splitlines() == [
        f"{folder / 'nothing.pdf'}: “nothing.pdf” holds nothing at all (0 bytes). Download or copy the file again."
    ]
    assert run(["list", *chosen]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "“HARBOUR FIRST”" in lines[0] + lines[1]
    assert lines[2].startswith(f"failed: {folder / 'nothing.pdf'}: ")


def test_text_from_standard_input_is_added_under_its_title_or_first_line(
    tmp_path: Path, hustings: Hustings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def pipe_in(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    pipe_in(QUAY)
    assert [one["title"] for one in hustings("add", "-")["added"]] == ["HARBOUR FIRST"]
    pipe_in(MEADOW)
    assert [one["title"] for one in hustings("add", "-", "--title", "Hedges 2031")["added"]] == ["Hedges 2031"]
    assert {one["file"] for one in hustings("list")["documents"]} == {"HARBOUR FIRST.txt", "Hedges 2031.txt"}
    assert len(hustings("search", "hedges")["hits"]) == 1
    pipe_in("  \n")
    chosen = ["--library", str(tmp_path / "home")]
    assert run(["add", "-", *chosen]) == 1
    assert "There is no text to paste." in capsys.readouterr().err
    assert run(["add", str(tmp_path), "--title", "Hedges", *chosen]) == 1
    assert "standard input alone" in capsys.readouterr().err


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run(["add", str(tmp_path / "empty"), "--library", str(tmp_path / "home")]) == 1
    assert capsys.readouterr().err == "There is no file in that folder. Name files, or a folder that holds some.\n"


def test_topic_views_of_files_carry_reasons_and_statements_and_add_nothing(
    folder: Path, tmp_path: Path, hustings: Hustings
) -> None:
    asked = [str(folder / name) for name in ("quay.txt", "nothing.pdf", "meadow.txt", "quay copy.txt")]
    caches = Path(os.environ["HUSTINGS_CACHE"])
    before = set(caches.iterdir())
    said = hustings("topics", *asked)
    assert set(caches.iterdir()) == before
    assert said["status"] == 1
    assert [one["code"] for one in said["errors"]] == ["EmptyFile"]
    quay, meadow, copy = said["documents"]
    assert [one["path"] for one in said["documents"]] == [asked[0], asked[2], asked[3]]
    assert copy["topics"] == quay["topics"]
    assert list(quay["topics"]) == ["policing", "vawg", "fire-safety"]
    assert all((view["words"], view["passages"]) == (0, []) for view in meadow["topics"].values())

    (passage,) = quay["topics"]["policing"]["passages"]
    assert passage["text"].startswith("We will recruit 200 more police officers")
    assert passage["section"] == ["HARBOUR FIRST"]
    assert passage["page"] is None
    assert 0 < passage["score"] <= 1
    for reason in passage["why"]:
        if reason["field"] == "text":
            assert passage["text"][reason["start"] : reason["end"]] == reason["text"]
    (statement,) = passage["statements"]
    assert (statement["kind"], statement["carries"]) == ("pledge", True)
    assert quay["topics"]["policing"]["words"] == len(passage["text"].split())
    assert "refuges" in quay["topics"]["vawg"]["passages"][0]["text"]
    assert "sprinklers" in quay["topics"]["fire-safety"]["passages"][0]["text"]
    assert not (tmp_path / "home" / "library.sqlite3").exists()


def test_topics_for_people_are_a_line_each_with_one_s_own_and_a_faulty_one_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = home(tmp_path / "home").make().topics
    (mine / "hedges.toml").write_text(
        'id = "hedges"\nversion = 1\nname = "Hedges"\ncolour = "#336633"\ndefinition = "Hedges and what they cost."\n'
        '\n[[subtopic]]\nid = "roads"\nname = "Along roads"\n'
        '\n[[query]]\nquery = "hedges"\nweight = 1.0\nsubtopics = ["roads"]\n',
        encoding="utf-8",
    )
    (mine / "broken.toml").write_text("id = \n", encoding="utf-8")
    assert run(["topics", str(folder / "meadow.txt"), "--library", str(tmp_path / "home")]) == 0
    shown = capsys.readouterr()
    assert "broken.toml" in shown.err
    lines = shown.out.splitlines()
    assert lines[0].startswith(f"{folder / 'meadow.txt'} (“MEADOWS FOR ALL”")
    assert lines[1:] == [
        "  Policing: nothing found",
        "  Violence against women and girls: nothing found",
        "  Fire safety: nothing found",
        "  Hedges: 1 passage, 16 words",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its pipes in no folder")
@pytest.mark.parametrize("command", [("add",), ("topics",), ("extract", "--out", "out")])
def test_a_pipe_in_a_folder_is_told_of_and_the_rest_is_read(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HUSTINGS_HOME", str(tmp_path / "home"))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "meadow.txt").write_text(MEADOW, encoding="utf-8")
    os.mkfifo(folder / "plan.pdf")
    assert run([command[0], "folder", *command[1:], "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    (error,) = said.pop("errors")
    assert (error["path"], error["problem"]) == ("folder/plan.pdf", "“plan.pdf” is a named pipe, not a file.")
    assert [one["path"] for listed in said.values() for one in listed] == ["folder/meadow.txt"]
