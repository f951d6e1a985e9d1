"""What people type into the search box is understood, and forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query import All, Any, Filter, Not, NotUnderstood, Phrase, Word, in_scope, leaves, parse
from reader.errors import UserError


def words(*texts: str) -> tuple[Word, ...]:
    return tuple(Word(text) for text in texts)


def test_words_are_all_asked_for() -> None:
    assert parse("harbour lights") == All(words("harbour", "lights"))
    assert parse("harbour AND lights") == All(words("harbour", "lights"))


def test_or_binds_less_than_what_stands_side_by_side() -> None:
    assert parse("ferry OR harbour lights") == Any((Word("ferry"), All(words("harbour", "lights"))))
    assert parse("(ferry OR harbour) lights") == All((Any(words("ferry", "harbour")), Word("lights")))


def test_small_letters_make_no_operator() -> None:
    assert parse("ferry or harbour") == All(words("ferry", "or", "harbour"))


@pytest.mark.parametrize("query", ["ferry -harbour", "ferry NOT harbour", "-harbour ferry"])
def test_words_are_left_out(query: str) -> None:
    node = parse(query)
    assert isinstance(node, All)
    assert set(node.parts) == {Word("ferry"), Not(Word("harbour"))}


def test_a_hyphen_inside_a_word_leaves_nothing_out() -> None:
    assert parse("well-lit lanes") == All(words("well-lit", "lanes"))
    assert parse("lit - lanes") == All(words("lit", "lanes"))


@pytest.mark.parametrize("query", ['"lit lanes"', "“lit lanes”", "„lit lanes“"])
def test_quotation_marks_make_a_phrase(query: str) -> None:
    assert parse(query) == Phrase(words("lit", "lanes"))


def test_words_near_each_other() -> None:
    assert parse('"lit lanes"~5') == Phrase(words("lit", "lanes"), within=5)


def test_exact_words_beginnings_and_scopes() -> None:
    assert parse("=lighting") == Word("lighting", exact=True)
    assert parse('="lit lanes"') == Phrase((Word("lit", exact=True), Word("lanes", exact=True)))
    assert parse("light*") == Word("light", prefix=True)
    assert parse("section:(harbour OR ferry)") == Any((Word("harbour", "section"), Word("ferry", "section")))
    assert parse('lead:"we will"') == Phrase((Word("we", "lead"), Word("will", "lead")), "lead")


def test_filters() -> None:
    assert parse('party:"Lamp Society" year:2010-2017 kind:List-Item') == All(
        (Filter("party", "Lamp Society"), Filter("year", "2010-2017"), Filter("kind", "list_item"))
    )


def test_kinds_of_sentences_are_asked_for_like_kinds_of_passages_but_in_no_topic() -> None:
    assert parse("kind:Pledge ferry", of_now=True) == All((Filter("statement", "pledge"), Word("ferry")))
    with pytest.raises(NotUnderstood, match="topic cannot ask for kinds"):
        parse("ferry -(kind:pledge OR fog)")


def test_codes_are_asked_for_by_name_or_path_but_in_no_topic() -> None:
    assert parse('code:"Crime > Police" ferry', of_now=True) == All((Filter("code", "Crime > Police"), Word("ferry")))
    with pytest.raises(NotUnderstood, match="topic cannot ask for codes"):
        parse("ferry -code:police")


def test_what_looks_like_a_field_and_is_none_is_text() -> None:
    assert parse("note:well") == All(words("note", "well"))


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ('"lit lanes', Phrase(words("lit", "lanes"))),
        ("(ferry OR (harbour lights", Any((Word("ferry"), All(words("harbour", "lights"))))),
        ("ferry) harbour", All(words("ferry", "harbour"))),
        ("AND ferry OR", Word("ferry")),
        ("ferry ()", Word("ferry")),
        ("NOT NOT", None),
        ('ferry "', Word("ferry")),
        ("ferry =", Word("ferry")),
        ("section: ferry", All((Word("section:"), Word("ferry")))),
    ],
)
def test_what_is_unfinished_is_forgiven(query: str, meant: object) -> None:
    if meant is None:
        with pytest.raises(NotUnderstood):
            parse(query)
    else:
        assert parse(query) == meant


@pytest.mark.parametrize("query", ["", "   ", "*", '""', "-", "((((", "...", "-ferry", "ferry OR -harbour"])
def test_a_query_that_asks_for_nothing_is_answered_with_a_sentence(query: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        parse(query)
    assert caught.value.problem.endswith(".")
    assert caught.value.advice.endswith(".")


@pytest.mark.parametrize("query", ["kind:poem", "year:soon", "year:20177"])
def test_a_filter_that_lets_nothing_through_says_so(query: str) -> None:
    with pytest.raises(NotUnderstood):
        parse(query)


@pytest.mark.parametrize(
    "query",
    ["(" * 1500 + "a", "x" * 5000, "NOT " * 490 + "a", "(a OR " * 200 + "a", "section:" * 200 + "a", "(" * 31 + "a"],
)
def test_brackets_without_end_and_texts_without_end_are_refused(query: str) -> None:
    with pytest.raises(NotUnderstood):
        parse(query)


def test_as_many_brackets_as_anybody_means_are_understood() -> None:
    assert parse("(" * 25 + "a" + ")" * 25) == parse("a")


def test_leaves_are_what_a_passage_is_to_hold() -> None:
    node = parse('ferry (harbour OR "lit lanes") -fog party:lamp')
    assert list(leaves(node)) == [Word("ferry"), Word("harbour"), Phrase(words("lit", "lanes"))]


def test_a_scope_is_given_to_all_that_has_none() -> None:
    node = in_scope(parse('ferry "lit lanes" lead:we -fog'), "section")
    assert isinstance(node, All)
    assert [getattr(part, "scope", None) for part in node.parts] == ["section", "section", "lead", None]
    assert node.parts[3] == Not(Word("fog", "section"))


def test_places_in_the_query_are_remembered() -> None:
    query = 'ferry AND "lit lanes"'
    found = [word for leaf in leaves(parse(query)) for word in (leaf.words if isinstance(leaf, Phrase) else (leaf,))]
    assert [query[word.start : word.end] for word in found] == ["ferry", "lit", "lanes"]


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from('ab "“”()-=*~:5ANDORT.’&é section:party:year:'), max_size=40))
def test_nothing_that_can_be_typed_raises_anything_else(query: str) -> None:
    try:
        node = parse(query)
    except UserError:
        return
    list(leaves(node))
