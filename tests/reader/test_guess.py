"""Guessing fields: only from what a file shows, and right on real manifestos where they are at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.facts import facts, folded
from reader.formats.registry import read
from reader.guess import guess_fields
from reader.library.records import FIELDS
from reader.model import Block, Kind, Manifesto, Piece

Guess = Callable[..., dict[str, str]]
SHARED = Path(__file__).parents[3] / "shared" / "corpus"


def guess(name: str, *texts: str, title: str = "A plan", **metadata: str) -> dict[str, str]:
    """Guesses for a file of this name; a text that ends in "!" is a heading."""
    blocks = tuple(
        Block(Kind.HEADING if text.endswith("!") else Kind.PARAGRAPH, text.removesuffix("!"), pieces=(Piece(0, 1, 1),))
        for text in texts
    )
    return guess_fields(Path(name), Manifesto(title, "en", blocks, metadata=metadata))


def test_a_file_that_shows_nothing_is_guessed_nothing_of() -> None:
    found = guess("notes.pdf", "We want more trees and fewer puddles.")
    assert found == {"title": "A plan", "language": "en", "extent": "whole"}


def test_every_guess_is_a_field_of_a_manifesto() -> None:
    found = guess("labour-2017.pdf", "Promoted by A. Person on behalf of the Labour Party, 1 Some Street.")
    assert set(found) <= set(FIELDS)


@pytest.mark.parametrize(
    ("name", "party", "nation"),
    [
        ("labour-2017.pdf", "Labour", "United Kingdom"),
        ("con2017.pdf", "Conservative", "United Kingdom"),
        ("libdem_wales_2017.pdf", "Liberal Democrats", "Wales"),
        ("Scottish Labour 2017.pdf", "Labour", "Scotland"),
        ("plaid-cymru-2017.pdf", "Plaid Cymru", "Wales"),
        ("SNP 2017.pdf", "SNP", "Scotland"),
    ],
)
def test_the_name_of_a_file_names_the_party_its_branch_and_the_general_election(
    name: str, party: str, nation: str
) -> None:
    found = guess(name, "Some words.")
    assert (found["party"], found["nation"], found["year"]) == (party, nation, "2017")
    assert (found["election"], found["office"]) == ("UK general election 2017", "parliament")
    known = facts().party(party)
    assert known is not None
    assert found["colour"] == known.colour


@pytest.mark.parametrize(
    ("name", "election", "nation"),
    [
        ("Sinn Féin 2019.pdf", "UK general election 2019", "Northern Ireland"),
        ("Green-NI-2022.pdf", "Northern Ireland Assembly election 2022", "Northern Ireland"),
        ("scottish-labour-2021.pdf", "Scottish Parliament election 2021", "Scotland"),
        ("SNP 2011.pdf", "Scottish Parliament election 2011", "Scotland"),
        ("welsh conservatives 2016.pdf", "National Assembly for Wales election 2016", "Wales"),
        ("plaid-cymru-2021.pdf", "Senedd election 2021", "Wales"),
        ("fdp-2021.pdf", "German federal election 2021", "Germany"),
    ],
)
def test_a_year_in_which_such_a_party_could_stand_once_names_the_election(
    name: str, election: str, nation: str
) -> None:
    found = guess(name, "Some words.")
    assert (found["election"], found["office"], found["nation"]) == (election, "parliament", nation)


def test_of_two_elections_in_a_year_the_day_the_manifesto_was_made_decides() -> None:
    assert "election" not in guess("dup-2017.pdf", "Our manifesto.")
    made = guess("dup-2017.pdf", "Our manifesto.", creationDate="D:20170530120000Z")
    assert made["election"] == "UK general election 2017"
    made = guess("dup-2017.pdf", "Our manifesto.", creationDate="D:20170210120000Z")
    assert made["election"] == "Northern Ireland Assembly election 2017"
    assert made["date"] == "2017-02-10"


def test_what_calls_itself_a_manifesto_was_made_for_the_next_election() -> None:
    spring, autumn = {"creationDate": "D:20170510"}, {"creationDate": "D:20171010"}
    found = guess("download.pdf", "Our manifesto!", "The Labour Party promises this.", title="Labour Party", **spring)
    assert (found["year"], found["election"]) == ("2017", "UK general election 2017")
    assert "year" not in guess("download.pdf", "Our manifesto!", title="Labour Party", **autumn)
    assert "year" not in guess("download.pdf", "Our accounts!", title="Labour Party", **spring)


def test_a_year_in_which_there_was_no_such_election_names_none() -> None:
    found = guess("labour-2018.pdf", "After the general election!", title="After the general election")
    assert (found["year"], found["office"]) == ("2018", "parliament")
    assert "election" not in found


def test_who_signs_the_foreword_shows_the_party_and_its_branch() -> None:
    prose = "We have waited long enough for trees to be planted in every street of this country and every park. " * 2
    found = guess("a.pdf", "Foreword!", prose, "Ed Miliband, Leader", "Manifesto 2015")
    assert (found["party"], found["election"]) == ("Labour", "UK general election 2015")
    found = guess("a.pdf", "Foreword!", prose, "Carwyn Jones", "Manifesto 2011")
    assert (found["party"], found["nation"]) == ("Labour", "Wales")
    assert "party" not in guess("a.pdf", "Foreword!", prose, "Ed Miliband, Leader", "Manifesto 2019")
    assert "party" not in guess("a.pdf", "Foreword!", f"{prose} Ed Miliband was wrong about it.", "Manifesto 2015")


def test_what_the_leaders_of_two_parties_sign_is_of_neither() -> None:
    found = guess("a.pdf", "Our agreement of 2010!", "Nick Clegg", "David Cameron", title="Our agreement of 2010")
    assert "party" not in found


def test_the_party_that_promises_throughout_is_guessed_where_the_front_shows_none() -> None:
    prose = ["Words."] * 70
    promises = ["Labour will plant trees.", "A Labour government will water them."] * 3
    assert guess("a.pdf", *prose, *promises)["party"] == "Labour"
    assert guess("a.pdf", *prose, *["Wir Freie Demokraten pflanzen Bäume."] * 5)["party"] == "FDP"
    assert "party" not in guess("a.pdf", *prose, *promises, *["The SNP will plant more."] * 4)
    assert "party" not in guess("a.pdf", *prose, *["Labour wasted it."] * 9)


@pytest.mark.parametrize(
    ("texts", "nation"),
    [
        (("Read on at www.greenpartyni.example",), "Northern Ireland"),
        (("Welsh Greens", "The Wales Green Party speaks."), "Wales"),
        (("The Scottish Greens and the Wales Green Party work together.",), "United Kingdom"),
    ],
)
def test_a_branch_named_further_inside_counts_when_it_is_the_only_one(texts: tuple[str, ...], nation: str) -> None:
    front = ["Green Party manifesto 2017 for the general election!", *["Words."] * 12]
    assert guess("a.pdf", *front, *texts)["nation"] == nation


def test_no_nation_is_guessed_where_the_party_is_not_known() -> None:
    found = guess("a.pdf", "Westminster manifesto 2017!", title="Westminster manifesto 2017")
    assert found["election"] == "UK general election 2017"
    assert "nation" not in found


def test_a_year_in_the_prose_of_the_first_page_is_not_the_manifestos() -> None:
    prose = "The charge was brought in during 2023 by people who never had to drive to work on a wet Monday morning."
    assert "year" not in guess("a.txt", prose)


def test_a_year_without_a_general_election_names_none() -> None:
    found = guess("labour-2018.pdf", "Some words.")
    assert "election" not in found
    assert "office" not in found


def test_the_imprint_names_party_and_publisher() -> None:
    found = guess(
        "scan.pdf",
        "Trees!",
        "Published and promoted by Ann Other, General Secretary, on behalf of the Green Party of England and Wales, "
        "both at 3 Any Road.",
    )
    assert (found["party"], found["publisher"]) == ("Green", "Green Party of England and Wales")
    assert found["nation"] == "England and Wales"


@pytest.mark.parametrize(
    ("imprint", "publisher"),
    [
        ("Promoted by: Lamp Society, Lamp House, Little Harbour.", "Lamp Society"),
        ("PUBLISHED BY LAMP SOCIETY, 3 LAMP LANE • PRINTED BY INK LTD", "Lamp Society"),
        ("Promoted by Ann Other on behalf of The Lamp Party of 8 Quay Street, Little Harbour.", "Lamp Party"),
        ("The figures published by the Office show a fall.", ""),
        ("We want rules published by councils.", ""),
        ("Schools in our towns have fallen behind for years, as a study published by Lamp University shows.", ""),
    ],
)
def test_a_publisher_is_who_the_imprint_speaks_for(imprint: str, publisher: str) -> None:
    found = guess("scan.pdf", "Trees!", imprint)
    assert found.get("publisher", "") == publisher


def test_an_imprint_whose_line_is_broken_is_read_on() -> None:
    found = guess("scan.pdf", "Promoted by Ann Other on behalf of", "The Lamp Party of 8 Quay Street.")
    assert found["publisher"] == "Lamp Party"
    assert found["party"] == "Lamp Party"


def test_an_opponent_named_in_the_text_is_not_the_party() -> None:
    found = guess("plan-2017.pdf", "Trees!", "The Conservatives cut them down. The Tory plan failed. Labour was slow.")
    assert "party" not in found


def test_of_two_parties_shown_alike_the_one_spoken_of_more_is_guessed() -> None:
    texts = (
        "Trees!",
        *["Words."] * 70,
        "The Labour Party plants. The Labour Party waters. The Conservative Party cuts.",
    )
    assert guess("labour-conservative.pdf", *texts)["party"] == "Labour"
    assert guess("conservative-labour.pdf", *texts)["party"] == "Labour"


def test_a_party_that_is_not_in_the_table_is_read_off_the_cover() -> None:
    assert guess("a.pdf", "The manifesto of the Lamp Alliance for 2031!")["party"] == "Lamp Alliance"
    assert guess("a.pdf", "The Lantern Party manifesto!")["party"] == "Lantern Party"


def test_a_known_candidate_brings_party_election_and_nation() -> None:
    found = guess("susan-hall-2024.txt", "Some words on London.")
    assert (found["candidate"], found["party"], found["office"]) == ("Susan Hall", "Conservative", "mayor")
    assert (found["election"], found["year"], found["nation"]) == ("London mayoral election 2024", "2024", "England")


def test_a_surname_counts_only_where_the_place_is_spoken_of() -> None:
    assert guess("hall-2024.txt", "Londoners want trees.")["candidate"] == "Susan Hall"
    assert "candidate" not in guess("hall-2024.txt", "The village hall wants a roof.")
    assert "candidate" not in guess("hall-2017.txt", "Londoners want trees.")


def test_a_candidate_of_several_elections_without_a_year_names_no_election() -> None:
    found = guess("sadiq-khan.txt", "London.")
    assert (found["candidate"], found["party"]) == ("Sadiq Khan", "Labour")
    assert "year" not in found


def test_a_candidate_who_is_not_in_the_table_is_read_off_the_cover() -> None:
    found = guess("plan-2031.pdf", "MAREN OLDACRE FOR MAYOR!", "The Little mayoral election, 2031")
    assert (found["candidate"], found["office"]) == ("Maren Oldacre", "mayor")
    assert found["election"] == "Little mayoral election 2031"
    assert "candidate" not in guess("plan.pdf", "Our plan for mayor and council!")


@pytest.mark.parametrize(
    ("words", "election", "office", "nation"),
    [
        ("Scottish Parliament election 2021", "Scottish Parliament election 2021", "parliament", "Scotland"),
        ("Our manifesto for the Senedd elections 2021", "Senedd election 2021", "parliament", "Wales"),
        ("Local elections 2021: a local manifesto", "Local elections 2021", "council", ""),
        ("European Parliament elections 2021", "European Parliament election 2021", "european parliament", ""),
        ("Programm zur Bundestagswahl 2021", "German federal election 2021", "parliament", "Germany"),
        ("The next Mayor of Greater Manchester 2021", "Greater Manchester mayoral election 2021", "mayor", ""),
        (
            "Ann Other for Police and Crime Commissioner 2021",
            "Police and crime commissioner election 2021",
            "police and crime commissioner",
            "",
        ),
    ],
)
def test_the_cover_says_which_election_it_is(words: str, election: str, office: str, nation: str) -> None:
    found = guess("scan.pdf", f"{words}!", title=words)
    assert (found["election"], found["office"], found.get("nation", "")) == (election, office, nation)
    assert found["year"] == "2021"


@pytest.mark.parametrize(
    ("name", "texts", "year"),
    [
        ("20240412_manifesto.pdf", (), "2024"),
        ("plan.pdf", ("Manifesto 2019!", "Since 2010 all went wrong."), "2019"),
        ("plan.pdf", ("Our 2015 manifesto!", "By 2050 all will be well."), "2015"),
        ("plan.pdf", ("Trees 2031!",), "2031"),
        ("plan.pdf", ("From 2010 to 2031!",), ""),
        ("report-12345.pdf", (), ""),
    ],
)
def test_the_year_is_that_of_the_manifesto_not_any_year(name: str, texts: tuple[str, ...], year: str) -> None:
    assert guess(name, *texts).get("year", "") == year


@pytest.mark.parametrize(
    ("name", "texts", "extent"),
    [
        ("hall-2024-extract.txt", ("Words.",), "extract"),
        ("con2017-p44-51.pdf", ("Words.",), "extract"),
        ("labour chapter 3.txt", ("Words.",), "chapter"),
        ("plan.txt", ("Words.", "Next: Making it greener"), "chapter"),
        ("plan.txt", ("Next we will plant trees.",), "whole"),
        ("plan.txt", ("Chapter 3: Trees!", "Words."), "chapter"),
        ("plan.txt", ("Chapter 1!", "Words.", "Chapter 2!", "Words."), "whole"),
    ],
)
def test_a_chapter_or_extract_is_known_by_its_name_or_its_end(name: str, texts: tuple[str, ...], extent: str) -> None:
    assert guess(name, *texts, title=texts[0].removesuffix("!"))["extent"] == extent


@pytest.mark.parametrize("made", ["Layout 1", "LAB_final-v3", "print.indd", "", "Labour", "The Labour Party"])
def test_a_title_that_is_none_stays_empty_where_it_is_known_whose_manifesto_it_is(made: str) -> None:
    found = guess("labour-2017.pdf", title=made)
    assert (found["title"], found["party"]) == ("", "Labour")


@pytest.mark.parametrize(
    "heading",
    [
        *("Contents", "Table of contents", "Inhoud", "Inhaltsverzeichnis", "Cynnwys", "Foreword", "Vorwort"),
        *("Foreword by Ann Example", "A message from the leader", "Leader’s message", "programme d[ ill'H il"),
    ],
)
def test_headings_that_every_book_has_and_noise_are_no_titles(heading: str) -> None:
    assert guess("labour-2017.pdf", title=heading)["title"] == ""


def test_what_is_a_title_stays_one() -> None:
    assert guess("labour-2017.pdf", title="Plan.")["title"] == "Plan."
    assert guess("labour-2017.pdf", title="For everybody")["title"] == "For everybody"
    assert guess("labour-2017.pdf", title="Welcome home")["title"] == "Welcome home"


def test_the_name_of_the_file_stands_in_where_nothing_is_known() -> None:
    assert guess("our-better_plan.pdf", title="Microsoft Word - x.doc")["title"] == "our better plan"


def test_the_day_a_file_was_made_is_believed_only_in_the_year_of_its_election() -> None:
    made = {"creationDate": "D:20170512175346+01'00'"}
    assert guess("labour-2017.pdf", **made)["date"] == "2017-05-12"
    assert "date" not in guess("labour-2015.pdf", **made)
    assert "date" not in guess("labour-2017.pdf", creationDate="yesterday")


def test_one_endless_line_is_guessed_from_quickly(tmp_path: Path) -> None:
    found = guess("labour-2017.txt", "promoted by " + "x" * 400_000 + " for mayor" * 20_000)
    assert found["party"] == "Labour"


def test_names_are_compared_without_case_accents_and_curly_apostrophes() -> None:
    assert folded("  Sinn  FÉIN’s \n plan ") == "sinn fein's plan"


_LONDON = ("mayor", "London mayoral election 2024", "2024", "England")
_UK = ("parliament", "UK general election 2017", "2017")
# party, candidate, office, election, year, nation, extent
_REAL = {
    "london-2024/khan-2024-making-london-safer.txt": ("Labour", "Sadiq Khan", *_LONDON, "chapter"),
    "london-2024/blackie-2024-extract.txt": ("Liberal Democrats", "Rob Blackie", *_LONDON, "extract"),
    "london-2024/campbell-2024-extract.txt": ("Independent", "Natalie Campbell", *_LONDON, "extract"),
    "london-2024/cox-2024.txt": ("Reform UK", "Howard Cox", *_LONDON, "whole"),
    "london-2024/gallagher-2024-extract.txt": ("SDP", "Amy Gallagher", *_LONDON, "extract"),
    "london-2024/garbett-2024-extract.txt": ("Green", "Zoë Garbett", *_LONDON, "extract"),
    "london-2024/ghulati-2024-extract.txt": ("Independent", "Tarun Ghulati", *_LONDON, "extract"),
    "london-2024/hall-2024-extract.txt": ("Conservative", "Susan Hall", *_LONDON, "extract"),
    "uk-2017/alliance-2017.pdf": ("Alliance", "", *_UK, "Northern Ireland", "whole"),
    "uk-2017/conservative-2017.pdf": ("Conservative", "", *_UK, "United Kingdom", "whole"),
    "uk-2017/conservative-wales-2017.pdf": ("Conservative", "", *_UK, "Wales", "whole"),
    "uk-2017/dup-2017.pdf": ("DUP", "", *_UK, "Northern Ireland", "whole"),
    "uk-2017/green-2017.pdf": ("Green", "", *_UK, "England and Wales", "whole"),
    "uk-2017/green-ni-2017.pdf": ("Green", "", *_UK, "Northern Ireland", "whole"),
    "uk-2017/labour-2017.pdf": ("Labour", "", *_UK, "United Kingdom", "whole"),
    "uk-2017/libdem-2017.pdf": ("Liberal Democrats", "", *_UK, "United Kingdom", "whole"),
    "uk-2017/libdem-wales-cy-2017.pdf": ("Liberal Democrats", "", *_UK, "Wales", "whole"),
    "uk-2017/plaid-cymru-2017.pdf": ("Plaid Cymru", "", *_UK, "Wales", "whole"),
}
_FIELDS = ("party", "candidate", "office", "election", "year", "nation", "extent")


# Reading all the PDFs takes a while, so the gate looks at the quick ones and `start.py soak` at the others.
_QUICK = {"dup-2017.pdf", "green-ni-2017.pdf", "plaid-cymru-2017.pdf"}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus of real manifestos is not beside the project")
@pytest.mark.parametrize(
    "file",
    [
        pytest.param(file, marks=() if file.endswith(".txt") or Path(file).name in _QUICK else pytest.mark.soak)
        for file in sorted(_REAL)
    ],
)
def test_real_manifestos_are_guessed_right(file: str) -> None:
    path = SHARED / file
    manifesto = read(path)
    found = guess_fields(path, manifesto)
    assert tuple(found.get(field, "") for field in _FIELDS) == _REAL[file]
    nameless = guess_fields(path.with_name(f"download{path.suffix}"), manifesto)
    wrong = {nameless[field] for field in _FIELDS[:-1] if nameless.get(field, found.get(field)) != found.get(field)}
    assert wrong <= {"London mayoral election"}
    if path.suffix == ".pdf":
        assert nameless.items() >= {field: found[field] for field in _FIELDS if field in found}.items()
