"""Sentences for people stand whole where they are said, by one function, so that all can be found and translated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import sentences
from sentences import ROOT

from reader.catalogues import entries
from ui import assets

# Rooms and files whose sentences are all said through `reader.wording`; a room that is put in order is added here.
DONE = (
    *(
        "index/citations/works.py",
        "index/exports",
        "index/lessons",
        "index/quoting",
        "ui/annotating",
        "ui/codebook",
        "ui/coding",
        "ui/manifesto",
        "ui/notes",
        "ui/pages",
        "ui/plans",
        "ui/present",
        "ui/search/concordance",
        "ui/shared",
    ),
    *("index/concordance.py", "index/expressions.py", "index/mistakes.py", "index/passage_tests.py"),
    *(f"ui/search/{name}.py" for name in ("face", "faces", "like_this", "place", "recall", "scope", "shown_hit")),
    *("ui/frame/help_pages.py", "ui/frame/help_panel.py"),
    *("ui/frame/copies.py", "ui/frame/history.py", "ui/session/daily_copy.py"),
    *("ui/frame/export_dialog.py", "ui/frame/page_preview.py", "ui/frame/pages.py", "ui/frame/printing.py"),
)
APART = {"index/exports/docx/styles.py"}  # the names of styles in a Word document: other programs know them by those
# Names, which are the same in every language, and the type of a function.
NAMES = {
    *("Hustings {}", "Manifesto Project", "Political Resources on the Net", "UK Web Archive", "LSE Library"),
    "Callable[[Sequence[Quotation], Copied], None]",
}


def trees(paths: Iterator[Path]) -> Iterator[tuple[str, ast.Module]]:
    return ((path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths)


def done() -> Iterator[Path]:
    for name in DONE:
        path = ROOT / name
        assert path.exists()
        yield from (path.rglob("*.py") if path.is_dir() else [path])


def no_sentences(tree: ast.Module) -> set[int]:
    """The nodes that are docstrings, sentences said as they should be, or parts of literals."""
    found = {id(node) for call in sentences.calls(tree) for node in call.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            found |= {id(part) for part in node.values}
    return found


def text(node: ast.AST) -> str:
    """What a literal says, values in it as `{}`; "" for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_the_sentences_of_rooms_that_are_done_are_said_by_one_function() -> None:
    literal = []
    for name, tree in trees(done()):
        apart = no_sentences(tree)
        for node in ast.walk(tree):
            said = "" if id(node) in apart or name in APART else text(node).strip()
            if said[:1].isupper() and " " in said and said not in NAMES:
                literal.append(f"{name}:{getattr(node, 'lineno', 0)}: {said}")
    assert literal == []


def test_what_is_said_is_written_whole_where_it_is_said() -> None:
    unwritten = [
        f"{path.relative_to(ROOT).as_posix()}:{call.lineno}"
        for path in sentences.sources()
        for call in sentences.said_in(path)
        if sentences.words(call) is None
    ]
    assert unwritten == []
    said = sentences.sentences()
    assert len(said) > 150
    # In a catalogue a sentence stands once: with other words for many, or without any, it would stand twice.
    assert len({one for one, *_ in said}) == len(said)


def test_sentences_have_the_values_that_they_speak_of() -> None:
    wrong = []
    for path in sentences.sources():
        for call in sentences.said_in(path):
            given = {one.arg for one in call.keywords} - {"into"}
            named = {one for said in sentences.words(call) or () for _, one, _, _ in Formatter().parse(said) if one}
            if named - {"count"} != given - {"count"}:
                wrong.append(f"{path.relative_to(ROOT).as_posix()}:{call.lineno}: {sorted(named ^ given, key=str)}")
    assert wrong == []


def test_nothing_is_said_while_modules_are_imported() -> None:
    """The language is not known by then: what stands at the top of a module would stay in English."""
    early = []
    for name, tree in trees(path for path in sentences.sources() if sentences.said_in(path)):
        bodies = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]
        within = {
            id(node)
            for one in bodies
            for part in (one.body if isinstance(one.body, list) else [one.body])
            for node in ast.walk(part)
        }
        early += [f"{name}:{call.lineno}" for call in sentences.calls(tree) if id(call) not in within]
    assert early == []


def test_every_translation_that_ships_is_of_a_sentence_that_is_said() -> None:
    said = set(sentences.sentences())
    catalogues = sorted(assets.translations().glob("*.po"))
    translated = {
        (entry.msgid, entry.msgid_plural) if entry.msgid_plural else (entry.msgid,)
        for path in catalogues
        for entry in entries(path).translated_entries()
    }
    assert catalogues
    assert translated - said == set()
