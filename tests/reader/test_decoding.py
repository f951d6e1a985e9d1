"""The encodings that text files come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.decoding import cleaned, decode

GERMAN = "Wir wollen für mehr Licht sorgen – das größte Projekt „Hafen“ kostet 5 €. " * 5
RUSSIAN = "Мы хотим больше света для всех людей нашего города, потому что это важно. " * 8


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((GERMAN, one) for one in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")),
        *((RUSSIAN, one) for one in ("utf-8", "utf-16", "cp1251", "koi8-r")),
    ],
)
def test_common_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_few_broken_bytes_leave_the_rest_as_it_is() -> None:
    assert decode("für Ärger über Öl und ähnliche Größen äöü".encode() + b"\xc3") == (
        "für Ärger über Öl und ähnliche Größen äöü\ufffd"
    )


def test_cleaning_keeps_words_whole_and_drops_what_is_not_printed() -> None:
    assert (
        cleaned("na\u00adtional \ufb01n\x00e\r\nnext\rline\u200b end\u00a0here") == "national fine\nnext\nline end here"
    )
    assert cleaned("com\u00ad\nprises") == "com\u00ad\nprises"


@given(st.binary(max_size=300))
def test_any_bytes_become_some_text(content: bytes) -> None:
    assert isinstance(cleaned(decode(content)), str)
