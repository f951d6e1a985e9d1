"""Topic files: read with line and reason, put in order, written back with their comments."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from index.topics.compiled import check
from index.topics.files import load_topics, read_topic, read_topics, write_topic
from index.topics.model import Scope, Subtopic, TopicQuery
from index.topics.parsing import TopicInvalid, parse_topic

WHOLE = '''# Lamps in the street.
id = "lamps"   # never changes
version = 3
name = "Street lamps"
colour = "#aa7700"
definition = "Lamps that light streets."
sensitive = true
position = 7
exclude = [
  '"lamp oil"',  # for heating
]

[[subtopic]]
id = "repairs"
name = "Broken lamps"

# Everything on lamps.
[[query]]
query = """
lamp OR
lantern"""

[[query]]
query = "repair lamp"
weight = 0.5
scope = "section"
language = "en"
subtopics = ["repairs"]
'''


def invalid(text: str) -> str:
    with pytest.raises(TopicInvalid) as caught:
        parse_topic(text, name="mine.toml")
    assert caught.value.advice
    return caught.value.problem


def test_a_topic_file_is_read_whole() -> None:
    topic = parse_topic(WHOLE)
    assert (topic.id, topic.version, topic.name, topic.colour) == ("lamps", 3, "Street lamps", "#aa7700")
    assert topic.sensitive
    assert not topic.builtin
    assert topic.position == 7
    assert topic.exclude == ('"lamp oil"',)
    assert topic.subtopics == (Subtopic("repairs", "Broken lamps"),)
    assert topic.queries == (
        TopicQuery("lamp OR lantern"),
        TopicQuery("repair lamp", 0.5, Scope.SECTION, "en", ("repairs",)),
    )


def test_what_is_said_of_nations_is_read_and_written_and_nothing_is_written_for_nothing(tmp_path: Path) -> None:
    topic = parse_topic(WHOLE.replace("position = 7", 'position = 7\nnations = "Lamps are devolved."'))
    assert topic.nations == "Lamps are devolved."
    write_topic(tmp_path / "some.toml", topic)
    write_topic(tmp_path / "none.toml", replace(topic, nations=""))
    assert read_topic(tmp_path / "some.toml").nations == topic.nations
    assert "nations" not in (tmp_path / "none.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('id = "lamps" ', 'id = "Street Lamps" ', 2, "lower-case"),
        ("version = 3", "version = 0", 3, "between 1 and"),
        ("version = 3", 'version = "3"', 3, "whole number"),
        ('name = "Street lamps"', 'name = ""', 4, "not empty"),
        ("#aa7700", "orange", 5, "colour"),
        ("sensitive = true", 'sensitive = "yes"', 7, "true or false"),
        ("position = 7", "posision = 7", 8, "not known"),
        ("position = 7", "position = true", 8, "whole number"),
        ('id = "repairs"', 'id = "more"', 14, "taken"),
        ('name = "Broken lamps"', 'label = "Broken lamps"', 15, "not known"),
        ("weight = 0.5", "weight = 50", 25, "between"),
        ("weight = 0.5", "weight = true", 25, "number"),
        ('scope = "section"', 'scope = "title"', 26, "lead-in"),
        ('language = "en"', 'language = "English"', 27, "code"),
        ('subtopics = ["repairs"]', 'subtopics = ["paint"]', 28, "no sub-topic “paint”"),
        ('subtopics = ["repairs"]', 'subtopics = "repairs"', 28, "list"),
        ("weight = 0.5", "weight = ", 25, "nvalid"),
        ("weight = 0.5", "weight = nan", 25, "between"),
        ("weight = 0.5", "within = 101", 25, "between"),
        ("weight = 0.5", "within = 2.5", 25, "whole number"),
        ("weight = 0.5", "row_weight = -1", 25, "between"),
        ("weight = 0.5", "weight = inf", 25, "between"),
        ("weight = 0.5", "weight = 0x" + "f" * 30, 25, "between"),
        ("version = 3", "version = 12345678901234567890123", 3, "between"),
        ("version = 3", "version = " + "9" * 5000, 3, "number is too long"),
        ("position = 7", "position = -12345678901234567890123", 8, "between"),
        ("position = 7", "position = " + "[" * 40_000, 8, "nested too deep"),
        ("position = 7", "position = " + "{a = " * 40_000, 8, "nested too deep"),
        ("position = 7", "a" + ".a" * 400_000 + " = 7", 8, "nested too deep"),
        ('name = "Street lamps"', f'name = "{"lamp" * 60}"', 4, "at most 200"),
        ('name = "Street lamps"', r'name = "Street\u0000lamps"', 4, "control character"),
        ('id = "lamps"', f'id = "{"l" * 300}"', 2, "at most 60"),
        ('id = "lamps"', 'id = "../lamps"', 2, "lower-case"),
        ('scope = "section"', f'scope = "{"x" * 6_000}"', 26, "at most 5,000"),
        ('subtopics = ["repairs"]', 'subtopics = ["' + 'repairs", "' * 5_000 + 'repairs"]', 28, "at most 4,000"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_the_reason(old: str, new: str, line: int, reason: str) -> None:
    assert old in WHOLE
    problem = invalid(WHOLE.replace(old, new, 1))
    assert f"mine.toml, line {line}:" in problem
    assert reason in problem


def test_brackets_in_the_words_of_a_topic_are_no_depth() -> None:
    words = "[" * 50 + "lamp" + "." * 50
    for quote in ('"', "'", '"""', "'''"):
        assert (
            parse_topic(WHOLE.replace('"repair lamp"', f"{quote}{words}{quote}  # {words}")).queries[1].query == words
        )


@pytest.mark.parametrize(
    "text",
    ['a = """' + '\\"""' * 200_000, '"\\' * 400_000, "'''a''" * 160_000, '"' * 999_999, "[[query]]\n" * 99_000],
    ids=["ends", "escapes", "quotes", "nothing", "tables"],
)
def test_no_file_takes_the_check_of_its_bounds_long(text: str) -> None:
    assert "mine.toml, line" in invalid(text)  # a search that began again at each place would not end today


def test_a_folder_of_too_many_files_is_read_as_far_as_people_write_topics(tmp_path: Path) -> None:
    for number in range(503):
        (tmp_path / f"{number:03}.toml").write_text("id = ", encoding="utf-8")
    _, wrong = read_topics([tmp_path])
    assert len(wrong) == 501
    assert "more than 500 topic files" in wrong[0].problem


def test_a_topic_without_queries_or_without_a_name_is_refused() -> None:
    assert "[[query]]" in invalid(WHOLE.split("# Everything")[0])
    assert "“name” is missing" in invalid(WHOLE.replace('name = "Street lamps"\n', ""))


def test_a_query_that_the_search_box_does_not_understand_is_refused_before_it_is_used() -> None:
    topic = parse_topic(WHOLE.replace('"repair lamp"', '"NOT lamp"'))
    with pytest.raises(TopicInvalid, match="Street lamps"):
        check(topic)


def test_a_file_that_is_no_text_or_not_there_is_an_error_for_people(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    for name, words in (("bad.toml", "not UTF-8"), ("gone.toml", "not there")):
        with pytest.raises(TopicInvalid, match=words):
            read_topic(tmp_path / name)


def write(folder: Path, name: str, identity: str, *, position: int = 1, title: str = "T") -> None:
    folder.mkdir(exist_ok=True)
    text = WHOLE.replace('"lamps"', f'"{identity}"').replace("position = 7", f"position = {position}")
    (folder / f"{name}.toml").write_text(text.replace("Street lamps", title), encoding="utf-8")


def test_built_in_topics_come_first_by_position_then_the_users(tmp_path: Path) -> None:
    write(tmp_path / "own", "z", "alpha", position=1, title="Zebras")
    write(tmp_path / "own", "a", "beta", position=1, title="Apples")
    write(tmp_path / "builtin", "x", "second", position=2)
    write(tmp_path / "builtin", "y", "first", position=1)
    topics = load_topics([tmp_path / "own", tmp_path / "not there"], builtin_folder=tmp_path / "builtin")
    assert [topic.id for topic in topics] == ["first", "second", "beta", "alpha"]
    assert [topic.builtin for topic in topics] == [True, True, False, False]


def test_a_topic_of_ones_own_takes_the_place_of_a_built_in_one(tmp_path: Path) -> None:
    write(tmp_path / "builtin", "a", "first")
    write(tmp_path / "builtin", "b", "second", position=2)
    write(tmp_path / "own", "mine", "first", title="My own words")
    topics = load_topics([tmp_path / "own"], builtin_folder=tmp_path / "builtin")
    assert [(topic.id, topic.name) for topic in topics] == [("first", "My own words"), ("second", "T")]


def test_a_file_of_brackets_a_folder_and_a_pipe_cost_only_themselves(tmp_path: Path) -> None:
    write(tmp_path / "own", "good", "good")
    (tmp_path / "own" / "brackets.toml").write_text("a=" + "[" * 40_000, encoding="utf-8")
    (tmp_path / "own" / "folder.toml").mkdir()
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "own" / "pipe.toml")
    topics, wrong = read_topics([tmp_path / "own"])
    assert [topic.id for topic in topics] == ["good"]
    assert [error.problem.split(".toml")[0] for error in wrong] == ["brackets", "folder", "pipe"][: len(wrong)]
    assert "line 1" in wrong[0].problem


def test_an_invalid_file_costs_only_itself(tmp_path: Path) -> None:
    write(tmp_path / "own", "good", "good")
    write(tmp_path / "own", "twin", "good")
    (tmp_path / "own" / "bad.toml").write_text("id = ", encoding="utf-8")
    topics, wrong = read_topics([tmp_path / "own"])
    assert [topic.id for topic in topics] == ["good"]
    assert len(wrong) == 2
    assert "bad.toml, line 1" in wrong[0].problem
    assert "twin.toml" in wrong[1].problem


def test_writing_keeps_comments_and_what_has_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "lamps.toml"
    path.write_text(WHOLE, encoding="utf-8")
    topic = read_topic(path)
    write_topic(path, topic)
    assert path.read_text(encoding="utf-8") == WHOLE
    changed = replace(
        topic,
        version=4,
        exclude=(*topic.exclude, "lampoon"),
        queries=(*topic.queries, TopicQuery("gaslight", 2.0, Scope.LEAD_IN, "", ("repairs",), 8, 0.3)),
    )
    write_topic(path, changed)
    text = path.read_text(encoding="utf-8")
    assert read_topic(path) == changed
    for comment in ("# Lamps in the street.", "# never changes", "# for heating", "# Everything on lamps."):
        assert comment in text


def test_rows_and_queries_can_be_removed_and_put_in_another_order(tmp_path: Path) -> None:
    path = tmp_path / "lamps.toml"
    topic = parse_topic(WHOLE)
    changed = replace(
        topic,
        subtopics=(Subtopic("paint", "Paint"), *topic.subtopics),
        queries=(TopicQuery("paint", subtopics=("paint",)), topic.queries[1]),
    )
    for start in (WHOLE, None):
        path.unlink(missing_ok=True)
        if start:
            path.write_text(start, encoding="utf-8")
        write_topic(path, changed)
        assert read_topic(path) == changed


def test_a_topic_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "lamps.toml"
    path.write_text(WHOLE, encoding="utf-8")
    with pytest.raises(TopicInvalid):
        write_topic(path, replace(parse_topic(WHOLE), colour="orange"))
    assert path.read_text(encoding="utf-8") == WHOLE
    assert [one.name for one in tmp_path.iterdir()] == ["lamps.toml"]
