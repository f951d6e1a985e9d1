"""A code by kind by party, and codes of topics; none of it changes a comparison."""

from __future__ import annotations

from pathlib import Path

from indexed import Indexed, Written

from index.annotations.kinds_by_party import kinds_by_party
from index.annotations.topics_and_codes import codes_of, topic_of
from index.topics.model import StatementKind, Subtopic, Topic, TopicQuery
from reader.library.codebook_edits import add_codes, create_code
from reader.library.codes import Code, Codebook
from reader.library.coding import apply_code, code_document
from reader.library.library import Library
from reader.library.verdicts import Selection

LAMPS = """
# Lamps
We will light each lane. The lanes are dark.
We have mended nine lamps.
"""


def test_a_code_is_counted_by_kind_and_party(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(LAMPS, party="Lamp Society"), Written(LAMPS, party=""))
    lamp, nobody = (document.id for document in made.documents)
    with Library.open(made.home) as library:
        edit = create_code(library, "Lanes")
        library.apply(edit)
        code = edit.changes[0].id
        for block in library.blocks(lamp):
            if block.is_passage:
                library.apply(apply_code(library, lamp, Selection(block.id, 0, block.id, len(block.text)), code))
        library.apply(code_document(library, nobody, code))
        rows = {row.party: row for row in kinds_by_party(library, {code})}
        assert kinds_by_party(library, {code}, "somebody else") == ()
    assert rows["Lamp Society"].passages == 2
    assert rows["Lamp Society"].of_kind == {
        StatementKind.PLEDGE: 1,
        StatementKind.RECORD: 1,
        StatementKind.CRITICISM: 0,
        StatementKind.CONTEXT: 1,  # its second sentence
    }
    assert (rows[""].passages, sum(rows[""].of_kind.values())) == (1, 0)


def test_topics_make_codes_once_and_codes_make_topics(tmp_path: Path) -> None:
    topic = Topic(
        "t", 1, "Lamps", "#3a6ea5", "Light at night.", (TopicQuery("lamp"),), subtopics=(Subtopic("r", "Oil"),)
    )
    made = Indexed(tmp_path, Written(LAMPS))
    with Library.open(made.home) as library:
        library.apply(add_codes(library, "", codes_of([topic], library.codebook())))
        book = library.codebook()
        assert [(book.written_path(code.id), code.topic) for code in book.codes] == [
            ("Lamps", "t"),
            ("Lamps > Oil", ""),
        ]
        assert codes_of([topic], book) == []
    draft = topic_of(book.codes[0], book, "#000000")
    assert (draft.name, draft.colour, draft.definition) == ("Lamps", "#3a6ea5", "Light at night.")
    assert [row.name for row in draft.subtopics] == ["Oil"]
    assert [query.query for query in draft.queries] == ["Lamps", "Oil"]
    odd = Code("o", "", '"Stop" and search?')
    assert [query.query for query in topic_of(odd, Codebook([odd]), "").queries] == ['"Stop and search?"']
