"""Putting one code on all passages that were found: which code is asked for, then it is one change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from index.results import Hit
from reader.edits import Edit
from reader.library.codebook_edits import create_code
from reader.library.codes import Code
from reader.library.coding import New, add_annotations
from reader.library.library import Library
from reader.library.verdicts import Selection
from reader.wording import tr, tr_count
from ui.annotating.annotating import Annotating, annotating
from ui.annotating.picker import CodePicker
from ui.session.session import Session
from ui.shared.overlay import Overlay
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP


class CodeHits(QWidget):
    """Says how many passages will be coded, and lets a code be found or made."""

    def __init__(self, shared: Annotating, count: int) -> None:
        super().__init__()
        self.picker = CodePicker(shared)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addWidget(Text(tr_count("Code {count} passage", "Code {count:,} passages", count), Role.STRONG))
        column.addWidget(self.picker)
        self.setFocusProxy(self.picker)


def ask_and_code(session: Session, over: QWidget, hits: Sequence[Hit]) -> CodeHits | None:
    """Ask for a code and put it on these hits, without the headings among them."""
    passages = [hit for hit in hits if hit.kind != "heading"]
    if not passages:
        session.say(tr("Search for something first: all that is found can then be coded."))
        return None
    shared = annotating(session)
    asked = CodeHits(shared, len(passages))
    overlay = Overlay(over.window(), asked, tr("Code all results"))

    def take(code: str, name: str = "") -> None:
        overlay.dismiss()
        _code(session, passages, code, name)

    asked.picker.chosen.connect(take)
    asked.picker.new_wanted.connect(lambda name: take("", name))
    asked.picker.left.connect(overlay.dismiss)
    asked.picker.resized.connect(overlay.fit)
    overlay.closed.connect(overlay.deleteLater)
    overlay.open()
    asked.picker.begin()
    return asked


def _code(session: Session, hits: Sequence[Hit], code: str, name: str) -> None:
    """Get the change together on another thread, since it reads all these manifestos, and make it."""
    home, coder = session.home, session.library.coder

    def make() -> Edit:
        with Library.open(home) as library:
            library.work_as(coder)
            return coded(library, hits, code, name)

    def done(edit: Edit) -> None:
        if not edit.changes:
            session.say(tr("All of these passages have the code already."))
        elif session.attempt(lambda: edit) is not None:
            session.say(f"{edit.label}.", undo=True)

    session.run(make, done)


def coded(library: Library, hits: Sequence[Hit], code: str, name: str = "") -> Edit:
    """The one edit that puts a code (id), or a new one of this name, on all of these passages."""
    made = create_code(library, name) if not code else Edit("", ())
    new_codes = [Code(made.changes[0].id, "", " ".join(name.split()))] if made.changes else []
    target = code or new_codes[0].id
    new = [New(hit.document, Selection(hit.block, 0, hit.block, len(hit.text)), target) for hit in hits]
    found = library.codebook().get(code)
    called = found.name if found is not None else " ".join(name.split())
    added = add_annotations(library, "", new, new_codes)
    count = sum(change.table == "annotations" and change.before is None for change in added.changes)
    passages = "1 passage" if count == 1 else f"{count:,} passages"
    return Edit(f"Code {passages} as “{called}”", (*made.changes, *added.changes))
