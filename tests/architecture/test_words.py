"""What other people wrote goes onto the screen by one way: nothing else sets a tip, a label or a caption from data."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

ROOT = Path(__file__).resolve().parents[2]
Ui: TypeAlias = Mapping[str, Sequence[ast.AST]]
LOOKED_AT = (ast.Call, ast.Assign, ast.Attribute, ast.alias, ast.If, ast.match_case)
OUR_PAGES = "ui/theme/program_page.py"  # pages of the help, which are ours
WORDS, LABELS, PARTS, BOX = "ui/theme/words.py", "ui/theme/text.py", "ui/theme/parts.py", "ui/shared/message.py"
CAPTIONED = ("QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QAction", "QMenu", "QGroupBox")


@pytest.fixture(scope="module")
def ui() -> Ui:
    """By the name of each file of ui/, those nodes of its tree that something here looks at."""
    return {
        str(path.relative_to(ROOT)): [
            one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, LOOKED_AT)
        ]
        for path in sorted((ROOT / "ui").rglob("*.py"))
    }


def called(node: ast.AST) -> str:
    """The name of what is called, "" for what is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def calls(nodes: Sequence[ast.AST], *names: str) -> Iterator[ast.Call]:
    return (node for node in nodes if isinstance(node, ast.Call) and called(node) in names)


def places(found: Iterator[tuple[str, ast.AST]]) -> list[str]:
    return [f"{name}:{getattr(node, 'lineno', 0)}" for name, node in found]


def elsewhere(ui: Ui, names: set[str], *homes: str) -> list[str]:
    """Where one of these names of Qt is used outside of its home."""
    return places(
        (name, node)
        for name, nodes in ui.items()
        if name not in homes
        for node in nodes
        if (isinstance(node, ast.Attribute) and node.attr in names)
        or (isinstance(node, ast.alias) and node.name in names)
    )


def is_ours(words: ast.expr) -> bool:
    """Whether words for a caption are written in the program, or made for one."""
    if isinstance(words, ast.IfExp):
        return is_ours(words.body) and is_ours(words.orelse)
    if isinstance(words, ast.Constant):
        return isinstance(words.value, str)
    if isinstance(words, ast.Call) and called(words) == "tr":
        return not words.keywords  # a value in the sentence may be anybody's
    return called(words) in ("caption", "action", "text")


def test_tips_are_set_in_one_place(ui: Ui) -> None:
    assert elsewhere(ui, {"setToolTip", "setWhatsThis"}, WORDS) == []
    assert elsewhere(ui, {"QToolTip"}, WORDS, "ui/theme/theme.py") == []
    assert elsewhere(ui, {"addTab", "setTabText", "insertTab", "setTabToolTip"}, PARTS) == []


def test_models_answer_with_tips_that_are_made_for_it(ui: Ui) -> None:
    def answers(nodes: Sequence[ast.AST]) -> Iterator[ast.AST]:
        for node in nodes:
            asked = (
                node.pattern if isinstance(node, ast.match_case) else node.test if isinstance(node, ast.If) else None
            )
            if asked is not None and "ToolTipRole" in ast.dump(asked):
                assert isinstance(node, ast.match_case | ast.If)
                yield from (one for part in node.body for one in ast.walk(part) if isinstance(one, ast.Return))

    found = [(name, one) for name, nodes in ui.items() for one in answers(nodes)]
    assert len(found) >= 5
    assert (
        places((name, one) for name, one in found if isinstance(one, ast.Return) and called(one.value or one) != "tip")
        == []
    )


def test_labels_and_message_boxes_are_made_in_one_place_each(ui: Ui) -> None:
    assert elsewhere(ui, {"QLabel"}, LABELS) == []
    assert elsewhere(ui, {"QMessageBox"}, BOX, "ui/frame/crash.py") == []
    assert elsewhere(ui, {"setInformativeText", "setDetailedText"}, BOX) == []


def test_nothing_is_shown_as_markup_but_what_the_program_writes(ui: Ui) -> None:
    assert elsewhere(ui, {"setMarkdown", "insertHtml", "setTextFormat"}, LABELS, OUR_PAGES) == []
    assert elsewhere(ui, {"ProgramPage"}, OUR_PAGES, "ui/frame/help_panel.py") == []
    for_the_clipboard = {"ui/shared/copying.py"}  # escaped
    assert {place.split(":")[0] for place in elsewhere(ui, {"setHtml"})} == for_the_clipboard


def test_captions_from_data_are_made_for_it(ui: Ui) -> None:
    parents = {"self", "self._area", "self._place", "parent", "bar", "view", "menu"}
    foreign = places(
        (name, call)
        for name, nodes in ui.items()
        for call in calls(nodes, *CAPTIONED, "addAction", "addMenu")
        if call.args and not is_ours(call.args[0]) and ast.unparse(call.args[0]) not in {*parents, "action"}
    )
    assert foreign == []


def test_buttons_and_actions_are_given_captions(ui: Ui) -> None:
    def given() -> Iterator[tuple[str, ast.Call]]:
        for name, nodes in ui.items():
            assigned = [node for node in nodes if isinstance(node, ast.Assign) and called(node.value) in CAPTIONED]
            buttons = {ast.unparse(target) for node in assigned for target in node.targets}
            for call in calls(nodes, "setText"):
                assert isinstance(call.func, ast.Attribute)
                if ast.unparse(call.func.value) in buttons or called(call.func.value) == "action":
                    yield name, call

    found = list(given())
    assert len(found) >= 5
    assert places((name, call) for name, call in found if not is_ours(call.args[0])) == []
