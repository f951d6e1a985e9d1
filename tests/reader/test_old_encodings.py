"""Texts in encodings from before UTF-8, without a mark, or in two encodings at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.formats.decoding import decoded
from reader.formats.registry import read

ENGLISH = "We will spend £40m on lamps – a “new light” – and the harbour’s cafés get £3."
FRENCH = "Nous voulons que l’État éclaire la ville : « la lumière » pour les élèves, ça va."
GERMAN = "Wir wollen für mehr Licht sorgen; das größte Projekt heißt Hafen. Ärger über Öl gibt es nicht."
SPANISH = "¿Qué queremos? Más luz para los niños y las niñas de la ciudad, mañana también."
POLISH = "Chcemy, żeby wszyscy mieli światło na każdej ulicy; latarnie są ważne, dość ciemności."
CZECH = "Chceme, aby všichni měli světlo v každé ulici; říkáme to už dlouho, ať svítí."
WELSH = "Byddwn yn goleuo pob stryd, a bydd tŷ i bob teulu gyda dŵr glân yn y dref."
TURKISH = "Herkesin sokağı aydınlık olsun istiyoruz; güçlü ışık için çalışacağız."
RUSSIAN = "Мы хотим больше света на каждой улице нашего города, потому что это важно."
GREEK = "Θέλουμε περισσότερο φως σε κάθε δρόμο της πόλης μας, γιατί είναι σημαντικό."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "mac_roman") for text in (ENGLISH, FRENCH, GERMAN, SPANISH)),
        *((text, "cp850") for text in (GERMAN, SPANISH, "The plan costs £40m, and the cafés £3 of it.")),
        *((text, "cp437") for text in (GERMAN, "The plan costs £40m, and the cafés £3 of it.")),
        *((text, "cp1252") for text in (ENGLISH, FRENCH, GERMAN, SPANISH)),
        *((text, encoding) for text in (POLISH, CZECH) for encoding in ("cp1250", "iso8859_2", "cp852", "mac_latin2")),
        *((WELSH, "iso8859_14"), (TURKISH, "cp1254")),
    ],
)
@pytest.mark.parametrize("times", [1, 30])
def test_the_encoding_is_the_one_in_which_letters_and_signs_make_sense(text: str, encoding: str, times: int) -> None:
    whole = f"{text}\n\n" * times
    assert decoded(whole.encode(encoding)).text == whole


@pytest.mark.parametrize("text", [ENGLISH, POLISH, RUSSIAN, GREEK])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_texts_in_utf_16_need_no_mark(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(f"{text}\n\n{text}\n".encode(encoding))
    manifesto = read(path)
    assert ([block.text for block in manifesto.blocks], manifesto.notes) == ([text, text], ())


@pytest.mark.parametrize(
    ("older", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "DOS 850")]
)
@pytest.mark.parametrize("first", [True, False])
def test_a_text_in_two_encodings_is_read_in_both_and_a_note_says_so(older: str, name: str, *, first: bool) -> None:
    other = "The cafés of the harbour and Zoë pay £40m and then £3 more."
    parts = [f"{ENGLISH}\n".encode(), f"{other}\n".encode(older)]
    text = f"{ENGLISH}\n{other}\n" if first else f"{other}\n{ENGLISH}\n"
    assert decoded(b"".join(parts if first else reversed(parts))) == (
        text,
        f"The file is in two encodings, UTF-8 and {name}. Check names and sums of money in it.",
    )


@pytest.mark.parametrize("content", [b"Lamps \x8e lanes", b"Rents \xd5 up", b"Light \xb3\xb3 for all"])
def test_what_may_be_read_in_several_ways_has_a_note(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    (note,) = read(path).notes
    assert note.startswith("The file does not say how its letters and signs are encoded; it was read as ")


@pytest.mark.parametrize(("text", "encoding"), [(ENGLISH, "cp1252"), (ENGLISH, "mac_roman"), (ENGLISH, "utf-8")])
def test_what_is_sure_has_none(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)).note == ""


def test_damaged_characters_are_named_in_the_note_of_a_markdown_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_bytes(b"# Plan\n\n" + "für Ärger über Öl und Größen äöü".encode() + b"\xc3\n")
    assert read(path).notes == ("Some characters of the file are damaged; they are shown as \ufffd.",)
