"""Copies of the original PDFs in which codes and notes stand as highlights, written in the background."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.exports.annotated_pdf import AnnotatedPdf, annotated_pdfs, copy_name
from reader.errors import UserError
from reader.library.library import Library
from reader.library.records import Document
from reader.wording import tr, tr_count
from ui.session.long_work import LongWork
from ui.session.session import Session
from ui.shared.file_writing import write_file
from ui.shared.saving import save_as


@dataclass(frozen=True, slots=True)
class Copies:
    """Of which PDFs there can be copies, and with what in them.

    `only` are the ids of the codes and notes that are meant, None for all; `coder` is the id of whose these are, "" for
    everybody's.
    """

    documents: tuple[Document, ...]
    only: frozenset[str] | None = None
    coder: str = ""

    @property
    def several(self) -> bool:
        """Whether they need a folder, one file for each manifesto."""
        return len(self.documents) > 1


@dataclass
class _Written:
    """What came of it: the files, or the content of the only one, which is written when it is known that nobody stopped
    it; what is on no words of a page; and what could not be written and why."""

    lock: threading.Lock = field(default_factory=threading.Lock)  # held while a file is written
    paths: list[Path] = field(default_factory=list)
    content: bytes = b""
    left_out: int = 0
    problems: list[tuple[Document, UserError]] = field(default_factory=list)


def copies_of(documents: Sequence[Document], *, only: frozenset[str] | None = None, coder: str = "") -> Copies | None:
    """The copies that these manifestos can have; None where none of them is a PDF."""
    pages = tuple(document for document in documents if document.format == "PDF")
    return Copies(pages, only, coder) if pages else None


def write_copies(session: Session, copies: Copies, path: Path) -> None:
    """Write the one copy into this file, or several into this folder, and say what came of it.

    Whoever stops it keeps the copies of a folder that are whole. No file of the folder is written over.
    """
    home, passwords, of = session.home, session.passwords, len(copies.documents)
    written = _Written()

    def stopped() -> None:
        with written.lock:
            session.say(_stopped(copies, written, path))

    work = LongWork(session, tr("Writing “{file}”", file=path.name), stopped)

    def made(library: Library) -> Iterator[tuple[Document, AnnotatedPdf | UserError]]:
        return annotated_pdfs(
            library,
            [document.id for document in copies.documents],
            coders=[copies.coder] if copies.coder else None,
            only=copies.only,
            passwords=passwords,
            cancelled=lambda: work.cancelled,
        )

    def write() -> _Written:
        with Library.open(home) as library:
            for number, (document, copy) in enumerate(made(library), 1):
                with written.lock:
                    if not work.cancelled:
                        _keep(written, copies, path, document, copy)
                if copies.several and not work.cancelled:
                    work.step(tr("Writing PDF {number} of {of}", number=number, of=of), number, of)
        return written

    work.run(write, lambda found: _tell(session, copies, found, path))


def _keep(written: _Written, copies: Copies, path: Path, document: Document, copy: AnnotatedPdf | UserError) -> None:
    """One copy has been made, or could not be."""
    if isinstance(copy, UserError):
        written.problems.append((document, copy))
        return
    written.left_out += copy.left_out
    if not copies.several:
        written.content = copy.content
        return
    written.paths.append(_free(path / copy_name(document)))
    write_file(written.paths[-1], copy.content)


def _free(path: Path) -> Path:
    """The path, with a number where a file of that name is there."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def _stopped(copies: Copies, written: _Written, path: Path) -> str:
    if not copies.several:
        return tr("Stopped. “{file}” was not written.", file=path.name)
    said = tr_count("one PDF is in “{folder}”", "{count} PDFs are in “{folder}”", len(written.paths), folder=path.name)
    return tr("Stopped: {said}.", said=said) if written.paths else tr("Stopped. No PDF was written.")


def _tell(session: Session, copies: Copies, written: _Written, path: Path) -> None:
    if written.problems and not copies.several:
        session.say_problem(written.problems[0][1])
        return
    if not written.paths and not written.content and not written.problems:
        session.say(tr("Nothing was written: these codes and notes are not in the library any more."))
        return
    if not copies.several:
        save_as(session, path, lambda: written.content)
        if not written.left_out or not path.exists():
            return
    many = len(written.paths)
    said = [
        tr_count("Saved one PDF in “{folder}”.", "Saved {count} PDFs in “{folder}”.", many, folder=path.name)
        if copies.several
        else tr("Saved as “{file}”.", file=path.name)
    ]
    if written.left_out:
        said.append(
            tr_count(
                "One code or note is on no words of a page and was left out.",
                "{count} codes and notes are on no words of a page and were left out.",
                written.left_out,
            )
        )
    said += [f"{document.called}: {error.problem}" for document, error in written.problems]
    session.say(" ".join(said))
