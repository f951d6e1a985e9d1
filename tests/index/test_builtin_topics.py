"""The built-in topics on sentences made up in the manner of manifestos, with the traps of ordinary language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from indexed import Indexed, Written
from judged_sentences import FIRE, POLICING, VAWG, sentences
from welsh_sentences import WELSH

from index.topics.compiled import check
from index.topics.files import load_topics
from index.topics.model import Match, Topic

TOPICS = {topic.id: topic for topic in load_topics([], builtin_folder=Path(__file__).parents[2] / "assets" / "topics")}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Each sentence with the topics in whose views it stands."""
    made = Indexed(tmp_path_factory.mktemp("judged"), Written("\n".join(sentences())))
    found: dict[str, set[str]] = {sentence: set() for sentence in sentences()}
    for topic in TOPICS.values():
        for match in made.matches(topic):
            found[match.text].add(topic.id)
    return found


@pytest.mark.parametrize("sentence", sentences())
def test_each_sentence_stands_in_the_views_it_belongs_to(sentence: str, judged: dict[str, set[str]]) -> None:
    assert judged[sentence] == sentences()[sentence]


@pytest.mark.parametrize("topic", TOPICS.values(), ids=lambda topic: topic.id)
def test_every_query_of_a_built_in_topic_is_understood(topic: Topic) -> None:
    check(topic)
    assert topic.builtin
    assert topic.definition


def test_the_built_in_topics_have_the_rows_readers_would_want() -> None:
    assert list(TOPICS) == [POLICING, VAWG, FIRE]
    assert [len(topic.subtopics) for topic in TOPICS.values()] == [9, 9, 7]
    assert [topic.sensitive for topic in TOPICS.values()] == [False, True, False]
    for topic in TOPICS.values():
        spoken = {row for query in topic.queries for row in query.subtopics}
        assert spoken == {row.id for row in topic.subtopics}


def view(tmp_path: Path, topic: str, text: str, *, language: str = "en") -> Sequence[Match]:
    return Indexed(tmp_path, Written(text, language=language)).matches(TOPICS[topic])


def test_items_under_a_heading_on_vawg_count_without_repeating_the_words(tmp_path: Path) -> None:
    text = """
# A fairer city
## Ending violence against women and girls
Much remains to be done. I will:
- Fund longer stays in safe homes
- Train every teacher to spot the signs
## Ending poverty
I will:
- Fund breakfast clubs
"""
    assert [match.text for match in view(tmp_path, VAWG, text)] == [
        "Ending violence against women and girls",
        "Much remains to be done. I will:",
        "Fund longer stays in safe homes",
        "Train every teacher to spot the signs",
    ]


def test_a_heading_that_names_police_beside_other_things_does_not_pull_those_in(tmp_path: Path) -> None:
    text = """
# Police, prisons and courts
Every neighbourhood will have a named officer.
Court buildings will be repaired.
Prisoners will learn to read.
"""
    assert [match.text for match in view(tmp_path, POLICING, text)] == [
        "Every neighbourhood will have a named officer."
    ]


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        (POLICING, "Byddwn yn datganoli plismona i Gymru."),
        (POLICING, "Rhaid i’r heddlu fod yn atebol."),
        (POLICING, "Mwy o swyddogion heddlu ar y strydoedd."),
        (POLICING, "Caeodd y llywodraeth orsafoedd heddlu."),
        (VAWG, "Rhaid rhoi terfyn ar drais yn erbyn menywod."),
        (VAWG, "Byddwn yn cefnogi dioddefwyr cam-drin domestig."),
        (VAWG, "Mae trais rhywiol yn annerbyniol."),
        (VAWG, "Mwy o lochesi i fenywod."),
        (POLICING, "Gorfodi’r gyfraith yn deg."),
        (POLICING, "Llai o gamerâu teledu cylch cyfyng."),
        (VAWG, "Llinell gymorth i’r rhai mewn argyfwng trais."),
        (VAWG, "Diddymu’r cymal trais."),
        (VAWG, "Ni ddylai unrhyw fenyw ddioddef trais domestig."),
        (VAWG, "Rhoi terfyn ar briodasau dan orfodaeth."),
        (VAWG, "Rhaid helpu’r rhai a fasnachir i’r diwydiant rhyw."),
        (FIRE, "Atal tanau gwyllt ar ein mynyddoedd."),
        (FIRE, "Tynnu cladin peryglus oddi ar fflatiau."),
        (FIRE, "Diogelu’r gwasanaethau tân ac achub."),
        (FIRE, "Ni fydd yr un orsaf dân yn cau."),
        (FIRE, "Diogelwch rhag tân mewn fflatiau."),
        (FIRE, "Diolch i’n diffoddwyr tân."),
    ],
)
def test_welsh_sentences_stand_in_the_views_they_belong_to(tmp_path: Path, topic: str, sentence: str) -> None:
    made = Indexed(tmp_path, Written(sentence, language="cy"))
    assert [one.id for one in TOPICS.values() if made.matches(one)] == [topic]


def test_welsh_sentences_on_other_things_stand_in_none(tmp_path: Path) -> None:
    text = """
Byddwn yn adeiladu mwy o dai cymdeithasol.
Hyd at dan y môr.
Tân gwyllt ar noson y fuddugoliaeth.
Rydym am weld mwy o fenywod yn y Senedd.
Mae angen gwell trafnidiaeth.
"""
    made = Indexed(tmp_path, Written(text, language="cy"))
    assert [match.text for topic in TOPICS.values() for match in made.matches(topic)] == []


def test_mutated_words_are_found_and_words_that_only_look_like_them_are_not(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("\n".join(WELSH), language="cy"))
    found: dict[str, set[str]] = {sentence: set() for sentence in WELSH}
    for topic in TOPICS.values():
        for match in made.matches(topic):
            found[match.text].add(topic.id)
    assert found == WELSH


ROWS = [
    (POLICING, "We will recruit 5,000 more police officers.", "numbers"),
    (POLICING, "Reopen police stations and restore neighbourhood policing.", "neighbourhood"),
    (POLICING, "Police vetting must root out racism and misogyny.", "trust"),
    (POLICING, "Abolish Police and Crime Commissioners.", "accountability"),
    (POLICING, "Stop and search must be fair.", "stop-and-search"),
    (POLICING, "Ban live facial recognition.", "technology"),
    (POLICING, "Police will seize knives and zombie weapons.", "violence"),
    (POLICING, "Police must attend every burglary.", "theft"),
    (POLICING, "Keep working with Europol against terrorism.", "organised"),
    (VAWG, "A national strategy to end violence against women.", "strategy"),
    (VAWG, "Charging rates for rape must rise and the CPS must act.", "police"),
    (VAWG, "Make misogyny a hate crime in law.", "laws"),
    (VAWG, "Specialist courts for rape trials.", "courts"),
    (VAWG, "Fund women’s refuges.", "support"),
    (VAWG, "Tag domestic abusers and keep a register of stalkers.", "perpetrators"),
    (VAWG, "Women should feel safe on night buses.", "public"),
    (VAWG, "Teach boys in school about misogyny and consent.", "prevention"),
    (VAWG, "End FGM and forced marriage.", "abroad"),
    (FIRE, "No fire station closures and no cuts to crews.", "stations"),
    (FIRE, "End bullying in the fire service.", "culture"),
    (FIRE, "Give the fire service a statutory duty to respond to floods.", "governance"),
    (FIRE, "Justice for Grenfell: implement the inquiry’s recommendations.", "grenfell"),
    (FIRE, "Developers must pay to remove cladding.", "cladding"),
    (FIRE, "Sprinklers in all new schools.", "rules"),
    (FIRE, "Regulate lithium batteries that cause fires.", "products"),
]


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Match]:
    """The match of each sentence of ROWS in its topic's view."""
    made = Indexed(tmp_path_factory.mktemp("placed"), Written("\n".join(sentence for _, sentence, _ in ROWS)))
    return {(topic.id, match.text): match for topic in TOPICS.values() for match in made.matches(topic)}


@pytest.mark.parametrize(("topic", "sentence", "row"), ROWS)
def test_passages_stand_first_in_the_row_they_speak_of(
    placed: dict[tuple[str, str], Match], topic: str, sentence: str, row: str
) -> None:
    assert placed[topic, sentence].subtopics[0] == row


# Sentences with all their rows, in order; weak words, and mentions of another row's matter, put them into none.
ALL_ROWS = [
    (POLICING, "We will cut crime with the police and review what more can be done.", ()),
    (POLICING, "The police will be asked to prevent crime at lower cost.", ()),
    (POLICING, "Local police deserve our thanks.", ()),
    (POLICING, "A police inspection found much to praise.", ()),
    (POLICING, "Police officers will be trained to help people in a crisis.", ()),
    (POLICING, "Hire 900 police officers for our neighbourhoods.", ("numbers", "neighbourhood")),
    (POLICING, "Police officers who carry cameras on their chests win trust.", ("trust",)),
    (POLICING, "Policing will be devolved; the budget for roads will rise.", ("accountability",)),
    (POLICING, "Police and crime commissioners should talk to farmers.", ("accountability",)),
    (POLICING, "Elect police boards that hold chief constables to account.", ("accountability",)),
    (POLICING, "Police will break up the criminal gangs that smuggle people.", ("organised",)),
    (VAWG, "Stop violence against women and girls.", ("strategy",)),
    (VAWG, "Appoint a commissioner who speaks for women who face violence.", ("strategy",)),
    (VAWG, "Refuges for women who flee violence need money they can count on.", ("support",)),
    (VAWG, "Victims of rape will not be cross-examined by their attacker.", ("courts",)),
    (VAWG, "Scrap the rape clause.", ()),
    (VAWG, "Rape is a weapon in wars around the world.", ("abroad",)),
    (VAWG, "Training for staff who meet victims of rape.", ()),
    (FIRE, "Build on how police and the fire and rescue service work together.", ("governance",)),
    (FIRE, "Thank our firefighters.", ()),
    (FIRE, "Families of Grenfell deserve justice.", ("grenfell",)),
    (VAWG, "We will not make misogyny a hate crime: police should follow the men who harm.", ("laws",)),
    (VAWG, "Making misogyny a hate crime asks officers to judge thoughts.", ("laws",)),
    (VAWG, "Misogyny is to be a hate crime, and no arrest need wait for it.", ("laws",)),
    (VAWG, "Treat misogyny as a hate crime so that officers can act.", ("laws",)),
    (VAWG, "We oppose a hate crime of misogyny; detectives have enough to do.", ("laws",)),
    (VAWG, "Police will record misogyny as a hate crime.", ("police", "laws")),
    (VAWG, "Detectives will look into misogyny and stalking.", ("police",)),
    (FIRE, "Recruit firefighters for every station.", ("stations",)),
    (FIRE, "Leaseholders shall not pay to take down cladding.", ("cladding",)),
]


@pytest.fixture(scope="module")
def placed_whole(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Match]:
    """The match of each sentence of ALL_ROWS in its topic's view."""
    made = Indexed(tmp_path_factory.mktemp("whole"), Written("\n".join(sentence for _, sentence, _ in ALL_ROWS)))
    return {(topic.id, match.text): match for topic in TOPICS.values() for match in made.matches(topic)}


@pytest.mark.parametrize(("topic", "sentence", "rows"), ALL_ROWS)
def test_a_row_holds_only_what_speaks_of_its_matter(
    placed_whole: dict[tuple[str, str], Match], topic: str, sentence: str, rows: tuple[str, ...]
) -> None:
    assert placed_whole[topic, sentence].subtopics == rows
