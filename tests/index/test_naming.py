"""Manifestos of one name are told apart by the least that does it."""

from __future__ import annotations

from index.naming import told_apart
from reader.library.records import Document


def of(name: str, *, title: str = "For all", year: str = "", election: str = "") -> Document:
    return Document(name, title, party="Quay Party", year=year, election=election, file_name="a.txt")


def test_a_name_that_only_one_has_stands_alone() -> None:
    assert told_apart([of("a", year="2019")]) == {"a": "Quay Party"}


def test_years_tell_apart_then_elections_then_titles() -> None:
    assert told_apart([of("a", year="2015"), of("b", year="2017")]) == {
        "a": "Quay Party · 2015",
        "b": "Quay Party · 2017",
    }
    same_year = [of("a", year="2015", election="Mayor"), of("b", year="2015", election="Council")]
    assert list(told_apart(same_year).values()) == ["Quay Party · Mayor", "Quay Party · Council"]
    titles = [of("a", year="2015", title="Boats"), of("b", year="2015", title="Slopes")]
    assert list(told_apart(titles).values()) == ["Quay Party · Boats", "Quay Party · Slopes"]


def test_a_manifesto_that_is_named_twice_is_one() -> None:
    assert told_apart([of("a"), of("a")]) == {"a": "Quay Party"}
