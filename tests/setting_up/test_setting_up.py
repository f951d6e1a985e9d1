"""Setting up: what was broken off is begun again, and a Python that is too old is told so in a sentence."""

from __future__ import annotations

import ast
import importlib.util
import json
import multiprocessing
import sys
from multiprocessing.synchronize import Event
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def setting_up(tmp_path: Path) -> ModuleType:
    return copied(tmp_path)


def copied(folder: Path) -> ModuleType:
    """The module as it is in a folder of its own."""
    there = folder / "setting_up.py"
    if not there.exists():
        there.write_bytes((ROOT / "setting_up.py").read_bytes())
    spec = importlib.util.spec_from_file_location("setting_up_there", there)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("noted", ["", "{", "[]", "null", "\0" * 40, '{"place": 3}'])
def test_a_note_that_was_broken_off_is_no_set_up(setting_up: ModuleType, noted: str) -> None:
    setting_up.PYTHON.parent.mkdir(parents=True)
    setting_up.PYTHON.touch()
    setting_up.STAMP.write_text(noted, "utf-8")
    assert not setting_up.stands({"place": str(setting_up.ROOT)})


def test_a_finished_set_up_of_the_same_packages_in_the_same_folder_stands(setting_up: ModuleType) -> None:
    setting_up.PYTHON.parent.mkdir(parents=True)
    setting_up.PYTHON.touch()
    setting_up.STAMP.write_text(json.dumps({"runtime": "a", "development": "b", "place": "here"}), "utf-8")
    assert setting_up.stands({"runtime": "a", "place": "here"})
    assert not setting_up.stands({"runtime": "c", "place": "here"})
    assert not setting_up.stands({"runtime": "a", "place": "there"})
    setting_up.PYTHON.unlink()
    assert not setting_up.stands({"runtime": "a", "place": "here"})


def test_two_starts_at_once_set_up_one_after_the_other(setting_up: ModuleType) -> None:
    context = multiprocessing.get_context("spawn")
    begun, done = context.Event(), context.Event()
    other = context.Process(target=set_up_meanwhile, args=(setting_up.ROOT, begun, done))
    with setting_up.alone():
        other.start()
        assert begun.wait(30)
        assert not done.is_set()
    assert done.wait(30)
    other.join(30)


def set_up_meanwhile(folder: Path, begun: Event, done: Event) -> None:
    module = copied(folder)
    begun.set()
    with module.alone():
        done.set()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(setting_up: ModuleType) -> None:
    setting_up.LOCK.mkdir()  # what the superuser may not write either
    with pytest.raises(setting_up.SetupError, match="could not be set up in its folder"), setting_up.alone():
        pytest.fail("nobody else may be kept out")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")
def test_tests_write_to_memory_only_where_it_has_the_room(
    setting_up: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting_up, "MEMORY", str(tmp_path))
    monkeypatch.setattr(setting_up, "ROOM_FOR_TESTS", 1)
    with setting_up.in_memory() as variables:
        assert Path(variables["TMPDIR"]).parent == tmp_path
        Path(variables["TMPDIR"], "left.txt").touch()
    assert not Path(variables["TMPDIR"]).exists()
    monkeypatch.setattr(setting_up, "ROOM_FOR_TESTS", 1 << 60)
    with setting_up.in_memory() as variables:
        assert variables == {}
    monkeypatch.setattr(setting_up, "MEMORY", str(tmp_path / "not-there"))
    assert not setting_up.has_room_for_tests()


def test_a_check_tells_what_it_said_only_where_it_failed(
    setting_up: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    passed = setting_up.checked("lamps", [sys.executable, "-c", "print('all lit')"])
    failed = setting_up.checked("quays", [sys.executable, "-c", "raise SystemExit('one is broken')"])
    assert [setting_up.told(passed), setting_up.told(failed)] == [True, False]
    told = capsys.readouterr().out
    assert "lamps            ok" in told
    assert "all lit" not in told
    assert "quays            FAILED" in told
    assert "one is broken" in told


def test_the_file_that_people_start_is_understood_by_every_python() -> None:
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.FunctionDef, ast.Starred, ast.Nonlocal, ast.With, ast.Try)
    tree = ast.parse((ROOT / "start.py").read_text("utf-8"))
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []
    assert [node.names[0].name for node in ast.walk(tree) if isinstance(node, ast.Import)] == ["sys", "setting_up"]
    assert [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)] == []
    assert (ROOT / "start.py").read_bytes().isascii()  # Python 2 takes no other without a declaration
