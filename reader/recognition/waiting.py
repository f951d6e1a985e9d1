"""Which documents OCR still has something to do for."""

from __future__ import annotations

from reader.library.library import Library
from reader.library.records import Document
from reader.recognition.data import best_data


def unrecognised(library: Library) -> list[Document]:
    """The documents with something for OCR to do, the last added first.

    Pages that nobody has tried, pages seen whose words were not read yet, and pages seen with the data of another
    language while that of the document's is on this machine now.
    """
    state = library.recognition()

    def is_one(document: Document) -> bool:
        if document.id in state.unseen or document.id in state.unused:
            return True
        used = set(state.data.get(document.id, {}).values()) - {""}
        return bool(used) and not used <= {best_data(document.language)}

    return [document for document in reversed(library.documents()) if is_one(document)]
