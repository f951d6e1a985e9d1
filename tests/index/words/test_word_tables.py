"""Tables of words in the window and in files: the same rows, how they were made, and what finds their passages."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from indexed import Indexed, Written

from index.exports.registry import Layout, format_called, formats_of
from index.exports.words import MOST_IN_DOCUMENTS, Words, exportable
from index.words.as_tables import (
    collocates_table,
    crosstab_table,
    dispersion_table,
    frequency_table,
    keyness_table,
    readability_table,
)
from index.words.asked import several
from index.words.collocates import Window, collocates
from index.words.corpus import Corpus
from index.words.crosstab import crosstab
from index.words.dispersion import dispersion
from index.words.frequency import frequencies
from index.words.keyness import keyness
from index.words.readability import readability
from index.words.tables import Column, WordTable, written
from reader.library.library import Library
from ui import assets

HARBOUR = "The ferry sails. A ferry sails at night, and the lamp burns.\n" + "The harbour ferry waits.\n" * 4
LAMP = "The lamp burns.\n" + "The tram waits.\n" * 4


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    return Indexed(tmp_path_factory.mktemp("tables"), Written(HARBOUR, "Harbour"), Written(LAMP, "Lamp"))


@pytest.fixture
def corpus(made: Indexed) -> Iterator[Corpus]:
    with Library.open(made.home) as library:
        yield Corpus(library, tuple(library.documents()))


def tables(corpus: Corpus) -> dict[str, WordTable]:
    first, second = (Corpus(corpus.library, (document,)) for document in corpus.documents)
    choices = several("ferry, lamp OR tram")
    every = (
        frequency_table(frequencies(corpus, "en")),
        keyness_table(keyness(first, second, "en", sure=0)),
        crosstab_table(crosstab(corpus, choices)),
        dispersion_table(dispersion(corpus, choices)),
        collocates_table(collocates(corpus, choices[0], "en", Window(), least=1)),
        readability_table(readability(corpus)),
    )
    return {one.name: one for one in every}


def file(corpus: Corpus, table: WordTable, form: str) -> bytes:
    words = Words(table, corpus.documents, "2026-11-30T06:00:00.000000Z", "Hustings 1")
    return format_called(form).made(exportable(words), Layout(assets.for_exports()))


def test_every_table_has_a_value_for_each_column_and_a_tip_for_each_figure_that_is_no_plain_number(
    corpus: Corpus,
) -> None:
    for table in tables(corpus).values():
        assert table.lines
        for one in (table, *table.more):
            assert {len(line.cells) for line in one.lines} == {len(one.columns)}
    tips = {column.head: column.tip for table in tables(corpus).values() for column in table.columns}
    for head, source in {
        "G²": "Dunning 1993",
        "Log ratio": "Hardie 2014",
        "DP": "Gries 2008",
        "logDice": "Rychlý 2008",
    }.items():
        assert source in tips[head]


def test_figures_are_written_as_people_write_them() -> None:
    figures = Column("x", "X", decimals=2)
    assert [written(value, figures) for value in (1234.5, -0.5, None)] == ["1,234.50", "−0.50", ""]
    assert written("word", Column("x", "X")) == "word"


def test_a_cell_of_a_crosstab_leads_to_the_passages_of_its_word_in_its_manifesto(corpus: Corpus) -> None:
    table = tables(corpus)["crosstab"]
    line = table.lines[1]
    heads = [column.head for column in table.columns]
    assert heads[2] == "ferry"
    assert table.lead(line, table.columns[2]) == ("ferry -kind:heading", corpus.documents[1].id)
    assert table.lead(line, table.columns[6]) == ("(lamp OR tram) -kind:heading", corpus.documents[1].id)
    assert table.lead(line, table.columns[0]) == ("", corpus.documents[1].id)


def test_csv_has_the_figures_as_they_are_and_what_finds_the_passages(corpus: Corpus) -> None:
    rows = list(csv.DictReader(io.StringIO(file(corpus, tables(corpus)["frequency"], "csv").decode())))
    ferry = next(row for row in rows if row["word"] == "ferry")
    assert (ferry["count"], ferry["passages"], ferry["manifestos"]) == ("6", "5", "1")
    assert float(ferry["per 1,000"]) == pytest.approx(6000 / corpus.words, abs=1e-6)
    assert ferry["search"] == "'=ferry -kind:heading"  # guarded, so that no spreadsheet takes it for a formula


def test_json_says_what_table_it_is_of_which_manifestos(corpus: Corpus) -> None:
    values = json.loads(file(corpus, tables(corpus)["crosstab"], "json"))
    assert (values["format"], values["format_version"], values["table"]) == ("hustings-words", 1, "crosstab")
    assert [one["party"] for one in values["manifestos"]] == ["Harbour", "Lamp"]
    assert values["rows"][0]["ferry count"] == 6
    assert values["rows"][0]["document"] == corpus.documents[0].id
    assert values["more"][0]["rows"][0]["word"] == "ferry"


@pytest.mark.parametrize("form", ["csv", "docx", "html", "json", "md", "pdf", "xlsx"])
def test_every_table_leaves_in_every_format(corpus: Corpus, form: str) -> None:
    for table in tables(corpus).values():
        assert file(corpus, table, form)
    words = Words(tables(corpus)["keyness"], corpus.documents, "2026-11-30T06:00:00.000000Z", "Hustings 1")
    assert form in {one.id for one in formats_of(exportable(words))}


def test_a_document_has_the_first_lines_and_says_of_how_many(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_IN_DOCUMENTS == 200
    monkeypatch.setattr("index.exports.words.MOST_IN_DOCUMENTS", 2)
    text = file(corpus, tables(corpus)["frequency"], "md").decode()
    assert "The first 2 lines of" in text
    table = text.split("How often it stands")[0]
    assert len(re.findall(r"^\|", table, re.M)) <= 4
    assert "Made with Hustings 1" in text
