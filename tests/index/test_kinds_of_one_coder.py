"""Kinds of sentences are asked for as everybody says, or as one coder does."""

from __future__ import annotations

from pathlib import Path

from indexed import Indexed, Written

from index.search import Searcher
from reader.library.coder_edits import add_coder
from reader.library.judging import set_statement_kind
from reader.library.library import Library


def test_a_search_for_a_kind_follows_what_one_coder_says(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("# Ferries\nLabour will run a ferry.\nThe ferry is old.", party="Labour"))
    document = made.documents[0].id
    with Library.open(made.home) as library, Searcher(made.home) as searcher:
        old = next(block for block in library.blocks(document) if block.text == "The ferry is old.")
        library.apply(set_statement_kind(library, document, old.id, 0, len(old.text), "pledge"))
        library.apply(add_coder(library, "Ben"))
        first, ben = (coder.id for coder in library.coders())
        found = {coder: searcher.search("kind:pledge ferry", coder=coder).total for coder in ("", first, ben)}
    assert found == {"": 2, first: 2, ben: 1}
