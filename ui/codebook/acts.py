"""What people do with codes, each as one edit; what it does to passages is said before and after."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.topics.model import Topic
from reader.edits import Edit
from reader.library import codebook_edits
from reader.library.codes import Code, Codebook
from reader.wording import tr, tr_count
from ui.annotating.annotating import annotating
from ui.codebook.lines import CodeLine, passages
from ui.session.session import Session

_LONGEST = 16  # letters of a name on a button of the narrow panel


class CodeActs:
    """Acts on the codebook of a session; `who` is told as who asked."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._annotating = annotating(session)

    @property
    def book(self) -> Codebook:
        return self._annotating.codebook

    def touched(self, codes: Sequence[str], *, below: bool = False) -> int:
        """How many passages these codes (ids) have, of all coders, also in removed manifestos."""
        return codebook_edits.passages_of(self._session.library, codes, below=below)

    # What each would do, as menu and buttons say it

    def merging(self, lines: Sequence[CodeLine], into: CodeLine) -> str:
        return tr(
            "Merge {count} codes into “{code}”: {passages}",
            count=len(lines),
            code=_shortened(into.name),
            passages=passages(self.touched([line.id for line in lines])),
        )

    def deleting(self, lines: Sequence[CodeLine]) -> str:
        gone = _outermost(self.book, [line.id for line in lines])
        touched = self.touched(gone, below=True)
        if not touched and len(gone) == 1:
            return tr("Delete")
        counted = passages(touched)
        codes = sum(1 + len(self.book.below(code)) for code in gone)
        return tr_count("Delete: {passages}", "Delete {count} codes: {passages}", codes, passages=counted)

    def renaming(self, line: CodeLine) -> str:
        return tr("Rename: {passages}", passages=passages(self.touched([line.id])))

    # The edits

    def create(self, name: str, parent: str) -> str:
        """Make a code; its id, "" where it was refused."""
        edit = self._do(lambda: codebook_edits.create_code(self._session.library, name, parent))
        return edit.changes[0].id if edit is not None else ""

    def rename(self, code: str, name: str) -> None:
        touched = self.touched([code])
        edit = self._do(lambda: codebook_edits.rename_code(self._session.library, code, name))
        if edit is not None and edit.changes and touched:
            self._session.say(tr("Renamed: {passages}.", passages=passages(touched)), undo=True)

    def change(self, code: str, **fields: str | bool) -> bool:
        """Write fields of a code; whether that was accepted."""
        return self._do(lambda: codebook_edits.change_code(self._session.library, code, **fields)) is not None

    def move(self, codes: Sequence[str], parent: str, place: int | None) -> None:
        """Let codes with all under them stand under another, as the which of its codes; last for None."""
        for number, code in enumerate(codes):
            at = place + number if place is not None else None
            old, there = self.book.parent(code), [one.id for one in self.book.children(parent)]
            if at is not None and old == parent and there.index(code) < at:
                at -= 1  # counted without itself
            moved = self._do(
                lambda code=code, at=at: codebook_edits.nest_code(self._session.library, code, parent, at)  # type: ignore[misc]  # bound for this code
            )
            if moved is None:
                return
            touched = self.touched([code], below=True)
            if old != parent and touched:
                self._session.say(tr("Moved: {passages}.", passages=passages(touched)), undo=True)

    def merge(self, codes: Sequence[str], into: str) -> None:
        touched = self.touched(codes)
        edit = self._do(lambda: codebook_edits.merge_codes(self._session.library, codes, into))
        if edit is not None and edit.changes:
            said = tr("Merged {count} codes: {passages}.", count=len(codes), passages=passages(touched))
            self._session.say(said, undo=True)

    def delete(self, codes: Sequence[str]) -> None:
        """Delete codes with all under them and their passages."""
        gone = _outermost(self.book, codes)
        touched = self.touched(gone, below=True)
        library = self._session.library

        def make() -> Edit:
            edits = [codebook_edits.delete_code(library, code) for code in gone]
            label = (
                edits[0].label
                if len(edits) == 1
                else tr_count("Delete {count} code", "Delete {count} codes", len(gone))
            )
            return Edit(label, tuple(change for edit in edits for change in edit.changes))

        if gone and self._do(make) is not None:
            self._session.say(tr("Deleted: {passages}.", passages=passages(touched)), undo=True)

    def from_topics(self, topics: Sequence[Topic]) -> None:
        """Make codes of topics and their rows, in one edit."""
        from index.annotations.topics_and_codes import codes_of

        made = codes_of(topics, self.book)
        names = ", ".join(topic.name for topic in topics)
        self.add(made, tr("Make codes of {topics}", topics=names))

    def add(self, codes: Sequence[Code], label: str = "") -> None:
        """Add these codes in one edit, and say how many they are."""
        if not codes:
            self._session.say(tr("These codes are in the codebook already."))
            return
        if self._do(lambda: codebook_edits.add_codes(self._session.library, label, codes)) is not None:
            self._session.say(tr_count("{count} code is new.", "{count:,} codes are new.", len(codes)), undo=True)

    def _do(self, make: Callable[[], Edit]) -> Edit | None:
        return self._session.attempt(make, self)


def _outermost(book: Codebook, codes: Sequence[str]) -> list[str]:
    """Those of the codes that stand under none of the others."""
    return [code for code in codes if not set(book.above(code)) & set(codes)]


def _shortened(name: str) -> str:
    """A name for a button of the narrow panel."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
