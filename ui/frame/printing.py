"""Sends the pages that are shown to a printer, away from the window, which shows how far it is and can stop it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from reader.errors import UserError
from reader.wording import tr, tr_count
from ui.frame.page_preview import PagePreview
from ui.frame.pages import print_file
from ui.session.long_work import LongWork
from ui.session.session import Session


def print_shown(session: Session, preview: PagePreview, path: Path, printer: QPrinter) -> None:
    """Print the pages of this file, which the preview shows; it closes them when all are sent, or none can be."""

    def done(pages: int) -> None:
        preview.close_pages()
        session.say(tr_count("One page was sent to the printer.", "{count} pages were sent to the printer.", pages))

    def fail(error: UserError) -> None:
        preview.close_pages()
        session.say_problem(error)

    def stop() -> None:
        preview.close_pages()
        session.say(tr("Printing was stopped. Pages that the printer already has may still come out."))

    work = LongWork(session, tr("Printing"), stop)

    def on_page(page: int, pages: int) -> bool:
        work.step(tr("Printing page {page} of {pages}", page=page, pages=pages), page - 1, pages)
        return not work.cancelled

    work.run(lambda: print_file(preview.pages, path, printer, on_page), done, fail)
