"""What people have said in a library, read: verdicts, codes, notes, memos, units, and who is at work."""

from __future__ import annotations

from collections.abc import Sequence

from reader.highlights.values import PdfHighlight
from reader.library import annotation_rows, codes, highlights, memos, noted, units
from reader.library.codes import Codebook
from reader.library.highlights import FoundHighlight, HighlightedFile
from reader.library.memos import Memo, MemoOf
from reader.library.noted import Noted
from reader.library.opened import OpenLibrary
from reader.library.units import PlacedUnit, Scheme
from reader.library.verdicts import VERDICTS, About, Coder, Placed, Selection


class AnnotatedLibrary(OpenLibrary):
    """The part of a library that people write. Methods raise as those of `Library`."""

    _coder = ""

    # Who says it

    def coders(self) -> list[Coder]:
        """Who may say something; the first is the person at this machine."""
        return self.read(annotation_rows.coders)

    @property
    def coder(self) -> str:
        """The id of the coder at work, by whom edits are made: the first, until `work_as` chose another.

        Where the chosen one is not there any more (undone, say) it is the first until that comes back.
        """
        return self.read(lambda connection: annotation_rows.coder_at_work(connection, self._coder))

    def work_as(self, coder: str) -> None:
        """Edits made through this object are this coder's from now on; "" for the first. Not an edit."""
        self._coder = coder

    # What is said of the program's findings

    def annotations(self, document: str) -> list[Placed]:
        """The verdicts on this document and where they stand now, the last said last: that counts where two differ."""
        with self._reading() as connection:
            return annotation_rows.of_document(connection, document, VERDICTS)

    def annotations_about(self, topic: str) -> list[Placed]:
        """The same of a topic, over all documents."""
        with self._reading() as connection:
            return annotation_rows.of_target(connection, topic)

    def all_annotations(self) -> list[Placed]:
        """The same over all documents and topics."""
        return self.read(annotation_rows.everything)

    def lost_annotations(self) -> list[Placed]:
        """Verdicts on words that were not found again when their document was read anew; kept with their quote."""
        return [one for one in self.all_annotations() if not one.found]

    # Codes, notes and memos

    def coded(self, document: str) -> list[Placed]:
        """The codes and notes of all coders in this document and where they stand now, the last made last."""
        with self._reading() as connection:
            return annotation_rows.of_document(connection, document, (About.CODE, About.NOTE))

    def noted(self) -> list[Noted]:
        """All codes and notes over all documents, with their memos, by document and place: fast with many."""
        return self.read(noted.every)

    def codebook(self) -> Codebook:
        """The codes."""
        return self.read(codes.codebook)

    def memos(self, kind: MemoOf, subject: str | None = None) -> list[Memo]:
        """The memos on all subjects of a kind or on one (its id, "" for the library), the oldest first."""
        return self.read(lambda connection: memos.of_kind(connection, kind, subject))

    # Units

    def schemes(self) -> list[Scheme]:
        """The schemes of units, the oldest first."""
        return self.read(units.schemes)

    def units(self, scheme: str, document: str = "") -> list[PlacedUnit]:
        """The units of a scheme in their order, of all documents that have not been removed or of one."""
        return self.read(lambda connection: units.of_scheme(connection, scheme, document))

    # What was marked in the files

    def highlighted_files(self, document: str) -> list[HighlightedFile]:
        """What people marked in the file of a document, and in other copies of it, with other programs."""
        return self.read(lambda connection: highlights.files(connection, document))

    def keep_highlights(
        self, source: str, document: str, placed: Sequence[tuple[PdfHighlight, Sequence[Selection]]]
    ) -> list[FoundHighlight]:
        """Keep what was found in a file (its SHA-256) of this document, and that it was looked through."""
        with self._writing() as connection:
            return highlights.keep(connection, source, document, placed)

    def answer_highlights(self, document: str) -> None:
        """The person does not want to be asked about these highlights again. Not an edit."""
        with self._writing() as connection:
            highlights.answer(connection, document)
