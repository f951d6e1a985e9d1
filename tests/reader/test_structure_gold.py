"""The PDF reader against pages whose structure people set down by eye, where they are at hand."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.formats import registry
from reader.model import Manifesto
from reader.page_labels import printed

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = SHARED / "gold" / "structure"
CORPUS = SHARED / "corpus"
# What the reader must reach, a little under what it reached when this was written.
LEAST = {"order": 0.985, "blocks": 0.96, "kinds": 0.98, "headings": 0.96, "furniture": 0.975}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the pages set down by eye are not at hand")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_structure", SHARED / "tools" / "score_structure.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_extracted(manifesto: Manifesto) -> dict[str, Any]:
    return {
        "blocks": [
            {
                "kind": block.kind.value,
                "text": block.text,
                "pieces": [{"page": piece.page, "start": piece.start, "end": piece.end} for piece in block.pieces],
            }
            for block in manifesto.blocks
        ]
    }


@pytest.fixture(scope="module")
def manifestos() -> dict[str, Manifesto]:
    """Every manifesto of which there are pages set down by eye, by file name."""
    names = {json.loads(path.read_text("utf-8"))["pdf"] for path in GOLD.glob("*__p*.json")}
    return {name: registry.read(CORPUS / "uk-2017" / name) for name in sorted(names)}


def test_structure_is_as_people_see_it(manifestos: dict[str, Manifesto], tmp_path: Path) -> None:
    for name, manifesto in manifestos.items():
        (tmp_path / f"{Path(name).stem}.json").write_text(json.dumps(as_extracted(manifesto)), encoding="utf-8")
    _, reached = scorer().score(GOLD, tmp_path)
    assert {name: value for name, value in reached.items() if value < LEAST[name]} == {}


def test_printed_labels_are_those_on_the_pages(manifestos: dict[str, Manifesto]) -> None:
    wrong = {}
    for path in GOLD.glob("*__p*.json"):
        gold = json.loads(path.read_text("utf-8"))
        label = printed(manifestos[gold["pdf"]].pages[gold["page"] - 1].label)
        if label != gold["printed_label"]:
            wrong[path.stem] = label
    assert wrong == {}
