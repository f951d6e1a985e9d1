"""One open library as the window's places share it: what it holds, what changes in it, and work away from the GUI."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Slot

from index.cache import is_new_here
from index.topics.files import read_topics
from reader.edits import Edit
from reader.errors import DocumentDamaged, UserError
from reader.home import Home
from reader.library.highlights import unread
from reader.library.library import Library
from reader.library.pasting import paste
from reader.passwords import Passwords
from reader.recognition.waiting import unrecognised
from ui import assets
from ui.actions.offered import Actions
from ui.session.background import Background, Task
from ui.session.edited import documents_in, is_apart, judged_anew
from ui.session.examples import Examples
from ui.session.long_edit import LongEdits
from ui.session.reading import Reading
from ui.session.settings import Settings
from ui.session.signals import LibraryChange, SessionSignals

if TYPE_CHECKING:
    from index.results import Results
    from index.search import Searcher

T = TypeVar("T")

_NEW_HERE = "The search index of this library is being built. Until it is ready, Search finds less."
_FAULTS_TOLD = 3  # more of them would fill the window; their number is told


class Session(SessionSignals):
    """Everything that the places need of one library. Lives on the GUI thread; only `search` may be called elsewhere.

    `library` is the GUI thread's connection: work given to run() opens its own.
    """

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        """Open the library of `home`. Raises what Library.open raises."""
        super().__init__(parent)
        self._closed = False
        self.home = home
        self.library = Library.open(home)
        self.settings = Settings(home.settings, self)
        self.library.work_as(self.settings.now.coder)
        self.actions = Actions(self)
        self.topic_folders = (assets.topics(), home.topics)
        self.topics, self.topic_faults = read_topics([home.topics], builtin_folder=assets.topics())
        self.parts_in_use: list[Callable[[], str]] = []  # of each plan: what is added stands after it, "" for none
        self.examples = Examples(self)  # passages pointed out for a topic to be made from
        self._background = Background(self)
        self.passwords = Passwords()  # in memory alone, until the program closes
        self._reading = Reading(self, home, self.library, self.settings, self.topic_folders)
        self.standstill, self.unseen = self._reading.standstill, self._reading.unseen
        self.watcher = self._reading.watcher
        self.watcher.seen.connect(self._tell_of_others)
        self.settings.not_kept.connect(self.say_problem)
        self.long_edits = LongEdits(self)
        self._searcher: Searcher | None = None
        self._one_search = threading.Lock()
        self._mended: frozenset[str] = frozenset()

    # Work

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[UserError], None] | None = None
    ) -> Task:
        """Run `work` on another thread, then `done` with its result on this one; a UserError goes to `failed`.

        Without `failed` the error's sentences are shown in the strip at the bottom of the window.
        """
        return self._background.run(work, done, partial(self._told_of, failed or self.say_problem))

    @property
    def busy(self) -> bool:
        """Whether anything is still going on that may change what is shown."""
        return self._background.busy or self._reading.running

    @property
    def importing(self) -> bool:
        return self._reading.running

    def search(
        self,
        query: str,
        *,
        limit: int = 100,
        documents: Sequence[str] | None = None,
        passages_only: bool = False,
        coder: str = "",
        others_tried: bool = True,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Results:
        """Search the index. For work given to run(): it may take long. Raises UserError for what is no query.

        Raises GivenUp once it is not `wanted`, which is asked on the thread of the search, or the library is closed.
        """

        def waited_for() -> bool:
            return wanted() and not self._closed

        with self._searching() as searcher:
            return searcher.search(
                query,
                limit=limit,
                documents=documents,
                passages_only=passages_only,
                coder=coder,
                others_tried=others_tried,
                wanted=waited_for,
            )

    def count(self, query: str, *, passages_only: bool = False) -> int:
        """How many entries `search` finds, in a third of its time. For work given to run(), as `search` is."""
        with self._searching() as searcher:
            return searcher.count(query, passages_only=passages_only)

    @contextmanager
    def _searching(self) -> Iterator[Searcher]:
        from index.search import Searcher  # loads the search engine, which the first window does not need

        with self._one_search:
            if self._searcher is None:
                self._searcher = Searcher(self.home, lambda: tuple(self.topics))
            yield self._searcher

    @property
    def built_in(self) -> frozenset[str]:
        """The ids of the topics that ship with the program, whether the user has own versions of them or not."""
        return frozenset(path.stem for path in assets.topics().glob("*.toml"))

    def reload_topics(self, done: str = "") -> None:
        """Topic files are different: read them again, and have the views made that are missing.

        `done` says what became of them; what is wrong with files since then is said with it.
        """
        known = {fault.problem for fault in self.topic_faults}
        self.topics, self.topic_faults = read_topics([self.home.topics], builtin_folder=assets.topics())
        self.topics_changed.emit()
        self.go_on()
        self.tell_topic_faults(done, known)

    def tell_topic_faults(self, done: str = "", known: Set[str] = frozenset()) -> None:
        """Say at once what was `done` and which topic files cannot be used, but for the problems that are `known`."""
        faults = [fault for fault in self.topic_faults if fault.problem not in known]
        sentences = [done, *(fault.problem for fault in faults[:_FAULTS_TOLD])]
        if len(faults) == 1:
            sentences.append(faults[0].advice)
        elif faults:
            sentences.insert(1, f"{len(faults)} topic files cannot be used.")
            sentences.append("Correct them and start the program again.")
        if told := " ".join(filter(None, sentences)):
            self.say(told)

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a quiet sentence at the bottom of the window, with Undo when undo takes back what it says."""
        self.noticed.emit(sentence, undo)

    def say_problem(self, error: UserError) -> None:
        self.noticed.emit(f"{error.problem} {error.advice}", False)

    # Files

    def add_files(self, paths: Iterable[Path]) -> None:
        """Read these files, and all files in these folders, into the library."""
        self._enqueue(tuple((path, {}) for path in paths), sample=False)

    def add_text(self, text: str) -> None:
        """Read this text, which was pasted, into the library; its first line names it, or an address is its source."""
        try:
            self._enqueue((paste(self.library, text),), sample=False)
        except UserError as error:
            self.say_problem(error)

    def open_protected(self, paths: Sequence[Path], password: str, *, shared: bool) -> None:
        """Read these files with a password that is theirs, or is `shared` by all protected files."""
        for path in paths[:1] if shared else paths:
            self.keep_password(path, password, shared=shared)
        self.add_files(paths)

    def keep_password(self, path: Path, password: str, *, shared: bool = False) -> None:
        """Know the password of this file, or of all where it is `shared`, until the program closes."""
        known = self.passwords
        self.passwords = known.with_shared(password) if shared else known.with_own(path, password)
        self._reading.offer(self.passwords)
        self.passwords_changed.emit()

    def add_samples(self) -> None:
        """Read the manifestos that ship with the program into the library."""
        self._enqueue(tuple((sample.path, sample.fields) for sample in assets.samples()), sample=True)

    def go_on(self) -> None:
        """Go on with what waits to be read; index and look for topics in what has not been."""
        self._reading.go_on()

    def go_on_if_needed(self) -> None:
        """Go on with an import that was interrupted, in its reading or in its indexing; read again what is outdated."""
        library, new_here = self.library, is_new_here(self.library)
        if new_here:
            self.say(_NEW_HERE)
        left = library.waiting() or library.outdated() or library.read(unread) or unrecognised(library)
        if new_here or self.settings.now.importing or left:
            self._reading.start()

    def mend(self) -> None:
        """Have what was found damaged in the library read again from its original, once for each manifesto."""
        with suppress(UserError):
            damaged = frozenset(self.library.damaged())
            if not damaged <= self._mended:
                self._mended |= damaged
                self.go_on()

    def cancel_import(self) -> None:
        """Stop reading; what has not been read is taken off the list."""
        if left := self._reading.cancel():
            self.say(f"Stopped. {left} files were not read." if left > 1 else "Stopped. One file was not read.")

    # Edits

    def apply(self, edit: Edit, who: object = None) -> None:
        """Make a person's edit and tell everybody. Raises StaleEdit, DiskFull, LibraryBusy during a long edit."""
        self.long_edits.check_none()
        self.watcher.look()
        self.library.apply(edit)
        self.watcher.know()
        self._announce([edit], who)

    def tell(self, edit: Edit) -> None:
        """Tell everybody of an edit that was made on another thread."""
        self.watcher.look()
        self.watcher.know()
        self._announce([edit], None)

    def attempt(
        self, make: Callable[[], Edit], who: object = None, *, failed: Callable[[UserError], None] | None = None
    ) -> Edit | None:
        """Make an edit and apply it if it changes anything; gives the edit, None where it was refused.

        The reason goes to `failed`, without it to the strip at the bottom of the window.
        """
        try:
            edit = make()
            if edit.changes:
                self.apply(edit, who)
        except UserError as error:
            self._told_of(failed or self.say_problem, error)
            return None
        return edit

    def undo(self) -> None:
        """Undo the last edit, if there is one. One of another process is told first, and undone if asked again."""
        self._step(self.library.undo, "Undone", undone=False)

    def redo(self) -> None:
        self._step(self.library.redo, "Done again", undone=True)

    def watch(self) -> None:
        """See from now on what other processes do to the library."""
        self.watcher.start()

    @property
    def closed(self) -> bool:
        """Whether the library is closed: a window that is going away may still tell of things."""
        return self._closed

    def close(self) -> None:
        """Stop everything and wait for it; nothing is told any more. What waits to be read goes on next time."""
        self.closing.emit()
        if self._closed:
            return
        self._closed = True
        self.actions.close()
        self._reading.close()
        self._background.close()
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None
        self.library.close()

    def _enqueue(self, files: Sequence[tuple[Path, Mapping[str, str]]], *, sample: bool) -> None:
        def enqueue() -> int:
            with Library.open(self.home) as library:
                return sum(len(library.enqueue([path], sample=sample, fields=fields)) for path, fields in files)

        def begin(found: int) -> None:
            if found:
                self._reading.start(news=True)
            else:
                self.say("There are no files in that folder.")

        self.run(enqueue, begin)

    def _told_of(self, failed: Callable[[UserError], None], error: UserError) -> None:
        if error.code in ("IndexNotReady", "Damaged") and self.standstill.reason is not None:
            error = self.standstill.reason  # why there is no index, in place of that there is none
        elif error.code == "IndexNotReady" and not self.importing and not self._reading.stopped:
            self._reading.start()  # it was found damaged: nobody else builds it
        failed(error)
        if isinstance(error, DocumentDamaged):
            self.mend()

    def _step(self, step: Callable[[int], Edit | None], done: str, *, undone: bool) -> None:
        def tell(edit: Edit) -> None:
            self.watcher.know(number)
            self._announce([edit], None)
            self.say(f"{done}: {edit.label}")

        try:
            self.long_edits.check_none()
        except UserError as error:
            self.say_problem(error)
            return
        number, first = self.watcher.next_step(undone=undone)
        if first:
            self.say(first)
        if first or not number or self.long_edits.step(number, undone=undone, done=tell):
            return
        try:
            edit = step(number)
        except UserError as error:
            self.step_failed(error)
            return
        if edit is not None:
            tell(edit)

    def step_failed(self, error: UserError) -> None:
        """Undo or redo could not be done: it is said, and everybody looks again."""
        self.say_problem(error)
        self.library_changed.emit(LibraryChange())

    @Slot(object, object)
    def _tell_of_others(self, edits: Sequence[Edit], documents: frozenset[str]) -> None:
        """Another process has made these edits and read these documents; where neither, some files fail or no more."""
        self._announce(edits, None)
        if documents or not edits:
            self.library_changed.emit(LibraryChange(documents))

    def _announce(self, edits: Sequence[Edit], who: object) -> None:
        for edit in edits:
            self.edit_applied.emit(edit, who)
        if shown := [edit for edit in edits if not is_apart(edit)]:
            only_said = all(change.table in ("annotations", "coders") for edit in shown for change in edit.changes)
            documents = frozenset[str]().union(*map(documents_in, shown))
            self.library_changed.emit(LibraryChange(documents, who, only_said))
        if any(map(judged_anew, edits)):
            self.go_on()
