"""Segments written term by term are those that Whoosh would have written posting by posting."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import FileIndex, create_in
from whoosh.reading import IndexReader
from whoosh.writing import OPTIMIZE

from index.analysis import Positions
from index.segments import Entry, EntryWriter, prepared
from index.store import SCHEMA

_TEXT_FIELDS = ("text", "exact", "section", "lead")

Written = tuple[str, str, str, tuple[Sequence[str], ...]]


def entries(count: int, seed: int) -> list[Written]:
    """Made-up entries: document, language, kind, and the words of the four fields. Some words are in nearly all."""
    chance = random.Random(seed)  # noqa: S311  # only for making up texts
    words = [f"w{number}é" for number in range(40)] + ["the"] * 30

    def text(most: int) -> list[str]:
        return [chance.choice(words) for _ in range(chance.randint(0, most))]

    made: list[Written] = []
    for number in range(count):
        language = "cy" if number % 3 == 0 else "en"
        kind = "heading" if number % 5 == 0 else "paragraph"
        made.append(
            (f"document{number % 4}", language, kind, (text(300 if number == 7 else 40), text(40), text(6), text(9)))
        )
    return made


def by_whoosh(folder: Path, written: Sequence[Written]) -> FileIndex:
    folder.mkdir()
    index = create_in(str(folder), SCHEMA)
    writer = index.writer(codec=W3Codec(compression=0))
    for number, (document, language, kind, texts) in enumerate(written):
        fields: dict[str, Any] = dict(zip(_TEXT_FIELDS, texts, strict=True))
        writer.add_document(block=f"b{number}".encode(), document=document, language=language, kind=kind, **fields)
    writer.commit()
    return index


def by_us(folder: Path, written: Sequence[Written]) -> FileIndex:
    folder.mkdir()
    index = create_in(str(folder), SCHEMA)
    writer = EntryWriter(index, timeout=1)
    for number, (document, language, kind, texts) in enumerate(written):
        text, exact, section, lead = map(places, texts)
        writer.add_entry(document, language, Entry(f"b{number}", kind, text, exact, prepared(section), prepared(lead)))
    writer.commit(merge=False)  # type: ignore[no-untyped-call]  # Whoosh's
    return index


def places(words: Sequence[str]) -> Positions:
    found: Positions = {}
    for position, word in enumerate(words):
        found.setdefault(word, []).append(position)
    return found


def content(reader: IndexReader) -> Iterator[tuple[object, ...]]:
    """All that a search can see: terms with their statistics, postings with weights and positions, lengths, columns."""
    for field, term in reader.all_terms():
        info = reader.term_info(field, term)
        yield field, term, info.weight(), info.doc_frequency(), info.min_length(), info.max_length(), info.max_weight()
        matcher: Any = reader.postings(field, term)
        while matcher.is_active():
            block = (matcher.block_max_weight(), matcher.block_min_length(), matcher.block_max_length())
            spots = tuple(matcher.value_as("positions")) if field in _TEXT_FIELDS else ()
            yield field, term, matcher.id(), matcher.weight(), spots, block
            matcher.next()
    for number in range(reader.doc_count_all()):
        columns = [reader.column_reader(field)[number] for field in ("block", "document", "language")]
        yield number, reader.doc_field_length(number, "text"), *columns


@pytest.mark.parametrize("count", [1, 9, 300])
def test_a_segment_holds_what_whoosh_would_have_written(tmp_path: Path, count: int) -> None:
    written = entries(count, seed=count)
    with (
        closing(by_whoosh(tmp_path / "theirs", written).reader()) as theirs,
        closing(by_us(tmp_path / "ours", written).reader()) as ours,
    ):
        assert list(content(ours)) == list(content(theirs))
        for length in ("field_length", "min_field_length", "max_field_length"):
            assert getattr(ours, length)("text") == getattr(theirs, length)("text")


def test_segments_of_ours_are_merged_by_whoosh(tmp_path: Path) -> None:
    written = entries(60, seed=3)
    index = by_us(tmp_path / "ours", written[:30])
    more = EntryWriter(index, timeout=1)
    for number, (document, language, kind, texts) in enumerate(written[30:], 30):
        text, exact, section, lead = map(places, texts)
        more.add_entry(document, language, Entry(f"b{number}", kind, text, exact, prepared(section), prepared(lead)))
    more.commit(merge=False)  # type: ignore[no-untyped-call]  # Whoosh's
    with closing(index.reader()) as reader:
        assert len(reader.leaf_readers()) == 2
    index.writer(codec=W3Codec(compression=0)).commit(mergetype=OPTIMIZE)
    with closing(index.reader()) as ours, closing(by_whoosh(tmp_path / "theirs", written).reader()) as theirs:
        assert ours.is_atomic()
        assert list(content(ours)) == list(content(theirs))


def test_nothing_is_written_before_the_commit(tmp_path: Path) -> None:
    index = by_us(tmp_path / "ours", entries(5, seed=1))
    writer = EntryWriter(index, timeout=1)
    writer.add_entry("another", "en", Entry("b9", "paragraph", {"lamp": [0]}, {"lamp": [0]}, [], []))
    writer.cancel()  # type: ignore[no-untyped-call]  # Whoosh's
    with closing(index.reader()) as reader:
        assert reader.doc_count() == 5
        assert ("text", b"lamp") not in reader
