"""The folder in which pages of a preview are made is gone once nothing is made there any more, whatever ended it."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

import pytest
from waiting import wait

from index.exports.publication import Publication
from index.exports.registry import Exportable, Layout, Resources
from reader.errors import UserError
from ui.frame.page_preview import PagePreview
from ui.session.session import Session


@pytest.mark.parametrize("session_closes", [False, True])
def test_the_folder_of_pages_goes_when_it_is_closed_and_nothing_is_made_there(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session_closes: bool
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def publication() -> Publication:
        begun.set()
        may_end.wait(30)
        raise UserError("It cannot be set.", "Set another.")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    preview = PagePreview(session)
    preview.show_thing(Exportable("Lamps", publication), Layout(Resources(tmp_path, ())))
    assert begun.wait(30)
    preview.close_pages()
    assert len(list(tmp_path.glob("hustings-pages-*"))) == 1
    may_end.set()
    if session_closes:
        session.close()
    else:
        wait(lambda: not session.busy)
    assert list(tmp_path.glob("hustings-pages-*")) == []
    preview.deleteLater()


def test_the_folder_of_pages_goes_at_once_where_nothing_is_made(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    preview = PagePreview(session)
    assert len(list(tmp_path.glob("hustings-pages-*"))) == 1
    preview.close_pages()
    assert list(tmp_path.glob("hustings-pages-*")) == []
    preview.deleteLater()
