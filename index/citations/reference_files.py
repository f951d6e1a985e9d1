"""Manifestos for reference managers (Zotero and others): BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.citations.works import Work, work
from reader.library.records import Document

_BIBTEX = {"book": "book", "chapter": "incollection", "webpage": "misc"}
_RIS = {"book": "BOOK", "chapter": "CHAP", "webpage": "ELEC"}
# What has a meaning of its own to BibTeX and TeX.
_TEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def csl_json(documents: Iterable[Document]) -> str:
    return json.dumps([work(one) for one in documents], ensure_ascii=False, indent=2) + "\n"


def bibtex(documents: Sequence[Document]) -> str:
    """An entry for each, in UTF-8; titles keep their capitals."""
    keys: dict[str, int] = {}
    return "\n".join("\n".join(_entry(work(one), keys)) for one in documents) + "\n"


def _entry(made: Work, keys: dict[str, int]) -> Iterator[str]:
    year = _parts(made, "issued")[:1]
    author = _author(made)
    key = re.sub(r"[^a-z0-9]", "", _ascii(f"{author.split(',')[0]}{''.join(year)}").lower()) or "manifesto"
    keys[key] = keys.get(key, 0) + 1
    suffix = "" if keys[key] == 1 else f"-{keys[key]}"
    yield f"@{_BIBTEX[made['type']]}{{{key}{suffix},"
    literal = "literal" in made["author"][0]
    fields = {
        "author": f"{{{_tex(author)}}}" if literal else _tex(author),
        "title": f"{{{_tex(made['title'])}}}",
        "booktitle": _tex(made.get("container-title", "")),
        "publisher": _tex(made.get("publisher", "")),
        "year": "".join(year),
        "url": made.get("URL", "").replace("{", "%7B").replace("}", "%7D"),
        "urldate": "-".join(_parts(made, "accessed")),
        "langid": made.get("language", ""),
    }
    yield from (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    yield "}"


def ris(documents: Iterable[Document]) -> str:
    """A record for each, lines ending as the format has it."""
    return "".join(f"{line}\r\n" for one in documents for line in _record(work(one)))


def _record(made: Work) -> Iterator[str]:
    fields = (
        ("TY", _RIS[made["type"]]),
        ("AU", _author(made)),
        ("TI", made["title"]),
        ("T2", made.get("container-title", "")),
        ("PB", made.get("publisher", "")),
        ("PY", "".join(_parts(made, "issued")[:1])),
        ("LA", made.get("language", "")),
        ("UR", made.get("URL", "")),
        ("Y2", "/".join(_parts(made, "accessed"))),
    )
    yield from (f"{name}  - {value}" for name, value in fields if value)
    yield from ("ER  - ", "")


def _author(made: Work) -> str:
    name = made["author"][0]
    return str(name.get("literal") or f"{name['family']}, {name['given']}")


def _parts(made: Work, field: str) -> list[str]:
    """The parts of a date, months and days with two figures."""
    return [f"{part:02}" for part in made.get(field, {"date-parts": [[]]})["date-parts"][0]]


def _tex(words: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in words)


def _ascii(words: str) -> str:
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()


@dataclass(frozen=True, slots=True)
class ReferenceFormat:
    """A kind of file that reference managers read: its id for commands, its name, its suffix, and what writes it."""

    id: str
    name: str
    suffix: str
    write: Callable[[Sequence[Document]], str]


FORMATS = (
    ReferenceFormat("bibtex", "BibTeX", ".bib", bibtex),
    ReferenceFormat("ris", "RIS", ".ris", ris),
    ReferenceFormat("csl-json", "CSL-JSON", ".json", csl_json),
)


def format_for(name: str) -> ReferenceFormat | None:
    """The format of a file with this name, None where its suffix is none of theirs."""
    return next((each for each in FORMATS if name.casefold().endswith(each.suffix)), None)
