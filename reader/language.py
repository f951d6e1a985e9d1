"""Tells which language a text is written in, by its most common small words."""

from __future__ import annotations

import re
from collections import Counter

# Frequent words of each language; those that languages share weigh little, since each brings others of its own.
_COMMON: dict[str, str] = {
    "en": (
        "the and of to in that is for with be are will we our this have by from which not it on as has their "
        "they people who more"
    ),
    "cy": (
        "y yr yn ac i o ei eu ar gyda bydd fydd byddwn gan sydd mae am wedi hynny ein i'r o'r a'r fel hefyd bod "
        "cymru rydym neu er mwyn pob nid ni"
    ),
    "ga": (
        "agus an na is ar le go sa do bhfuil tá chun seo leis atá mar nó sin ina ag bheith ó den éireann againn "
        "gach faoi raibh"
    ),
    "gd": (
        "agus an na air le gu tha anns airson bidh dhan nan nam agus ris às seo sin ann bhith gun chan againn "
        "gach fo alba"
    ),
    "de": (
        "der die das und ist nicht wir für mit ein eine den von zu auf dem des sich werden auch im als wird "
        "sind oder einer wollen durch bei"
    ),
    "fr": (
        "le la les des et est pour une dans que qui par sur avec nous du au plus sont pas en ce aux être cette nos leur"
    ),
    "es": "el la los las de y que en para una por con del se es como al más sus su no lo son sobre este entre nuestra",
    "it": "il di che e la per un una con non del della le dei nel alla sono gli più anche delle ed come nella da si",
    "pt": "o a os as de que e do da em para um uma com não dos das na no por mais ao se como pela são nos",
    "nl": "de het een en van in is dat op te zijn voor met die niet wij aan er ook om worden naar bij we onze als moet",
    "da": (
        "og i at det er en til af for på med de som den vi ikke har skal der et også fra være eller danmark flere vores"
    ),
    "sv": (
        "och att det i en är som för på med av till den har vi inte ska ett om kan ska också från eller fler alla vår"
    ),
    "no": "og i at det er en til av for på med de som den vi ikke har skal et også fra være eller norge flere vår ut",
    "fi": (
        "ja on ei se että ovat oli joka myös kuin sekä mutta tai suomen voi olla niin kun jotta hän ovat ole kaikki sen"
    ),
    "hu": "a az és hogy nem is egy van meg ez mint csak de már vagy el kell lesz magyar azt minden ki nem mert",
    "ro": "și de în la a cu pe că este un o din pentru care nu mai sau prin se sunt ale al vom românia fi va",
    "ru": "и в не на что с по для как это из мы от к его или также все но а за при до будет так",
    "tr": "ve bir bu için ile de da olarak olan daha gibi en çok kadar sonra her var türkiye ne ya biz olacak edilecek",
    "ar": "في من على إلى أن هذا التي الذي مع عن كل لا ما هو هي بين كان قد هذه ذلك",
}
# ISO 639-1 codes and English names: those that are recognised, and others in which manifestos are written.
_NAMES: dict[str, str] = {
    "en": "English",
    "cy": "Welsh",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "da": "Danish",
    "sv": "Swedish",
    "no": "Norwegian",
    "fi": "Finnish",
    "hu": "Hungarian",
    "ro": "Romanian",
    "ru": "Russian",
    "tr": "Turkish",
    "ar": "Arabic",
    "bg": "Bulgarian",
    "ca": "Catalan",
    "cs": "Czech",
    "el": "Greek",
    "et": "Estonian",
    "eu": "Basque",
    "gl": "Galician",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "is": "Icelandic",
    "ja": "Japanese",
    "ko": "Korean",
    "kw": "Cornish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mt": "Maltese",
    "pl": "Polish",
    "sk": "Slovak",
    "sl": "Slovene",
    "sr": "Serbian",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_ANY: frozenset[str] = frozenset().union(*_SETS.values())
_ANY_LONGER = frozenset(word for word in _ANY if len(word) > 1)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# Code points; a longer text is judged by three samples of this length.
_SAMPLE = 20_000
# Where fewer of the words are common ones, nothing speaks for any language.
_LEAST = 0.08
# Certain is what has so large a share, this many times that of English, made of so many different words.
_CERTAIN, _CLEARLY, _VARIOUS = 0.12, 3.0, 5


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language ("en", "cy", "de" ...); "en" where too little speaks for another."""
    words = Counter(_words(text))
    scores = _scores(words)
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    # Single letters alone say nothing: "a" is a word of many languages, and every list has its letters.
    return best if scores[best] >= _LEAST and _longer(words).keys() & _SETS[best] else "en"


def certain_language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language where its words leave no doubt, though some were misread; else None.

    Words that OCR garbled are short, and any language has some of them.
    """
    words = _longer(Counter(_words(text)))
    scores = _scores(words)
    best = max(scores, key=lambda language: (scores[language], language == "en"))
    beyond = best == "en" or scores[best] >= _CLEARLY * scores["en"]
    various = len(words.keys() & _SETS[best]) >= _VARIOUS
    return best if scores[best] >= _CERTAIN and beyond and various else None


def language_name(code: str) -> str:
    """The English name of a language by its ISO 639-1 code ("German"); the code itself where no name is known."""
    return _NAMES.get(code, code)


def scores_of(text: str) -> dict[str, float]:
    """For each language the share of the text's words that are among its common small ones."""
    return _scores(Counter(_words(text)))


def _scores(words: Counter[str]) -> dict[str, float]:
    total = words.total() or 1
    return {language: sum(words[word] for word in common) / total for language, common in _SETS.items()}


def _longer(words: Counter[str]) -> Counter[str]:
    """The words of more than one letter."""
    return Counter({word: many for word, many in words.items() if len(word) > 1})


def share_of_common_words(text: str) -> float:
    """The share of the text's words that are common in any of the languages: next to none in what is no language.

    Single letters do not count: garbage is full of them.
    """
    words = _words(text)
    return sum(1 for word in words if word in _ANY_LONGER) / (len(words) or 1)


def _words(text: str) -> list[str]:
    return _WORD.findall(_sample(text).casefold().replace("’", "'"))


def _sample(text: str) -> str:
    """Enough of a long text to judge by, from three places."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))
