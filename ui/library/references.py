"""Saving manifestos as references for Zotero and its like, and saying what in them is missing or guessed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from index.citations.reference_files import FORMATS, format_for
from reader.errors import UserError
from reader.library.records import Document
from ui.session.session import Session
from ui.shared.copying import say_cited
from ui.shared.file_writing import write_file
from ui.shared.saving import ask_and_save

_KINDS = ";;".join(f"{each.name} (*{each.suffix})" for each in FORMATS)


def offer_references(session: Session, over: QWidget, documents: Sequence[Document], name: str) -> None:
    """Ask for a file of this `name` and save references to these documents in it."""
    if not documents:
        session.say("There are no manifestos here yet. Add some first: Ctrl+O.")
        return
    proposed = f"{name}{FORMATS[0].suffix}"
    ask_and_save(session, over, "Save references", proposed, _KINDS, partial(save, session, documents))


def save(session: Session, documents: Sequence[Document], path: Path) -> None:
    """Write them in the format that the file's name says, BibTeX where it says none."""
    chosen = format_for(path.name)
    if chosen is None:
        chosen, path = FORMATS[0], path.with_name(f"{path.name}{FORMATS[0].suffix}")
    try:
        write_file(path, chosen.write(documents))
    except UserError as error:
        session.say_problem(error)
        return
    number = "One reference" if len(documents) == 1 else f"{len(documents):,} references"
    done = f"{number} saved as “{path.name}”."
    say_cited(session, documents, done, done)
