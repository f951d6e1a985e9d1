"""Passwords on the command line come through standard input and open protected files for every command."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from protected import PROMISE, files_holding, protected_pdf

from ui.cli import passwords
from ui.cli.program import run

WORD = "Leuchtfeuer ü 9"


@pytest.fixture
def light(tmp_path: Path) -> Path:
    return protected_pdf(tmp_path / "files" / "light.pdf", WORD)


def pipe_in(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_adding_takes_passwords_from_standard_input_and_keeps_none(
    tmp_path: Path, light: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = tmp_path / "home"
    assert run(["add", str(light), "--json", "--library", str(here)]) == 1
    (error,) = json.loads(capsys.readouterr().out)["errors"]
    assert error["code"] == "Encrypted"
    pipe_in(monkeypatch, f"another\r\n{WORD}\r\n".encode("utf-8-sig"))
    assert run(["add", "--password-stdin", str(light), "--json", "--library", str(here)]) == 0
    shown = capsys.readouterr()
    assert [Path(one["path"]).name for one in json.loads(shown.out)["added"]] == ["light.pdf"]
    assert WORD not in shown.out + shown.err
    assert files_holding(here, "Leuchtfeuer") == []


def test_extracting_tries_them_too(tmp_path: Path, light: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    pipe_in(monkeypatch, WORD.encode())
    assert run(["extract", "--password-stdin", str(light), "--out", str(out), "--library", str(tmp_path / "home")]) == 0
    assert PROMISE in (out / "light.json").read_text(encoding="utf-8")


def test_topics_and_comparisons_read_protected_files_apart(
    tmp_path: Path, light: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["topics", "--json"], ["compare", "--topic", "policing", "--format", "json"]):
        pipe_in(monkeypatch, WORD.encode())
        assert run([*command, str(light), "--password-stdin", "--library", str(tmp_path / "home")]) == 0
        said = json.loads(capsys.readouterr().out)
        assert [one["title"] for one in said.get("documents", said.get("columns"))] == ["A steady light"]


def test_standard_input_without_a_password_is_said(
    tmp_path: Path, light: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe_in(monkeypatch, b"\n")
    assert run(["add", "--password-stdin", str(light), "--library", str(tmp_path / "home")]) == 1
    assert "no password on standard input" in capsys.readouterr().err


def test_on_a_terminal_one_password_is_asked_for_without_showing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return WORD

    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("getpass.getpass", typed)
    given = passwords.given(argparse.Namespace(password_stdin=True))
    assert given.for_file(Path("any.pdf")) == (WORD,)
    assert asked == ["Password for protected files: "]
