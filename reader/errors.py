"""Errors that are nobody's bug: each is a sentence that says what is wrong and what to do next."""

from __future__ import annotations


class UserError(Exception):
    """Something about the file, the disk or the library, not about the program.

    `problem` is one sentence that says what is wrong, `advice` one that says what to do next.
    """

    def __init__(self, problem: str, advice: str) -> None:
        super().__init__(f"{problem} {advice}")
        self.problem = problem
        self.advice = advice

    @property
    def code(self) -> str:
        """A stable name of the kind of error, for scripts and for the table of failures."""
        return type(self).__name__

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str]]:
        return type(self), (self.problem, self.advice)


class NotFound(UserError):
    """The file is not there or may not be read."""


class NotSupported(UserError):
    """No format reader knows this kind of file."""


class EmptyFile(UserError):
    """The file holds nothing."""


class Damaged(UserError):
    """The file is broken beyond what the format reader can mend."""


class Encrypted(UserError):
    """The file needs a password, and none that was given fits."""


class CannotDecrypt(Encrypted):
    """The file needs a password, and is of a kind that this program opens with none."""


class NoText(UserError):
    """The file opens, but holds no text (a scan, say)."""


class TookTooLong(UserError):
    """No page was finished within the limit."""


class TookTooMuchMemory(UserError):
    """Reading needed more memory than the limit."""


class ReaderCrashed(UserError):
    """The process that read the file ended without a result."""


class DiskFull(UserError):
    """There is no room for what had to be written."""


class NotWritable(UserError):
    """A file or folder that is not the library's may not be written."""


class NotAsWritten(UserError):
    """A file that was made does not say what it should."""


class CacheNotWritable(NotWritable):
    """The folder for what can be made again, index and topic views, may not be written."""


class NewerLibrary(UserError):
    """The library was written by a newer version of the program."""


class LibraryDamaged(UserError):
    """The library's file is not a readable library."""


class NotDamaged(UserError):
    """There is nothing to restore: the library can be read."""


class DocumentDamaged(UserError):
    """What the library holds of one manifesto is not what was written; the others can be read."""


class LibraryNotWritable(UserError):
    """The library's folder or file may not be written."""


class LibraryMoved(UserError):
    """The library was moved out of this folder."""


class LibraryBusy(UserError):
    """Another program has held the library for too long."""


class FileChanged(UserError):
    """The file was changed while it was being read."""


class StaleEdit(UserError):
    """What an edit speaks of has been changed by something else in the meantime."""


class EditedMeanwhile(UserError):
    """Something else was edited before this could be undone or done again."""


class NameTaken(UserError):
    """Something of the same kind already has this name."""


class AlreadyThere(UserError):
    """What would come of it is there already."""


class NotCodable(UserError):
    """The code only groups others."""


class CannotNest(UserError):
    """A code cannot stand under itself."""


class UnitsFixed(UserError):
    """The units are locked, or cannot be parted or joined in this way."""
