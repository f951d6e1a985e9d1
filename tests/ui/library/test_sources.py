"""Where manifestos are found, and what is kept of where one was found."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from waiting import wait

from reader.library import edits
from ui.frame.sources import show_sources
from ui.library.correcting import correct
from ui.library.place import LibraryPlace
from ui.session.session import Session
from ui.shared.sources import SourceLinks, sources

PAGE = "https://harbour.example/plan"


def test_an_empty_library_and_the_help_list_addresses_that_the_system_opens(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
    place = LibraryPlace(session)
    place.show()
    dialog = show_sources(place)
    for shown in (place.empty, dialog):
        links = shown.findChild(SourceLinks)
        assert isinstance(links, SourceLinks)
        assert links.isVisible()
        for button in links.findChildren(QPushButton):
            button.click()
    assert opened == [source.address for source in sources()] * 2
    dialog.close()
    place.close()


def test_an_address_as_source_brings_the_day_it_was_seen_where_none_is_known(
    session: Session, shelved: list[str]
) -> None:
    first, second, third = shelved
    library = session.library
    session.apply(edits.set_fields(library, second, {"accessed": "2019-05-02"}))
    session.apply(correct(library, [first, second], "source", PAGE))
    session.apply(correct(library, [third], "source", "A leaflet"))
    found = [library.document(name) for name in shelved]
    kept = [(one.source, one.accessed) for one in found if one is not None]
    assert kept == [(PAGE, date.today().isoformat()), (PAGE, "2019-05-02"), ("A leaflet", "")]
    session.undo()
    session.undo()
    now = library.document(first)
    assert now is not None
    assert (now.source, now.accessed) == ("", "")


def test_text_that_is_pasted_below_an_address_has_it_as_its_source(session: Session) -> None:
    session.add_text(f"{PAGE}\nA plan for the harbour\n\nWe will light every lane of it at night.\n")
    wait(lambda: not session.busy)
    (one,) = session.library.documents()
    assert (one.source, one.accessed) == (PAGE, date.today().isoformat())
    assert one.title == "A plan for the harbour"
    assert {"source", "accessed"} <= one.confirmed
    assert PAGE not in " ".join(block.text for block in session.library.blocks(one.id))
