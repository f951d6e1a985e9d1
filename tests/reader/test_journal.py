"""Edits: applied and journalled together, undone and redone, also after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.edits import Change, Edit
from reader.errors import NameTaken, StaleEdit
from reader.home import Home
from reader.library import edits
from reader.library.journalled import JOURNALLED
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Manifesto

WriteFile = Callable[..., Path]
Add = Callable[[str], Document]


def fields(library: Library, document: str) -> tuple[str, str, frozenset[str]]:
    found = library.document(document)
    assert found is not None
    return found.party, found.year, found.confirmed


def test_entered_fields_are_confirmed_and_undo_makes_them_guesses_again(library: Library, add: Add) -> None:
    document = add("One").id
    edit = edits.set_fields(library, document, {"party": "  Lamp   Party ", "year": "2031"})
    library.apply(edit)
    assert fields(library, document) == ("Lamp Party", "2031", frozenset({"party", "year"}))
    assert library.undo() == edit.inverse()
    assert fields(library, document) == ("", "", frozenset())
    assert library.redo() == edit
    assert fields(library, document) == ("Lamp Party", "2031", frozenset({"party", "year"}))
    assert library.redo() is None


def test_entering_the_guess_itself_confirms_it(library: Library, plan: Manifesto, write_file: WriteFile) -> None:
    document = library.store(write_file(), plan, {"party": "Lamp"}).id
    edit = edits.set_fields(library, document, {"party": "Lamp"})
    assert edit.label == "Change party of “Lamp”"
    library.apply(edit)
    assert fields(library, document) == ("Lamp", "", frozenset({"party"}))
    assert edits.set_fields(library, document, {"party": "Lamp"}).changes == ()


def test_confirming_leaves_empty_fields_alone(library: Library, plan: Manifesto, write_file: WriteFile) -> None:
    document = library.store(write_file(), plan, {"party": "Lamp"}).id
    library.apply(edits.confirm(library, document, ["party", "year"]))
    assert fields(library, document)[2] == {"party"}
    assert edits.confirm(library, document, ["party", "year"]).changes == ()


def test_an_edit_without_changes_is_not_journalled(library: Library) -> None:
    library.apply(Edit("Nothing", ()))
    assert library.undo_label() is None
    assert library.undo() is None


def test_undo_and_redo_survive_a_restart(place: Home, library: Library, add: Add) -> None:
    document = add("One").id
    library.apply(edits.set_fields(library, document, {"party": "A"}))
    library.apply(edits.set_fields(library, document, {"party": "B"}))
    library.undo()
    library.close()
    with Library.open(place) as later:
        assert (later.undo_label(), later.redo_label()) == ("Change party of “One”", "Change party of “A”")
        assert later.history() == (["Change party of “One”"], ["Change party of “A”"])
        later.redo()
        assert fields(later, document)[0] == "B"
        later.undo()
        later.undo()
        assert fields(later, document)[0] == ""
        assert later.undo() is None


def test_a_new_edit_after_undo_drops_what_could_be_redone(library: Library, add: Add) -> None:
    document = add("One").id
    library.apply(edits.set_fields(library, document, {"party": "A"}))
    library.undo()
    library.apply(edits.set_fields(library, document, {"year": "2031"}))
    assert library.redo_label() is None
    assert library.redo() is None
    assert library.history() == (["Change year of “One”"], [])


def test_an_edit_whose_row_has_changed_is_refused_whole(library: Library, add: Add) -> None:
    one, two = add("One").id, add("Two").id
    edit = Edit(
        "Both",
        (
            Change("documents", one, {"party": ""}, {"party": "A"}),
            Change("documents", two, {"removed": 1}, {"removed": 0}),
        ),
    )
    with pytest.raises(StaleEdit, match="Both"):
        library.apply(edit)
    assert fields(library, one)[0] == ""
    assert library.undo_label() is None


def test_an_undo_that_fits_no_more_changes_nothing_and_is_not_tried_again(
    place: Home, library: Library, add: Add
) -> None:
    document = add("One").id
    library.apply(edits.set_fields(library, document, {"year": "2030"}))
    library.apply(edits.set_fields(library, document, {"party": "A"}))
    library._connection.execute("UPDATE documents SET party = 'changed behind the journal'")
    with pytest.raises(StaleEdit):
        library.undo()
    assert fields(library, document) == ("changed behind the journal", "2030", frozenset({"party", "year"}))
    assert library.undo_label() == "Change year of “One”"


def test_a_redo_that_fits_no_more_is_dropped_with_all_that_follows(library: Library, add: Add) -> None:
    document = add("One").id
    library.apply(edits.set_fields(library, document, {"party": "A"}))
    library.apply(edits.set_fields(library, document, {"year": "2030"}))
    library.undo()
    library.undo()
    library._connection.execute("UPDATE documents SET confirmed = 'title'")
    with pytest.raises(StaleEdit):
        library.redo()
    assert library.redo_label() is None


def test_a_guess_that_was_made_anew_stands_in_the_way_of_no_undo_and_no_redo(library: Library, add: Add) -> None:
    document = add("One").id

    def guess(party: str, colour: str) -> None:
        library._connection.execute("UPDATE documents SET party = ?, colour = ?", (party, colour))

    def shown() -> tuple[str, str, frozenset[str]]:
        found = library.document(document)
        assert found is not None
        return found.party, found.colour, found.confirmed

    guess("Guess", "#000001")
    library.apply(edits.set_fields(library, document, {"party": "A"}, {"colour": "#00000a"}))
    library._connection.execute("UPDATE documents SET colour = '#000002'")
    library.undo()
    assert shown() == ("Guess", "#000001", frozenset())
    guess("Other", "#000003")
    library.redo()
    assert shown() == ("A", "#00000a", frozenset({"party"}))


@pytest.mark.parametrize("values", [{"party": "Guess"}, None])
def test_to_confirm_again_is_to_confirm_the_value_that_was_seen(
    library: Library, plan: Manifesto, write_file: WriteFile, values: dict[str, str] | None
) -> None:
    document = library.store(write_file(), plan, {"party": "Guess"}).id
    edit = (
        edits.confirm(library, document, ["party"]) if values is None else edits.set_fields(library, document, values)
    )
    library.apply(edit)
    library.undo()
    library._connection.execute("UPDATE documents SET party = 'Another guess'")
    library.redo()
    assert fields(library, document) == ("Guess", "", frozenset({"party"}))


@pytest.mark.parametrize(
    "change",
    [
        Change("journal", "1", {"label": "x"}, {"label": "y"}),
        Change("documents", "x", {"party": "a"}, {"year": "b"}),
        Change("documents", "x", {"id": "x"}, {"id": "y"}),
        Change("documents", "x", {"hat": "a"}, {"hat": "b"}),
        Change("sets", "x", None, {"id": "x"}),
        Change("sets", "x", {"id": "x", "name": "n"}, None),
        Change("sets", "x", None, {"id": "y", "name": "n", "position": 1}),
        Change("sets", "x", None, None),
    ],
)
def test_an_edit_that_is_not_well_formed_is_a_bug(library: Library, change: Change) -> None:
    with pytest.raises(ValueError, match=r"editing|columns"):
        library.apply(Edit("Wrong", (change,)))


def test_the_columns_that_edits_may_name_are_those_of_the_tables(library: Library) -> None:
    for table, columns in JOURNALLED.items():
        rows = library._connection.execute(f"PRAGMA table_info({table})").fetchall()
        assert sorted(row[1] for row in rows) == sorted(columns)
        assert [row[2] for row in rows if row[1] == "id"] == ["TEXT"]


def test_removing_several_manifestos_is_one_edit(library: Library, add: Add) -> None:
    documents = [add(title) for title in ("One", "Two", "Three")]
    before = library.row("documents", documents[1].id)
    library.apply(edits.remove(library, [document.id for document in documents[:2]]))
    assert [document.title for document in library.documents()] == ["Three"]
    assert library.undo_label() == "Remove 2 manifestos"
    assert library.blocks(documents[1].id)
    library.undo()
    assert library.row("documents", documents[1].id) == before
    assert library.documents() == documents
    library.apply(edits.remove(library, documents[0].id))
    assert library.undo_label() == "Remove “One”"
    assert edits.remove(library, documents[0].id).changes == ()
    library.apply(edits.restore(library, documents[0].id))
    assert library.documents() == documents


def test_a_set_keeps_its_order_and_its_id_through_undo(library: Library, add: Add) -> None:
    one, two, three = (add(title).id for title in ("One", "Two", "Three"))
    library.apply(edits.make_set(library, " London  2024 ", [three, one, three]))
    (made,) = library.sets()
    assert (made.name, made.documents, made.view) == ("London 2024", (three, one), "{}")
    library.apply(edits.change_set(library, made.id, [two, three]))
    library.apply(edits.rename_set(library, made.id, "Harbour 2031"))
    library.remember_view(made.id, '{"topic":"vawg"}')
    changed = library.sets()
    assert [(found.name, found.documents) for found in changed] == [("Harbour 2031", (two, three))]
    library.apply(edits.delete_set(library, made.id))
    assert library.sets() == []
    library.undo()
    assert library.sets() == changed
    library.undo()
    library.undo()
    assert [(found.name, found.documents) for found in library.sets()] == [("London 2024", (three, one))]


def test_a_removed_manifesto_leaves_its_sets_until_it_comes_back(library: Library, add: Add) -> None:
    one, two, three = (add(title).id for title in ("One", "Two", "Three"))
    library.apply(edits.make_set(library, "All three", [one, two, three]))
    (made,) = library.sets()
    library.apply(edits.remove(library, two))
    assert library.sets()[0].documents == (one, three)
    library.apply(edits.change_set(library, made.id, [three, one]))
    library.apply(edits.restore(library, two))
    assert library.sets()[0].documents == (three, one, two)


def test_two_sets_cannot_have_one_name(library: Library, add: Add) -> None:
    document = add("One").id
    library.apply(edits.make_set(library, "Harbour", [document]))
    library.apply(edits.make_set(library, "Coast", []))
    coast = library.set_by_name("coast")
    assert coast is not None
    assert [found.name for found in library.sets()] == ["Harbour", "Coast"]
    with pytest.raises(NameTaken, match="Harbour"):
        edits.make_set(library, "harbour ", [])
    with pytest.raises(NameTaken, match="Harbour"):
        edits.rename_set(library, coast.id, "HARBOUR")
    with pytest.raises(NameTaken, match="needs a name"):
        edits.make_set(library, "  ", [])
    assert edits.rename_set(library, coast.id, "Coast").changes == ()
    library.apply(edits.rename_set(library, coast.id, "COAST"))
    assert library.set_by_name("Coast") is not None
    assert library.set_by_name("Nowhere") is None


def test_sets_stand_in_the_order_that_people_give_them(library: Library) -> None:
    for name in ("Harbour", "Coast", "Hills"):
        library.apply(edits.make_set(library, name, []))
    harbour, coast, hills = (found.id for found in library.sets())
    library.apply(edits.order_sets(library, [hills, harbour, coast]))
    assert [found.name for found in library.sets()] == ["Hills", "Harbour", "Coast"]
    assert edits.order_sets(library, [hills, harbour, coast]).changes == ()
    library.undo()
    assert [found.name for found in library.sets()] == ["Harbour", "Coast", "Hills"]


def test_a_set_that_somebody_else_has_added_to_is_not_deleted_blindly(place: Home, library: Library, add: Add) -> None:
    one, two = add("One").id, add("Two").id
    library.apply(edits.make_set(library, "Harbour", [one]))
    (made,) = library.sets()
    deletion = edits.delete_set(library, made.id)
    with Library.open(place) as elsewhere:
        elsewhere.apply(edits.change_set(elsewhere, made.id, [one, two]))
    with pytest.raises(StaleEdit):
        library.apply(deletion)
    assert library.sets()[0].documents == (one, two)


def test_editing_what_is_not_there_is_stale(library: Library) -> None:
    builders: list[Callable[[], Edit]] = [
        lambda: edits.set_fields(library, "nowhere", {"party": "A"}),
        lambda: edits.remove(library, "nowhere"),
        lambda: edits.rename_set(library, "nowhere", "A"),
        lambda: edits.delete_set(library, "nowhere"),
    ]
    for build in builders:
        with pytest.raises(StaleEdit):
            build()
    with pytest.raises(ValueError, match="hat"):
        edits.set_fields(library, "nowhere", {"hat": "red"})
    with pytest.raises(ValueError, match="order"):
        library.next_position("coders")


def test_there_is_a_coder_from_the_beginning(place: Home, library: Library) -> None:
    coders = library._connection.execute("SELECT id, name FROM coders").fetchall()
    assert len(coders) == 1
    assert coders[0][1]
