"""Forms of one word are found together, and words made of it are not."""

from __future__ import annotations

import pytest

from index.inflection import family_of, stem_of


def share(language: str, words: str) -> bool:
    stem = stem_of(language)
    assert stem is not None
    return len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "officer officers Officers",
        "office offices",
        "policy policies",
        "police policing policed polices",
        "crime crimes",
        "reduce reduces reduced reducing",
        "plan plans planned planning",
        "control controlled controlling",
        "agree agrees agreed agreeing",
        "search searches searched searching",
        "tax taxes taxed taxing",
        "hope hoped hoping",
        "die dies died dying",
        "woman women womens",
        "knife knives",
        "build builds built building",
        "fiancé fiance fiancés fiances",
        "attaché attache attachés",
        "café cafe cafés cafes",
        "organise organised organize organizing",
        "don't dont",
        "taxi taxis",
        "LGBT LGBTQ LGBTQIA",
    ],
)
def test_forms_of_an_english_word_share_a_stem(words: str) -> None:
    assert share("en", words)


@pytest.mark.parametrize(
    "words",
    [
        "officers office",
        "renewables renewal",
        "police policy",
        "attaché attach",
        "hope hop",
        "organised organisation",
        "news new",
        "public publication",
        "universe university",
        "Met meet",
        "feed fee",
    ],
)
def test_words_that_only_look_alike_in_english_do_not(words: str) -> None:
    assert not share("en", words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Förderung Förderungen Foerderung"),
        ("de", "Straße Straßen Strasse"),
        ("fr", "égalité egalite égalités"),
        ("fr", "policier policiers policière policiere"),
        ("es", "educación educacion educaciones"),
        ("es", "política políticas politica"),
        ("it", "attività attivita"),
        ("pt", "educação educacao"),
    ],
)
def test_forms_share_a_stem_in_other_languages_with_accents_or_without(language: str, words: str) -> None:
    assert share(language, words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Regierung regieren"),
        ("de", "Polizei polizeilich"),
        ("fr", "gouvernement gouverner"),
        ("es", "políticamente política"),
        ("it", "nazionalismo nazionale"),
    ],
)
def test_endings_that_make_another_word_keep_words_apart(language: str, words: str) -> None:
    assert not share(language, words)


def test_the_family_of_a_word_is_wider_than_its_forms() -> None:
    family = family_of("en")
    assert family is not None
    assert family("officers") == family("office")
    assert family("renewables") == family("renewal")


def test_a_language_that_nobody_knows_has_neither() -> None:
    assert stem_of("cy") is None
    assert family_of("und") is None
