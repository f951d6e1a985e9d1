"""Manifestos in a language that a topic has no words in: nobody has looked there, so they are not called silent."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.charts import heatmap, salience, strip
from index.comparison import Comparison, SilenceReason, compare, differing, share, silence
from index.exports.as_csv import as_csv
from index.exports.charts import heatmap_sheet, salience_sheet, strips_sheet
from index.exports.comparing import exportable
from index.exports.comparison_json import comparison_values
from index.exports.registry import Layout, Resources, format_called
from index.exports.shown import Shown
from index.exports.topic_views import document_views
from index.said import said_of
from index.sampled import searched
from index.topics.drafting import finished
from index.topics.files import read_topic, write_topic
from index.topics.languages import is_untranslated, languages_of, missing_language, missing_languages, to_translate
from index.topics.model import Scope, Subtopic, Topic, TopicQuery
from index.topics.parsing import TopicInvalid, parse_topic
from index.topics.proposing import queries
from index.topics.trying import proposed, tried
from reader.library.clock import now
from reader.library.judging import confirm_silence, set_verdict
from reader.library.library import Library
from reader.library.records import Document, Extent
from reader.library.verdicts import Verdict

ASSETS = Path(__file__).resolve().parents[2] / "assets"
ENGLISH = Written("We will put more lifeboats on the lake.\nThe quay gets a lamp.", party="Quay Party")
GERMAN = Written(
    "Wir kaufen neue Rettungsboote für den See.\nDie Lampen am Kai werden repariert.",
    party="Hafenpartei",
    language="de",
)
WELSH = Written("Byddwn yn prynu badau achub newydd.", party="Plaid y Cei", language="cy")
TOPIC = Topic(
    "boats",
    2,
    "Boats",
    "#336699",
    "All that floats and saves people from the water.",
    (
        TopicQuery("lifeboat OR lifeboats", subtopics=("sea",)),
        TopicQuery("quay", subtopics=("land",)),
        TopicQuery('"bad achub" OR "badau achub"', language="cy", subtopics=("sea",)),
    ),
    (),
    (Subtopic("sea", "At sea"), Subtopic("land", "On land")),
)
NO_GERMAN = "This topic has no German words"


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path, ENGLISH, GERMAN, WELSH)


@pytest.fixture
def table(made: Indexed) -> Comparison:
    return compare(TOPIC, made.documents, made.views(TOPIC))


def document(language: str, **fields: object) -> Document:
    known = {"title": "x", "language": language, "page_count": 10, "readable_pages": 10, "words": 20_000} | fields
    return Document(id="x", **known)  # type: ignore[arg-type]  # the fields are those of Document


def topic(*queries: TopicQuery, definition: str = "What is said of boats.", languages: tuple[str, ...] = ()) -> Topic:
    return replace(TOPIC, queries=queries, definition=definition, languages=languages)


# Which languages a topic has words in


@pytest.mark.parametrize("name", ["policing", "vawg", "fire-safety"])
def test_the_built_in_topics_speak_english_and_welsh(name: str) -> None:
    built_in = read_topic(ASSETS / "topics" / f"{name}.toml", builtin=True)
    assert built_in.languages == ("en", "cy")
    assert {query.language for query in built_in.queries} == {"", "cy"}


def test_a_topic_whose_file_says_no_language_has_english_words_and_those_of_its_queries() -> None:
    boats, bad = TopicQuery("boats"), TopicQuery("bad", language="cy")
    assert languages_of(topic(boats)) == ("en",)
    assert languages_of(topic(boats, bad)) == ("en", "cy")
    assert languages_of(topic(bad)) == ("cy",)


def test_words_are_also_taken_for_the_language_in_which_the_topic_is_defined() -> None:
    german = "Was das Programm über die Boote und die Rettung auf dem Wasser sagt, nicht über den Hafen."
    assert languages_of(topic(TopicQuery("Boote"), definition=german)) == ("en", "de")
    assert missing_language(topic(TopicQuery("Boote"), definition=german), document("de")) == ""


def test_what_the_file_says_counts_and_queries_add_to_it() -> None:
    said = topic(TopicQuery("bateaux"), TopicQuery("boats", language="en"), languages=("fr",))
    assert languages_of(said) == ("fr", "en")


def test_a_query_that_can_bring_in_no_passage_makes_no_language() -> None:
    against = TopicQuery("Bootshaus", -1.0, language="de")
    assert languages_of(topic(TopicQuery("boats"), against)) == ("en",)


@pytest.mark.parametrize(
    ("language", "missing"),
    [("de", "German"), ("German", "German"), ("de-AT", "German"), ("cy", ""), ("en-GB", ""), ("", ""), ("Elvish", "")],
)
def test_a_manifestos_language_is_missing_only_where_it_is_known(language: str, missing: str) -> None:
    assert missing_language(TOPIC, document(language)) == missing


def test_languages_are_read_written_and_refused_with_their_line(tmp_path: Path) -> None:
    file = tmp_path / "boats.toml"
    write_topic(file, TOPIC)
    assert "languages" not in file.read_text("utf-8")
    write_topic(file, replace(TOPIC, languages=("en", "cy")))
    assert read_topic(file).languages == ("en", "cy")
    write_topic(file, replace(TOPIC, languages=("en", "cy", "de")))
    assert 'languages = ["en", "cy", "de"]' in file.read_text("utf-8")
    with pytest.raises(TopicInvalid, match=r"line 9.*a language must be a code like “en” or “cy”; not “German”"):
        parse_topic(file.read_text("utf-8").replace('"de"', '"German"'))


# Silence and figures


def test_a_manifesto_in_a_language_without_words_is_not_silent_but_not_looked_at(table: Comparison) -> None:
    english, german, welsh = table.columns
    assert english.silence is None
    assert german.silence is not None
    assert (german.silence.sentence, german.silence.reason) == (f"{NO_GERMAN}.", SilenceReason.LANGUAGE)
    assert german.share.without_words_in == "German"
    assert welsh.silence is None
    assert [row.cells[1].silence for row in table.rows] == [german.silence, german.silence]
    said = table.rows[1].cells[2].silence
    assert said is not None
    assert (said.sentence, said.reason) == ("Nothing found in 1 page.", SilenceReason.NOTHING)


@pytest.mark.parametrize(
    ("fields", "sentence", "reason"),
    [
        ({"language": "en", "readable_pages": 7}, "Nothing found; 7 of 10 pages readable.", "partial"),
        ({"language": "en", "extent": Extent.CHAPTER}, "Not in this chapter.", "extent"),
        ({"language": "de", "readable_pages": 7}, f"{NO_GERMAN}; 7 of 10 pages readable.", "language"),
        ({"language": "de", "extent": Extent.EXTRACT}, f"{NO_GERMAN}.", "language"),
    ],
)
def test_the_language_wins_and_unread_pages_are_told_with_it(
    fields: dict[str, str], sentence: str, reason: str
) -> None:
    found = silence(TOPIC, document(**fields))
    assert (found.sentence, found.reason.value) == (sentence, reason)


def test_manifestos_differ_only_among_those_in_which_somebody_looked(made: Indexed, table: Comparison) -> None:
    assert differing(table) == ("land",)
    pair = compare(TOPIC, made.documents[:2], made.views(TOPIC))
    assert differing(pair) == ()


def test_words_that_stand_in_another_language_by_chance_are_shown_and_make_no_figure() -> None:
    found = share(TOPIC, document("de"), [])
    assert (found.per_thousand, found.without_words_in) == (None, "German")
    assert share(TOPIC, document("en"), []).per_thousand == 0.0
    assert share(TOPIC, document("de"), [], confirmed=True).per_thousand == 0.0


def test_what_a_person_says_of_such_a_manifesto_wins(made: Indexed) -> None:
    german = made.documents[1]
    with Library.open(made.home) as library:
        block = library.blocks(german.id)[0]
        library.apply(set_verdict(library, german.id, block.id, TOPIC, Verdict.BELONGS))
        library.apply(confirm_silence(library, german.id, TOPIC, "land"))
        said = said_of(library, TOPIC.id, made.documents, made.views(TOPIC))
    table = compare(TOPIC, made.documents, made.views(TOPIC), said=said)
    assert table.columns[1].silence is None
    assert [match.text for row in table.rows for match in row.cells[1].matches] == [block.text]
    land = next(row for row in table.rows if row.subtopic.id == "land").cells[1].silence
    assert land is not None
    assert land.confirmed is not None
    assert land.sentence.startswith(f"{NO_GERMAN}. Silence confirmed by ")
    assert differing(compare(TOPIC, made.documents[:2], made.views(TOPIC), said=said))[0] == "land"
    assert table.columns[1].share.without_words_in == "German"  # one passage that people found is no measure


def test_a_silence_that_people_confirmed_counts_in_figures(made: Indexed) -> None:
    german = made.documents[1]
    with Library.open(made.home) as library:
        library.apply(confirm_silence(library, german.id, TOPIC, ""))
        said = said_of(library, TOPIC.id, made.documents, made.views(TOPIC))
    table = compare(TOPIC, made.documents[:2], made.views(TOPIC), said=said)
    assert table.columns[1].share.without_words_in == ""
    assert differing(table) == ("sea", "land")


# Exports


def test_every_export_says_that_nobody_looked(made: Indexed, table: Comparison) -> None:
    values = comparison_values(table)
    assert values["topic"]["languages"] == ["en", "cy"]
    german = values["columns"][1]
    assert (german["silence"], german["silence_reason"]) == (f"{NO_GERMAN}.", "language")
    assert (german["share"]["per_thousand"], german["share"]["without_words_in"]) == (None, "German")
    assert [row["cells"][1]["silence_reason"] for row in values["rows"]] == ["language", "language"]
    layout = Layout(Resources(ASSETS / "templates", ()))
    for form in ("md", "html"):
        thing = exportable(Shown(table, now(), "Hustings"))
        assert format_called(form).write(thing, layout).decode().count(NO_GERMAN) == 3
    view = document_views("m.pdf", made.documents[1], [TOPIC], {})["topics"]["boats"]
    assert (view["silence"], view["silence_reason"]) == (f"{NO_GERMAN}.", "language")
    json.dumps(values)


def test_the_figures_of_charts_leave_out_what_nobody_looked_at_and_say_why(made: Indexed) -> None:
    views = made.views(TOPIC)
    with Library.open(made.home) as library:
        strips = [strip(TOPIC, one, library.lengths(one.id), views[one.id]) for one in made.documents]
    assert [one.without_words_in for one in strips] == ["", "German", ""]
    chart = heatmap([TOPIC], made.documents, {"boats": views})
    lines = [line for line in _read(as_csv(heatmap_sheet(chart))) if line[2] == "Manifesto 1"]
    assert [line[6:10] for line in lines] == [["", "", "", f"{NO_GERMAN}."]]
    assert [line[6:-1] for line in _read(as_csv(strips_sheet(TOPIC, strips))) if line[2] == "Manifesto 1"] == [
        ["", "", "", f"{NO_GERMAN}."]
    ]


def test_years_of_which_nothing_is_known_make_no_series() -> None:
    years = [document("de", party="P", year=year) for year in ("2017", "2021")]
    documents = [replace(one, id=one.year) for one in years]
    views = {one.id: () for one in documents}
    assert salience(TOPIC, documents, views) == ()
    mixed = [replace(one, id=f"en {one.year}", language="en") for one in years]
    (series,) = salience(TOPIC, [*documents, *mixed], {**views, **{one.id: () for one in mixed}})
    notes = {line[5]: line[9] for line in _read(as_csv(salience_sheet(TOPIC, [series])))[1:] if not line[6]}
    assert notes == {"2017": f"{NO_GERMAN}.", "2021": f"{NO_GERMAN}."}


def test_no_passage_of_it_is_drawn_for_a_sample(made: Indexed) -> None:
    assert searched(TOPIC, made.documents) == (made.documents[0], made.documents[2])


# Translating


def test_the_words_to_translate_are_those_of_the_topics_own_language_once() -> None:
    asked = to_translate(TOPIC, "de")
    assert asked.queries[:3] == TOPIC.queries
    assert [(query.query, query.language) for query in asked.queries[3:]] == [
        ("lifeboat OR lifeboats", "de"),
        ("quay", "de"),
    ]
    assert [is_untranslated(query, asked.queries) for query in asked.queries] == [False] * 3 + [True] * 2
    assert to_translate(asked, "de") == asked
    same = TopicQuery(TOPIC.queries[2].query)
    assert not is_untranslated(same, (*TOPIC.queries, same))
    assert languages_of(asked) == ("en", "cy")
    named = topic(TopicQuery("boats", language="en"), TopicQuery("ships", scope=Scope.SECTION, language="en"))
    assert [query.language for query in to_translate(named, "de").queries] == ["en", "en", "de", "de"]
    assert languages_of(to_translate(named, "de")) == ("en",)


def test_a_translated_line_makes_the_topic_speak_the_language_when_it_is_kept(made: Indexed) -> None:
    asked = to_translate(TOPIC, "de")
    boats = replace(asked.queries[3], query="Rettungsboot OR Rettungsboote")
    draft = replace(asked, queries=(*asked.queries[:3], boats, asked.queries[4]))
    assert missing_languages(TOPIC, made.documents) == {"de": 1}
    assert missing_languages(draft, made.documents) == {}
    kept = finished(draft, TOPIC, ["boats"])
    assert kept.languages == ("en", "cy", "de")
    found = compare(kept, made.documents, made.views(kept)).columns[1]
    assert (found.silence, found.share.passages) == (None, 1)
    again = finished(replace(kept, queries=kept.queries[:3]), kept, ["boats"])
    assert again.languages == ("en", "cy")


def test_a_topic_in_one_language_is_kept_as_it_was(tmp_path: Path) -> None:
    plain = topic(TopicQuery("boats"))
    assert finished(plain, plain, ["boats"]) == plain


def test_a_draft_tried_on_the_library_counts_the_manifestos_in_which_it_looks(made: Indexed) -> None:
    trial = tried(made.home, topic(TopicQuery("lifeboats")))
    assert (trial.manifestos, trial.of, trial.without_words_in) == (1, 1, ("German", "Welsh"))
    assert tried(made.home, topic()).without_words_in == ()


def test_words_learned_from_passages_in_a_language_make_the_topic_speak_it(tmp_path: Path) -> None:
    boats = ("Rettungsboote retten.", "Neue Rettungsboote für den See.", "Rettungsboote brauchen Wachen.")
    others = [f"Die Lampe Nummer {number} brennt am Kai." for number in range(40)]
    made = Indexed(tmp_path, ENGLISH, Written("\n".join((*boats, *others)), language="de"))
    with Library.open(made.home) as library:
        german = made.documents[1].id
        examples = [(german, block.id) for block in library.blocks(german)[:3]]
    (term,) = [term for term in proposed(made.home, examples) if term.text == "rettungsboote"]
    (query,) = queries([term])
    assert query.language == "de"
    assert languages_of(topic(TopicQuery("lifeboats"), query)) == ("en", "de")


def _read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))
