"""Takes in what a file has of annotations, quasi-sentences or a codebook: which of them it is, its columns say."""

from __future__ import annotations

from pathlib import Path

from index.annotations.importing import from_csv
from index.annotations.importing_codebook import codebook
from index.annotations.importing_marpor import is_marpor
from index.annotations.tables import table
from index.annotations.taken_in import TakenIn
from reader.library.library import Library

_OF_ANNOTATIONS = frozenset({"document", "quote", "start"})


def taken(library: Library, path: Path, document: str = "") -> TakenIn:
    """What the file would bring into the library, which is not changed. Raises what `from_csv` and `codebook` raise.

    `document` is the SHA-256 of the manifesto on which quasi-sentences are laid, "" for the only one that they fit.
    """
    if path.suffix.casefold() == ".qdc":
        return codebook(library, path)
    columns = table(path).columns
    if is_marpor(columns) or columns & _OF_ANNOTATIONS:
        return from_csv(library, path, document=document)
    return codebook(library, path)
