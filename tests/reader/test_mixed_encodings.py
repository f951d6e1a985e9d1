"""Texts that were pasted together on several machines: each line in the encoding in which it reads well."""

from __future__ import annotations

from itertools import permutations

import pytest

from reader.formats.decoding import decoded

ONE = (
    "We will spend £151m on women’s shelters – a “new start” – and cafés; £5m for the quay.\n"
    "The crèche in Zoë’s street stays open.\n"
)
OTHER = "We will hire 250 wardens.\nWomen’s cafés cost £5, the Mayor’s fiancé pays £1,200 – at once.\n"
GERMAN = "Wir wollen für die Bürger Straßen bauen – „schöne“ Plätze für alle.\nDie Häfen gehören den Städten.\n"
# DOS has no typographic quotes and dashes.
PLAIN = str.maketrans("’“”–„", '\'""-"')
NAMES = {"utf-8": "UTF-8", "cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS 850"}


def typed(text: str, encoding: str) -> str:
    return text.translate(PLAIN) if encoding == "cp850" else text


@pytest.mark.parametrize(("first", "second"), list(permutations(NAMES, 2)))
@pytest.mark.parametrize("texts", [(ONE, OTHER), (OTHER, ONE), (GERMAN, GERMAN), (ONE * 5, OTHER)])
def test_each_line_is_read_in_its_own_encoding_and_a_note_names_both(
    first: str, second: str, texts: tuple[str, str]
) -> None:
    whole = [typed(texts[0], first), typed(texts[1], second)]
    found = decoded(whole[0].encode(first) + whole[1].encode(second))
    assert found.text == "".join(whole)
    assert all(name in found.note for name in (NAMES[first], NAMES[second], "two encodings"))


@pytest.mark.parametrize("order", list(permutations(("utf-8", "cp1252", "mac_roman"))))
def test_three_encodings_are_told_apart(order: tuple[str, ...]) -> None:
    found = decoded(b"".join(ONE.encode(encoding) for encoding in order))
    assert found.text == ONE * 3
    assert "three encodings" in found.note


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize(
    "odd", ["Curaçao, São Paulo, Łódź, Århus", "½ © Ñandú ±5 ×3", "ÉCOLE · DÉJÀ VU", "naïve Señor Škoda"]
)
def test_names_and_signs_from_elsewhere_are_no_second_encoding(encoding: str, odd: str) -> None:
    text = typed(ONE + OTHER, encoding) * 3 + (f"{odd}\n" * 3).encode(encoding, "ignore").decode(encoding)
    found = decoded(text.encode(encoding))
    assert found.text == text
    assert "encodings" not in found.note
