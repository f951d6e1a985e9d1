"""The program while a screen reader listens: every scene and journey, and what it is told where the keys go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from listened_to import missing, run_listened_to

from ui.scenes import NAMES

pytestmark = [pytest.mark.soak, pytest.mark.skipif(bool(missing()), reason=f"needs {missing()}")]

SHOWING = Path(__file__).parents[1] / "support" / "shown_to_listener.py"
# On Linux, Ctrl+E in a field goes to the end of its line; without a screen it does not.
IN_A_FIELD = (
    "tests/journeys/test_topic_editor_journey.py"
    "::test_the_editor_turns_to_the_topic_in_use_and_is_put_away_by_the_same_key"
)
FOCUSED, SELECTED = "object:state-changed:focused", "object:state-changed:selected"
JOURNEYS = Path(__file__).parents[1] / "journeys"


def told(folder: Path) -> list[tuple[str, str, str]]:
    """What was told to have taken the keys or been selected, in order: which of the two, role, name."""
    events = map(json.loads, (folder / "events.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        (each["type"].rpartition(":")[2], source["role"], source["name"])
        for each in events
        if each["type"] in (FOCUSED, SELECTED) and each["detail"] and (source := each["source"])
    ]


def test_every_scene_is_walked_and_gone_through_by_keys(tmp_path: Path) -> None:
    done = run_listened_to(tmp_path, SHOWING, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.stem for path in tmp_path.glob("*.json")} == {
        f"{name}{end}" for name in NAMES for end in ("", "-after")
    }


def test_every_journey_runs(tmp_path: Path) -> None:
    done = run_listened_to(
        tmp_path, "-m", "pytest", "-p", "live_keys", "-p", "no:xdist", JOURNEYS, f"--deselect={IN_A_FIELD}"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_coming_into_a_column_tells_of_its_card(tmp_path: Path) -> None:
    assert run_listened_to(tmp_path, SHOWING, tmp_path, "compare-policing").returncode == 0
    heard = told(tmp_path)
    columns = [at for at, (_, role, name) in enumerate(heard) if role == "list" and name.startswith("Maren Oldacre, ")]
    assert columns
    # What is told next is the card there, not the one that another key leads to.
    assert {heard[at + 1][:2] for at in columns} == {("focused", "list item")}
    assert all("Maren Oldacre" in heard[at + 1][2] for at in columns)
