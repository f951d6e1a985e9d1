"""The user's own topics as files: kept in place, shared, taken in without harm, thrown away and brought back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.topics.files import load_topics, read_topic
from index.topics.model import Subtopic, Topic, TopicQuery
from index.topics.own import bring_back, checked, keep, share, take_in, throw_away, thrown_away
from index.topics.parsing import TopicInvalid
from reader.errors import DiskFull, LibraryNotWritable, NotFound

LAMPS = Topic(
    "lamps",
    1,
    "Street lamps",
    "#aa7700",
    "Lamps that light streets.",
    (TopicQuery("lamp", subtopics=("repairs",)),),
    subtopics=(Subtopic("repairs", "Broken lamps"),),
)


def test_a_topic_is_kept_in_the_file_that_holds_it_whatever_that_is_called(tmp_path: Path) -> None:
    share(LAMPS, tmp_path / "from a friend.toml")
    keep(tmp_path, replace(LAMPS, version=2))
    assert [path.name for path in tmp_path.iterdir()] == ["from a friend.toml"]
    assert load_topics([tmp_path]) == [replace(LAMPS, version=2)]


def test_a_broken_file_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "lamps.toml").write_text("id = half a line", encoding="utf-8")
    keep(tmp_path, LAMPS)
    assert (tmp_path / "lamps.toml").read_text(encoding="utf-8") == "id = half a line"
    assert read_topic(tmp_path / "lamps-2.toml") == LAMPS


def test_a_shared_topic_is_the_same_when_it_is_taken_in_elsewhere(tmp_path: Path) -> None:
    share(LAMPS, tmp_path / "lamps.toml")
    assert take_in(tmp_path / "lamps.toml", tmp_path / "own", []) == LAMPS
    assert load_topics([tmp_path / "own"]) == [LAMPS]


def test_a_file_that_a_shared_topic_would_replace_stays_when_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "lamps.toml"
    file.write_text("somebody's work", encoding="utf-8")
    with pytest.raises(TopicInvalid):
        share(replace(LAMPS, colour="like gold"), file)
    assert file.read_text(encoding="utf-8") == "somebody's work"
    if not Path("/dev/full").exists():
        pytest.skip("this system has no file that is always full")
    (tmp_path / "lamps.toml.new").symlink_to("/dev/full")
    with pytest.raises(DiskFull):
        share(LAMPS, file)
    assert [path.name for path in tmp_path.iterdir()] == ["lamps.toml"]
    assert file.read_text(encoding="utf-8") == "somebody's work"


def test_a_shared_topic_takes_over_nothing_of_the_file_that_it_replaces(tmp_path: Path) -> None:
    share(LAMPS, tmp_path / "lamps.toml")
    plain = (tmp_path / "lamps.toml").read_bytes()
    (tmp_path / "lamps.toml").write_text("# mine alone\n" + plain.decode(), encoding="utf-8")
    share(LAMPS, tmp_path / "lamps.toml")
    assert (tmp_path / "lamps.toml").read_bytes() == plain


def test_a_topic_that_is_there_already_is_not_taken_in_twice(tmp_path: Path) -> None:
    share(LAMPS, tmp_path / "lamps.toml")
    assert take_in(tmp_path / "lamps.toml", tmp_path / "own", [replace(LAMPS, builtin=True)]).builtin
    assert load_topics([tmp_path / "own"]) == []


def test_what_is_taken_in_takes_the_place_of_no_other(tmp_path: Path) -> None:
    share(replace(LAMPS, definition="Another one's."), tmp_path / "lamps.toml")
    kept = take_in(tmp_path / "lamps.toml", tmp_path / "own", [LAMPS])
    assert (kept.id, kept.name) == ("lamps-2", "Street lamps (imported)")
    assert load_topics([tmp_path / "own"]) == [kept]


@pytest.mark.parametrize(
    ("spoilt", "reason"),
    [
        ('query = "lamp"', "only says what to leave out"),
        ('id = "repairs"', "lower-case"),
        ('colour = "#aa7700"', "colour"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_line_and_reason(tmp_path: Path, spoilt: str, reason: str) -> None:
    share(LAMPS, tmp_path / "lamps.toml")
    text = (tmp_path / "lamps.toml").read_text(encoding="utf-8")
    assert spoilt in text
    key = spoilt.split(" = ")[0]
    (tmp_path / "lamps.toml").write_text(text.replace(spoilt, f'{key} = "-NO"', 1), encoding="utf-8")
    line = text.splitlines().index(spoilt) + 1
    with pytest.raises(TopicInvalid, match=rf"lamps.toml, line {line}: .*{reason}"):
        take_in(tmp_path / "lamps.toml", tmp_path / "own", [])
    assert not list((tmp_path / "own").glob("*"))


def test_an_exclusion_that_is_not_understood_is_named(tmp_path: Path) -> None:
    share(replace(LAMPS, exclude=("-oil",)), tmp_path / "lamps.toml")
    with pytest.raises(TopicInvalid, match="“-oil”"):
        checked(tmp_path / "lamps.toml")


def test_what_was_thrown_away_comes_back_as_it_was(tmp_path: Path) -> None:
    keep(tmp_path, LAMPS)
    throw_away(tmp_path, "lamps")
    assert load_topics([tmp_path]) == []
    assert thrown_away(tmp_path) is not None
    assert bring_back(tmp_path, []) == LAMPS
    assert load_topics([tmp_path]) == [LAMPS]
    assert thrown_away(tmp_path) is None


def test_the_last_one_thrown_away_comes_back_first(tmp_path: Path) -> None:
    for name in ("lamps", "piers"):
        keep(tmp_path, replace(LAMPS, id=name, name=name))
        throw_away(tmp_path, name)
    assert [bring_back(tmp_path, []).id, bring_back(tmp_path, []).id] == ["piers", "lamps"]
    with pytest.raises(NotFound, match="No topic has been deleted"):
        bring_back(tmp_path, [])


def test_a_topic_that_is_not_there_cannot_be_thrown_away(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="lamps"):
        throw_away(tmp_path, "lamps")


def test_a_folder_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(LibraryNotWritable, match="cannot be written"):
        share(LAMPS, tmp_path / "own" / "lamps.toml")
