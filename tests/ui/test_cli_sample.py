"""`hustings sample`: lists and exports the samples of a library."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from index.sampled import drawn, keeping
from reader.home import home
from reader.library import samples
from reader.library.library import Library
from reader.library.sample_edits import judge
from reader.library.samples import KeptSample
from ui.cli.program import run
from ui.cli.viewing import usable_topics

PLAN = (
    "HARBOUR FIRST\n\nWe will fit sprinklers in every tall block.\n\nThe hedges are green.\n\nThe ferry sails at six.\n"
)


@pytest.fixture
def sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> KeptSample:
    """A sample of a library in `tmp_path`, of which the first passage has been judged."""
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    assert run(["add", str(tmp_path / "plan.txt"), "--library", str(tmp_path)]) == 0
    capsys.readouterr()
    chosen = home(tmp_path)
    topic = next(each for each in usable_topics(chosen) if each.id == "fire-safety")
    with Library.open(chosen) as library:
        names = [document.id for document in library.documents()]
        new, edit = keeping(library, topic, names, drawn(chosen, topic, names, 4, 10), 10)
        library.apply(edit)
        kept = library.read(lambda connection: samples.one(connection, new))
        assert kept is not None
        library.apply(judge(library, kept.items[0], topic.name, on_topic=True))
    return kept


def test_samples_are_listed_with_how_far_they_are_judged(
    sample: KeptSample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sample", "--library", str(tmp_path)]) == 0
    line = capsys.readouterr().out
    assert f"fire-safety version {sample.topic_version}, seed 4, 1 of {len(sample.items)} judged" in line
    assert run(["sample", "--topic", "vawg", "--json", "--library", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out) == {"samples": [], "errors": []}


def test_a_sample_is_exported_as_json_and_by_its_suffix_as_csv(
    sample: KeptSample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sample", "--export", sample.id[:8], "--library", str(tmp_path)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["id"], said["judged"], len(said["passages"])) == (sample.id, 1, len(sample.items))
    out = tmp_path / "out" / "sample.csv"
    assert run(["sample", "--export", sample.id, "--out", str(out), "--library", str(tmp_path)]) == 0
    lines = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    assert [line["text"] for line in lines] == [one["text"] for one in said["passages"]]


def test_the_comparison_of_the_library_names_the_latest_accuracy_of_its_topic(
    sample: KeptSample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = home(tmp_path)
    with Library.open(chosen) as library:
        for item in sample.items:
            library.apply(judge(library, item, "Fire safety", on_topic=item.stratum == "shown"))
    compare = ["compare", "--topic", "fire-safety", "--library", str(tmp_path), "--format"]
    assert run([*compare, "json"]) == 0
    said = json.loads(capsys.readouterr().out)["accuracy"]
    assert (said["sample"], said["seed"], said["precision"]["value"]) == (sample.id, 4, 1.0)
    for form in ("md", "html"):
        assert run([*compare, form]) == 0
        assert "judged blind" in capsys.readouterr().out
    assert run(["compare", "--topic", "vawg", "--library", str(tmp_path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["accuracy"] is None


def test_a_sample_that_is_not_there_is_answered_with_how_to_find_one(
    sample: KeptSample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sample", "--export", "nonsense", "--library", str(tmp_path)]) == 1
    assert "There is no sample “nonsense”." in capsys.readouterr().err
