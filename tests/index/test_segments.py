"""Our segments hold what Whoosh's own would, and stay right when they are merged and documents go."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NoReturn
from uuid import NAMESPACE_URL, uuid5

import pytest
from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import FileIndex, create_in
from whoosh.reading import IndexReader

from index.analysis import Positions
from index.codec.gathering import Entry
from index.codec.segment_writing import SegmentFileWriter
from index.codec.whoosh_codec import opened
from index.segments import ShardWriter
from index.store import SCHEMA, held_in

_TEXT_FIELDS = ("text", "exact", "section", "lead")

Written = tuple[str, str, str, tuple[Sequence[str], ...]]


def entries(count: int, seed: int) -> list[Written]:
    """Made-up entries: document, language, kind, and the words of the four fields. Some words are in nearly all."""
    chance = random.Random(seed)  # noqa: S311  # only for making up texts
    words = [f"w{number}é" for number in range(40)] + ["the"] * 30

    def text(most: int) -> list[str]:
        return [chance.choice(words) for _ in range(chance.randint(0, most))]

    def heading(number: int) -> list[str]:
        return [words[(number * step) % len(words)] for step in range(number % 4)]

    made: list[Written] = []
    for number in range(count):
        language = "cy" if number // 7 % 3 == 0 else "en"
        kind = "heading" if number % 5 == 0 else "paragraph"
        made.append(
            (
                f"document{number // 7}",
                language,
                kind,
                (text(300 if number == 7 else 40), text(40), heading(number // 3), heading(number // 5)),
            )
        )
    return made


def by_whoosh(folder: Path, written: Sequence[Written]) -> FileIndex:
    folder.mkdir()
    index = create_in(str(folder), SCHEMA)
    writer = index.writer(codec=W3Codec(compression=0))
    for _, _, _, texts in written:
        fields: dict[str, Any] = dict(zip(_TEXT_FIELDS, texts, strict=True))
        writer.add_document(**fields)
    writer.commit()
    return index


def by_us(folder: Path, *written: Sequence[Written]) -> FileIndex:
    """An index with a segment for each of these, in which each document stands in one piece."""
    folder.mkdir()
    index = create_in(str(folder), SCHEMA)
    for segment in written:
        with closing(ShardWriter(index, timeout=1)) as writer:
            for document, language, entries in by_document(segment):
                writer.add(document, language, f"{document} as read", entries)
            writer.commit()
    return index


def by_document(written: Sequence[Written]) -> Iterator[tuple[str, str, list[Entry]]]:
    shared: dict[tuple[str, ...], tuple[Positions, int]] = {}
    for (document, language), rows in groupby(written, itemgetter(0, 1)):
        made = []
        for number, (_, _, kind, texts) in enumerate(rows):
            text, exact, section, lead = texts
            above, before = (shared.setdefault(tuple(words), (places(words), len(words))) for words in (section, lead))
            end = max(len(text), len(exact))
            made.append(Entry(block(document, number), kind, places(text), places(exact), end, above, before))
        yield document, language, made


def block(document: str, number: int) -> str:
    return str(uuid5(NAMESPACE_URL, f"{document} {number}"))


def places(words: Sequence[str]) -> Positions:
    found: Positions = {}
    for position, word in enumerate(words):
        found.setdefault(word, []).append(position)
    return found


def content(reader: IndexReader) -> Iterator[tuple[object, ...]]:
    """All that a search can see: terms with their statistics, postings with weights and positions."""
    for field, term in reader.all_terms():
        info = reader.term_info(field, term)
        yield field, term, info.doc_frequency(), info.max_weight(), info.min_id(), info.max_id()
        matcher: Any = reader.postings(field, term)
        while matcher.is_active():
            yield field, term, matcher.id(), matcher.weight(), tuple(matcher.value_as("positions"))
            matcher.next()


@pytest.mark.parametrize("count", [1, 9, 700])
def test_a_segment_holds_what_whoosh_would_have_written(tmp_path: Path, count: int) -> None:
    written = entries(count, seed=count)
    with (
        closing(by_whoosh(tmp_path / "theirs", written).reader()) as theirs,
        closing(by_us(tmp_path / "ours", written).reader()) as ours,
    ):
        assert list(content(ours)) == list(content(theirs))


def test_entries_know_their_block_kind_length_and_document(tmp_path: Path) -> None:
    written = entries(60, seed=5)
    with closing(by_us(tmp_path / "ours", written).reader()) as reader:
        ((file, _, _),) = opened(reader)
        rows = [(document, language, entry) for document, language, made in by_document(written) for entry in made]
        for number, (document, language, entry) in enumerate(rows):
            held = file.held(number)
            assert (held.document, held.language, held.name) == (document, language, f"{document} as read")
            assert (file.block(number), file.kind(number)) == (entry.block, entry.kind)
            assert file.words(number) == sum(map(len, entry.text.values()))
        assert file.of_kind("heading").count(1) == sum(entry.kind == "heading" for _, _, entry in rows)
        assert file.of_kind("table").count(1) == 0


def test_segments_that_are_merged_hold_what_one_would(tmp_path: Path) -> None:
    written = entries(700, seed=3)
    index = by_us(tmp_path / "ours", *(written[first : first + 100] for first in range(0, 700, 100)))
    with closing(index.reader()) as reader:
        assert len(opened(reader)) == 7
    with closing(ShardWriter(index, timeout=1)) as writer:
        writer.tidy()
    with (
        closing(index.reader()) as ours,
        closing(by_whoosh(tmp_path / "theirs", written).reader()) as theirs,
    ):
        assert ours.is_atomic()
        assert list(content(ours)) == list(content(theirs))


def test_what_is_removed_is_gone_at_once_and_left_out_when_segments_are_merged(tmp_path: Path) -> None:
    written = entries(700, seed=4)
    gone = {"document1", "document20", "document21"}
    index = by_us(tmp_path / "ours", *(written[first : first + 100] for first in range(0, 700, 100)))
    kept = [row for row in written if row[0] not in gone]
    with closing(ShardWriter(index, timeout=1)) as writer:
        for document in sorted(gone):
            writer.remove(document)
        writer.commit()
    with closing(index.reader()) as reader:
        assert reader.doc_count() == len(kept)
        assert not gone & {held.document for held in held_in(reader)}
    with closing(ShardWriter(index, timeout=1)) as writer:
        writer.tidy()
    with closing(index.reader()) as ours, closing(by_whoosh(tmp_path / "theirs", kept).reader()) as theirs:
        assert list(content(ours)) == list(content(theirs))
        assert [file.block(0) for file, _, _ in opened(ours)] == [block("document0", 0)]


def test_nothing_is_written_before_the_commit(tmp_path: Path) -> None:
    index = by_us(tmp_path / "ours", entries(5, seed=1))
    with closing(ShardWriter(index, timeout=1)) as writer:
        writer.add("another", "en", "another as read", [])
    with closing(index.reader()) as reader:
        assert reader.doc_count() == 5
        assert "another" not in {held.document for held in held_in(reader)}


def test_a_commit_that_failed_leaves_no_lock_and_nothing_of_what_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = by_us(tmp_path / "ours", entries(5, seed=1))
    before = sorted(path.name for path in (tmp_path / "ours").iterdir())

    def full(*_: object) -> NoReturn:
        raise OSError(28, "no space")

    with monkeypatch.context() as patched, closing(ShardWriter(index, timeout=1)) as writer:
        patched.setattr(SegmentFileWriter, "finish", full)
        writer.add("another", "en", "another as read", [])
        with pytest.raises(OSError, match="no space"):
            writer.commit()
    assert sorted(path.name for path in (tmp_path / "ours").iterdir()) == before
    with closing(ShardWriter(index, timeout=0)) as writer:
        writer.add("another", "en", "another as read", [])
        writer.commit()
    with closing(index.reader()) as reader:
        assert "another" in {held.document for held in held_in(reader)}


def test_ids_that_are_no_uuids_are_kept_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    index = create_in(str(tmp_path / "ours"), SCHEMA)
    names = ["é", "long enough to be padded", str(uuid5(NAMESPACE_URL, "x"))]
    with closing(ShardWriter(index, timeout=1)) as writer:
        nothing: tuple[Positions, int] = ({}, 0)
        words = {"lamp": [0]}
        made = [Entry(name, "paragraph", words, words, 1, nothing, nothing) for name in names]
        writer.add("one", "en", "one as read", made)
        writer.commit()
    with closing(index.reader()) as reader:
        ((file, _, _),) = opened(reader)
        assert [file.block(number) for number in range(3)] == names
