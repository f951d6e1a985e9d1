"""Names that people give: cleaned, and told apart."""

from __future__ import annotations

import pytest

from reader.errors import NameTaken
from reader.names import checked_name, free_name


def test_a_name_that_is_taken_in_any_letters_gets_the_first_number_that_is_not() -> None:
    assert free_name("New plan", ["My plan"]) == "New plan"
    assert free_name("New plan", ["new plan", "NEW PLAN 2", "New plan 4"]) == "New plan 3"
    assert free_name("a {b}", ["A {B}"], lambda number: f"a {{b}} ({number})") == "a {b} (2)"


def test_a_name_is_needed_and_no_other_has_it() -> None:
    says = {"missing": "A set needs a name.", "taken": "There is a set called “{name}” already."}
    assert checked_name("  North \n coast ", ["South"], **says) == "North coast"
    with pytest.raises(NameTaken, match="needs a name"):
        checked_name(" \n", [], **says)
    with pytest.raises(NameTaken, match=r"called “North {coast}” already"):
        checked_name("north {COAST}", ["North {coast}"], **says)
