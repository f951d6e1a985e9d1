"""`hustings topics` without manifestos: which topics there are, and whether a topic file can be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.topics.model import Topic, TopicQuery
from index.topics.own import keep, share
from reader.home import home
from ui.cli.program import run

LAMPS = Topic("lamps", 2, "Street lamps", "#a9781e", "Lamps that light streets.", (TopicQuery("lamp"),))


def test_the_topics_are_the_programs_and_the_users_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(home(tmp_path).topics, LAMPS)
    assert run(["topics", "--json", "--library", str(tmp_path)]) == 0
    topics = {topic["id"]: topic for topic in json.loads(capsys.readouterr().out)["topics"]}
    assert list(topics) == ["policing", "vawg", "fire-safety", "lamps"]
    assert (topics["lamps"]["version"], topics["lamps"]["builtin"], topics["vawg"]["builtin"]) == (2, False, True)


def test_a_broken_file_of_the_users_own_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics" / "half.toml").write_text('id = "half"\nname\n', encoding="utf-8")
    assert run(["topics", "--library", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert "policing: Policing (version" in said.out
    assert "half.toml, line 2" in said.err


def test_a_topic_file_is_checked_with_line_and_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, wrong = tmp_path / "good.toml", tmp_path / "wrong.toml"
    share(LAMPS, good)
    wrong.write_text(good.read_text("utf-8").replace('query = "lamp"', 'query = "-lamp"'), encoding="utf-8")
    assert run(["topics", "--check", str(good), str(wrong)]) == 1
    said = capsys.readouterr()
    assert said.out == "lamps: Street lamps (version 2)\n"
    line = wrong.read_text("utf-8").splitlines().index('query = "-lamp"') + 1
    assert f"wrong.toml, line {line}: This search only says what to leave out" in said.err
