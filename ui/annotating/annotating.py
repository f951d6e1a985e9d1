"""What codes, notes and memos there are and who is at work, as all of the window shares it; and coding, an edit each.

Every edit is on the disk before `changed` is sent, so a mark that is drawn is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from reader.edits import Edit
from reader.library import codebook_edits, coder_edits, coding, memo_edits, memos
from reader.library.annotation_rows import is_coding, named, used_codes
from reader.library.codes import Code, Codebook
from reader.library.memos import Memo, MemoOf
from reader.library.verdicts import About, Coder, Selection
from ui.annotating.coding import Coding, touching
from ui.annotating.coding import coding as as_shown
from ui.annotating.recent import SLOTS, Recent
from ui.session.session import Session
from ui.session.shown_coders import MINE, shown_coder
from ui.session.signals import LibraryChange

__all__ = ["MINE", "Annotating", "annotating"]

# Which documents keep what was read of them; more are read again when they are shown.
_KEPT = 8


def annotating(session: Session) -> Annotating:
    """The one of this window, made when it is first wanted."""
    found = session.findChild(Annotating)
    return found if isinstance(found, Annotating) else Annotating(session)


class Annotating(QObject):
    """The codebook as it is now, the codings of documents, the coder at work, recent codes. Lives on the GUI thread."""

    changed = Signal(str)  # the document whose marks may be different; "" for any (codes, coders, who is shown)
    codebook_changed = Signal()
    coders_changed = Signal()  # who there is, their names and colours, who is at work, who is shown
    chosen_changed = Signal(str)  # the id of the coding that is chosen now, "" for none

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._codebook: Codebook | None = None
        self._recent: Recent | None = None
        self._coders: tuple[Coder, ...] | None = None  # kept, since they are asked for at each key
        self._at_work: Coder | None = None
        self._documents: dict[str, tuple[Coding, ...]] = {}
        self._chosen = ""
        session.edit_applied.connect(self._follow)
        session.library_changed.connect(self._read_again)

    # What is there

    @property
    def session(self) -> Session:
        return self._session

    @property
    def codebook(self) -> Codebook:
        """The codes as they are now."""
        if self._codebook is None:
            self._codebook = self._session.library.codebook()
        return self._codebook

    def codings(self, document: str) -> tuple[Coding, ...]:
        """The codes and notes in a document of the coders that are shown, the last made last; also of the whole one."""
        shown = shown_coder(self._session)
        return tuple(one for one in self.all_codings(document) if not shown or one.coder.id == shown)

    def all_codings(self, document: str) -> tuple[Coding, ...]:
        """The same of all coders."""
        if document not in self._documents:
            while len(self._documents) >= _KEPT:
                del self._documents[next(iter(self._documents))]
            self._documents[document] = self._read(document)
        return self._documents[document]

    def coding(self, document: str, annotation: str) -> Coding | None:
        """The code or note of this id in a document."""
        return next((one for one in self.all_codings(document) if one.id == annotation), None)

    def at(self, document: str, place: Selection) -> tuple[Coding, ...]:
        """What of the coders that are shown shares words with these, or stands at the caret, in order of its places."""
        order = {block: number for number, (block, _) in enumerate(self._session.library.lengths(document))}
        return touching(self.codings(document), place, order)

    @property
    def recent(self) -> Recent:
        """The codes of the coder at work that were used last."""
        if self._recent is None:
            library = self._session.library
            used = library.read(partial(used_codes, coder=library.coder, limit=SLOTS))
            self._recent = Recent(used, self._usable())
        return self._recent

    # Who is at work, and who is shown

    @property
    def coders(self) -> tuple[Coder, ...]:
        if self._coders is None:
            self._coders = tuple(self._session.library.coders())
        return self._coders

    @property
    def coder(self) -> Coder:
        """The coder at work."""
        if self._at_work is None:
            at_work = self._session.library.coder
            self._at_work = next(one for one in self.coders if one.id == at_work)
        return self._at_work

    def work_as(self, coder: str) -> None:
        """From now on edits are made by this coder (an id)."""
        before = shown_coder(self._session)
        self._session.library.work_as(coder)
        self._session.settings.change(coder=coder)
        self._recent = self._at_work = None
        self._tell_of_coders(before)

    @property
    def shown(self) -> str:
        """Whose codes, notes and verdicts are shown: "" for everybody's, MINE, or the id of one coder."""
        return self._session.settings.now.coders_shown

    @property
    def coder_shown(self) -> str:
        """The id of the one coder who is shown, "" for everybody."""
        return shown_coder(self._session)

    def shows(self, coder: str) -> bool:
        """Whether what this coder says is shown."""
        shown = shown_coder(self._session)
        return not shown or coder == shown

    def show_coders(self, shown: str) -> None:
        """Show what everybody says (""), MINE, or what one coder (an id) says."""
        if shown != self.shown:
            before = shown_coder(self._session)
            self._session.settings.change(coders_shown=shown)
            self._tell_of_coders(before)

    def add_coder(self, name: str, colour: str = "") -> str:
        """Add a coder, who is at work from now on; the id, "" where the name is taken, which is said."""
        edit = self._session.attempt(lambda: coder_edits.add_coder(self._session.library, name, colour), self)
        if edit is None:
            return ""
        self.work_as(edit.changes[0].id)
        return edit.changes[0].id

    def rename_coder(self, coder: str, name: str) -> Edit | None:
        """Give a coder this name, which counts as confirmed from then on."""
        return self._do(lambda: coder_edits.rename_coder(self._session.library, coder, name))

    def colour_coder(self, coder: str, colour: str) -> Edit | None:
        return self._do(lambda: coder_edits.colour_coder(self._session.library, coder, colour))

    # What is chosen

    @property
    def chosen(self) -> str:
        """The id of the coding that keys and bar act on, "" for none."""
        return self._chosen

    def choose(self, annotation: str) -> None:
        """Let this be the coding that keys and bar act on, "" for none."""
        if annotation != self._chosen:
            self._chosen = annotation
            self.chosen_changed.emit(annotation)

    # Edits: each gives the edit that was made, None where it was refused, which is said in the strip

    def apply(self, document: str, place: Selection | None, code: str) -> Edit | None:
        """Put a code (id) on these words, or on the whole document for None."""
        library = self._session.library
        if place is None:
            edit = self._do(lambda: coding.code_document(library, document, code))
        else:
            edit = self._do(lambda: coding.apply_code(library, document, place, code))
        if edit is not None:
            self.recent.use(code)
        return edit

    def apply_new(self, document: str, place: Selection | None, name: str, parent: str = "") -> Edit | None:
        """Make a code of this name and put it on these words, in one edit; one of that name is used where there is."""
        library = self._session.library
        found = next(
            (one for one in self.codebook.children(parent) if one.name.casefold() == " ".join(name.split()).casefold()),
            None,
        )
        if found is not None:
            return self.apply(document, place, found.id)
        edit = self._do(lambda: codebook_edits.code_as_new(library, document, place, name, parent))
        if edit is not None:
            self.recent.use(edit.changes[0].id)
        return edit

    def remove(self, annotations: Iterable[str]) -> Edit | None:
        """Take codes and notes (ids) off their words, with the memos on them."""
        gone = list(annotations)
        return self._do(lambda: coding.delete_annotations(self._session.library, gone))

    def note(self, document: str, place: Selection, memo: str = "") -> Edit | None:
        """Mark words without a code, with a memo."""
        return self._do(lambda: coding.make_note(self._session.library, document, place, memo))

    def write_memo(self, kind: MemoOf, subject: str, text: str) -> Edit | None:
        """Write the memo of the coder at work on a coding, a code, a document or the project; "" takes it away."""
        return self._do(lambda: memo_edits.write_memo(self._session.library, kind, subject, text))

    def move_ends(self, annotation: str, place: Selection) -> Edit | None:
        """Let a code or note (id) stand on these words instead."""
        return self._do(lambda: coding.move_ends(self._session.library, annotation, place))

    def recode(self, annotations: Sequence[str], code: str) -> Edit | None:
        """Give codings (ids) another code (id)."""
        return self._do(lambda: coding.recode(self._session.library, annotations, code))

    def create_code(self, name: str, parent: str = "") -> Code | None:
        """A new code in the codebook, "" for the top."""
        edit = self._do(lambda: codebook_edits.create_code(self._session.library, name, parent))
        return None if edit is None else self.codebook.get(edit.changes[0].id)

    # Following

    def _do(self, make: Callable[[], Edit]) -> Edit | None:
        return self._session.attempt(make, self)

    def _read(self, document: str) -> tuple[Coding, ...]:
        library = self._session.library
        written: dict[str, list[Memo]] = {}
        for memo in library.read(partial(memos.of_annotations_in, document=document)):
            written.setdefault(memo.subject, []).append(memo)
        return tuple(
            as_shown(one, self.codebook.get(one.annotation.target), tuple(written.get(one.annotation.id, ())))
            for one in library.coded(document)
        )

    def _tell_of_coders(self, before: str) -> None:
        self.coders_changed.emit()
        self.changed.emit("")
        if shown_coder(self._session) != before:  # verdicts are filtered by the same
            self._session.library_changed.emit(LibraryChange(only_said=True))

    def _usable(self) -> list[str]:
        return [code.id for code in self.codebook.codes if code.codable]

    @Slot(object, object)
    def _follow(self, edit: Edit, _who: object) -> None:
        tables = {change.table for change in edit.changes}
        if "codes" in tables:
            self._codebook = None
        documents = self._touched(edit) if tables & {"codes", "coders", "memos"} == set() else None
        for document in list(self._documents):
            if documents is None:
                del self._documents[document]
            elif document in documents:
                self._documents[document] = self._renewed(document, documents[document])
        if self._recent is not None and "codes" in tables:
            self._recent.fill(self._usable())
        if "codes" in tables:
            self.codebook_changed.emit()
        if "coders" in tables:
            self._coders = self._at_work = None
            self.coders_changed.emit()
        for document in [""] if documents is None else sorted(documents):
            self.changed.emit(document)

    def _touched(self, edit: Edit) -> dict[str, list[str]]:
        """By document, the codes and notes that are different; where a row is changed, it tells its document itself."""
        library = self._session.library
        touched: dict[str, list[str]] = {}
        for name, row in {one.id: one.after or one.before or {} for one in edit.changes if is_coding(one)}.items():
            document = row["document"] if "document" in row else library.row("annotations", name)["document"]
            touched.setdefault(str(document), []).append(name)
        return touched

    def _renewed(self, document: str, names: Sequence[str]) -> tuple[Coding, ...]:
        """What is known of a document, with these codes and notes as they are now: one key more costs the same
        whether ten stand there or thousands. The memos on them are as they were."""
        known = {one.id: one for one in self._documents[document]}
        memos_of = {name: known[name].memos for name in names if name in known}
        for name in names:
            known.pop(name, None)
        for one in self._session.library.read(partial(named, annotations=names)):
            said = one.annotation
            if said.about in (About.CODE, About.NOTE):
                known[said.id] = as_shown(one, self.codebook.get(said.target), memos_of.get(said.id, ()))
        return tuple(sorted(known.values(), key=lambda one: (one.made, one.id)))

    @Slot(object)
    def _read_again(self, change: LibraryChange) -> None:
        """Documents may have been read again, which moves what is said of them."""
        if change.only_said:
            return
        for document in list(self._documents):
            if not change.documents or document in change.documents:
                del self._documents[document]
                self.changed.emit(document)
