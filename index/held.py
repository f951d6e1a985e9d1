"""How the index names what it holds of a document: which reading of it, indexed in which language."""

from __future__ import annotations

from collections.abc import Sequence

from index.analysis import language_code
from reader.library.documents import readings
from reader.library.library import Library
from reader.library.records import Document


def held_name(document: str, language: str, reading: str) -> str:
    """The name of one reading of a document in a language, as `language_code` gives it."""
    return f"{document} {language} {reading}"


def names_now(library: Library, documents: Sequence[Document]) -> dict[str, str]:
    """By document id, the name under which the index holds each of these once it is up with the library."""
    of = library.read(lambda connection: readings(connection, [one.id for one in documents]))
    return {one.id: held_name(one.id, language_code(one.language), of.get(one.id, "")) for one in documents}
