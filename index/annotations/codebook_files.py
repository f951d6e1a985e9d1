"""Codebooks as files hold them: REFI-QDA (`.qdc`), our own table, and the Manifesto Project's table of categories."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from index.annotations.marpor_codes import HEADING, NO_CATEGORY
from index.annotations.qdc_text import fields, id_of
from index.annotations.tables import Line, Table, bounded, table
from reader.errors import NotSupported
from reader.formats.archives import xml_of
from reader.library.codes import BETWEEN, Code
from reader.wording import tr

_FIELDS = ("definition", "include", "exclude", "example", "key", "topic")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_VARIABLE = re.compile(r"per(\d{3})(?:_(\d{1,2}))?")
_NO = ("no", "false", "0")
# Deeper than this no codebook is.
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Found:
    """A code of a file with what it stands under; `code.id` and `code.parent` are of the file."""

    code: Code
    number: int = 0  # of the row in a table, 0 elsewhere


def codes_of(path: Path) -> list[Found]:
    """The codes in a file, each after what it stands under. Raises NotFound, NotSupported, Damaged, EmptyFile."""
    content = bounded(path)
    if path.suffix.casefold() == ".qdc" or b"<CodeBook" in content[:2000]:
        found = list(_of_qdc(content, path))
    else:
        found = list(_of_table(table(path), path))
    if not found:
        raise NotSupported(tr("“{file}” has no codes.", file=path.name), tr("Choose another file."))
    return found


def _of_qdc(content: bytes, path: Path) -> Iterator[Found]:
    """Only codes are looked at, so that an empty `Sets`, which Taguette writes, does no harm."""
    root = xml_of(content, path)
    codes = root.find("{*}Codes") if _name(root) == "CodeBook" else None
    if codes is None:
        raise NotSupported(
            tr("“{file}” is no REFI-QDA codebook.", file=path.name), tr("Export the codebook as .qdc and try again.")
        )
    yield from _codes_in(codes, "", 0)


def _codes_in(element: etree._Element, parent: str, depth: int) -> Iterator[Found]:
    for one in element.findall("{*}Code"):
        named = id_of(one.get("guid", "")) or str(uuid.uuid4())
        said = fields(one.findtext("{*}Description") or "")
        codable = one.get("isCodable", "true").strip() not in _NO
        colour = _colour(one.get("color", ""))
        yield Found(Code(named, parent, _line(one.get("name", "")), colour, codable=codable, **said))  # type: ignore[arg-type]  # texts by their names
        if depth < _DEEPEST:
            yield from _codes_in(one, named, depth + 1)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _of_table(found: Table, path: Path) -> Iterator[Found]:
    if found.columns & {"domain_code", "variable_name"}:
        return _of_marpor(found)
    if found.columns & {"code", "name"}:
        return _of_own(found)
    raise NotSupported(
        tr("“{file}” has no columns of a codebook.", file=path.name),
        tr("Its first line has to name the columns code, definition, include, exclude, example, colour, key."),
    )


def _of_own(found: Table) -> Iterator[Found]:
    """Our own columns: `code` is the path, or `name` alone the name; what a path goes through may be in no row."""
    known: dict[str, str] = {}
    for line in found.lines:
        path, name = _line(line["code"]), _line(line["name"])
        if name and path != name and not path.endswith(f"{BETWEEN}{name}"):
            path = f"{path}{BETWEEN}{name}" if path else name
        above, name = _parted(path, name)
        parent = ""
        if above:
            yield from _above(above, known, line.number)
            parent = known[above.casefold()]
        texts = {field: line[field].strip() for field in _FIELDS}
        codable = line["codable"].strip().casefold() not in _NO
        made = Code(str(uuid.uuid4()), parent, name, _colour(line["colour"]), codable=codable, **texts)  # type: ignore[arg-type]  # texts by their names
        known.setdefault(path.casefold(), made.id)
        yield Found(made, line.number)


def _parted(path: str, name: str) -> tuple[str, str]:
    """The path above a code and its name, which may hold what stands between names."""
    if not name:
        above, _, name = path.rpartition(BETWEEN)
        return above, name
    return path[: -len(name)].removesuffix(BETWEEN), name


def _above(path: str, known: dict[str, str], number: int) -> Iterator[Found]:
    """The codes of a path that no row has named so far."""
    if path.casefold() in known:
        return
    above, _, name = path.rpartition(BETWEEN)
    if above:
        yield from _above(above, known, number)
    made = Code(str(uuid.uuid4()), known.get(above.casefold(), ""), name)
    known[path.casefold()] = made.id
    yield Found(made, number)


def _of_marpor(found: Table) -> Iterator[Found]:
    """Domains that only group, their categories, and under these the subcategories: 605.1 under 605."""
    domains: dict[str, str] = {}
    known: dict[str, str] = {}
    for line in found.lines:
        written = _category(line)
        if not written:
            continue
        title = _line(line["title"] or line["label"] or line["name"])
        parent = known.get(written.partition(".")[0], "")
        domain = _line(line["domain_name"])
        if not parent and domain and written not in (HEADING, NO_CATEGORY):
            if domain not in domains:
                name = " ".join(filter(None, (_line(line["domain_code"]), domain)))
                domains[domain] = str(uuid.uuid4())
                yield Found(Code(domains[domain], "", name, codable=False), line.number)
            parent = domains[domain]
        said = (line["description_md"] or line["description"] or line["definition"]).strip()
        made = Code(str(uuid.uuid4()), parent, f"{written} {title}".strip(), definition=said, key=written)
        known.setdefault(written, made.id)
        yield Found(made, line.number)


def _category(line: Line) -> str:
    """The code as text: "605.1", also where only the name of its variable is there ("per605_1")."""
    if written := line["code"].strip():
        return NO_CATEGORY if written == "uncod" else written
    variable = line["variable_name"].strip()
    if variable == "peruncod":
        return NO_CATEGORY
    match = _VARIABLE.fullmatch(variable)
    return ".".join(part for part in match.groups() if part) if match else ""


def _colour(written: str) -> str:
    """A colour as the library writes it, "" for what is none."""
    found = written.strip().lower()
    if not _COLOUR.fullmatch(found):
        return ""
    return found if len(found) == 7 else "#" + "".join(digit * 2 for digit in found[1:])


def _line(text: str) -> str:
    return " ".join(text.split())
