"""The library: what has been read, what people made of it, and what is still to be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from reader.edits import Change, Edit, Value
from reader.errors import FileChanged, StaleEdit, UserError
from reader.identity import with_ids
from reader.library import annotation_rows, documents, journal, originals, queue, recognised, sets
from reader.library.annotated import AnnotatedLibrary
from reader.library.connection import plainly
from reader.library.journal import Heed, Step
from reader.library.records import Document, FileState, ManifestoSet, QueuedFile, Recognition
from reader.model import Block, Manifesto, OutlineEntry, Page
from reader.recognition.pages import RecognisedPage


class Library(AnnotatedLibrary):
    """What a library holds. Every method may raise DiskFull, LibraryDamaged, LibraryNotWritable or LibraryBusy.

    Those that read the text or the pages of a document may also raise DocumentDamaged.
    """

    # What is there

    def documents(self) -> list[Document]:
        """The documents that have not been removed, in the order in which they were added."""
        return self.read(documents.present)

    def document_ids(self) -> frozenset[str]:
        """The ids of the documents that have not been removed."""
        return self.read(documents.ids)

    def document(self, document: str) -> Document | None:
        """The document with this id, removed or not."""
        with self._reading() as connection:
            return documents.one(connection, document)

    known = document

    def is_new(self) -> bool:
        """Whether nothing was ever added or waits to be."""
        with self._reading() as connection:
            query = "SELECT EXISTS (SELECT 1 FROM documents) OR EXISTS (SELECT 1 FROM queue)"
            return not connection.execute(query).fetchone()[0]

    def blocks(self, document: str, *, first_pieces: bool = False) -> list[Block]:
        """The blocks of a document in reading order; none for a document that is not there.

        With `first_pieces` each has only the first of its pieces: enough to tell its page, for a fifth of the time.
        """
        with self._reading() as connection:
            return documents.blocks(connection, document, first_pieces=first_pieces)

    def block(self, document: str, block: str) -> Block | None:
        with self._reading() as connection:
            return documents.block(connection, document, block)

    def passage(self, document: str, block: str, expected: int) -> tuple[Block, str] | None:
        """A block and what introduces it ("We will:", or ""); None where it is not there.

        Where their sum (`packing.passage_sum`) is the expected one, the rest of the document is not looked at.
        """
        with self._reading() as connection:
            return documents.passage(connection, document, block, expected)

    def some_blocks(self, document: str, blocks: Iterable[str]) -> dict[int, Block]:
        """These blocks of a document, each with only the first of its pieces, by their places in it, in order."""
        with self._reading() as connection:
            return documents.some_blocks(connection, document, blocks)

    def lead_ins(self, document: str, blocks: Iterable[str]) -> dict[str, str]:
        """By id, what introduces each list item among these blocks of a document ("We will:"); others are left out."""
        with self._reading() as connection:
            return documents.lead_ins(connection, document, blocks)

    def lengths(self, document: str) -> list[tuple[str, int]]:
        """The ids of all blocks of a document in reading order, with the code points of each."""
        with self._reading() as connection:
            return documents.lengths(connection, document)

    def texts(self, blocks: Iterable[str]) -> dict[str, str]:
        """The text of each of these blocks by its id; ids that are not there are left out."""
        with self._reading() as connection:
            return documents.texts(connection, blocks)

    def pages(self, document: str) -> list[Page]:
        return self.read(lambda connection: documents.pages(connection, document))

    def outline(self, document: str) -> list[OutlineEntry]:
        return self.read(lambda connection: documents.outline(connection, document))

    # Files on their way in

    def enqueue(
        self, paths: Iterable[Path], *, sample: bool = False, fields: Mapping[str, str] | None = None
    ) -> list[QueuedFile]:
        """Put files, and all files in folders, on the queue; returns what now waits because of it, once each.

        A file that had failed is tried again. A file that is not there is queued too: it fails with its sentence.
        `fields` are known of each of these manifestos and will count as confirmed.
        """
        found = list(queue.files_in(paths))
        with self._writing() as connection:
            return queue.enqueue(connection, self.home, found, sample=sample, fields=fields or {})

    def waiting(self) -> list[QueuedFile]:
        return self.read(lambda connection: queue.in_state(connection, self.home, FileState.WAITING))

    def failures(self) -> list[QueuedFile]:
        return self.read(lambda connection: queue.in_state(connection, self.home, FileState.FAILED))

    def fail(self, path: Path | str, error: UserError) -> None:
        """List the file as one that could not be read, with the reason."""
        with self._writing() as connection:
            queue.fail(connection, self.home, Path(path), error)

    def dequeue(self, path: Path | str) -> None:
        """Take the file off the queue, whether it waits or has failed."""
        with self._writing() as connection:
            queue.take_off(connection, self.home, Path(path))

    def dismiss(self, path: Path | str) -> None:
        """Forget a failure; a file that waits goes on waiting."""
        with self._writing() as connection:
            queue.take_off(connection, self.home, Path(path), FileState.FAILED)

    def clear_waiting(self) -> None:
        with self._writing() as connection:
            queue.clear(connection, FileState.WAITING)

    def store(
        self, path: Path | str, manifesto: Manifesto, fields: Mapping[str, str], *, sample: bool = False
    ) -> Document:
        """Keep a manifesto as read from `path`, with guessed fields, and take the file off the queue.

        The original is copied in first; the rest is one short transaction. A document that is there already gets the
        new reading and keeps what people have confirmed; one that had been removed comes back. Raises NotFound and
        FileChanged where the file is not the one that was read any more.
        """
        file = Path(path)
        with plainly(self.home.database):
            document, original = originals.adopt(file, self.home.originals)
        named = _named(document, manifesto.blocks, file)
        file_name = file.name.encode("utf-8", "replace").decode("utf-8")
        with self._reading() as connection:
            known = queue.known_fields(connection, self.home, file)
        packed = documents.pack(replace(manifesto, blocks=named), fields, known, file_name=file_name, original=original)
        with self._writing() as connection:
            documents.write(connection, document, packed, sample=sample)
            annotation_rows.place_again(connection, document)
            documents.mark_read(connection, document)
            queue.take_off(connection, self.home, file)
            self._bring_back(connection, document)
            stored = documents.one(connection, document)
        if stored is None:
            raise RuntimeError("a document was not there after it had been stored")
        return stored

    # Pages that OCR has seen

    def keep_recognised(self, document: str, page: RecognisedPage) -> None:
        """Keep what OCR saw on one page, or that it could see nothing."""
        with self._writing() as connection:
            recognised.keep(connection, document, page)

    def recognised(self, document: str) -> list[RecognisedPage]:
        """What OCR has seen on the document's pages, in their order."""
        with self._reading() as connection:
            return recognised.of_document(connection, document)

    def recognition(self) -> Recognition:
        """How far OCR has come, over all documents that have not been removed."""
        with self._reading() as connection:
            documents_seen = recognised.seen(connection)
            return Recognition(
                unseen=recognised.unreadable(connection),
                data={document: recognised.data_by_page(connection, document) for document in documents_seen},
                unused=frozenset(recognised.unused(connection) & documents_seen),
            )

    def mark_used(self, document: str, pages: Iterable[RecognisedPage]) -> None:
        """The document has been read and indexed with these pages, or cannot be."""
        with self._writing() as connection:
            recognised.mark_used(connection, document, pages)
            documents.mark_read(connection, document)

    def store_again(self, document: str, manifesto: Manifesto, fields: Mapping[str, str]) -> Document | None:
        """Keep another reading of a document; None for one that is not there.

        Blocks with the same text keep their ids, and fields what people have confirmed; what people said is found again
        in the new text. It counts as read by the rules of now once `mark_used` says that it is indexed too.
        """
        known = self.document(document)
        if known is None:
            return None
        original = self.original(document).name
        packed = documents.pack(manifesto, fields, {}, file_name=known.file_name, original=original)
        with self._writing() as connection:
            documents.write(connection, document, packed, sample=known.sample)
            annotation_rows.place_again(connection, document)
            return documents.one(connection, document)

    def outdated(self) -> list[Document]:
        """The documents that were read by older rules, in the order in which they were added."""
        return self.read(documents.outdated)

    def restore(self, document: str) -> None:
        """Bring a removed document back because its file was added again; an edit that can be undone."""
        with self._writing() as connection:
            self._bring_back(connection, document)

    def _bring_back(self, connection: sqlite3.Connection, document: str) -> None:
        found = documents.one(connection, document)
        if found and found.removed:
            change = Change("documents", document, {"removed": 1}, {"removed": 0})
            self._record(connection, Edit(f"Add “{found.title}” again", (change,)))

    # Sets of manifestos

    def sets(self) -> list[ManifestoSet]:
        """The named sets; "All manifestos" is not one of them but always there."""
        return self.read(sets.present)

    def set_by_name(self, name: str) -> ManifestoSet | None:
        wanted = name.strip().casefold()
        return next((found for found in self.sets() if found.name.casefold() == wanted), None)

    def view(self, set_id: str) -> str:
        """How people left this set (any id, also that of an implicit one), as JSON text; "{}" at first."""
        with self._reading() as connection:
            return sets.view(connection, set_id)

    def remember_view(self, set_id: str, view: str) -> None:
        """Keep how a set was left. Not an edit: undo does not touch it."""
        with self._writing() as connection:
            sets.remember(connection, set_id, view)

    # Edits

    def row(self, table: str, name: str) -> dict[str, Value]:
        """All columns of one row of a table that edits may change. Raises StaleEdit where it is gone."""
        with self._reading() as connection:
            return journal.whole_row(connection, table, name)

    def members(self, set_id: str) -> list[dict[str, Value]]:
        """The membership rows of a set in order, those of removed documents among them."""
        with self._reading() as connection:
            names = sets.member_rows(connection, set_id)
            return [journal.whole_row(connection, "set_members", name) for name in names]

    def next_position(self, table: str) -> int:
        """The place after the last row of a journalled table that is kept in order."""
        with self._reading() as connection:
            return journal.next_position(connection, table)

    def apply(self, edit: Edit, heed: Heed = lambda _done, _of: None) -> None:
        """Make the edit and journal it, in one transaction. An edit without changes does nothing.

        `heed` is told how many of its changes are made, all of them just before they are final; what it raises leaves
        everything as it was. Raises StaleEdit, having changed nothing, where a row is not as `before` says.
        """
        if edit.changes:
            with self._writing() as connection:
                self._record(connection, edit, heed)
                annotation_rows.place_new(connection, edit)
                heed(len(edit.changes), len(edit.changes))

    def _record(self, connection: sqlite3.Connection, edit: Edit, heed: Heed = lambda _done, _of: None) -> None:
        coder = annotation_rows.coder_at_work(connection, self._coder)
        journal.record(connection, edit, self.session, coder, heed)

    def undo(self, expected: int | None = None, heed: Heed = lambda _done, _of: None) -> Edit | None:
        """Undo the last edit and return what was done for that (its inverse); None where there is nothing to undo.

        Raises StaleEdit where something else has changed the same rows since; that edit is then left as it is and
        the next undo turns to the one before it. Raises EditedMeanwhile where it is not the `expected` one. `heed` is
        told as in `apply`.
        """
        return self._step(expected, heed, undone=False)

    def redo(self, expected: int | None = None, heed: Heed = lambda _done, _of: None) -> Edit | None:
        """Do the edit again that was undone last, and return it; None where there is none. Raises as undo does."""
        return self._step(expected, heed, undone=True)

    def _step(self, expected: int | None, heed: Heed, *, undone: bool) -> Edit | None:
        step = None
        try:
            with self._writing() as connection:
                step = journal.next_step(connection, undone=undone)
                if step is None:
                    return None
                journal.check_number(step[0], expected)
                edit = step[1] if undone else step[1].inverse()
                journal.perform(connection, edit, heed)
                annotation_rows.place_new(connection, edit)
                journal.mark(connection, step[0], undone=not undone)
                heed(len(edit.changes), len(edit.changes))
                return edit
        except StaleEdit:
            if step:
                with self._writing() as connection:
                    journal.forget(connection, step[0], undone=undone)
            raise

    def undo_label(self) -> str | None:
        return self._label(undone=False)

    def redo_label(self) -> str | None:
        return self._label(undone=True)

    def _label(self, *, undone: bool) -> str | None:
        with self._reading() as connection:
            step = journal.next_label(connection, undone=undone)
        return step[1] if step else None

    def history(self) -> tuple[list[str], list[str]]:
        """The labels of the edits done, oldest first, and of those undone, the next to redo first."""
        return self.read(journal.history)

    def journal(self) -> list[Step]:
        """All edits of the journal, oldest first, each with who made it, in which session, and when."""
        return self.read(journal.steps)


def _named(document: str, blocks: tuple[Block, ...], file: Path) -> tuple[Block, ...]:
    """The blocks with ids. Where they have some, the first tells whether they are of this very file."""
    if not blocks or not blocks[0].id:
        return with_ids(document, blocks)
    if with_ids(document, blocks[:1])[0].id != blocks[0].id:
        raise FileChanged(f"“{file.name}” changed while it was being read.", "Add it again.")
    return blocks
