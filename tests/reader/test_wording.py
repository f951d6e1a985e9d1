"""Sentences in English and as catalogues have them; a catalogue that is missing or cannot be read changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sentences import catalogue

from reader import wording
from reader.wording import spoken, tr, tr_count
from ui import assets

ONE, MANY = "{count} boat", "{count:,} boats"
# As in Welsh: one for 1, one for 2, one for all others.
THREE = "nplurals=3; plural=(n==1) ? 0 : (n==2) ? 1 : 2;"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    wording.use(tmp_path, "xx")
    yield tmp_path
    wording.use(assets.translations())


def write(folder: Path, text: str) -> None:
    (folder / "xx.po").write_text(text, encoding="utf-8")


def test_without_a_catalogue_sentences_are_as_they_stand(folder: Path) -> None:
    assert tr("Braces { are signs.") == "Braces { are signs."
    assert tr("Added to “{plan}”.", plan="{lamps}") == "Added to “{lamps}”."
    assert [tr_count(ONE, MANY, number) for number in (1, 0, 2000)] == ["1 boat", "0 boats", "2,000 boats"]
    assert spoken() == "en-GB"


def test_a_catalogue_says_what_it_knows_in_the_form_for_the_number(folder: Path) -> None:
    known = {
        ("Say “{words}”\nand go.",): ("{words}: dic.\n\\",),
        (ONE, MANY): ("navis", "{count} naves duae", "{count:,} naves"),
    }
    write(folder, catalogue(known, "la_VA", THREE))
    assert tr("Say “{words}”\nand go.", words="lamps") == "lamps: dic.\n\\"
    assert [tr_count(ONE, MANY, n) for n in (1, 2, 3000)] == ["navis", "2 naves duae", "3,000 naves"]
    assert tr("Nobody translated this.") == "Nobody translated this."
    assert tr_count("Nothing", "Many", 7) == "Many"
    assert (spoken(), spoken("en")) == ("la-VA", "en-GB")
    assert tr_count(ONE, MANY, 1, into="en") == "1 boat"


def test_long_sentences_stand_on_several_lines_and_unsure_ones_stay_in_english(folder: Path) -> None:
    text = catalogue({("Lamps",): ("Lucernae",)}, "la")
    text += '\n# of a translator\n#, fuzzy\nmsgid "Quays"\nmsgstr "Moles"\n\nmsgid "Boats"\nmsgstr ""\n'
    text += 'msgid ""\n"Mend "\n"the quay."\nmsgstr ""\n"Molem "\n"refice."\n#~ msgid "Old"\n#~ msgstr "Vetus"\n'
    write(folder, text)
    assert [tr("Lamps"), tr("Quays"), tr("Boats"), tr("Old")] == ["Lucernae", "Quays", "Boats", "Old"]
    assert tr("Mend the quay.") == "Molem refice."


@pytest.mark.parametrize(
    "text",
    [
        "",
        'msgid "Lamps"\nmsgstr "Lucernae"\n',  # no head
        catalogue({("Lamps",): ("Lucernae",)}, "la", "nplurals=2; plural=n=="),
        catalogue({("Lamps",): ("Lucernae",)}, "la") + "lucernae\n",
        catalogue({("Lamps",): ("{lucernae}",)}, "la"),
        catalogue({("Lamps",): ("Lucernae {",)}, "la"),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_named_in_the_log(
    folder: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder, text)
    assert tr("Lamps") == "Lamps"
    assert "xx.po" in caplog.text


def test_a_language_names_a_catalogue_and_no_other_file(folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    write(folder, catalogue({("Lamps",): ("Lucernae",)}, "la"))
    wording.use(inner, "../xx")
    assert tr("Lamps") == "Lamps"
