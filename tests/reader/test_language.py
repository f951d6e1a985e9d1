"""The language of a text."""

from __future__ import annotations

import pytest

from reader.language import certain_language_of, language_of, scores_of, share_of_common_words

SAMPLES = {
    "en": "We will light every lane of the harbour and mend the quay, because it is the people who pay for it.",
    "cy": "Bydd y cyngor yn goleuo pob lôn yn yr harbwr ac yn trwsio’r cei, er mwyn i bawb fod yn ddiogel.",
    "ga": (
        "Tá an baile seo ag fás agus cuirfidh an chomhairle solas ar gach bóthar, mar tá sé sin de dhíth ar na daoine."
    ),
    "gd": (
        "Tha am baile seo a’ fàs agus cuiridh a’ chomhairle solas air gach rathad, airson gum bi na daoine sàbhailte."
    ),
    "de": "Wir wollen jede Gasse im Hafen beleuchten und den Kai erneuern, denn das ist für die Menschen wichtig.",
    "fr": "Nous voulons éclairer toutes les rues du port et réparer le quai pour que les gens y soient en sécurité.",
    "es": "Queremos iluminar todas las calles del puerto y reparar el muelle para que la gente esté más segura.",
    "it": "Vogliamo illuminare tutte le strade del porto e riparare il molo perché la gente sia più sicura con noi.",
    "pt": "Queremos iluminar todas as ruas do porto e reparar o cais para que as pessoas não tenham medo ao sair.",
    "nl": (
        "Wij willen alle straten van de haven verlichten en de kade herstellen, want dat is voor de mensen van belang."
    ),
    "da": "Vi vil oplyse alle gader i havnen og reparere kajen, for det er vigtigt for de mennesker, som bor her.",
    "sv": "Vi vill lysa upp alla gator i hamnen och laga kajen, för det är viktigt för de människor som bor här.",
    "fi": (
        "Me haluamme valaista sataman kaikki kadut ja korjata laituri"
        "n, sillä se on tärkeää kaikille, jotka ovat täällä."
    ),
    "hu": (
        "Meg akarjuk világítani a kikötő minden utcáját és meg kell javítani a rakpartot, mert ez az emberek érdeke."
    ),
    "ro": (
        "Vrem să luminăm toate străzile din port și să reparăm cheiul pentru că este important și pentru cei care vin."
    ),
    "ru": "Мы хотим осветить все улицы в порту и починить набережную, так как это важно для людей.",
    "tr": (
        "Limanın bütün sokaklarını aydınlatmak ve rıhtımı onarmak ist"
        "iyoruz, çünkü bu insanlar için çok önemli ve gerekli."
    ),
    "ar": "نريد أن نضيء كل شوارع الميناء من أجل الناس الذين هم في هذه المدينة",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_a_sentence_is_enough_to_know_the_language(language: str) -> None:
    assert language_of(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "2017", "Lorem ipsum dolor", "xqz wvk"])
def test_where_nothing_speaks_for_another_it_is_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_quotation_in_another_language_does_not_change_the_documents() -> None:
    assert language_of(SAMPLES["cy"] * 3 + SAMPLES["en"]) == "cy"


def test_shares_are_of_all_words() -> None:
    assert scores_of("the and the quay")["en"] == 0.75
    assert share_of_common_words("the and und quay kai") == 0.4


@pytest.mark.parametrize("language", SAMPLES)
def test_a_few_sentences_are_certain_and_never_of_another_language(language: str) -> None:
    assert certain_language_of(SAMPLES[language] * 3) in (language, None)


def test_garbled_words_are_of_no_certain_language() -> None:
    assert (
        certain_language_of("tlie og er i de og at i det the and Oe Se ee af er of to in that is for SSe den") is None
    )
    assert language_of("a i o y e a i long comment") == "en"
