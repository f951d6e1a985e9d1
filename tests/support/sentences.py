"""Every sentence that the program says through `reader.wording`, found in its source.

.venv/bin/python tests/support/sentences.py hustings.pot    the template from which translators' programs begin
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("reader", "index", "ui")
Said: TypeAlias = tuple[str, ...]  # a sentence, or that for one and that for many
FUNCTIONS = {"tr": 1, "tr_count": 2}  # how many of the first arguments are sentences
HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n'
TWO_FORMS = "nplurals=2; plural=(n != 1);"


def sources() -> Iterator[Path]:
    """The files of the program."""
    return (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))


@cache
def said_in(path: Path) -> tuple[ast.Call, ...]:
    """Where something is said through `reader.wording` in a file of the program, which is looked at once."""
    source = path.read_text(encoding="utf-8")
    return tuple(calls(ast.parse(source))) if any(f"{name}(" in source for name in FUNCTIONS) else ()


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Where something is said through `reader.wording`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
            yield node


def words(call: ast.Call) -> tuple[str, ...] | None:
    """The sentence of a call, or that for one and that for many; None where it is not written there whole."""
    count = FUNCTIONS[call.func.id] if isinstance(call.func, ast.Name) else 0
    said = [one.value for one in call.args[:count] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return tuple(said) if len(said) == count else None


def sentences() -> dict[Said, list[str]]:
    """All of them, each with the places where it is said ("ui/plans/panel.py:72")."""
    found: dict[Said, list[str]] = {}
    for path in sources():
        for call in said_in(path):
            said = words(call)
            if said is not None:
                found.setdefault(said, []).append(f"{path.relative_to(ROOT).as_posix()}:{call.lineno}")
    return found


def catalogue(
    translated: Mapping[Said, tuple[str, ...]],
    language: str,
    plurals: str = TWO_FORMS,
    where: Mapping[Said, Sequence[str]] = MappingProxyType({}),
) -> str:
    """A `.po` file in which these sentences have these translations; a counted one has one for each form.

    It tells translators `where` sentences are said.
    """
    return HEAD.format(language, plurals) + "".join(
        "\n".join(["", *(f"#: {place}" for place in where.get(said, ())), *_entry(said, into), ""])
        for said, into in translated.items()
    )


def _entry(said: tuple[str, ...], into: tuple[str, ...]) -> Iterator[str]:
    yield f"msgid {_quoted(said[0])}"
    if len(said) == 1:
        yield f"msgstr {_quoted(into[0])}"
        return
    yield f"msgid_plural {_quoted(said[1])}"
    yield from (f"msgstr[{form}] {_quoted(text)}" for form, text in enumerate(into))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    found = sentences()
    template = catalogue({said: ("",) * len(said) for said in found}, "", where=found)
    Path(sys.argv[1]).write_text(template, encoding="utf-8")
