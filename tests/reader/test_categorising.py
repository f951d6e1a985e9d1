"""Lines are put into one's own categories: one at a time for each coder, undone in one step, kept as codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from annotating import BOATS, NETS, WALL, do, manifesto

from reader.errors import NameTaken
from reader.library.categorising import categories, categorise, categorise_anew, categorised, names_of, uncategorise
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import add_coder
from reader.library.library import Library
from reader.library.records import Document


@pytest.fixture
def document(library: Library, write_file: Callable[..., Path]) -> Document:
    return library.store(write_file(), manifesto(WALL, NETS, BOATS), {"party": "Lamp Society"})


def test_the_first_category_makes_its_group_and_the_words_are_in_it(library: Library, document: Document) -> None:
    line = (document.id, library.lengths(document.id)[0][0], 0, 4)
    group, edit = categorise_anew(library, line, " Named  first ", "", "Lines of harbour")
    library.apply(edit)
    (category,) = categories(library, group)
    assert library.codebook().path(category.id) == ("Lines of harbour", "Named first")
    assert categorised(library, group) == {line: category.id}
    assert names_of(library, group) == {category.id: "Named first"}
    assert edit.label == "Put a line into new “Named first”"
    library.undo()
    assert not library.codebook().codes
    assert categorised(library, group) == {}


def test_a_coder_has_a_line_in_one_category_and_takes_it_out_again(library: Library, document: Document) -> None:
    line = (document.id, library.lengths(document.id)[0][0], 0, 4)
    group, edit = categorise_anew(library, line, "First", "", "Lines")
    library.apply(edit)
    second = do(library, create_code(library, "Second", group))
    library.apply(categorise(library, line, second, group))
    assert categorised(library, group) == {line: second}
    assert not categorise(library, line, second, group).changes
    library.undo()
    assert categorised(library, group) == {line: edit.changes[1].id}
    library.redo()
    library.apply(uncategorise(library, line, group))
    assert categorised(library, group) == {}
    assert not uncategorise(library, line, group).changes
    with pytest.raises(NameTaken):
        categorise_anew(library, line, "second", group, "Lines")


def test_a_group_that_has_the_name_already_is_used(library: Library, document: Document) -> None:
    block = library.lengths(document.id)[0][0]
    group, edit = categorise_anew(library, (document.id, block, 0, 4), "First", "", "Lines of harbour")
    library.apply(edit)
    again, edit = categorise_anew(library, (document.id, block, 5, 9), "Second", "", "lines of  Harbour")
    library.apply(edit)
    assert again == group
    assert [code.name for code in categories(library, group)] == ["First", "Second"]


def test_what_another_coder_said_stays_and_ones_own_is_shown_first(library: Library, document: Document) -> None:
    line = (document.id, library.lengths(document.id)[0][0], 0, 4)
    group, edit = categorise_anew(library, line, "First", "", "Lines")
    library.apply(edit)
    first, me = edit.changes[1].id, library.coder
    second = do(library, create_code(library, "Second", group))
    other = do(library, add_coder(library, "Somebody else"))
    library.work_as(other)
    library.apply(categorise(library, line, second, group))
    assert categorised(library, group) == {line: second}
    assert categorised(library, group, me) == {line: first}
    library.work_as(me)
    assert categorised(library, group) == {line: first}
