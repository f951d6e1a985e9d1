"""The words of worksheets in the languages that they can be in. Quotations are never translated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Counted(Protocol):
    def __call__(self, number: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Words:
    """What a worksheet says, in one language. `page` stands before a page's number."""

    tag: str
    name: str
    page: str
    about: str
    violence: str
    some_violence: str  # where not all of them do
    glossary: str
    nothing: str
    more: Counted
    task: str
    starters: tuple[str, ...]
    compare: str
    compare_starters: tuple[str, ...]
    answers: str
    found_at: str
    foot: str
    kinds: dict[str, str]
    sub_topic: str


def _more_english(number: int) -> str:
    return "1 more passage in the manifesto" if number == 1 else f"{number} more passages in the manifesto"


def _more_welsh(number: int) -> str:
    return f"{number} darn arall yn y maniffesto"


ENGLISH = Words(
    tag="en-GB",
    name="English",
    page="p.",
    about="Read what each manifesto says. The words are as printed; […] is where some were left out.",
    violence="The extracts below speak of violence and abuse. Talk to an adult you trust in school if they upset you.",
    some_violence="Some of the extracts below speak of violence and abuse. Talk to an adult you trust in school if "
    "they upset you.",
    glossary="Words to know",
    nothing="Nothing on this was found in the manifesto.",
    more=_more_english,
    task="What does each manifesto promise? Write it in your own words.",
    starters=("One manifesto promises", "Another says", "The evidence for this is"),
    compare="How do they differ? Quote the words that show it.",
    compare_starters=("They agree that", "They differ because"),
    answers="Where the extracts come from",
    found_at="Extract",
    foot="For teaching; not for a public website",
    kinds={"pledge": "pledge", "record": "record", "criticism": "criticism", "context": "context"},
    sub_topic="About",
)
CYMRAEG = Words(
    tag="cy-GB",
    name="Cymraeg",
    page="t.",
    about="Darllenwch yr hyn y mae pob maniffesto yn ei ddweud. Mae'r geiriau fel y'u hargraffwyd; mae […] yn dangos "
    "lle gadawyd rhai allan.",
    violence="Mae'r darnau isod yn sôn am drais a cham-drin. Siaradwch ag oedolyn yr ydych yn ymddiried ynddo yn yr "
    "ysgol os ydynt yn eich poeni.",
    some_violence="Mae rhai o'r darnau isod yn sôn am drais a cham-drin. Siaradwch ag oedolyn yr ydych yn ymddiried "
    "ynddo yn yr ysgol os ydynt yn eich poeni.",
    glossary="Geiriau i'w gwybod",
    nothing="Ni chafwyd dim am hyn yn y maniffesto.",
    more=_more_welsh,
    task="Beth y mae pob maniffesto yn ei addo? Ysgrifennwch yn eich geiriau eich hun.",
    starters=("Mae un maniffesto yn addo", "Mae un arall yn dweud", "Y dystiolaeth am hyn yw"),
    compare="Sut y maent yn wahanol? Dyfynnwch y geiriau sy'n dangos hynny.",
    compare_starters=("Maent yn cytuno bod", "Maent yn wahanol oherwydd"),
    answers="O ble y daw'r darnau",
    found_at="Darn",
    foot="Ar gyfer addysgu; nid ar gyfer gwefan gyhoeddus",
    kinds={"pledge": "addewid", "record": "cofnod", "criticism": "beirniadaeth", "context": "cyd-destun"},
    sub_topic="Pwnc",
)
LANGUAGES = {"en": ENGLISH, "cy": CYMRAEG}
