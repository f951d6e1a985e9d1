"""The tree keeps its own rules: file and function lengths, names, layers' packages, no broad excepts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import index
import reader
import ui

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("reader", "index", "ui", "benchmarks")
VAGUE_NAMES = {"utils.py", "util.py", "helpers.py", "misc.py", "manager.py", "common.py"}
HOLD_STATEMENTS = (ast.stmt, ast.excepthandler, ast.match_case)


def sources() -> list[Path]:
    return [
        ROOT / "start.py",
        ROOT / "setting_up.py",
        ROOT / "packing.py",
        *(path for name in PACKAGES for path in sorted((ROOT / name).rglob("*.py"))),
    ]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    left: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while left:
        node = left.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        # Expressions hold no functions that have a name, and are most of a tree.
        left += [one for one in ast.iter_child_nodes(node) if isinstance(one, HOLD_STATEMENTS)]


def test_the_three_packages_are_ours_and_not_their_namesakes_from_the_registry() -> None:
    for package in (reader, index, ui):
        assert package.__file__ is not None
        assert Path(package.__file__).parent.parent == ROOT


def test_no_file_is_longer_than_400_lines() -> None:
    tests = sorted((ROOT / "tests").rglob("*.py"))
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in [*sources(), *tests]}
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    long = {}
    for path in sources():
        for node in functions(path):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
            if lines > 40:
                long[f"{path.relative_to(ROOT)}:{node.name}"] = lines
    assert long == {}


def test_every_file_says_its_purpose() -> None:
    silent = [
        str(path.relative_to(ROOT)) for path in sources() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in sources() if path.name in VAGUE_NAMES] == []


def test_nothing_is_postponed_or_swallowed() -> None:
    words = ("TODO", "FIXME", "XXX", "raise NotImplementedError", "except Exception", "except:", "processEvents(")
    found = [
        f"{path.relative_to(ROOT)}: {word}" for path in sources() for word in words if word in path.read_text("utf-8")
    ]
    assert found == []


def test_every_suppressed_rule_carries_its_reason() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for mark in ("# noqa", "# type: ignore")
        if mark in line and not re.search(r"\w\]?\s+[#-] \w", line.split(mark, 1)[1])
    ]
    assert bare == []


def test_tests_have_no_packages_that_would_shadow_ours() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
