"""What people say of passages changes topic views: it wins over the program, in every version and after any reading."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.comparison import Comparison, compare
from index.said import said_of
from index.topics.measurable import measurables
from index.topics.model import Match, Reason, Statement, StatementKind, Subtopic, Topic
from index.verdicts import Said, applied, verdict_words, was_added, who_and_when
from reader.home import home
from reader.identity import with_ids
from reader.library.coder_edits import rename_coder
from reader.library.judging import confirm_silence, set_rows, set_statement_kind, set_verdict
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import About, Verdict
from reader.model import Block, Kind, Manifesto
from reader.sentences import sentences

LIGHTS, FERRIES = Subtopic("lights", "Street lights"), Subtopic("ferries", "Ferries")
TOPIC = Topic("harbour", 3, "Harbour", "#336699", "What is said of the harbour.", (), subtopics=(LIGHTS, FERRIES))

LAMPS = "We will put a lamp on each quay. The old ones were switched off."
FERRY = "The ferry came late all winter. We will spend £3m on a new one."
NETS = "Nets dry in the sun. Nobody counts them."
BOATS = "We have painted forty boats since the spring and we will paint forty more."
BOTH = "We will mend the lamp on the quay. The ferry will sail at night. Gulls are loud."
TEXTS = (LAMPS, NETS, FERRY, BOATS)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(home(tmp_path / "home")) as opened:
        rename = rename_coder(opened, opened.coders()[0].id, "Ann Example")
        opened.apply(rename)
        yield opened


@pytest.fixture
def store(library: Library, tmp_path: Path) -> Callable[..., Document]:
    def made(*texts: str, name: str = "a") -> Document:
        file = tmp_path / f"{name}.txt"
        file.write_text(name, encoding="utf-8")
        return library.store(file, _manifesto(*texts), {"party": "Lamp Society"})

    return made


def _manifesto(*texts: str) -> Manifesto:
    return Manifesto("A plan", "en", tuple(Block(Kind.PARAGRAPH, text) for text in texts), format="Plain text")


def _found(library: Library, document: Document, words: dict[str, str]) -> tuple[Match, ...]:
    """What a program would find that looks for these words; by each, the row that it speaks for."""
    found = []
    for order, block in enumerate(library.blocks(document.id)):
        hits = {word: block.text.lower().index(word) for word in words if word in block.text.lower()}
        if hits:
            statements = tuple(
                Statement(start, end, block.text[start:end], StatementKind.CONTEXT, _any(hits, block.text[start:end]))
                for start, end in sentences(block.text)
            )
            why = tuple(Reason(word, "text", at, at + len(word)) for word, at in hits.items())
            rows = tuple(dict.fromkeys(words[word] for word in hits))
            found.append(
                Match(document.id, block.id, order, block.text, "paragraph", None, None, (), 0.6, rows, why, statements)
            )
    return tuple(found)


def _any(words: dict[str, int], text: str) -> bool:
    return any(word in text.lower() for word in words)


WORDS = {"lamp": "lights", "ferry": "ferries"}


def _compared(
    library: Library, *documents: Document, topic: Topic = TOPIC, words: dict[str, str] | None = None
) -> Comparison:
    matches = {document.id: _found(library, document, words or WORDS) for document in documents}
    return compare(topic, documents, matches, said=said_of(library, topic.id, documents, matches))


def _cells(comparison: Comparison) -> dict[str, list[list[str]]]:
    """The texts in each cell, by row."""
    return {row.subtopic.id: [[match.text for match in cell.matches] for cell in row.cells] for row in comparison.rows}


def _block(library: Library, document: Document, text: str) -> str:
    return next(block.id for block in library.blocks(document.id) if block.text == text)


def _say(library: Library, document: Document, text: str, verdict: Verdict, topic: Topic = TOPIC) -> None:
    library.apply(set_verdict(library, document.id, _block(library, document, text), topic, verdict))


def _match(comparison: Comparison, text: str) -> Match:
    return next(match for row in comparison.rows for cell in row.cells for match in cell.matches if match.text == text)


def test_a_passage_that_a_person_throws_out_is_left_out_and_listed(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(*TEXTS)
    before = _compared(library, document)
    _say(library, document, LAMPS, Verdict.DOES_NOT_BELONG)
    after = _compared(library, document)
    assert _cells(after) == {"lights": [[]], "ferries": [[FERRY]]}
    (column,) = after.columns
    assert [match.text for match in column.left_out] == [LAMPS]
    assert verdict_words(column.left_out[0])[0][0] == "Left out"
    assert column.share.passages == before.columns[0].share.passages - 1
    library.undo()
    assert _compared(library, document) == before


def test_a_passage_that_a_person_adds_stands_in_document_order_and_says_who_added_it(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(*TEXTS)
    _say(library, document, NETS, Verdict.BELONGS)
    library.apply(set_rows(library, document.id, _block(library, document, NETS), TOPIC, ["ferries"]))
    comparison = _compared(library, document)
    assert _cells(comparison)["ferries"] == [[NETS, FERRY]]
    added = _match(comparison, NETS)
    assert was_added(added)
    assert added.score == 1.0
    assert all(statement.carries for statement in added.statements)
    assert [word for word, _ in verdict_words(added)] == ["Added", "Row chosen"]
    assert added.said[0].coder.name == "Ann Example"


def test_an_added_passage_without_a_row_is_more_on_this_topic(library: Library, store: Callable[..., Document]) -> None:
    document = store(*TEXTS)
    _say(library, document, BOATS, Verdict.BELONGS)
    assert _cells(_compared(library, document))["more"] == [[BOATS]]


def test_the_statements_of_an_added_passage_have_kinds_and_measurable_parts(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(NETS, FERRY)
    _say(library, document, FERRY, Verdict.BELONGS)
    added = _match(_compared(library, document, words={"quay": "lights"}), FERRY)
    assert added.statements[1].kind is StatementKind.PLEDGE
    assert [FERRY[part.start : part.end] for part in measurables(added.statements[1])] == ["£3m"]


def test_who_confirms_a_passage_says_nothing_against_the_sentence_for_which_it_was_chosen(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(*TEXTS)
    before = _match(_compared(library, document), LAMPS)
    _say(library, document, LAMPS, Verdict.BELONGS)
    after = _match(_compared(library, document), LAMPS)
    assert [word for word, _ in verdict_words(after)] == ["Confirmed"]
    assert replace(after, said=()) == before


def test_other_rows_and_another_kind_take_the_place_of_the_programs(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(*TEXTS)
    block = _block(library, document, FERRY)
    library.apply(set_rows(library, document.id, block, TOPIC, ["lights", "of-an-older-version"]))
    start = FERRY.index("We will")
    library.apply(set_statement_kind(library, document.id, block, start, len(FERRY), "pledge"))
    comparison = _compared(library, document)
    assert _cells(comparison) == {"lights": [[LAMPS, FERRY]], "ferries": [[]]}
    statements = _match(comparison, FERRY).statements
    assert [statement.kind.value for statement in statements] == ["context", "pledge"]
    assert [FERRY[part.start : part.end] for part in measurables(statements[1])] == ["£3m"]
    library.apply(set_rows(library, document.id, block, TOPIC, []))
    assert _cells(_compared(library, document))["more"] == [[FERRY]]


def _of_both(document: Document, block: str) -> Match:
    """A passage of which each sentence names a row of its own, but for the last."""
    rows = [("lights",), ("ferries",), ()]
    statements = tuple(
        Statement(start, end, BOTH[start:end], StatementKind.CONTEXT, bool(named), named)
        for (start, end), named in zip(sentences(BOTH), rows, strict=True)
    )
    why = (Reason("lamp", "text", BOTH.index("lamp"), BOTH.index("lamp") + 4),)
    rows_of = ("lights", "ferries")
    return Match(document.id, block, 0, BOTH, "paragraph", None, None, (), 0.6, rows_of, why, statements)


def _said_of_both(library: Library, document: Document) -> Said:
    return said_of(library, TOPIC.id, [document], {document.id: []})[document.id]


def test_chosen_rows_hold_for_all_sentences_that_carry_the_passage(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(BOTH)
    block = _block(library, document, BOTH)
    library.apply(set_rows(library, document.id, block, TOPIC, ["ferries"]))
    (match,) = applied(TOPIC, [_of_both(document, block)], _said_of_both(library, document)).matches
    assert match.subtopics == ("ferries",)
    assert [one.subtopics for one in match.statements] == [("ferries",), ("ferries",), ()]


def test_a_row_goes_with_the_only_sentence_that_named_it(library: Library, store: Callable[..., Document]) -> None:
    document = store(BOTH)
    block = _block(library, document, BOTH)
    _say(library, document, BOTH, Verdict.DOES_NOT_BELONG)
    said = _said_of_both(library, document)
    first = tuple(
        replace(one, spans=tuple(replace(span, end=BOTH.index(" The ferry")) for span in one.spans))
        for one in said.annotations
    )
    (match,) = applied(TOPIC, [_of_both(document, block)], replace(said, annotations=first)).matches
    assert [one.carries for one in match.statements] == [False, True, False]
    assert match.subtopics == ("ferries",)


def test_a_row_chosen_that_the_topic_no_longer_has_leaves_the_programs_rows(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(*TEXTS)
    library.apply(set_rows(library, document.id, _block(library, document, FERRY), TOPIC, ["piers"]))
    assert _cells(_compared(library, document))["ferries"] == [[FERRY]]


def test_a_confirmed_silence_is_told_apart_from_that_of_the_program(
    library: Library, store: Callable[..., Document]
) -> None:
    silent, other = store(NETS, name="silent"), store(BOATS, name="other")
    library.apply(confirm_silence(library, silent.id, TOPIC))
    library.apply(confirm_silence(library, other.id, TOPIC, "ferries"))
    comparison = _compared(library, silent, other)
    confirmed = [
        [cell.silence.confirmed is not None if cell.silence else None for cell in row.cells] for row in comparison.rows
    ]
    assert confirmed == [[True, False], [True, True]]
    first, second = (column.silence for column in comparison.columns)
    assert first is not None
    assert second is not None
    assert first.confirmed is not None
    assert first.sentence == f"Nothing found in the whole text. Confirmed {who_and_when(first.confirmed)}."
    assert first.sentence.startswith("Nothing found in the whole text. Confirmed by Ann Example, ")
    assert second.confirmed is None
    assert second.sentence == "Nothing found in the whole text."


def test_what_is_found_after_a_silence_was_confirmed_is_shown(library: Library, store: Callable[..., Document]) -> None:
    document = store(LAMPS)
    library.apply(confirm_silence(library, document.id, TOPIC))
    comparison = _compared(library, document)
    assert _cells(comparison)["lights"] == [[LAMPS]]
    assert comparison.columns[0].silence is None


def test_verdicts_on_another_topic_change_nothing(library: Library, store: Callable[..., Document]) -> None:
    document = store(*TEXTS)
    before = _compared(library, document)
    other = replace(TOPIC, id="fleet", name="Fleet")
    _say(library, document, LAMPS, Verdict.DOES_NOT_BELONG, other)
    _say(library, document, BOATS, Verdict.BELONGS, other)
    assert _compared(library, document) == before


def test_verdicts_hold_in_a_new_version_of_the_topic_that_finds_other_passages(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(*TEXTS)
    _say(library, document, LAMPS, Verdict.DOES_NOT_BELONG)
    _say(library, document, FERRY, Verdict.BELONGS)
    newer = replace(TOPIC, version=4)
    comparison = _compared(library, document, topic=newer, words={"lamp": "lights", "nets": "lights"})
    assert _cells(comparison) == {"lights": [[NETS]], "ferries": [[]], "more": [[FERRY]]}
    assert [match.text for match in comparison.columns[0].left_out] == [LAMPS]
    silent = _compared(library, document, topic=newer, words={"quarry": "lights"})
    assert [match.text for match in silent.columns[0].left_out] == [LAMPS]


@pytest.mark.parametrize("seed", range(12))
def test_verdicts_survive_another_reading_and_any_order_of_documents(
    library: Library, store: Callable[..., Document], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  # nothing here is secret
    texts = [
        f"Item {number}: the {word} by pier {number} is {number} years old."
        for number, word in enumerate(["lamp", "bell", "lamp", "oar", "lamp", "buoy", "lamp", "net"])
    ]
    document, other = store(*texts), store(*texts[::-1], name="other")
    out = chance.sample([text for text in texts if "lamp" in text], 2)
    added = chance.sample([text for text in texts if "lamp" not in text], 2)
    for text in out:
        _say(library, document, text, Verdict.DOES_NOT_BELONG)
    for text in added:
        _say(library, document, text, Verdict.BELONGS)
    shown = [text for text in texts if text in added or ("lamp" in text and text not in out)]
    parted = list(texts)
    chance.shuffle(parted)
    blocks = with_ids(document.id, _manifesto("A new heading", *parted, "A new end").blocks)
    assert library.store_again(document.id, Manifesto("A plan", "en", blocks, format="Plain text"), {}) is not None
    for order in ((document, other), (other, document)):
        comparison = _compared(library, *order)
        place = order.index(document)
        found = [match.text for row in comparison.rows for match in row.cells[place].matches]
        assert sorted(found) == sorted(shown)
        assert sorted(match.text for match in comparison.columns[place].left_out) == sorted(out)
        assert comparison.columns[1 - place].left_out == ()
        orders = [match.order for row in comparison.rows for match in row.cells[place].matches]
        assert all(
            list(cell) == sorted(cell, key=lambda match: match.order)
            for cell in (row.cells[place].matches for row in comparison.rows)
        ), orders


def test_a_verdict_on_a_passage_that_was_joined_with_another_holds_for_its_own_sentences(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(LAMPS, FERRY, BOATS)
    _say(library, document, FERRY, Verdict.DOES_NOT_BELONG)
    joined = f"{LAMPS} {FERRY}"
    blocks = with_ids(document.id, _manifesto(joined, BOATS).blocks)
    assert library.store_again(document.id, Manifesto("A plan", "en", blocks, format="Plain text"), {}) is not None
    comparison = _compared(library, document)
    (match,) = (match for match in comparison.rows[0].cells[0].matches)
    assert match.text == joined
    assert [statement.carries for statement in match.statements] == [True, False, False, False]
    assert [word for word, _ in verdict_words(match)] == ["Partly left out"]
    assert comparison.columns[0].left_out == ()


def test_what_a_lost_verdict_said_is_listed_and_changes_nothing(
    library: Library, store: Callable[..., Document]
) -> None:
    document = store(*TEXTS)
    _say(library, document, LAMPS, Verdict.DOES_NOT_BELONG)
    blocks = with_ids(document.id, _manifesto(FERRY).blocks)
    assert library.store_again(document.id, Manifesto("A plan", "en", blocks, format="Plain text"), {}) is not None
    assert _cells(_compared(library, document)) == {"lights": [[]], "ferries": [[FERRY]]}
    (lost,) = library.lost_annotations()
    assert lost.annotation.about is About.TOPIC


def test_an_added_item_of_a_list_keeps_what_introduces_the_list(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("list", encoding="utf-8")
    blocks = (Block(Kind.PARAGRAPH, "Much is wrong. We will not:"), Block(Kind.LIST_ITEM, NETS))
    document = library.store(file, Manifesto("A plan", "en", blocks, format="Plain text"), {})
    _say(library, document, NETS, Verdict.BELONGS)
    added = next(match for row in _compared(library, document).rows for cell in row.cells for match in cell.matches)
    assert (added.text, added.lead_in) == (NETS, "We will not:")
